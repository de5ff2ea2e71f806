using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Running;

/// <summary>What is found in what kustomizations build; what can't be built is unknown, and files that are patches are no objects.</summary>
public sealed class KustomizationTests
{
    private static string With(string kustomization, string? base_ = null, params (string, string)[] others) =>
        InFiles([("k/kustomization.yaml", "resources: [app.yaml]\n" + kustomization), ("k/app.yaml", base_ ?? App()), .. others]);

    private const string Found = "KUBE1001 k/app.yaml";

    private const string Placed = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\n";

    // A merge adds items and takes none away, so a patch that shall take all of them says so.
    private const string SpreadPatch = Placed + "spec: {template: {spec: {topologySpreadConstraints: [{topologyKey: topology.kubernetes.io/zone, maxSkew: 1, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}}]}}}\n";

    [Fact]
    public void Without_changes_the_base_is_judged()
    {
        Assert.Equal(Found, With(""));
        Assert.Equal(Found, With("namePrefix: a-"));
        Assert.Equal(Found, InFiles(("k/kustomization.yaml", "resources: [other.yaml]\ntransformers: [t.yaml]\n"), ("k/app.yaml", App())));
    }

    [Theory]
    [InlineData("patches: [{path: patch.yaml}]")]
    [InlineData("patchesStrategicMerge: [patch.yaml]")]
    [InlineData("patches: [{path: patch.yaml, target: {kind: Deployment}}]")]
    [InlineData("patches: [{path: patch.yaml, target: {kind: Deploy.*, name: w.b}}]")]
    public void A_strategic_patch_in_a_file(string kustomization)
    {
        Assert.Equal("", With(kustomization, null, ("k/patch.yaml", SpreadPatch)));
        Assert.Equal(Found, With(kustomization, null, ("k/patch.yaml", Placed + "spec: {template: {spec: {affinity: {}}}}\n")));
        Assert.Equal(Found, With(kustomization, null, ("k/patch.yaml", Placed + "spec: {template: {spec: {priorityClassName: high}}}\n")));
        Assert.Equal("", With(kustomization, null, ("k/patch.yaml", Placed + "spec: {replicas: 1}\n")));
    }

    [Fact]
    public void A_patch_of_another_object_changes_nothing()
    {
        Assert.Equal(Found, With("patches: [{path: patch.yaml}]", null, ("k/patch.yaml", SpreadPatch.Replace("name: web", "name: other"))));
        Assert.Equal(Found, With("patches: [{path: patch.yaml, target: {kind: StatefulSet}}]", null, ("k/patch.yaml", SpreadPatch)));
        Assert.Equal(Found, With("patches: [{path: patch.yaml, target: {name: we}}]", null, ("k/patch.yaml", SpreadPatch)));
    }

    [Fact]
    public void A_patch_that_is_whole_enough_to_be_an_object_is_none() =>
        Assert.Equal("", With("patches: [{path: patch.yaml}]", App(Spread(Hard())), ("k/patch.yaml", App(replicas: 5))));

    [Theory]
    [InlineData("patches:\n- patch: |\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web, namespace: shop}\n    spec: {replicas: 1}\n", "")]
    [InlineData("patches:\n- patch: |\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web, namespace: shop}\n    spec: {paused: true}\n", Found)]
    [InlineData("patches:\n- target: {kind: Deployment}\n  patch: |\n    - {op: replace, path: /spec/replicas, value: 1}\n", "")]
    [InlineData("patches:\n- target: {kind: Deployment}\n  patch: |\n    - {op: add, path: /spec/template/spec/topologySpreadConstraints, value: [{topologyKey: topology.kubernetes.io/zone, maxSkew: 1, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}}]}\n", "")]
    [InlineData("patches:\n- target: {kind: Deployment}\n  patch: |\n    - {op: add, path: /spec/template/spec/topologySpreadConstraints, value: []}\n", "KUBE1001 k/kustomization.yaml")]
    [InlineData("patches:\n- target: {kind: Deployment}\n  patch: |\n    - {op: add, path: /spec/template/spec/containers/0/image, value: x}\n", Found)]
    [InlineData("patches:\n- target: {kind: Deployment}\n  patch: |\n    - {op: add, path: /metadata/labels, value: {a: b}}\n", Found)]
    [InlineData("patches:\n- patch: |\n    $patch: delete\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web, namespace: shop}\n", "")]
    [InlineData("patchesStrategicMerge:\n- |\n  apiVersion: apps/v1\n  kind: Deployment\n  metadata: {name: web, namespace: shop}\n  spec: {replicas: 1}\n", "")]
    public void An_inline_patch(string kustomization, string expected) => Assert.Equal(expected, With(kustomization));

    [Theory]
    [InlineData("patchesJson6902: [{path: patch.yaml, target: {version: v1, kind: Deployment, name: web}}]")]
    [InlineData("patches: [{path: patch.yaml, target: {kind: Deployment}}]")]
    public void A_json_patch_in_a_file(string kustomization)
    {
        Assert.Equal("", With(kustomization, null, ("k/patch.yaml", "- op: replace\n  path: /spec/replicas\n  value: 1\n")));
        Assert.Equal(Found, With(kustomization, null, ("k/patch.yaml", "- op: replace\n  path: /spec/paused\n  value: true\n")));
    }

    [Theory]
    [InlineData("patches: [{path: missing.yaml}]", "")]
    [InlineData("patches: [{path: missing.yaml, target: {kind: StatefulSet}}]", Found)]
    [InlineData("patches: [{path: 'https://example.com/p.yaml'}]", "")]
    [InlineData("transformers: [t.yaml]", "")]
    [InlineData("replacements: [{path: r.yaml}]", "")]
    [InlineData("replacements: [{source: {}, targets: [{select: {kind: Deployment}, fieldPaths: [spec.replicas]}]}]", "")]
    [InlineData("replacements: [{source: {}, targets: [{select: {kind: Service}, fieldPaths: [spec.replicas]}]}]", Found)]
    public void What_cannot_be_read_may_change_all_that_it_selects(string kustomization, string expected) => Assert.Equal(expected, With(kustomization));

    [Theory]
    [InlineData("replicas: [{name: web, count: 1}]", "")]
    [InlineData("replicas: [{name: other, count: 1}]", Found)]
    public void Replicas(string kustomization, string expected) => Assert.Equal(expected, With(kustomization));

    [Theory]
    [InlineData("commonLabels: {app: web}", "")]
    [InlineData("labels: [{pairs: {app: web}, includeSelectors: true}]", "")]
    [InlineData("labels: [{pairs: {app: web}, includeTemplates: true}]", "")]
    [InlineData("labels: [{pairs: {app: web}}]", "KUBE1002 k/app.yaml")]
    [InlineData("commonLabels: {team: a}", "KUBE1002 k/app.yaml")]
    [InlineData("commonLabels: {app: shop}", "")]
    public void Labels(string kustomization, string expected) => Assert.Equal(expected, With(kustomization, App(Spread(Hard()), labels: "app: other")));

    [Fact]
    public void Components_and_overlays_reach_the_base()
    {
        const string patch = "patches: [{patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {replicas: 1}}'}]\n";
        (string, string) app = ("base/app.yaml", App());
        Assert.Equal("", InFiles(("base/kustomization.yaml", "resources: [app.yaml]\n"), app, ("over/kustomization.yaml", "resources: [../base]\n" + patch)));
        Assert.Equal("", InFiles(("base/kustomization.yaml", "resources: [app.yaml]\n"), app, ("over/kustomization.yaml", "resources: [../base]\ncomponents: [../comp]\n"),
            ("comp/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n" + patch)));
        Assert.Equal("KUBE1001 base/app.yaml", InFiles(("base/kustomization.yaml", "resources: [app.yaml]\n"), app, ("over/kustomization.yaml", patch)));
    }

    [Theory]
    [InlineData("patches:\n- patch: |\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web, namespace: shop}\n    spec: {template: {spec: {nodeSelector: {$patch: delete}, topologySpreadConstraints: [{topologyKey: topology.kubernetes.io/zone, maxSkew: 1, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}}]}}}\n")]
    [InlineData("patches:\n- target: {kind: Deployment}\n  patch: |\n    - {op: move, from: /spec/template/spec/nodeSelector, path: /metadata/annotations}\n    - {op: replace, path: /spec/replicas, value: 1}\n")]
    [InlineData("replacements:\n- source: {kind: ConfigMap}\n  targets:\n  - select: {kind: Deployment}\n    fieldPaths: ['spec.template.spec.nodeSelector.topology\\.kubernetes\\.io/zone']\n")]
    public void What_takes_a_pin_away(string kustomization) =>
        Assert.Equal("", With(kustomization, App("nodeSelector: {" + Zone + ": a}")));

    [Fact]
    public void A_patch_may_call_an_object_by_its_new_name()
    {
        var overlay = ("over/kustomization.yaml", "resources: [../k]\nreplicas: [{name: x-web, count: 1}]\n");
        Assert.Equal("", With("namePrefix: x-", null, overlay));
        Assert.Equal(Found, With("", null, overlay));
    }

    [Fact]
    public void Files_beside_the_root_are_joined() =>
        Assert.Equal("", InFiles(("kustomization.yaml", "resources: [../base/app.yaml]\nreplicas: [{name: web, count: 1}]\n"), ("../base/app.yaml", App())));

    [Fact]
    public void A_suppression_of_what_is_hidden_is_not_unused()
    {
        const string suppressed = "# kubelint:disable KUBE1001 -- a cache\n";
        Assert.Equal("", With("transformers: [t.yaml]", suppressed + App()));
        Assert.Equal("", With("replacements: [{source: {}, targets: [{select: {kind: Deployment}, fieldPaths: [spec.replicas]}]}]", suppressed + App()));
        Assert.Equal("KUBE0003 k/app.yaml", With("replicas: [{name: web, count: 1}]", suppressed + App()));
    }

    [Fact]
    public void Suppressions_of_the_base_and_of_the_patch_both_work()
    {
        const string place = "spec: {template: {spec: {nodeSelector: {topology.kubernetes.io/zone: a}}}}";
        Assert.Equal("KUBE1007 k/patch.yaml", With("patches: [{path: patch.yaml}]", null, ("k/patch.yaml", Placed + place + "\n")));
        Assert.Equal("", With("patches: [{path: patch.yaml}]", null, ("k/patch.yaml", Placed + place + " # kubelint:disable KUBE1007\n")));
        Assert.Equal("", With("patches: [{path: patch.yaml}]", null, ("k/patch.yaml", "# kubelint:disable KUBE1007\n" + Placed + place + "\n")));
        Assert.Equal("", With("patches: [{path: patch.yaml}]", "# kubelint:disable KUBE1007\n" + App(), ("k/patch.yaml", Placed + place + "\n")));
        Assert.Equal("", With("patches: [{path: patch.yaml}]", App().Replace("namespace: shop }", "namespace: shop, annotations: {kubelint/disable: KUBE1007} }"), ("k/patch.yaml", Placed + place + "\n")));
    }

    private static (string, string)[] Overlays(string dev, string prod) =>
    [
        ("base/kustomization.yaml", "resources: [app.yaml]\n"), ("base/app.yaml", App()), ("dev/kustomization.yaml", "resources: [../base]\n" + dev), ("prod/kustomization.yaml", "resources: [../base]\n" + prod),
    ];

    [Fact]
    public void Variants_are_judged_each_by_itself()
    {
        var found = Find(Overlays("replicas: [{name: web, count: 2}]\n", "replicas: [{name: web, count: 6}]\n"));
        Assert.Equal(["base/app.yaml", "base/app.yaml"], found.Select(f => f.Span.File.Path));
        Assert.Contains("its 2 replicas", found[0].Message, StringComparison.Ordinal);
        Assert.Contains("its 6 replicas", found[1].Message, StringComparison.Ordinal);
        Assert.Equal(["dev/kustomization.yaml", "prod/kustomization.yaml"], found.Select(f => f.Related[^1].Span.File.Path));
        Assert.Equal("KUBE1001 base/app.yaml", InFiles(Overlays("replicas: [{name: web, count: 1}]\n", "")));
    }

    [Fact]
    public void What_variants_have_alike_is_told_once_and_an_annotation_counts_for_all()
    {
        Assert.Equal("KUBE1001 base/app.yaml", InFiles(Overlays("", "")));
        Assert.Equal("KUBE1001 base/app.yaml", InFiles(Overlays("images: [{name: a, newTag: b}]\n", "commonAnnotations: {a: b}\n")));
        var files = Overlays("replicas: [{name: web, count: 2}]\n", "replicas: [{name: web, count: 1}]\n");
        files[1].Item2 = files[1].Item2.Replace("namespace: shop }", "namespace: shop, annotations: {kubelint/disable: KUBE1001} }");
        Assert.Equal("", InFiles(files));
    }

    [Fact]
    public void What_one_variant_declares_is_not_beside_another()
    {
        const string hpa = "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web, namespace: shop}\nspec: {minReplicas: 5, maxReplicas: 9, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}\n";
        var files = Overlays("resources: [../base]\n", "resources: [../base, hpa.yaml]\nreplicas: [{name: web, count: 2}]\n");
        files[2].Item2 = "resources: [../base]\n";
        files[3].Item2 = "resources: [../base, hpa.yaml]\nreplicas: [{name: web, count: 2}]\n";
        var found = Find([.. files, ("prod/hpa.yaml", hpa)]);
        Assert.Contains("its 3 replicas", found[0].Message, StringComparison.Ordinal);
        Assert.Contains("5 replicas", found[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_beside_variants_of_something_else_is_in_doubt()
    {
        const string budget = "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web, namespace: shop}\nspec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}\n";
        string Missing(params (string, string)[] files) => string.Join(", ", Find(files, rules: Only("KUBE5001")).Select(f => f.Span.File.Path));

        // Budgets in two variants of another thing may be those of the workload; in variants of the workload they are not.
        (string, string)[] infra = [("infra-dev/kustomization.yaml", "resources: [../infra]\n"), ("infra-prod/kustomization.yaml", "resources: [../infra]\ncommonLabels: {a: b}\n"), ("infra/kustomization.yaml", "resources: [pdb.yaml]\n"), ("infra/pdb.yaml", budget)];
        Assert.Equal("k/app.yaml", Missing(("k/kustomization.yaml", "resources: [app.yaml]\n"), ("k/app.yaml", App())));
        Assert.Equal("", Missing([("k/kustomization.yaml", "resources: [app.yaml]\n"), ("k/app.yaml", App()), .. infra]));
        var variants = Overlays("", "");
        variants[3].Item2 = "resources: [../base, pdb.yaml]\nreplicas: [{name: web, count: 4}]\n";
        Assert.Equal("base/app.yaml", Missing([.. variants, ("prod/pdb.yaml", budget)]));
    }

    [Fact]
    public void What_remote_resources_may_declare_is_unknown_for_their_own_kustomization_alone()
    {
        string Missing(params (string, string)[] files) => string.Join(", ", Find(files, rules: Only("KUBE5001")).Select(f => f.Span.File.Path));
        Assert.Equal("b/app.yaml", Missing(
            ("a/kustomization.yaml", "resources: [app.yaml, 'https://example.com/x.yaml']\n"), ("a/app.yaml", App()),
            ("b/kustomization.yaml", "resources: [app.yaml]\n"), ("b/app.yaml", App(name: "other"))));
    }

    [Fact]
    public void A_base_that_overlays_use_is_not_judged_alone()
    {
        const string patch = "patches: [{patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {replicas: 1}}'}]\n";
        Assert.Equal("", InFiles(Overlays(patch, patch)));
        Assert.Equal("KUBE1001 loose.yaml", InFiles([.. Overlays(patch, patch), ("loose.yaml", App(name: "loose"))]));
    }
}
