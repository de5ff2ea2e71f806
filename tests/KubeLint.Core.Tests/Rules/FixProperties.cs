using FsCheck;
using FsCheck.Fluent;
using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Syntax;
using KubeLint.Views;
using static KubeLint.Tests.Model.Objects;
using static KubeLint.Tests.Model.Tree;

namespace KubeLint.Tests.Rules;

/// <summary>What holds for every fix that any rule offers: it can be made, takes its finding away and brings no other.</summary>
public sealed class FixProperties
{
    private const int Cases = 3_000;
    private const int MostFixes = 60;
    private const string Scw = "service.beta.kubernetes.io/scw-loadbalancer-";
    private const string DefaultClass = "storageclass.kubernetes.io/is-default-class";

    private static readonly LintOptions[] Clusters =
    [
        LintOptions.Default,
        LintOptions.Default.With("kubelint.provider", "scaleway"),
        LintOptions.Default.With("kubelint.provider", "scaleway").With("kubelint.zones", "fr-par-1,fr-par-2,fr-par-3"),
        LintOptions.Default.With("kubelint.provider", "scaleway").With("kubelint.zones", "nl-ams-1,nl-ams-2,nl-ams-3"),
    ];

    public static TheoryData<string> Names => [.. Scenarios.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fixes_of_a_set_take_their_finding_away_and_bring_no_other(string name)
    {
        var scenario = Scenarios.All.Single(s => s.Name == name);
        Assert.Equal("", string.Join("\n", Faults(scenario.Options, scenario.Roots)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void So_do_those_of_a_set_of_which_a_part_is_unknown(string name)
    {
        var scenario = Scenarios.All.Single(s => s.Name == name);
        foreach (var (root, i) in scenario.Roots.Select((root, i) => (root, i)))
        {
            foreach (var path in Paths(root).Where(p => p is not ("apiVersion" or "kind")))
            {
                foreach (var change in new Func<Node, Node>[] { _ => Unknown, Incomplete })
                {
                    Node[] roots = [.. scenario.Roots.Select((other, j) => j == i ? With(other, path, change) : other)];
                    Assert.Equal("", string.Join("\n", Faults(scenario.Options, roots).Select(fault => $"{fault}, when {i} {path} is not known")));
                }
            }
        }
    }

    [Fact]
    public void So_do_those_of_sets_made_at_random()
    {
        var offered = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true).WithReplay(20_260_712, 4_711), Prop.ForAll(Sets.ToArbitrary(), set =>
        {
            Assert.Equal("", string.Join("\n", Faults(set.Options, set.Roots)));
            offered += Find(set.Options, set.Roots).Sum(f => f.Fixes.Count());
        }));
        Assert.True(offered > Cases / 2, $"{offered} fixes were offered");
    }

    [Fact]
    public void Fixing_comes_to_an_end() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases / 10).WithQuietOnSuccess(true).WithReplay(20_260_713, 4_711), Prop.ForAll(Sets.ToArbitrary(), set =>
        {
            var roots = set.Roots;
            for (var i = 0; i < MostFixes; i++)
            {
                if (Find(set.Options, roots).SelectMany(f => f.Fixes).FirstOrDefault() is not { } next) return;
                roots = Fixed(roots, next);
            }

            Assert.Fail($"there is always one more to make: {string.Join(", ", Find(set.Options, roots).SelectMany(f => f.Fixes).Select(fix => fix.Title))}");
        }));

    private static IReadOnlyList<Finding> Find(LintOptions? options, Node[] roots) => new Linter().Lint(Set(options, roots), [], []);

    private static IEnumerable<string> Faults(LintOptions? options, Node[] roots)
    {
        var before = Find(options, roots);
        var names = before.Select(f => NameOf(f, roots)).ToHashSet();
        foreach (var finding in before)
        {
            foreach (var fix in finding.Fixes)
            {
                var (after, refusal) = TryFix(options, roots, fix);
                var told = $"{finding.Rule.Id}: '{fix.Title}' for '{finding.Message}'";
                if (refusal is not null) yield return $"{told} can't be made: {refusal}";
                if (after.ContainsKey(NameOf(finding, roots))) yield return $"{told} leaves it";
                if (after.FirstOrDefault(f => !names.Contains(f.Key)) is { Key: not null } gained) yield return $"{told} brings {gained.Key} '{gained.Value}'";
            }
        }
    }

    // What is found once a fix is made, by name, or why it can't be made.
    private static (IReadOnlyDictionary<string, string> After, string? Refusal) TryFix(LintOptions? options, Node[] roots, Fix fix)
    {
        try
        {
            var made = Fixed(roots, fix);
            return (Find(options, made).GroupBy(f => NameOf(f, made)).ToDictionary(g => g.Key, g => g.First().Message), null);
        }
        catch (RefusedEditException e)
        {
            return (new Dictionary<string, string>(), e.Message);
        }
    }

    // Objects keep their numbers while they are mended.
    private static string NameOf(Finding finding, Node[] roots) => $"{finding.Rule.Id} {Array.IndexOf(roots, finding.Resource!.Root.Node)} {finding.FieldPath}";

    private static Node[] Fixed(Node[] roots, Fix fix)
    {
        var byRoot = fix.Edits.ToLookup(edit => RootOf(EditPlan.PlaceOf(edit)));
        Assert.Equal(fix.Edits.Count, roots.Sum(root => byRoot[root].Count()));
        return [.. roots.Select(root => Copy(EditedTree.Apply(root, byRoot[root]))), .. fix.Edits.OfType<AddDocument>().Select(add => Copy(add.Root))];
    }

    private static Node RootOf(Field place) => place.Parent is { } parent ? RootOf(parent) : place.Node!;

    private sealed record Declared(LintOptions Options, Node[] Roots)
    {
        public override string ToString() => string.Join(" --- ", Roots.Select(Show));
    }

    private static string Show(Node node) => node switch
    {
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(e => $"{e.Key}: {Show(e.Value)}"))}}}",
        SequenceNode sequence => $"[{string.Join(", ", sequence.Items.Select(Show))}]",
        ScalarNode scalar => scalar.Text,
        _ => "?",
    };

    // Objects of one matter meet more often than any.
    private static Gen<Declared> Sets { get; } =
        from options in Gen.Elements(Clusters)
        from matter in Gen.OneOf(Gen.Constant(Storage), Gen.Constant(Traffic), Gen.Constant(Nodes), Gen.Constant(Gen.OneOf(Storage, Traffic, Nodes)))
        from count in Gen.Choose(1, 7)
        from roots in Gen.ArrayOf(matter, count)
        select new Declared(options, roots);

    private static Gen<Node> Storage => Gen.OneOf(Classes, Classes, Claims, Volumes, Pods, Workloads);

    private static Gen<Node> Traffic => Gen.OneOf(Entries, Entries, Entries, Workloads, Workloads, Budgets, Scalers);

    private static Gen<Node> Nodes => Gen.OneOf(Pools, Pools, Kapsules);

    // A value, or nothing, which leaves the field out.
    private static Gen<object?> One(params object?[] values) => Gen.Elements(values);

    private static MappingNode Fields(params (string Key, object? Value)[] entries) => Map([.. entries.Where(e => e.Value != Absent)]);

    private static MappingNode Object(string apiVersion, string kind, MappingNode metadata, params (string Key, object? Value)[] more) =>
        Fields([("apiVersion", apiVersion), ("kind", kind), ("metadata", metadata), .. more]);

    private static Gen<Node> Classes =>
        from name in One("fast", "slow")
        from provisioner in One("csi.scaleway.com", "csi.scaleway.com", "ebs.csi.aws.com", "kubernetes.io/no-provisioner")
        from mode in One(Absent, null, "Immediate", "WaitForFirstConsumer", "WaitForFirstConsumer")
        from mark in One(Absent, "true", "false")
        from zones in One(Absent, Absent, Seq("fr-par-1"), Seq("nl-ams-2"), Seq("fr-par-1", "fr-par-2"))
        select (Node)Object(
            "storage.k8s.io/v1", "StorageClass", Map(("name", name), ("annotations", Fields((DefaultClass, mark)))), ("provisioner", provisioner), ("volumeBindingMode", mode),
            ("allowedTopologies", zones == Absent ? Absent : Seq(Map(("matchLabelExpressions", Seq(Map(("key", ZoneKeys.Zone), ("values", zones))))))));

    private static Gen<Node> Claims =>
        from name in One(Absent, "fast", "slow")
        select (Node)Object("v1", "PersistentVolumeClaim", Metadata("data"), ("spec", Fields(("storageClassName", name), ("accessModes", Seq("ReadWriteOnce")))));

    private static Gen<Node> Volumes =>
        from handle in One("fr-par-1/1", "nl-ams-3/1", "1")
        from affinity in One(Absent, Absent, null, Map())
        select (Node)Object("v1", "PersistentVolume", Map(("name", "disk")), ("spec", Fields(
            ("capacity", Map(("storage", "1Gi"))), ("accessModes", Seq("ReadWriteOnce")), ("csi", Map(("driver", "csi.scaleway.com"), ("volumeHandle", handle))), ("nodeAffinity", affinity))));

    private static Gen<(string Key, object? Value)[]> PodSpecs =>
        from node in One(Absent, "node-1")
        from selector in One(Absent, Absent, Map(("disk", "ssd")), Map((ZoneKeys.Zone, "fr-par-1")), Map((ZoneKeys.HostName, "node-2")))
        from volumes in One(Absent, Volumes().Value, Volumes().Value)
        from spread in Gen.ListOf(Constraints, 2)
        from isSpread in Gen.Elements(true, false)
        select Given(("nodeName", node), ("nodeSelector", selector), ("volumes", volumes), ("topologySpreadConstraints", isSpread ? Seq([.. spread]) : Absent));

    private static (string Key, object? Value)[] Given(params (string Key, object? Value)[] entries) => [.. entries.Where(e => e.Value != Absent)];

    private static Gen<Node> Constraints =>
        from skew in One(1, 1, 3, 0)
        from key in One(ZoneKeys.Zone, ZoneKeys.Zone, ZoneKeys.HostName, "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zones")
        from action in One("DoNotSchedule", "DoNotSchedule", "ScheduleAnyway")
        from selector in One(Absent, Map(("matchLabels", Map(("app", "web")))), Map(("matchLabels", Map(("app", "web")))), Map(("matchLabels", Map(("app", "db")))), Map())
        from keys in One(Absent, Absent, Seq("pod-template-hash"))
        from domains in One(Absent, Absent, 2, 9)
        select (Node)Constraint(("maxSkew", skew), ("topologyKey", key), ("whenUnsatisfiable", action), ("labelSelector", selector), ("matchLabelKeys", keys), ("minDomains", domains));

    private static Gen<Node> Pods =>
        from spec in PodSpecs
        select (Node)Object("v1", "Pod", Metadata("import"), ("spec", Map([("containers", Seq(Map(("name", "main")))), .. spec])));

    private static Gen<Node> Workloads =>
        from kind in Gen.Elements("Deployment", "StatefulSet")
        from name in Gen.Elements("web", "web", "db")
        from replicas in One(null, 1, 2, 3, 6)
        from spec in PodSpecs
        select (Node)Workload("apps/v1", kind, name, replicas, Map(("app", name)), spec);

    private static Gen<Node> Entries =>
        from name in One("entry-1", "entry-2", "entry-3")
        from zone in One(Absent, Absent, Absent, "", null, "fr-par-1", "fr-par-2", "nl-ams-1", "fr-par-4", "fr-par2", "it-mil-1", Placeholder("${ZONE}"))
        from id in One(Absent, Absent, Absent, Absent, "fr-par-1/1")
        from labels in One(Absent, Absent, Absent, ZoneKeys.Zone + "=fr-par-1")
        from type in One(Absent, "LB-S")
        from other in One(Absent, Absent, Absent, "example.com/lb")
        from selector in One(Absent, Map(("app", "web")), Map(("app", "web")), Map(("app", "web")))
        from policy in One(Absent, Absent, "Local")
        from distribution in One(Absent, Absent, "PreferClose")
        select (Node)Object(
            "v1", "Service",
            Map(("name", name), ("namespace", "shop"), ("annotations", Fields((Scw + "zone", zone), (Scw + "id", id), (Scw + "target-node-labels", labels), (Scw + "type", type)))),
            ("spec", Fields(("type", "LoadBalancer"), ("ports", Seq(Map(("port", 443)))), ("selector", selector), ("loadBalancerClass", other), ("externalTrafficPolicy", policy), ("trafficDistribution", distribution))));

    private static Gen<Node> Pools =>
        from name in Gen.Elements("pool-1", "pool-2", "pool-3")
        from zone in One(Absent, "fr-par-1", "fr-par-2", "fr-par-9")
        from healing in One(Absent, true, false)
        from scaling in One(Absent, true, true)
        select (Node)Object("k8s.scaleway.upbound.io/v1alpha1", "Pool", Map(("name", name)), ("spec", Map(("forProvider", Fields(
            ("clusterIdRef", Map(("name", "prod"))), ("nodeType", "PRO2-S"), ("zone", zone), ("size", 3), ("minSize", 3), ("maxSize", 6), ("autoscaling", scaling), ("autohealing", healing))))));

    private static Gen<Node> Kapsules =>
        from settings in One(Absent, Map(), Seq(), Seq(Map()), Seq(Map(("balanceSimilarNodeGroups", false))), Seq(Map(("balanceSimilarNodeGroups", true))))
        select (Node)Object("k8s.scaleway.upbound.io/v1alpha1", "Cluster", Map(("name", "prod")), ("spec", Map(("forProvider", Fields(
            ("version", "1.31.2"), ("privateNetworkId", "x"), ("autoscalerConfig", settings))))));

    private static Gen<Node> Budgets =>
        from bound in Gen.Elements("minAvailable", "maxUnavailable")
        from limit in One(0, 1, 2, 6, "50%", "100%")
        from name in Gen.Elements("budget", "other")
        select (Node)Budget(bound, limit, name);

    private static Gen<Node> Scalers => from minimum in One(null, 1, 2, 3) select (Node)Autoscaler(minimum);
}
