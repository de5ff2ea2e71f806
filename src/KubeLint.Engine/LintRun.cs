using KubeLint.Configuration;
using KubeLint.Engine.Fixing;
using KubeLint.Resources;
using KubeLint.Rules;
using KubeLint.Yaml;

namespace KubeLint.Engine;

/// <summary>What a run is asked to lint.</summary>
/// <param name="WorkingFolder">The full path that relative paths start from.</param>
/// <param name="Paths">Files and folders.</param>
public sealed record LintRequest(string WorkingFolder, IReadOnlyList<string> Paths)
{
    /// <summary>Text to lint beside the files, as from standard input; null for none.</summary>
    public byte[]? Input { get; init; }

    /// <summary>
    /// Whether more is declared where KubeLint does not look, as in C# beside YAML; see <see cref="ResourceSet.IsOpen"/>.
    /// Asked only when files are read.
    /// </summary>
    public Func<bool>? IsOpen { get; init; }

    /// <summary>Full paths of further files that what the request says was taken from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What else the request was taken from, as text; a report that is kept counts for the same text only.</summary>
    public string Variant { get; init; } = "";

    /// <summary>The full path of a file that keeps the report for the next run; null for none. Paths alone are kept so, not <see cref="Input"/>.</summary>
    public string? CacheFile { get; init; }

    /// <summary>Whether the report shall say how findings can be mended; that takes more time.</summary>
    public bool OffersFixes { get; init; }

    /// <summary>The rules to run; null for all.</summary>
    public IReadOnlyList<Rule>? Rules { get; init; }

    /// <summary>Told of the number of files read, and of all, now and then.</summary>
    public Action<int, int>? Progress { get; init; }
}

/// <summary>What a run found.</summary>
/// <param name="Root">The full path that the files' paths are relative to: the git root, else the working folder.</param>
/// <param name="Findings">The findings in source order.</param>
/// <param name="Files">How many files were read.</param>
/// <param name="Counts">What became of their documents.</param>
public sealed record LintReport(string Root, IReadOnlyList<ReportedFinding> Findings, int Files, DocumentCounts Counts)
{
    /// <summary>Why the files were linted, for people; null where nothing has changed since the report was made.</summary>
    public string? Reason { get; init; }

    /// <summary>How many kustomizations were built that no other one takes in.</summary>
    public int Kustomizations { get; init; }

    /// <summary>What was not judged, or not as a whole, and what to do instead. These are no findings: nothing is wrong.</summary>
    public IReadOnlyList<ReportedNote> Notes { get; init; } = [];

    /// <summary>Text that can't be read again, by path.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>How many findings there are of a severity.</summary>
    public int Count(Severity severity) => Findings.Count(f => f.Severity == severity);
}

/// <summary>From files to a report.</summary>
public static class LintRun
{
    /// <summary>Runs.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static LintReport Execute(LintRequest request, CancellationToken cancellation = default)
    {
        var (started, reason) = (DateTime.UtcNow, (string?)"no report is kept");
        var source = new ManifestSource(request.WorkingFolder, request.Paths, cancellation);
        var cache = request.CacheFile is { } kept ? new ReportCache(kept, source.Root, source.Files, source.Unlisted, request.Sources, request.OffersFixes ? request.Variant + " with fixes" : request.Variant) : null;
        if (cache?.Load(out reason) is { } known) return known;
        var set = ManifestSet.Read(source, request, request.OffersFixes, cancellation);
        var report = set.Report with { Reason = reason };
        if (request.OffersFixes) report = report with { Findings = FixOffers.AddTo(report.Findings, set, cancellation) };

        // What can't be read now may be readable the next time, and its size and time will not tell.
        if (!set.HasMissed) cache?.Save(report, source.LookedFor, started);
        return report;
    }
}
