using KubeLint.Configuration;
using KubeLint.Engine.Fixing;
using KubeLint.Engine.Gating;
using KubeLint.Engine.Reports;
using KubeLint.Engine.Trees;
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

    /// <summary>Whether documents of <see cref="Input"/> that name the Helm template that made them are reported under its name; they can't be mended then.</summary>
    public bool NamesTemplates { get; init; }

    /// <summary>Files and folders to leave out, as lines of a .gitignore file in the working folder.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

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

    /// <summary>Findings that are accepted for now, and left out; null for none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The revision from which on findings are new, and alone are told; null for none. No report is kept then.</summary>
    public GitRevision? Since { get; init; }

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

    /// <summary>The names of the files that were read.</summary>
    public IEnumerable<string> ReadFiles { get; init; } = [];

    /// <summary>What was left out because it is not new; null where new and old findings are told.</summary>
    public LeftOut? LeftOut { get; init; }

    /// <summary>How many findings there are of a severity.</summary>
    public int Count(Severity severity) => Findings.Count(f => f.Severity == severity);
}

/// <summary>What a report leaves out.</summary>
/// <param name="Known">How many findings are known.</param>
public sealed record LeftOut(int Known)
{
    /// <summary>The commit from which on findings are new; null where a baseline alone decides.</summary>
    public string? Since { get; init; }

    /// <summary>What the baseline holds and is no longer found.</summary>
    public IReadOnlyList<StaleEntry> Stale { get; init; } = [];

    /// <summary>The same for people, in not too many lines; none where there is nothing to tell.</summary>
    /// <param name="remedy">What writes the baseline anew.</param>
    public IEnumerable<string> StaleLines(string remedy)
    {
        const int MostTold = 10;
        if (Stale.Count == 0) yield break;
        yield return $"the baseline accepts what is no longer found, in {TextReport.Many(Stale.Count, "entry", "entries")}; {remedy} leaves that out";
        foreach (var entry in Stale.Take(MostTold)) yield return $"  {entry}";
        if (Stale.Count > MostTold) yield return $"  and {Stale.Count - MostTold} more";
    }
}

/// <summary>From files to a report.</summary>
public static class LintRun
{
    /// <summary>Runs.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="GitException">The revision that findings are compared with can't be read.</exception>
    public static LintReport Execute(LintRequest request, CancellationToken cancellation = default)
    {
        var (started, reason) = (DateTime.UtcNow, (string?)"no report is kept");
        var source = new ManifestSource(request.WorkingFolder, request.Paths, request.Excluded, cancellation);
        var cache = request.CacheFile is { } file && request.Since is null ? new ReportCache(file, source.Root, source.Files, source.Unlisted, request.Sources, request.OffersFixes ? request.Variant + " with fixes" : request.Variant) : null;
        if (cache?.Load(out reason) is { } kept) return OnlyNew(request, null, kept with { ReadFiles = source.Files.Select(f => PathNames.Relative(source.Root, f)) });
        var set = ManifestSet.Read(source, request, new Reading(request.OffersFixes, request.Since is { } revision ? revision.ContentId : null), cancellation);
        var report = set.Report with { Reason = reason };
        if (request.OffersFixes) report = report with { Findings = FixOffers.AddTo(report.Findings, set, cancellation) };

        // What can't be read now may be readable the next time, and its size and time will not tell.
        if (!set.HasMissed) cache?.Save(report, source.LookedFor, started);
        return OnlyNew(request, request.Since is null ? null : EarlierFindings.In(request.Since, request, source, set, cancellation), report);
    }

    // Behind the cache, which keeps what was found whatever is known of it.
    private static LintReport OnlyNew(LintRequest request, KnownFindings? earlier, LintReport report)
    {
        var accepted = request.Baseline?.RelativeTo(report.Root);
        if ((accepted is null ? earlier : earlier?.Or(accepted) ?? accepted) is not { } known) return report;
        var findings = known.NewAmong(report.Findings);
        var leftOut = new LeftOut(report.Findings.Count - findings.Count)
        {
            Since = request.Since?.ShortName,
            Stale = request.Baseline?.StaleAfter(report, rule => request.Rules is null || request.Rules.Any(r => r.Descriptor.Id == rule)) ?? [],
        };
        return report with { Findings = findings, LeftOut = leftOut };
    }
}
