using System.Diagnostics;
using System.Text;

namespace KubeLint.Package.Tests;

/// <summary>Runs the SDK as users do.</summary>
internal static class Dotnet
{
    // What MSBuild hands on to this process would make the SDK take itself for another.
    private static readonly string[] Inherited = ["MSBuild", "DOTNET_CLI_", "DOTNET_HOST_PATH", "VSTEST", "NUGET_PACKAGES", "RestorePackagesPath"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string Host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs a command to its end.</summary>
    public static Task<DotnetResult> Run(string folder, params string[] arguments) => Run(folder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs a command to its end, with more variables in its environment.</summary>
    public static async Task<DotnetResult> Run(string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        using var process = Start(folder, environment, arguments);
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return new DotnetResult(process.ExitCode, output.ToString());

        void Append(string? line)
        {
            lock (output) output.Append(line).Append('\n');
        }
    }

    /// <summary>Starts a command, for tests that stop it.</summary>
    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(Host, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(n => Inherited.Any(i => n.StartsWith(i, StringComparison.OrdinalIgnoreCase)))) start.Environment.Remove(name);

        // Neither nodes nor a compiler that outlive the build: they would hold on to the package's files and to our pipes.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}

/// <summary>How a command ended.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it wrote to both streams.</param>
internal sealed record DotnetResult(int Code, string Output)
{
    // Behind it the build repeats its warnings and errors.
    private IEnumerable<string> BeforeSummary => Output.Split('\n').Select(l => l.Trim()).TakeWhile(l => l is not ("Build succeeded." or "Build FAILED."));

    /// <summary>The lines that report something of KubeLint, as in <c>deploy/web.yaml(12,5): warning KUBE1001: …</c>, in their order.</summary>
    public IReadOnlyList<string> Lines =>
        [.. BeforeSummary.Where(l => l.Contains(" KUBE", StringComparison.Ordinal) && l.Contains("): ", StringComparison.Ordinal) || l.Contains(" : warning KUBE", StringComparison.Ordinal) || l.Contains(" : error KUBE", StringComparison.Ordinal))];

    /// <summary>The findings in a short form, sorted, as in <c>web.yaml(12,5) warning KUBE1001</c>.</summary>
    public string Findings =>
        string.Join(", ", Lines.Select(l => System.Text.RegularExpressions.Regex.Match(l, @"([^/\\(]*?(?:\(\d+,\d+\))?) ?: (\w+) (KUBE\d+)")).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value} {m.Groups[3].Value}").Order(StringComparer.Ordinal));

    /// <summary>What the task says about its cache, at <c>-v:detailed</c>.</summary>
    public IReadOnlyList<string> CacheNotes =>
        [.. BeforeSummary.Where(l => l.StartsWith("KubeLint read", StringComparison.Ordinal) || l.StartsWith("KubeLint repeats", StringComparison.Ordinal))];

    /// <summary>Fails with the whole output unless the command ended well.</summary>
    public DotnetResult Succeeded()
    {
        Assert.True(Code == 0, Output);
        return this;
    }

    /// <summary>Fails with the whole output unless the command failed.</summary>
    public DotnetResult Failed()
    {
        Assert.True(Code == 1, Output);
        return this;
    }
}
