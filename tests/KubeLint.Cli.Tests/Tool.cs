using System.Diagnostics;
using System.Text;

namespace KubeLint.Cli.Tests;

/// <summary>The built tool, run as users run it, in a folder that is gone after the test.</summary>
internal sealed class Tool : IDisposable
{
    private static readonly string Dotnet =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath!
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "kubelint.dll");

    public string Folder { get; } = Directory.CreateTempSubdirectory("kubelint-").FullName;

    public Tool Add(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return this;
    }

    public Result Run(params string[] arguments) => RunWith(null, arguments);

    public Result RunWith(string? input, params string[] arguments) => RunAssembly(Assembly, input, arguments);

    public Result RunAssembly(string assembly, string? input, params string[] arguments)
    {
        using var process = Start(assembly, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(30_000), "kubelint does not end");
        return new Result(process.ExitCode, output.Result.ReplaceLineEndings("\n"), error.Result.ReplaceLineEndings("\n"));
    }

    public Process Start(string assembly, params string[] arguments)
    {
        var start = new ProcessStartInfo(Dotnet, [assembly, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        return Process.Start(start)!;
    }

    /// <summary>Runs a line of shell, in which <c>$kubelint</c> is the tool.</summary>
    public Result Shell(string line)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", line]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["kubelint"] = $"{Dotnet} {Assembly}";
        start.Environment["TERM"] = "xterm";
        start.Environment.Remove("NO_COLOR");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.True(process.WaitForExit(30_000), "the shell does not end");
        return new Result(process.ExitCode, output.Result, error.Result);
    }

    public void Dispose() => Directory.Delete(Folder, true);

    internal sealed record Result(int Code, string Output, string Error);
}
