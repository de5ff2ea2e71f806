using static KubeLint.Yaml.Tests.Reading;

namespace KubeLint.Yaml.Tests;

public sealed class PassedOverTests
{
    public static TheoryData<string> Others => new()
    {
        "replicaCount: 3\nimage:\n  tag: 1\n", // values of a chart
        "services:\n  web:\n    image: web\n    deploy: {replicas: 3}\n", // docker-compose
        "{\"name\": \"x\", \"version\": \"1.0.0\", \"scripts\": {}}", // package.json
        "on: push\njobs:\n  build:\n    runs-on: x\n    steps:\n    - run: echo apiVersion kind\n", // a workflow
        "on: push\njobs:\n  build:\n    steps:\n    - run: |\n        cat <<EOF\n        apiVersion: v1\n        kind: Pod\n        EOF\n",
        "a: b\n\tc: \"apiVersion kind\n", // broken, and says nothing of itself
        "- apiVersion: v1\n  kind: Service\n  broken: \"\n",
        "- op: x\n",
        "[1, 2, \"apiVersion\", \"kind\"]",
        "--- |\n  apiVersion: v1\n  kind: Service\n",
        "just a text about apiVersion and kind",
        "apiVersion: v2\nname: chart\nversion: 1.0.0\n# kind: none\n", // Chart.yaml
        "",
        "\n\n",
        "# only a comment about apiVersion and kind\n",
        "---\n---\n...\n",
        "\ufeff",
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_no_manifest_is_silent(string text)
    {
        Assert.Empty(Lint(text));
        Assert.Equal(0, Read(text).Counts.Read + Read(text).Counts.Unreadable);
        Assert.EndsWith("KUBE3001@6:20", Found(StorageClass + "---\n" + text));
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: ConfigMap\ndata:\n  a: \"open\n\tb: [\n")]
    [InlineData("apiVersion: example.com/v1\nkind: Deployment\nspec: {a: b, a: c}\n")]
    [InlineData("kind: \"Secret\" # c\napiVersion: 'v1'\nstringData: *nowhere\n")]
    [InlineData("apiVersion: v1\r\nkind: ConfigMap\r\ndata: [\r\n")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\ndata: \0\n")]
    public void Kinds_that_no_rule_reads_are_passed_over_faults_and_all(string text)
    {
        Assert.Equal(new DocumentCounts(0, 1, 0, 0, 0), Read(text).Counts);
        Assert.Equal("StorageClass", Kinds(text + "\n---\n" + StorageClass));
    }

    [Theory]
    [InlineData("resources: [a.yaml]\n")]
    [InlineData("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n")]
    [InlineData("kind: Kustomization\nresources: [a.yaml]\n")]
    public void A_kustomization_is_known_by_its_name(string text)
    {
        var resource = Assert.Single(Objects(text, "base/kustomization.yaml"));
        Assert.Equal(("Kustomization", "kustomize.config.k8s.io"), (resource.Kind, resource.Group));
        Assert.Single(Objects(text, "kustomization.yml"));
        Assert.Single(Objects(text, "Kustomization"));
    }

    [Fact]
    public void A_kustomization_of_another_name_says_what_it_is()
    {
        Assert.Empty(Objects("resources: [a.yaml]\n", "other.yaml"));
        Assert.Single(Objects("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n", "other.yaml"));
    }

    [Fact]
    public void A_broken_kustomization_is_told()
    {
        var problem = Assert.Single(Read("resources:\n- a\n- \"b\n", "kustomization.yaml").Problems);
        Assert.Equal(3, problem.Span.StartPosition.Line);
    }

    [Fact]
    public void Inline_patches_are_read()
    {
        const string text = """
            patches:
            - target: {kind: Deployment}
              patch: |-
                - op: replace
                  path: /spec/replicas
                  value: 5
            - patch: |-
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: a}
            patchesStrategicMerge:
            - patch.yaml
            - |-
              apiVersion: apps/v1
              kind: Deployment
            patchesJson6902:
            - patch: '[{"op": "remove", "path": "/spec"}]'
            """;
        var root = Assert.Single(Objects(text, "kustomization.yaml")).Root;
        Assert.Equal(
            "{patches: [{target: {kind: 'Deployment'}, patch: [{op: 'replace', path: '/spec/replicas', value: 5}]}, "
            + "{patch: {apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'a'}}}], "
            + "patchesStrategicMerge: ['patch.yaml', {apiVersion: 'apps/v1', kind: 'Deployment'}], "
            + "patchesJson6902: [{patch: [{op: 'remove', path: '/spec'}]}]}",
            Show(root.Node!));
    }

    [Theory]
    [InlineData("a: 1\n---\nb: 2")]
    [InlineData("a: [")]
    [InlineData("{{ x }}\na: b")]
    public void A_patch_that_is_not_one_value_stays_text(string patch)
    {
        var root = Assert.Single(Objects("patches:\n- patch: |-\n    " + patch.Replace("\n", "\n    ") + "\n", "kustomization.yaml")).Root;
        Assert.False(Assert.Single(root["patches"].Items)["patch"].Node is Syntax.MappingNode);
    }

    [Theory]
    [InlineData("- op: replace\n  path: /spec/replicas\n  value: 3\n")]
    [InlineData("---\n# c\n- op: add\n  path: /spec\n")]
    [InlineData("[{\"op\": \"remove\", \"path\": \"/spec\"}]")]
    public void A_JSON_patch_is_read(string text) => Assert.Equal("JsonPatch", Kinds(text));

    [Theory]
    [InlineData("- name: x\n  path: /operator/add\n")]
    [InlineData("[{\"path\": \"option\", \"add\": 1}]")]
    public void Another_list_is_no_patch(string text) => Assert.Equal(new DocumentCounts(0, 0, 0, 1, 0), Read(text).Counts);
}
