using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace KubeLint.Engine.Trees;

/// <summary>
/// Asks git about a repository. Only commands that read objects and the index are run: these run nothing that the
/// repository or its configuration names, no hook, filter, text conversion or monitor. What users say goes by standard
/// input, so that it is no option.
/// </summary>
/// <param name="folder">The full path of the root of the working tree.</param>
internal sealed class Git(string folder)
{
    // As hooks set them for another repository than the one that is linted, or for another index.
    private static readonly string[] Locations = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE"];

    /// <summary>The full path of the root of the working tree.</summary>
    public string Folder => folder;

    /// <summary>Runs a command to its end.</summary>
    /// <param name="arguments">The command and its arguments, none of which holds a blank.</param>
    /// <param name="input">What it reads; null for nothing.</param>
    /// <exception cref="GitException">There is no git.</exception>
    public GitResult Run(string arguments, string? input = null)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        try
        {
            if (input is not null) Write(process, input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended early, and says why.
        }

        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return new GitResult(process.ExitCode, Encoding.UTF8.GetString(output.ToArray()), error.Result);
    }

    /// <summary>Starts a command.</summary>
    /// <param name="arguments">The command and its arguments, none of which holds a blank.</param>
    /// <exception cref="GitException">There is no git.</exception>
    public Process Start(string arguments)
    {
        var start = new ProcessStartInfo(Program() ?? throw new GitException("needs git, and there is none on the PATH; install it"), "-c core.fsmonitor=false " + arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in Locations) start.Environment.Remove(name);

        // It writes nothing, asks nobody, and its messages are those that are looked for.
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new GitException($"needs git, and it can't be started: {AtomicFile.Reason(e)}");
        }
    }

    /// <summary>Sends text to a process.</summary>
    public static void Write(Process process, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        process.StandardInput.BaseStream.Write(bytes, 0, bytes.Length);
        process.StandardInput.BaseStream.Flush();
    }

    // The runtime and Windows would look into the current folder first, which is the repository's.
    private static string? Program()
    {
        var name = Path.DirectorySeparatorChar == '\\' ? "git.exe" : "git";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(f => f.Trim('"')).Where(f => f.Length > 0 && f.IndexOfAny(Path.GetInvalidPathChars()) < 0 && Path.IsPathRooted(f))
            .Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);
    }
}

/// <summary>What git answered.</summary>
/// <param name="Code">The exit code; 0 where all went well.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Error">What it said about faults.</param>
internal sealed record GitResult(int Code, string Output, string Error)
{
    /// <summary>The output in its parts, where it was asked for with <c>-z</c>.</summary>
    public string[] Parts => Output.Split(['\0'], StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Why git can't answer.</summary>
/// <param name="message">The reason and what to do, for people; the name of what was asked for stands before it.</param>
public sealed class GitException(string message) : Exception(message);
