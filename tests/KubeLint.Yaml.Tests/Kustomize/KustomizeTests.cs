using KubeLint.Syntax;
using static KubeLint.Yaml.Tests.Kustomize.Kustomized;

namespace KubeLint.Yaml.Tests.Kustomize;

/// <summary>What kustomize 5 makes of kustomizations. Expected values were compared with <c>kubectl kustomize</c> by hand.</summary>
public sealed class KustomizeTests
{
    private const string App = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 1
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers: [{ name: main, image: 'shop/web:1.0', ports: [{ containerPort: 80 }], env: [{ name: A, value: a }, { name: B, value: b }] }]

        """;

    private const string Service = """
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { selector: { app: web }, ports: [{ port: 80 }] }

        """;

    private static string OfApp(string kustomization, params (string, string)[] others) => Built([("k/kustomization.yaml", "resources: [app.yaml]\n" + kustomization), ("k/app.yaml", App), .. others]);

    private static string Patched(string patch, string target = "") => OfApp($"patches:\n- path: p.yaml\n{target}", ("k/p.yaml", patch));

    private static string Merged(string spec) => Patched("apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: " + spec);

    private static string Expect(string from, string to) => Expect((from, to));

    private static string Expect(params (string From, string To)[] changes) => Objects(changes.Aggregate(App, (text, change) =>
    {
        Assert.Contains(change.From, text, StringComparison.Ordinal);
        return text.Replace(change.From, change.To, StringComparison.Ordinal);
    }));

    [Fact]
    public void A_kustomization_that_lists_resources_changes_nothing() =>
        Assert.Equal(Objects(App + "---\n" + Service), Built(("k/kustomization.yaml", "resources: [app.yaml, ./svc.yaml]\n"), ("k/app.yaml", App), ("k/svc.yaml", Service)));

    [Fact]
    public void Bases_are_built_before_their_overlays()
    {
        Assert.Equal(
            Expect(("name: web }", "name: p-web-b, namespace: over }"), ("replicas: 1", "replicas: 5")),
            Built(("base/kustomization.yml", "resources: [app.yaml]\nnameSuffix: -b\nnamespace: base\n"), ("base/app.yaml", App), ("over/Kustomization", "bases: [../base]\nnamePrefix: p-\nnamespace: over\nreplicas: [{ name: web, count: 5 }]\n")));
    }

    [Fact]
    public void Components_change_what_stands_beside_them()
    {
        const string Component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [svc.yaml]\nnamePrefix: c-\n";
        Assert.Equal(
            Objects(App.Replace("name: web }", "name: c-web, namespace: shop }") + "---\n" + Service.Replace("name: web }", "name: c-web, namespace: shop }")),
            OfApp("namespace: shop\ncomponents: [../c]\n", ("c/kustomization.yaml", Component), ("c/svc.yaml", Service)));
    }

    [Theory]
    [InlineData("{ replicas: 4, paused: true }", "replicas: 1", "replicas: 4\n  paused: true")]
    [InlineData("{ replicas: null }", "  replicas: 1\n", "")]
    [InlineData("{ template: { metadata: { labels: { tier: a } } } }", "{ labels: { app: web } }", "{ labels: { app: web, tier: a } }")]
    [InlineData("{ template: { metadata: { labels: { $patch: replace, tier: a } } } }", "{ labels: { app: web } }", "{ labels: { tier: a } }")]
    [InlineData("{ template: { metadata: { labels: { $patch: delete } } } }", "{ labels: { app: web } }", "{ }")]
    [InlineData("{ strategy: { type: Recreate, rollingUpdate: null } }", "replicas: 1", "replicas: 1\n  strategy: { type: Recreate }")]
    public void A_strategic_patch_merges_mappings(string spec, string from, string to) => Assert.Equal(Expect(from, to), Merged(spec));

    [Theory]
    [InlineData("[{ name: B, value: x }, { name: C, value: c }]", "[{ name: B, value: x }, { name: C, value: c }, { name: A, value: a }]")]
    [InlineData("[{ name: A, $patch: delete }]", "[{ name: B, value: b }]")]
    [InlineData("[{ $patch: replace }, { name: C, value: c }]", "[{ name: C, value: c }]")]
    public void Lists_with_a_merge_key_are_merged_by_it(string patch, string expected) =>
        Assert.Equal(Expect("[{ name: A, value: a }, { name: B, value: b }]", expected), Merged("{ template: { spec: { containers: [{ name: main, env: " + patch + " }] } } }"));

    [Fact]
    public void What_a_patch_adds_to_a_list_stands_first()
    {
        Assert.Equal(Expect("[{ name: main", "[{ name: side }, { name: main"), Merged("{ template: { spec: { containers: [{ name: side }] } } }"));
        Assert.Equal(Expect("[{ containerPort: 80 }]", "[{ containerPort: 80, protocol: TCP }]"), Merged("{ template: { spec: { containers: [{ name: main, ports: [{ containerPort: 80, protocol: TCP }] }] } } }"));
    }

    [Fact]
    public void Constraints_are_merged_by_key_and_action()
    {
        static string Spread(string constraints) => App + "      topologySpreadConstraints: " + constraints + "\n";
        const string Soft = "{ topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, maxSkew: 1 }";
        const string Hard = "{ topologyKey: zone, whenUnsatisfiable: DoNotSchedule, maxSkew: 1 }";
        string Result(string constraint) => Built(("kustomization.yaml", "resources: [app.yaml]\npatches: [{ path: p.yaml }]\n"), ("app.yaml", Spread($"[{Soft}]")),
            ("p.yaml", $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{ name: web }}\nspec: {{ template: {{ spec: {{ topologySpreadConstraints: [{constraint}] }} }} }}\n"));
        Assert.Equal(Objects(Spread($"[{Hard}, {Soft}]")), Result(Hard));
        Assert.Equal(Objects(Spread($"[{Soft.Replace("1", "5", StringComparison.Ordinal)}]")), Result(Soft.Replace("1", "5", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("[{ key: b }]", "apps/v1", "Deployment", "[{ key: b }]")]
    [InlineData("[{ key: b }]", "argoproj.io/v1alpha1", "Rollout", "[{ key: b }]")]
    public void Other_lists_are_replaced(string patch, string apiVersion, string kind, string expected)
    {
        string Object(string tolerations) => $"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{ name: web }}\nspec: {{ template: {{ spec: {{ tolerations: {tolerations} }} }} }}\n";
        Assert.Equal(Objects(Object(expected)), Built(("kustomization.yaml", "resources: [a.yaml]\npatches: [{ path: p.yaml }]\n"), ("a.yaml", Object("[{ key: a }]")), ("p.yaml", Object(patch))));
    }

    [Fact]
    public void Lists_of_other_kinds_are_replaced_whatever_their_keys()
    {
        static string Rollout(string containers) => $"apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {{ name: web }}\nspec: {{ template: {{ spec: {{ containers: {containers} }} }} }}\n";
        Assert.Equal(Objects(Rollout("[{ name: b }]")), Built(("kustomization.yaml", "resources: [a.yaml]\npatches: [{ path: p.yaml }]\n"), ("a.yaml", Rollout("[{ name: a }]")), ("p.yaml", Rollout("[{ name: b }]"))));
    }

    [Theory]
    [InlineData("patches: [{ path: p.yaml }]", "")]
    [InlineData("patches: [{ path: p.yaml, target: { kind: Deployment } }]", ", labels: { a: b }, annotations: { a: b }")]
    [InlineData("patchesStrategicMerge: [p.yaml]", ", labels: { a: b }, annotations: { a: b }")]
    public void A_null_takes_all_labels_away_where_the_patch_names_its_object(string kustomization, string expected)
    {
        static string Named(string metadata) => App.Replace("{ name: web }", "{ name: web" + metadata + " }");
        Assert.Equal(
            Objects(Named(expected)),
            Built(("kustomization.yaml", $"resources: [app.yaml]\n{kustomization}\n"), ("app.yaml", Named(", labels: { a: b }, annotations: { a: b }")), ("p.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, labels: null, annotations: null }\n")));
    }

    [Fact]
    public void A_patch_takes_an_object_away() =>
        Assert.Equal("", Patched("$patch: delete\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\n"));

    [Theory]
    [InlineData("{ op: add, path: /spec/paused, value: true }", "replicas: 1", "replicas: 1\n  paused: true")]
    [InlineData("{ op: replace, path: /spec/replicas, value: 3 }", "replicas: 1", "replicas: 3")]
    [InlineData("{ op: replace, path: /spec/paused, value: true }", "replicas: 1", "replicas: 1\n  paused: true")]
    [InlineData("{ op: remove, path: /spec/replicas }", "  replicas: 1\n", "")]
    [InlineData("{ op: add, path: /spec/template/spec/containers/0/env/-, value: { name: C } }", "value: b }]", "value: b }, { name: C }]")]
    [InlineData("{ op: add, path: /spec/template/spec/containers/0/env/0, value: { name: C } }", "[{ name: A", "[{ name: C }, { name: A")]
    [InlineData("{ op: remove, path: /spec/template/spec/containers/0/env/1 }", ", { name: B, value: b }", "")]
    [InlineData("{ op: add, path: /metadata/labels, value: { a/b~c: x } }, { op: replace, path: /metadata/labels/a~1b~0c, value: y }", "name: web }", "name: web, labels: { a/b~c: y } }")]
    [InlineData("{ op: move, from: /spec/replicas, path: /spec/count }", "replicas", "count")]
    [InlineData("{ op: copy, from: /spec/replicas, path: /spec/count }", "replicas: 1", "replicas: 1\n  count: 1")]
    [InlineData("{ op: test, path: /spec/none, value: null }, { op: replace, path: /spec/replicas, value: 2 }", "replicas: 1", "replicas: 2")]
    [InlineData("{ op: test, path: /spec/replicas, value: 1 }, { op: replace, path: /spec/replicas, value: 2 }", "replicas: 1", "replicas: 2")]
    public void A_json_patch(string operations, string from, string to)
    {
        Assert.Equal(Expect(from, to), Patched($"[{operations}]", "  target: { kind: Deployment }\n"));
        Assert.Equal(Expect(from, to), OfApp($"patchesJson6902:\n- target: {{ group: apps, version: v1, kind: Deployment, name: web }}\n  patch: '[{operations}]'\n"));
    }

    [Theory]
    [InlineData("{ op: remove, path: /spec/none }", "there is no place '/spec/none' to change")]
    [InlineData("{ op: add, path: /spec/none/some, value: 1 }", "there is no place '/spec/none/some' to change")]
    [InlineData("{ op: replace, path: /spec/template/spec/containers/7, value: 1 }", "there is no place '/spec/template/spec/containers/7' to change")]
    [InlineData("{ op: test, path: /spec/replicas, value: 9 }", "the test of '/spec/replicas' fails")]
    [InlineData("{ op: shift, path: /spec/replicas }", "'shift' is no operation of a JSON patch")]
    [InlineData("{ op: add, value: 1 }", "this operation names no place that is known")]
    public void A_json_patch_that_does_not_fit(string operation, string expected)
    {
        var sets = Sets([("k/kustomization.yaml", "resources: [app.yaml]\npatches:\n- target: { kind: Deployment }\n  patch: '[" + operation + "]'\n"), ("k/app.yaml", App)]);
        Assert.StartsWith($"this kustomization is not built: {expected}; ", Assert.Single(sets.Notes).Message, StringComparison.Ordinal);
        Assert.Empty(sets.Problems);
        Assert.Equal("web", Assert.Single(sets.Whole.OfKind("apps", "Deployment")).Name);
    }

    [Theory]
    [InlineData("{ kind: Deployment }", true)]
    [InlineData("{ kind: Deploy.*, name: w.b }", true)]
    [InlineData("{ kind: Deploy }", false)]
    [InlineData("{ group: apps, version: v1 }", true)]
    [InlineData("{ group: batch }", false)]
    [InlineData("{ namespace: default }", true)]
    [InlineData("{ namespace: other }", false)]
    [InlineData("{ labelSelector: 'tier=front' }", true)]
    [InlineData("{ labelSelector: 'tier=front,app' }", false)]
    [InlineData("{ annotationSelector: tier=front }", false)]
    [InlineData("{ }", true)]
    public void A_target_selects(string target, bool isSelected) =>
        Assert.Equal(
            Objects(App.Replace("{ name: web }", "{ name: web, labels: { tier: front } }").Replace("replicas: 1", isSelected ? "replicas: 2" : "replicas: 1")),
            Built(("kustomization.yaml", $"resources: [app.yaml]\npatches:\n- target: {target}\n  patch: |-\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata:\n      name: ignored\n    spec:\n      replicas: 2\n"),
                ("app.yaml", App.Replace("{ name: web }", "{ name: web, labels: { tier: front } }"))));

    [Fact]
    public void A_namespace_is_set_on_all_that_stand_in_one()
    {
        const string Others = "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\n---\napiVersion: v1\nkind: Namespace\nmetadata: { name: old }\n---\n"
            + "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: b, namespace: old }\nsubjects: [{ kind: ServiceAccount, name: default, namespace: old }, { kind: ServiceAccount, name: a, namespace: old }]\n";
        Assert.Equal(
            Objects(App.Replace("name: web }", "name: web, namespace: new }") + "---\n" + Others.Replace("name: old }\n---", "name: new }\n---").Replace("b, namespace: old", "b, namespace: new").Replace("default, namespace: old", "default, namespace: new")),
            Built(("kustomization.yaml", "resources: [app.yaml]\nnamespace: new\n"), ("app.yaml", App + "---\n" + Others)));
    }

    [Fact]
    public void References_follow_names()
    {
        const string Others = """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: { name: {0}web{1} }
            spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: {0}web{1} } }
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: { name: {0}data{1} }
            spec: { storageClassName: {0}fast{1} }
            ---
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: { name: {0}fast{1} }
            ---
            apiVersion: v1
            kind: Service
            metadata: { name: {0}db{1} }
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: { name: {0}db{1} }
            spec: { serviceName: {0}db{1}, template: { spec: { volumes: [{ persistentVolumeClaim: { claimName: {0}data{1} } }, { persistentVolumeClaim: { claimName: elsewhere } }] } } }
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: { name: {0}web{1} }
            spec: { rules: [{ http: { paths: [{ backend: { service: { name: {0}db{1} } } }] } }] }

            """;
        static string Named(string prefix, string suffix) => App.Replace("name: web }\nspec", $"name: {prefix}web{suffix} }}\nspec") + "---\n" + Others.Replace("{0}", prefix).Replace("{1}", suffix);
        Assert.Equal(Objects(Named("p-", "-s")), Built(("kustomization.yaml", "resources: [app.yaml]\nnamePrefix: p-\nnameSuffix: -s\n"), ("app.yaml", Named("", ""))));
        Assert.Equal(Objects(Named("o-p-", "-s")), Built(("o/kustomization.yaml", "resources: [../b]\nnamePrefix: o-\n"), ("b/kustomization.yaml", "resources: [app.yaml]\nnamePrefix: p-\nnameSuffix: -s\n"), ("b/app.yaml", Named("", ""))));
    }

    [Fact]
    public void A_reference_means_what_stands_in_its_own_kustomization()
    {
        const string Hpa = "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web }\nspec: { scaleTargetRef: { name: web } }\n";
        Assert.Equal(
            Objects(string.Join("---\n", new[] { "a-", "b-" }.Select(p => App.Replace("name: web }\nspec", $"name: {p}web }}\nspec") + "---\n" + Hpa.Replace("name: web", $"name: {p}web")))),
            Built(("kustomization.yaml", "resources: [a, b]\n"), ("a/kustomization.yaml", "resources: [../c]\nnamePrefix: a-\n"), ("b/kustomization.yaml", "resources: [../c]\nnamePrefix: b-\n"), ("c/kustomization.yaml", "resources: [app.yaml]\n"), ("c/app.yaml", App + "---\n" + Hpa)));
    }

    [Theory]
    [InlineData("commonLabels: { tier: a }", true, true)]
    [InlineData("labels: [{ pairs: { tier: a }, includeSelectors: true }]", true, true)]
    [InlineData("labels: [{ pairs: { tier: a }, includeTemplates: true }]", true, false)]
    [InlineData("labels: [{ pairs: { tier: a } }]", false, false)]
    public void Labels(string kustomization, bool inTemplates, bool inSelectors)
    {
        const string Constraint = "      topologySpreadConstraints: [{ topologyKey: zone, labelSelector: { matchLabels: { app: web } } }]\n";
        var expected = App.Replace("name: web }", "name: web, labels: { tier: a } }").Replace("metadata: { labels: { app: web } }", inTemplates ? "metadata: { labels: { app: web, tier: a } }" : "metadata: { labels: { app: web } }")
            + (inSelectors ? Constraint.Replace("app: web", "app: web, tier: a") : Constraint) + "---\n" + Service.Replace("name: web }", "name: web, labels: { tier: a } }");
        if (inSelectors) expected = expected.Replace("selector: { matchLabels: { app: web } }", "selector: { matchLabels: { app: web, tier: a } }").Replace("selector: { app: web }", "selector: { app: web, tier: a }");
        Assert.Equal(Objects(expected), Built(("kustomization.yaml", "resources: [app.yaml]\n" + kustomization), ("app.yaml", App + Constraint + "---\n" + Service)));
    }

    [Fact]
    public void Labels_make_selectors_where_the_kind_needs_them()
    {
        const string Budget = "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: b }\nspec: { minAvailable: 1 }\n";
        Assert.Equal(
            Objects("apiVersion: v1\nkind: Service\nmetadata: { name: s, labels: { a: b } }\nspec: { selector: { a: b } }\n---\n" + Budget.Replace("name: b }", "name: b, labels: { a: b } }")),
            Built(("kustomization.yaml", "resources: [x.yaml]\ncommonLabels: { a: b }\n"), ("x.yaml", "apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: { }\n---\n" + Budget)));
    }

    [Fact]
    public void Annotations_reach_pods() =>
        Assert.Equal(Expect(("name: web }", "name: web, annotations: { a: '1' } }"), ("{ labels: { app: web } }", "{ labels: { app: web }, annotations: { a: '1' } }")), OfApp("commonAnnotations: { a: '1' }\n"));

    [Theory]
    [InlineData("{ name: shop/web, newTag: '2' }", "shop/web:2")]
    [InlineData("{ name: shop/web, newName: host:5000/other }", "host:5000/other:1.0")]
    [InlineData("{ name: shop/web, digest: 'sha256:24' }", "shop/web@sha256:24")]
    [InlineData("{ name: shop/web, newTag: '2', digest: 'sha256:24' }", "shop/web:2@sha256:24")]
    [InlineData("{ name: shop/web, tagSuffix: -dev }", "shop/web:1.0-dev")]
    [InlineData("{ name: web, newTag: '2' }", "shop/web:1.0")]
    [InlineData("{ name: '[', newTag: '2' }", "shop/web:1.0")]
    public void Images(string image, string expected) => Assert.Equal(Expect("shop/web:1.0", expected), OfApp($"images: [{image}]\n"));

    [Fact]
    public void Replicas()
    {
        Assert.Equal(Expect("replicas: 1", "replicas: 0"), OfApp("replicas: [{ name: web, count: 0 }]\n"));
        Assert.StartsWith("this kustomization is not built: there is no workload 'other' whose replicas could be set; ", Note(("kustomization.yaml", "resources: [app.yaml]\nreplicas: [{ name: other, count: 1 }]\n"), ("app.yaml", App)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_may_call_an_object_by_what_it_was_or_is_called()
    {
        foreach (var name in new[] { "web", "b-web" })
        {
            Assert.Equal(
                Expect(("name: web }\nspec", "name: b-web }\nspec"), ("replicas: 1", "replicas: 2")),
                Built(("o/kustomization.yaml", $"resources: [../b]\npatchesStrategicMerge:\n- |-\n  apiVersion: apps/v1\n  kind: Deployment\n  metadata:\n    name: {name}\n  spec:\n    replicas: 2\n"), ("b/kustomization.yaml", "resources: [app.yaml]\nnamePrefix: b-\n"), ("b/app.yaml", App)));
        }
    }

    [Theory]
    [InlineData("resources: [app.yaml, app.yaml]", "Deployment 'web' is taken in twice")]
    [InlineData("resources: [app.yaml]\npatchesStrategicMerge: [p.yaml]", "there is no Deployment 'other' to patch")]
    [InlineData("resources: [app.yaml]\npatches:\n- patch: '[{ op: remove, path: /spec }]'", "this patch names no object, and has no target")]
    public void What_kustomize_refuses_is_not_built(string kustomization, string expected) =>
        Assert.Equal($"this kustomization is not built: {expected}; what it may change is taken as unknown",
            Note(("k/kustomization.yaml", kustomization + "\n"), ("k/app.yaml", App), ("k/p.yaml", App.Replace("name: web", "name: other"))));

    [Fact]
    public void What_no_tool_can_build_is_a_finding()
    {
        var circle = Sets([("a/kustomization.yaml", "resources: [../b]\n"), ("b/kustomization.yaml", "resources: [../a, app.yaml]\n"), ("b/app.yaml", App)]);
        Assert.Equal("the kustomization in 'a' takes itself in, by way of 'a', 'b'", Assert.Single(circle.Problems).Message);
        Assert.Single(circle.Whole.OfKind("apps", "Deployment"));
    }

    [Fact]
    public void Variants_that_are_called_alike_stand_in_one_cluster_unless_they_contradict_each_other()
    {
        (string, string)[] Service(string name, params (string Variant, int Replicas)[] variants) =>
        [
            ($"{name}/base/kustomization.yaml", "resources: [app.yaml]\n"),
            ($"{name}/base/app.yaml", App.Replace("name: web", $"name: {name}")),
            .. variants.Select(v => ($"{name}/{v.Variant}/kustomization.yaml", $"resources: [../base]\nreplicas: [{{ name: {name}, count: {v.Replicas} }}]\n")),
        ];

        string Sets(params (string, string)[] files) => string.Join(" | ", Kustomized.Sets(files).All.Select(set => string.Join(", ", set.Judged.Where(r => r.Kind == "Deployment").Select(r => $"{r.Name} {r.Root["spec"]["replicas"].Integer}"))));

        Assert.Equal(" | a 2, b 3 | a 4, b 5", Sets([.. Service("a", ("dev", 2), ("prod", 4)), .. Service("b", ("dev", 3), ("prod", 5))]));
        Assert.Equal(" | a 2 | a 4 | b 3 | b 5", Sets([.. Service("a", ("dev", 2), ("prod", 4)), .. Service("b", ("one", 3), ("two", 5))]));
        Assert.Equal(" | a 2 | a 4", Sets([.. Service("a", ("x/prod", 2), ("y/prod", 4)).Select(f => (f.Item1, f.Item2.Replace("../base", "../../base")))]));
    }

    [Fact]
    public void What_is_not_there_may_be_made_later()
    {
        var sets = Sets([("k/kustomization.yaml", "resources: [app.yaml, gone.yaml]\n"), ("k/app.yaml", App)], "k/gone.yaml");
        Assert.Empty(sets.Problems);
        Assert.Equal("there is no file or folder 'k/gone.yaml'; what they say is taken as unknown", Assert.Single(sets.Notes).Message);
        Assert.Equal(("web", true), (Assert.Single(sets.Whole.OfKind("apps", "Deployment")).Name, sets.Whole.IsOpen));
    }

    [Theory]
    [InlineData("resources: [app.yaml, 'https://example.com/x.yaml']", "remote resources are not fetched", true, false)]
    [InlineData("resources: [app.yaml, 'github.com/a/b?ref=1']", "remote resources are not fetched", true, false)]
    [InlineData("resources: [app.yaml]\nhelmCharts: [{ name: a }]", "Helm charts are not rendered", true, false)]
    [InlineData("resources: [app.yaml]\ngenerators: [g.yaml]", "generators are not run", true, false)]
    [InlineData("resources: [app.yaml]\ncomponents: ['https://example.com/x?ref=1']", "remote components are not fetched", true, true)]
    [InlineData("resources: [app.yaml]\ntransformers: [t.yaml]", "transformers are not run", false, true)]
    [InlineData("resources: [app.yaml]\npatches: [{ path: 'https://example.com/p.yaml' }]", "this patch can't be read", false, true)]
    [InlineData("resources: [app.yaml]\npatches: [{ path: 'https://example.com/p.yaml', target: { kind: Job } }]", "this patch can't be read", false, false)]
    public void What_is_not_built_makes_its_part_unknown(string kustomization, string expected, bool isOpen, bool isDoubtful)
    {
        var sets = Sets([("k/kustomization.yaml", kustomization + "\n"), ("k/app.yaml", App)]);
        Assert.Equal((expected + "; what they say is taken as unknown", "k"), (Assert.Single(sets.Notes).Message, sets.Notes[0].Folder));
        Assert.Equal((isOpen, isDoubtful), (sets.Whole.IsOpen, sets.Whole.Doubtful.Count == 1));
        Assert.Equal(!isDoubtful, sets.Whole.OfKind("apps", "Deployment").Count == 1);
        Assert.Empty(sets.Problems);
    }

    [Fact]
    public void What_replacements_and_variables_write_is_unknown()
    {
        var replaced = Sets([("kustomization.yaml", "resources: [app.yaml]\nreplacements: [{ source: { kind: ConfigMap }, targets: [{ select: { kind: Deployment }, fieldPaths: [spec.replicas, 'metadata.annotations.a\\.b'] }] }]\n"), ("app.yaml", App)]).Whole.All[0].Root;
        Assert.True(replaced["spec"]["replicas"].IsUnknown);
        Assert.True(replaced["metadata"]["annotations"].IsUnknown);
        var annotated = App.Replace("{ name: web }", "{ name: web, annotations: { a.b/c: x, d: x } }");
        var bracketed = Sets([("kustomization.yaml", "resources: [app.yaml]\nreplacements: [{ source: { kind: ConfigMap }, targets: [{ select: { kind: Deployment }, fieldPaths: ['metadata.annotations.[a.b/c]', 'spec.template.spec.containers.[name=main].env.0.value'] }] }]\n"), ("app.yaml", annotated)]).Whole.All[0].Root;
        Assert.Equal((true, "x"), (bracketed["metadata"]["annotations"]["a.b/c"].IsUnknown, bracketed["metadata"]["annotations"]["d"].Text));
        Assert.True(bracketed.At("spec", "template", "spec")["containers"][0].IsUnknown);
        var variable = Sets([("kustomization.yaml", "resources: [app.yaml]\nvars: [{ name: HOST }]\n"), ("app.yaml", App.Replace("app: web", "app: $(HOST)"))]).Whole.All[0].Root;
        Assert.True(variable.At("spec", "selector", "matchLabels", "app").IsUnknown);
    }

    [Fact]
    public void Every_value_points_to_the_file_that_wrote_it()
    {
        const string Kustomization = """
            resources: [app.yaml]
            namespace: shop
            patches:
            - patch: |-
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                spec:
                  paused: true
            - path: p.yaml
              target:
                kind: Deployment
            """;
        var root = Sets([("kustomization.yaml", Kustomization), ("app.yaml", App), ("p.yaml", "- op: add\n  path: /spec/minReadySeconds\n  value: 5\n")]).Whole.All[0].Root;
        static string Place(Field field) => $"{field.Span.File.Path} {field.Span.StartPosition.Line}:{field.Span.StartPosition.Column} {field.KeySpan.File.Path} {field.KeySpan.StartPosition.Line}:{field.KeySpan.StartPosition.Column}";
        Assert.Equal("app.yaml 5:13 app.yaml 5:3", Place(root["spec"]["replicas"]));
        Assert.Equal("kustomization.yaml 10:15 kustomization.yaml 10:7", Place(root["spec"]["paused"]));
        Assert.Equal("p.yaml 3:10 p.yaml 2:9", Place(root["spec"]["minReadySeconds"]));
        Assert.Equal("kustomization.yaml 2:12 kustomization.yaml 2:12", Place(root["metadata"]["namespace"]));
        Assert.Equal("app.yaml 4:1", $"{root["spec"].KeySpan.File.Path} {root["spec"].KeySpan.StartPosition.Line}:{root["spec"].KeySpan.StartPosition.Column}");
    }

    [Fact]
    public void An_inline_patch_in_quotes_points_to_them()
    {
        var root = Sets([("kustomization.yaml", "resources: [app.yaml]\npatches:\n- patch: '{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { paused: true } }'\n"), ("app.yaml", App)]).Whole.All[0].Root;
        Assert.Equal((3, 10), (root["spec"]["paused"].Span.StartPosition.Line, root["spec"]["paused"].Span.StartPosition.Column));
    }
}
