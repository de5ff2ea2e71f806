using FsCheck;
using FsCheck.Fluent;
using KubeLint.Configuration;
using KubeLint.Engine.Gating;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Engine.Tests.Gating;

/// <summary>What holds for all reports and baselines.</summary>
public sealed class BaselineProperties
{
    private const int Cases = 250;

    // Few words, so that findings are often equal; among them what a file could lose.
    private static readonly Gen<string?> Words = Gen.Elements<string?>(null, "", "web", "${NAME}", "{{ .x }}", "a\nb\u0000", "\"\\", "é🚀", "\ud83d", "\u2028", "# x", "a/../b", "spec.items[0].x[11]", "spec.items[1].x[2]");

    private static readonly Gen<ReportedFinding> Findings =
        from file in Gen.Elements("a.yaml", "b/c.yaml", "<stdin>", "../out.yaml", "b\n\"{{.yaml")
        from kind in Words
        from space in Words
        from name in Words
        from path in Words
        from rule in Gen.Elements("KUBE0001", "KUBE1001", "KUBE2001")
        from line in Gen.Choose(1, 99)
        from bare in Gen.Choose(0, 3)
        select new ReportedFinding(rule, Severity.Warning, $"message {line}", new ReportedPlace(file, new LinePosition(line, 1), new LinePosition(line, 2)))
        {
            Object = bare == 0 ? null : new ObjectIdentity("v1", kind, space, name),
            FieldPath = bare == 0 ? null : path,
        };

    private static readonly Gen<LintReport> Reports = from findings in Findings.ListOf() select new LintReport(Root, [.. findings], 1, default);

    private static string Root => Path.GetFullPath(Path.Combine(Path.GetTempPath(), "repo"));

    private static string File => Path.Combine(Root, "k8s", "kubelint.baseline.json");

    [Fact]
    public void A_baseline_accepts_all_of_its_own_report_and_the_file_is_the_baseline()
    {
        using var folder = new TempFolder();
        Always(Reports, report =>
        {
            var baseline = Baseline.Of(folder.At("b.json"), report with { Root = folder.Path });
            baseline.Write();
            var read = Baseline.Read(folder.At("b.json"));
            Assert.Empty(read.Known.NewAmong(report.Findings));
            Assert.Equal(baseline.Text(), read.Text());
            Assert.Equal(report.Findings.Count, read.Known.Total);
            Assert.Empty(read.StaleAfter(report with { Root = folder.Path }, _ => true));
        });
    }

    [Fact]
    public void The_order_of_findings_changes_nothing()
    {
        Always(Gen.Zip(Reports, Gen.Choose(0, 1000)), pair =>
        {
            var (report, seed) = pair;
            var shuffled = report.Findings.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(Baseline.Of(File, report).Text(), Baseline.Of(File, report with { Findings = shuffled }).Text());
        });
    }

    [Fact]
    public void What_is_left_is_the_difference_of_multisets()
    {
        Always(Gen.Zip(Reports, Reports), pair =>
        {
            var (before, after) = pair;
            var known = KnownFindings.Of(before.Findings.Select(FindingKey.Of));
            var left = KnownFindings.Of(known.NewAmong(after.Findings).Select(FindingKey.Of)).Counts;
            foreach (var (key, count) in KnownFindings.Of(after.Findings.Select(FindingKey.Of)).Counts)
                Assert.Equal(Math.Max(0, count - known.Counts.GetValueOrDefault(key)), left.GetValueOrDefault(key));
        });
    }

    [Fact]
    public void What_two_of_them_leave_is_what_each_leaves()
    {
        Always(Gen.Zip(Gen.Zip(Reports, Reports), Reports), triple =>
        {
            var ((first, second), report) = triple;
            var (one, other) = (KnownFindings.Of(first.Findings.Select(FindingKey.Of)), KnownFindings.Of(second.Findings.Select(FindingKey.Of)));
            var leftByBoth = one.NewAmong(report.Findings).Intersect(other.NewAmong(report.Findings), ReferenceEqualityComparer.Instance).Cast<ReportedFinding>();
            Assert.Equal(leftByBoth, one.Or(other).NewAmong(report.Findings));
            Assert.Equal(one.Or(other).Counts.OrderBy(c => c.Key), other.Or(one).Counts.OrderBy(c => c.Key));
        });
    }

    [Fact]
    public void Moving_a_baseline_to_another_folder_and_back_changes_nothing()
    {
        Always(Reports, report =>
        {
            var baseline = Baseline.Of(File, report);
            var moved = new Baseline(Path.Combine(Root, "b.json"), baseline.RelativeTo(Root));
            Assert.Equal(baseline.Text(), new Baseline(File, moved.RelativeTo(Path.GetDirectoryName(File)!)).Text());
            Assert.Empty(baseline.RelativeTo(Root).NewAmong(report.Findings));
        });
    }

    private static void Always<T>(Gen<T> cases, Action<T> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true).WithReplay(20261121, 4711), Prop.ForAll(cases.ToArbitrary(), holds));
}
