using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Running;
using KubeLint.Benchmarks;
using KubeLint.Engine;

// run.sh says how these are used together.
switch (args)
{
    case ["generate", var folder, var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var files):
        ManifestGenerator.Write(folder, files);
        return 0;
    case ["floor", var folder]:
        return Measured(() => $"{Floor.Read(folder):N0} events");
    case ["lint", var folder]:
        return Measured(() => $"{LintRun.Execute(new LintRequest(Path.GetFullPath(folder), [Path.GetFullPath(folder)])).Findings.Count:N0} findings");
    case ["compiler", var kind, var count, var runs] when Enum.TryParse<CodeKind>(kind, ignoreCase: true, out var code) && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var files) && int.TryParse(runs, NumberStyles.None, CultureInfo.InvariantCulture, out var times):
        CompilerRuns.Print(code, files, times);
        return 0;
    case ["micro", .. var rest]:
        BenchmarkSwitcher.FromAssembly(typeof(ReadingBenchmarks).Assembly).Run(rest.Length > 0 ? rest : ["--filter", "*"]);
        return 0;
    default:
        Console.Error.WriteLine("Usage: generate DIR COUNT | floor DIR | lint DIR | compiler plain|builders FILES RUNS | micro [BenchmarkDotNet's options]");
        return 2;
}

static int Measured(Func<string> work)
{
    var watch = Stopwatch.StartNew();
    var result = work();
    var elapsed = watch.Elapsed.TotalMilliseconds;
    using var process = Process.GetCurrentProcess();
    const double Mega = 1024 * 1024;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{elapsed:F0} ms, user {process.UserProcessorTime.TotalMilliseconds:F0} ms, peak {process.PeakWorkingSet64 / Mega:F0} MB, allocated {GC.GetTotalAllocatedBytes() / Mega:F0} MB, {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)} collections, {result}"));
    return 0;
}
