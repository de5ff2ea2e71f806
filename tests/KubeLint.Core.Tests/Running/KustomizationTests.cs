using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Running;

/// <summary>What a kustomization in the set may change of a base is unknown, and files that are patches are no objects.</summary>
public sealed class KustomizationTests
{
    private static string With(string kustomization, string? base_ = null, params (string, string)[] others) =>
        InFiles([("k/kustomization.yaml", "resources: [app.yaml]\n" + kustomization), ("k/app.yaml", base_ ?? App()), .. others]);

    private const string Found = "KUBE1001 k/app.yaml";

    private const string SpreadPatch = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {topologySpreadConstraints: []}}}\n";

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
        Assert.Equal("", With(kustomization, null, ("k/patch.yaml", SpreadPatch.Replace("topologySpreadConstraints: []", "affinity: {}"))));
        Assert.Equal(Found, With(kustomization, null, ("k/patch.yaml", SpreadPatch.Replace("topologySpreadConstraints: []", "priorityClassName: high"))));
    }

    [Fact]
    public void A_patch_of_another_object_changes_nothing()
    {
        Assert.Equal(Found, With("patches: [{path: patch.yaml}]", null, ("k/patch.yaml", SpreadPatch.Replace("web", "other"))));
        Assert.Equal(Found, With("patches: [{path: patch.yaml, target: {kind: StatefulSet}}]", null, ("k/patch.yaml", SpreadPatch)));
        Assert.Equal(Found, With("patches: [{path: patch.yaml, target: {name: we}}]", null, ("k/patch.yaml", SpreadPatch)));
    }

    [Fact]
    public void A_patch_that_is_whole_enough_to_be_an_object_is_none() =>
        Assert.Equal("", With("patches: [{path: patch.yaml}]", App(Spread(Hard())), ("k/patch.yaml", App("", 5))));

    [Theory]
    [InlineData("patches:\n- patch: |\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web}\n    spec: {replicas: 5}\n", "")]
    [InlineData("patches:\n- patch: |\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web}\n    spec: {paused: true}\n", Found)]
    [InlineData("patches:\n- target: {kind: Deployment}\n  patch: |\n    - {op: replace, path: /spec/replicas, value: 1}\n", "")]
    [InlineData("patches:\n- target: {kind: Deployment}\n  patch: |\n    - {op: add, path: /spec/template/spec/topologySpreadConstraints, value: []}\n", "")]
    [InlineData("patches:\n- target: {kind: Deployment}\n  patch: |\n    - {op: add, path: /spec/template/spec/containers/0/image, value: x}\n", Found)]
    [InlineData("patches:\n- target: {kind: Deployment}\n  patch: |\n    - {op: add, path: /metadata/labels/a~1b, value: x}\n", Found)]
    [InlineData("patches:\n- patch: |\n    $patch: delete\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web}\n", "")]
    [InlineData("patchesStrategicMerge:\n- |\n  apiVersion: apps/v1\n  kind: Deployment\n  metadata: {name: web}\n  spec: {replicas: 5}\n", "")]
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
    public void Labels(string kustomization, string expected) => Assert.Equal(expected, With(kustomization, App(Spread(Hard()), labels: "app: other")));

    [Fact]
    public void Components_and_overlays_reach_the_base()
    {
        const string patch = "patches: [{patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 5}}'}]\n";
        (string, string) app = ("base/app.yaml", App());
        Assert.Equal("", InFiles(("base/kustomization.yaml", "resources: [app.yaml]\n"), app, ("over/kustomization.yaml", "resources: [../base]\n" + patch)));
        Assert.Equal("", InFiles(("base/kustomization.yaml", "resources: [app.yaml]\n"), app, ("over/kustomization.yaml", "resources: [../base]\ncomponents: [../comp]\n"),
            ("comp/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n" + patch)));
        Assert.Equal("KUBE1001 base/app.yaml", InFiles(("base/kustomization.yaml", "resources: [app.yaml]\n"), app, ("over/kustomization.yaml", patch)));
    }

    [Theory]
    [InlineData("patches:\n- patch: |\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web}\n    spec: {template: {spec: {nodeSelector: {$patch: delete}}}}\n")]
    [InlineData("patches:\n- target: {kind: Deployment}\n  patch: |\n    - {op: move, from: /spec/template/spec/nodeSelector, path: /metadata/annotations}\n")]
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
    public void A_suppression_of_what_is_hidden_is_not_unused() =>
        Assert.Equal("", With("replicas: [{name: web, count: 1}]", "# kubelint:disable KUBE1001 -- a cache\n" + App()));
}
