using KubeLint.Findings;
using KubeLint.Yaml.Editing;

namespace KubeLint.Engine.Fixing;

/// <summary>From findings to changed texts. Nothing is written.</summary>
public sealed class FixRun
{
    private readonly FixChooser chooser;
    private readonly CancellationToken cancellation;
    private readonly List<FixedFinding> mended = [];
    private readonly List<LeftFinding> left = [];
    private readonly Dictionary<string, EditedText> texts = new(StringComparer.Ordinal);
    private readonly ManifestSet first;
    private readonly byte[]? input;
    private ManifestSet set;

    private FixRun(FixRequest request, CancellationToken cancellation)
    {
        (chooser, input, this.cancellation) = (new FixChooser(request), request.Lint.Input, cancellation);
        var source = new ManifestSource(request.Lint.WorkingFolder, request.Lint.Paths, request.Lint.Excluded, cancellation);
        first = set = ManifestSet.Read(source, request.Lint, new Reading(KeepsBytes: true), cancellation);
    }

    private FixResult Result => new(
        set.Report,
        InOrder(mended, f => f.Finding),
        InOrder(left, f => f.Finding),
        [.. texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new FixedFile(t.Key, set.File(t.Key).Path, first.File(t.Key).Bytes!, set.File(t.Key).Bytes!, t.Value.Changes))])
    {
        Gone = first.Findings.Count - set.Findings.Count - mended.Count,
        Input = input,
    };

    /// <summary>Runs.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static FixResult Execute(FixRequest request, CancellationToken cancellation = default)
    {
        var run = new FixRun(request, cancellation);

        // One repair may make another possible. Each round takes findings away and brings none, so there is a last one.
        while (run.MendSome())
        {
        }

        return run.Result;
    }

    private static List<T> InOrder<T>(IEnumerable<T> items, Func<T, ReportedFinding> findingOf) =>
        [.. items.OrderBy(i => findingOf(i).Place.File, StringComparer.Ordinal).ThenBy(i => findingOf(i).Place.Start.Line).ThenBy(i => findingOf(i).Place.Start.Column)];

    private bool MendSome()
    {
        left.Clear();
        var candidates = new List<FixCandidate>();
        var reported = set.Report.Findings;
        for (var i = 0; i < set.Findings.Count; i++)
        {
            if (!chooser.IsWanted(set.Findings[i])) continue;
            var (fix, reason, choices) = chooser.Choose(set, set.Findings[i], reported[i]);
            if (fix is not null) candidates.Add(new FixCandidate(set.Findings[i], set.Identities[i], fix, i));
            else left.Add(new LeftFinding(reported[i], reason, choices));
        }

        var round = new FixRound(set, candidates, cancellation);
        left.AddRange(round.Refused.Select(r => new LeftFinding(reported[r.Key.Order], r.Value, [])));
        foreach (var done in round.Accepted.OrderBy(c => c.Order))
        {
            mended.Add(new FixedFinding(reported[done.Order], Visible.Text(done.Fix.Title), done.Fix.Id, [.. done.Files.Select(f => f.Path)]));
            chooser.Forget(reported[done.Order].Fingerprint);
        }

        foreach (var outcome in round.Outcomes)
        {
            if (!texts.TryGetValue(outcome.Key, out var text)) texts.Add(outcome.Key, text = new EditedText(set.TextOf(outcome.Key)));
            text.Apply(outcome.Value.Changes);
        }

        set = round.Result;
        return round.Accepted.Count > 0;
    }
}
