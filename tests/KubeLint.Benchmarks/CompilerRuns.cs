using System.Diagnostics;
using System.Globalization;
using KubeLint.Analyzers;

namespace KubeLint.Benchmarks;

/// <summary>
/// The SDK's own compiler on generated code, as <c>dotnet build</c> calls it: bare, with the analyzers that the SDK brings,
/// and with KubeLint's beside those, in turn. Once for each in a process of its own, as the first build of a machine, and
/// then by the compiler's server, as every other one.
/// </summary>
internal static class CompilerRuns
{
    // The server compiles its own code better for that many runs.
    private const int WarmUp = 12;

    private static readonly string Dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    private static readonly string Sdk = Directory.GetDirectories(Path.Combine(Dotnet, "sdk")).OrderByDescending(d => Version.TryParse(Path.GetFileName(d).Split('-')[0], out var version) ? version : new Version(0, 0)).First();

    /// <summary>Measures them.</summary>
    /// <param name="kind">What the code is about.</param>
    /// <param name="files">How many files there are.</param>
    /// <param name="runs">How often each is measured.</param>
    public static void Print(CodeKind kind, int files, int runs)
    {
        var folder = Directory.CreateTempSubdirectory("kubelint-").FullName;
        try
        {
            CodeGenerator.Write(folder, kind, files);
            string[] bare = [.. Bare(folder)], own = [.. bare, .. OwnAnalyzers()], all = [.. own, .. new[] { typeof(KubeLintAnalyzer), typeof(Linter) }.Select(t => $"/analyzer:{t.Assembly.Location}")];
            var responses = new[] { ("bare", bare), ("analyzers", own), ("kubelint", all) }.Select(v => Written(folder, v.Item1, v.Item2)).ToList();
            Console.WriteLine($"{files} {kind} files, medians of {runs} runs (least-most), and the medians of the ratios to the run before in the same turn");
            Measure("alone", responses, 1, runs, r => Run([$"@{r}"]));
            Measure("server", responses, WarmUp, runs, r => Run([$"/shared:{Path.GetFileName(folder)}{Path.GetFileNameWithoutExtension(r)}", "/keepalive:60", $"@{r}"]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(string how, IReadOnlyList<string> responses, int warmUp, int runs, Action<string> run)
    {
        var times = responses.Select(_ => new List<double>()).ToList();
        for (var turn = 0; turn < warmUp + runs; turn++)
        {
            for (var i = 0; i < responses.Count; i++)
            {
                var watch = Stopwatch.StartNew();
                run(responses[i]);
                if (turn >= warmUp) times[i].Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        for (var i = 0; i < responses.Count; i++)
        {
            var ratio = i == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" x {Median(times[i].Zip(times[i - 1], (mine, before) => mine / before)):F3}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{how,-8} {Path.GetFileNameWithoutExtension(responses[i]),-10} {Median(times[i]),6:F0} ms ({times[i].Min():F0}-{times[i].Max():F0}){ratio}"));
        }
    }

    private static void Run(string[] arguments)
    {
        using var compiler = Process.Start(new ProcessStartInfo(Path.Combine(Dotnet, "dotnet"), ["exec", Path.Combine(Sdk, "Roslyn", "bincore", "csc.dll"), .. arguments]) { RedirectStandardOutput = true })!;
        var said = compiler.StandardOutput.ReadToEnd();
        compiler.WaitForExit();
        if (compiler.ExitCode != 0) throw new InvalidOperationException(said);
    }

    private static IEnumerable<string> Bare(string folder) =>
    [
        "/nologo", "/noconfig", "/nostdlib+", "/nullable:enable", "/langversion:latest", "/target:library", $"/out:{Path.Combine(folder, "out.dll")}",
        .. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Where(IsManaged).Append(typeof(k8s.Models.V1Deployment).Assembly.Location).Select(f => $"/reference:{f}"),
        .. Directory.GetFiles(folder, "*.cs"),
    ];

    private static IEnumerable<string> OwnAnalyzers()
    {
        var folder = Path.Combine(Sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers");
        var level = Version.Parse(Path.GetFileName(Sdk).Split('-')[0]).Major;
        return Directory.GetFiles(folder, "*.dll").Where(f => !f.Contains("VisualBasic", StringComparison.Ordinal)).Select(f => $"/analyzer:{f}")
            .Append($"/analyzerconfig:{Path.Combine(folder, "build", "config", $"analysislevel_{level}_default.globalconfig")}");
    }

    private static string Written(string folder, string name, string[] arguments)
    {
        var path = Path.Combine(folder, name + ".rsp");
        File.WriteAllLines(path, arguments.Select(a => a.Contains(' ', StringComparison.Ordinal) ? $"\"{a}\"" : a));
        return path;
    }

    private static bool IsManaged(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = new System.Reflection.PortableExecutable.PEReader(stream);
        return reader.HasMetadata;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
