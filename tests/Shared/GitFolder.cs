using System.Diagnostics;
using System.Text;

namespace KubeLint.Testing;

/// <summary>A git repository that is gone after the test.</summary>
internal sealed class GitFolder : IDisposable
{
    private readonly TempFolder folder = new();

    /// <param name="name">The name of its folder, in another one that is gone too.</param>
    /// <param name="options">Options of <c>git init</c>.</param>
    public GitFolder(string name = "repo", params string[] options)
    {
        Path = folder.At(name);
        Directory.CreateDirectory(Path);
        Git(["init", "-q", "-b", "main", .. options]);
        Git("config", "commit.gpgsign", "false");
    }

    public string Path { get; }

    /// <summary>The folder that holds it.</summary>
    public string Above => folder.Path;

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public GitFolder Add(string name, string text = "")
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text, new UTF8Encoding(false));
        return this;
    }

    public GitFolder Delete(string name)
    {
        File.Delete(At(name));
        return this;
    }

    /// <summary>Commits all there is.</summary>
    public GitFolder Commit()
    {
        Git("add", "-A");
        Git("-c", "user.name=n", "-c", "user.email=e@example.org", "commit", "-q", "--allow-empty", "-m", "commit");
        return this;
    }

    public string Git(params string[] arguments) => Run(Path, arguments).Output.Trim();

    public void Dispose()
    {
        // Git's own files are read-only, and Windows deletes no such file.
        foreach (var file in new DirectoryInfo(Above).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.IsReadOnly)) file.IsReadOnly = false;
        folder.Dispose();
    }

    internal static (int Code, string Output) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };

        // What this machine's user has configured is no part of a test.
        start.Environment["GIT_CONFIG_GLOBAL"] = System.IO.Path.Combine(folder, "no-such-file");
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return (git.ExitCode, output);
    }
}

/// <summary>A test that needs git; where it is not there, the test is skipped.</summary>
internal sealed class GitFactAttribute : FactAttribute
{
    public GitFactAttribute() => Skip = IsThere ? null : "There is no git.";

    public static bool IsThere { get; } = Try();

    private static bool Try()
    {
        try
        {
            return GitFolder.Run(System.IO.Path.GetTempPath(), "--version").Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
