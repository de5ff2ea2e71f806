using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Rules;
using KubeLint.Views;
using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Running;

/// <summary>What the linter makes of findings: severities, rules that throw, order, places, fingerprints.</summary>
public sealed class LinterTests
{
    internal static LintOptions Severity(string rule, Severity severity) => LintOptions.Default with { Severities = new Dictionary<string, Severity> { [rule] = severity } };

    [Fact]
    public void Severities_come_from_the_rule_or_the_options()
    {
        Assert.Equal(Configuration.Severity.Warning, Assert.Single(Find(App())).Severity);
        Assert.Equal(Configuration.Severity.Info, Assert.Single(Find(App(Spread(Soft())))).Severity);
        Assert.Equal(Configuration.Severity.Error, Assert.Single(Find(App(), Severity("KUBE1001", Configuration.Severity.Error))).Severity);
        Assert.Empty(Find(App(), Severity("KUBE1001", Configuration.Severity.None)));
        Assert.Equal(Configuration.Severity.Error, Find("# kubelint:disable KUBE1003\n" + App(), Severity("KUBE0003", Configuration.Severity.Error))[0].Severity);
    }

    [Fact]
    public void A_rule_that_throws_takes_no_other_with_it()
    {
        var found = Find([("a.yaml", App())], null, [new Throwing(), new MissingZoneSpread()]);
        Assert.Equal(["KUBE0005 2", "KUBE1001 9"], found.Select(f => $"{f.Rule.Id} {f.Span.StartPosition.Line}"));
        Assert.Equal(
            "KUBE9001 failed on Deployment 'shop/web' and was passed over there: InvalidOperationException: no such luck\\u000a; please report this with the manifest",
            found[0].Message);
        Assert.Equal(("shop", "web", ""), (found[0].Resource?.NamespaceName, found[0].Resource?.Name, found[0].FieldPath));
    }

    [Fact]
    public void Stopping_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var read = new Yaml.ManifestReader().Read("a.yaml", App(), LintOptions.Default);
        Assert.Throws<OperationCanceledException>(() => new Linter().Lint(new Views.Inventory(new Resources.ResourceSet(read.Documents.SelectMany(Resources.Resource.ReadAll))), read.Suppressions, read.Problems, source.Token));
    }

    [Fact]
    public void Findings_come_in_source_order() =>
        Assert.Equal("KUBE1001 a.yaml, KUBE1003 a.yaml, KUBE1001 b.yaml", InFiles(("b.yaml", App()), ("a.yaml", Files(App(), App(Spread(Soft()), name: "b")))));

    [Fact]
    public void What_a_manifest_says_cannot_break_out_of_a_message() =>
        Assert.Contains("we\\u001b[31mb\\u000a::error::x\\u202e", Message(App(name: "\"we\\e[31mb\\n::error::x\\u202E\"")));

    [Fact]
    public void Fingerprints_stay_while_lines_move()
    {
        var before = Prints(App());
        Assert.Equal(before, Prints("# a comment\n\n" + App().Replace("replicas: 3", "replicas: 9")));
        Assert.Equal(32, Assert.Single(before).Length);
        Assert.NotEqual(before, Prints(App(name: "other")));
        Assert.NotEqual(before, Prints(App(ns: "other")));
        Assert.NotEqual(before, Prints(App(kind: "StatefulSet")));
        Assert.NotEqual(before, Fingerprint.Of(Find([("other.yaml", App())])));
    }

    [Fact]
    public void Equal_fingerprints_get_an_ordinal()
    {
        var prints = Prints(Files(App(), App(), App(), App(name: "other")));
        Assert.Equal([prints[0], prints[0] + ":2", prints[0] + ":3", prints[3]], prints);
        Assert.NotEqual(prints[0], prints[3]);
    }

    [Fact]
    public void Descriptors_are_unique_and_in_order()
    {
        var ids = RuleCatalogue.Descriptors.Select(d => d.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.Equal(ids.Count, RuleCatalogue.Descriptors.Select(d => d.Name).Distinct().Count());
        Assert.All(RuleCatalogue.Descriptors, d => Assert.False(d.Summary.EndsWith('.')));
        Assert.Equal("KUBE1001", RuleCatalogue.Find("missing-zone-spread")?.Id);
        Assert.Equal("KUBE1001", RuleCatalogue.Find("kube1001")?.Id);
        Assert.Null(RuleCatalogue.Find("KUBE9999"));
    }

    private static IReadOnlyList<string> Prints(string yaml) => Fingerprint.Of(Find(yaml));

    private sealed class Throwing : Rule<Workload>
    {
        public override RuleDescriptor Descriptor { get; } = new("KUBE9001", "throwing", "Throws", Configuration.Severity.Warning);

        public override IEnumerable<Finding> Check(Workload view) => throw new InvalidOperationException("no such luck\n");
    }
}
