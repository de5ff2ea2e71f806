
namespace KubeLint.Analyzers.Tests;

/// <summary>Code in which a linter could say something false, or fail.</summary>
public sealed class HazardTests
{
    private const string Workload = """
        V1Deployment Build() => new V1Deployment
        {
            Metadata = new V1ObjectMeta { Name = "web" },
            Spec = new V1DeploymentSpec
            {
                Replicas = 3,
                Selector = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { ["app"] = "web" } },
                Template = new V1PodTemplateSpec
                {
                    Metadata = new V1ObjectMeta { Labels = new Dictionary<string, string> { ["app"] = "web" } },
                    [|Spec|] = new V1PodSpec { Containers = new List<V1Container> { new V1Container { Name = "web" } } },
                },
            },
        };
        """;

    [Fact]
    public Task Constructors_set_what_their_parameters_name() => new Verifier { HasOwnModels = true }.Verify(OldModels.Source, """
        using k8s.Models;
        class A
        {
            object Build(IDictionary<string, string> labels) => new V1Deployment("apps/v1", "Deployment", new V1ObjectMeta(name: "web"), new V1DeploymentSpec(
                new V1LabelSelector(labels), new V1PodTemplateSpec(new V1ObjectMeta(labels: labels), [|spec: new V1PodSpec(new[] { new V1Container("web") })|]), replicas: 3));
        }
        """);

    [Theory]
    [InlineData("new(1, \"topology.kubernetes.io/zone\", \"DoNotSchedule\", labelSelector: new(labels))", null)]
    [InlineData("new(1, \"topology.kubernetes.io/zone\", \"DoNotSchedule\", labelSelector: new(others))", null)]
    [InlineData("new(1, \"topology.kubernetes.io/zone\", \"DoNotSchedule\")", "KUBE1002")]
    [InlineData("new(1, key, \"DoNotSchedule\", new(labels))", null)]
    [InlineData("new(0, \"topology.kubernetes.io/zone\", \"DoNotSchedule\", new(labels))", "KUBE1005")]
    [InlineData("new(1, \"kubernetes.io/hostname\", \"DoNotSchedule\", new(labels))", "KUBE1001")]
    public async Task Constraints_by_constructors_are_judged(string constraint, string? rule) => Assert.Equal(rule is null ? [] : [rule], (await new Verifier { HasOwnModels = true }.Diagnose(OldModels.Source, $$"""
        using k8s.Models;
        class A
        {
            object Build(IDictionary<string, string> labels, IDictionary<string, string> others, string key) => new V1Deployment("apps/v1", "Deployment", new V1ObjectMeta(name: "web"), new V1DeploymentSpec(
                new V1LabelSelector(labels), new V1PodTemplateSpec(new V1ObjectMeta(labels: labels), new V1PodSpec(new[] { new V1Container("web") }, new List<V1TopologySpreadConstraint> { {{constraint}} })), 3));
        }
        """)).Select(d => d.Id));

    [Theory]
    [InlineData("new List<V1OwnerReference> { owner }")]
    [InlineData("new List<V1OwnerReference> { new V1OwnerReference { Kind = \"App\", Controller = true } }")]
    [InlineData("Owners()")]
    public Task Who_owns_what_code_makes_does_not_matter(string owners) => new Verifier().Verify(
        $"class A {{ {Workload.Replace("Build()", "Build(V1OwnerReference owner)").Replace("Name = \"web\" },\n    Spec", $"Name = \"web\", OwnerReferences = {owners} }},\n    Spec")} static extern List<V1OwnerReference> Owners(); }}",
        "class B { void Own(V1Deployment d) => d.Metadata.OwnerReferences = null; }");

    [Theory]
    [InlineData("Name = \"web\"", "Deployment 'web': ")]
    [InlineData("Name = name", "Deployment 'name': ")]
    [InlineData("Name = name.Trim(), NamespaceProperty = name", "Deployment of a name that is not known: ")]
    [InlineData("NamespaceProperty = \"shop\"", "Deployment 'shop/(no name)': ")]
    public async Task Messages_name_an_object_where_its_name_is_known(string metadata, string expected)
    {
        var found = await new Verifier().Diagnose($"class A {{ {Workload.Replace("[|", "").Replace("|]", "").Replace("Build()", "Build(string name)").Replace("Name = \"web\" },\n    Spec", $"{metadata} }},\n    Spec")} }}");
        Assert.StartsWith(expected, Assert.Single(found).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_copy_by_constructor_is_unknown() => new Verifier { HasOwnModels = true }.Verify(OldModels.Source, """
        using k8s.Models;
        class A
        {
            object Build(V1Deployment d) => new V1Deployment(d.ApiVersion, d.Kind, d.Metadata, d.Spec);
        }
        """);

    [Theory]
    [InlineData("KubeClient.Models")]
    [InlineData("MyCompany.k8s.Models")]
    [InlineData("Models")]
    public Task Types_of_another_namespace_are_no_models(string space) => new Verifier { HasOwnModels = true }.Verify(
        OldModels.Source.Replace("namespace k8s.Models", "namespace " + space), $"using {space}; class A {{ {Workload.Replace("[|", "").Replace("|]", "").Replace("new V1Container { Name = \"web\" }", "new V1Container(\"web\")").Replace("new V1PodSpec { Containers = new List<V1Container> { new V1Container(\"web\") } }", "new V1PodSpec(new List<V1Container>())")} }}");

    [Fact]
    public async Task Models_in_two_libraries_are_no_reason_to_fail()
    {
        var found = await new Verifier { IsUnfinished = true, MoreReferences = [Verifier.Library("KubernetesClient", OldModels.Source)] }.Diagnose($"class A {{ {Workload.Replace("[|", "").Replace("|]", "")} }}");
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("V1StorageClass P => [|new|]() { Provisioner = \"csi.scaleway.com\" };")]
    [InlineData("V1StorageClass P { get => [|new|]() { Provisioner = \"csi.scaleway.com\" }; }")]
    [InlineData("V1StorageClass P { get { return [|new|]() { Provisioner = \"csi.scaleway.com\" }; } }")]
    [InlineData("V1StorageClass field; public A() { field = [|new|]() { Provisioner = \"csi.scaleway.com\" }; }")]
    [InlineData("IReadOnlyList<V1StorageClass> Many => [[|new|]() { Provisioner = \"csi.scaleway.com\" }];")]
    [InlineData("Dictionary<string, V1StorageClass> d; void M() { d[\"a\"] = [|new|]() { Provisioner = \"csi.scaleway.com\" }; }")]
    [InlineData("class Holder { public V1StorageClass Class; } object M() => new Holder { Class = [|new|]() { Provisioner = \"csi.scaleway.com\" } };")]
    [InlineData("object M() => new [|SC|] { Provisioner = \"csi.scaleway.com\" };")]
    public Task Objects_are_seen_wherever_their_type_is_written(string member) => new Verifier { Expected = "KUBE3001" }.Verify($"using SC = k8s.Models.V1StorageClass; class A {{ {member} }}");

    [Theory]
    [InlineData("Provisioner = \"ebs.csi.aws.com\"", "", true)]
    [InlineData("Provisioner = \"ebs.csi.aws.com\", VolumeBindingMode = \"Immediate\"", "", true)]
    [InlineData("Provisioner = \"ebs.csi.aws.com\", VolumeBindingMode = \"WaitForFirstConsumer\"", "", false)]
    [InlineData("Provisioner = \"ebs.csi.aws.com\", VolumeBindingMode = mode", "", false)]
    [InlineData("Provisioner = provisioner", "", false)]
    [InlineData("Provisioner = \"blob.csi.azure.com\", VolumeBindingMode = \"Immediate\"", "", false)]
    [InlineData("Provisioner = \"kubernetes.io/no-provisioner\"", "", true)]
    [InlineData("Provisioner = \"openebs.io/provisioner-iscsi\", VolumeBindingMode = \"Immediate\"", "", false)]
    [InlineData("Provisioner = \"ebs.csi.aws.com\"", "c.VolumeBindingMode = \"WaitForFirstConsumer\";", false)]
    [InlineData("Provisioner = \"ebs.csi.aws.com\"", "c.Provisioner = null;", false)]
    [InlineData("Provisioner = \"ebs.csi.aws.com\"", "c.ReclaimPolicy = null;", true)]
    public async Task A_storage_class_is_judged_where_all_that_counts_is_known(string properties, string elsewhere, bool isFound) => Assert.Equal(isFound ? ["KUBE3001"] : [], (await new Verifier().Diagnose(
        $"class A {{ V1StorageClass Build(string provisioner, string mode) => new() {{ Metadata = new() {{ Name = \"fast\" }}, {properties} }}; }}", $"class B {{ void Change(V1StorageClass c) {{ {elsewhere} }} }}")).Select(d => d.Id));

    [Theory]
    [InlineData("\"LoadBalancer\"", "", true)]
    [InlineData("Kind", "", true)]
    [InlineData("flag ? \"LoadBalancer\" : \"LoadBalancer\"", "", true)]
    [InlineData("flag ? \"LoadBalancer\" : \"ClusterIP\"", "", false)]
    [InlineData("type ?? \"LoadBalancer\"", "", false)]
    [InlineData("flag.ToString()", "", false)]
    [InlineData("\"ClusterIP\"", "", false)]
    [InlineData("null", "", false)]
    [InlineData("\"LoadBalancer\"", "s.Metadata.Annotations = null;", false)]
    [InlineData("\"LoadBalancer\"", "s.SetAnnotation(\"a\", \"b\");", false)]
    [InlineData("\"LoadBalancer\"", "s.Spec.Type = null;", false)]
    [InlineData("\"LoadBalancer\"", "s.Metadata.Labels = null;", true)]
    public async Task A_service_is_judged_where_all_that_counts_is_known(string type, string elsewhere, bool isFound) => Assert.Equal(isFound ? ["KUBE4001"] : [], (await new Verifier { Options = { ["kubelint.provider"] = "scaleway" } }.Diagnose(
        $"class A {{ const string Kind = \"LoadBalancer\"; V1Service Build(bool flag, string type) => new() {{ Metadata = new() {{ Name = \"web\" }}, Spec = new() {{ Type = {type}, Ports = [new() {{ Port = 80 }}] }} }}; }}", $"class B {{ void Change(V1Service s) {{ {elsewhere} }} }}")).Select(d => d.Id));

    /// <summary>A Service has no part of a Deployment, unless the two share one.</summary>
    [Theory]
    [InlineData("void M(V1Deployment d) => d.Metadata.Annotations[\"a\"] = \"b\";", true)]
    [InlineData("void M(V1Deployment d) => d.Spec.Template.Metadata.Annotations[\"a\"] = \"b\";", true)]
    [InlineData("void M(V1Deployment d) => d!.Spec!.Template!.Metadata!.Annotations!.Add(\"a\", \"b\");", true)]
    [InlineData("void M(V1Deployment d) => d?.Spec?.Template?.Metadata?.Annotations?.Add(\"a\", \"b\");", true)]
    [InlineData("void M(V1Deployment d) => (d.Metadata).Annotations ??= new Dictionary<string, string>();", true)]
    [InlineData("void M(V1PodTemplateSpec t) => t.Metadata.Annotations = null;", true)]
    [InlineData("V1Deployment d; void M() => d.Metadata.Annotations.Clear();", true)]
    [InlineData("void M(object o) => ((V1Deployment)o).Metadata.Annotations.Clear();", true)]
    [InlineData("async Task M(Func<Task<V1Deployment>> read) { var d = await read(); d.Metadata.Annotations[\"a\"] = \"b\"; }", true)]
    [InlineData("void M(V1Deployment d) => Change(d.Metadata.Annotations); static void Change(IDictionary<string, string> all) => all.Clear();", true)]
    [InlineData("void M(V1Deployment d) => Change(d.Metadata.Annotations, 1); static void Change(IDictionary<string, string> all, int i) => all.Clear();", true)]
    [InlineData("IDictionary<string, string> M(V1Deployment d) => d.Metadata.Annotations;", true)]
    [InlineData("IDictionary<string, string> M(V1Deployment d) { return d.Metadata.Annotations; }", true)]
    [InlineData("void M(V1Deployment d) { var all = d.Metadata.Annotations; all[\"a\"] = \"b\"; }", true)]
    [InlineData("void M(V1Service s) => s.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("static V1Service other; static IDictionary<string, string> all = other.Metadata.Annotations; static object P => all[\"a\"] = \"b\";", false)]
    [InlineData("void M(V1ObjectMeta m) => m.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("V1ObjectMeta m; void M() => this.m.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("void M(V1Deployment d, V1Service s, bool isFirst) { var m = isFirst ? d.Metadata : s.Metadata; m.Annotations[\"a\"] = \"b\"; }", false)]
    [InlineData("void M(V1Deployment d) { var m = d.Metadata; m.Annotations[\"a\"] = \"b\"; }", false)]
    [InlineData("void M(V1Deployment d) { M(d.Metadata); } void M(V1ObjectMeta m) => m.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("void M(IKubernetesObject<V1ObjectMeta> o) => o.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("void M<T>(T o) where T : IMetadata<V1ObjectMeta> => o.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("void M<T>(T o) where T : V1Deployment => o.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("void M(dynamic o) => o.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("void M(V1Service s) => s.Metadata.Restart(); } static class X { public static void Restart(this V1ObjectMeta m) => m.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("void M(V1Service s) => s.Restart(); } static class X { public static void Restart(this IMetadata<V1ObjectMeta> o) => o.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("void M(App a) => a.Service.Metadata.Annotations[\"a\"] = \"b\"; } class App { public V1Service Service; public V1ObjectMeta Metadata { get; set; }", false)]
    [InlineData("void M(App a) => a.Metadata.Annotations[\"a\"] = \"b\"; } class App { public V1Service Service; public V1ObjectMeta Metadata { get; set; }", false)]
    [InlineData("void M(V1ServiceList all) => all.Items[0].Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("void M(V1Deployment d, V1Service s) { d.Metadata = s.Metadata; } void N(V1Deployment d) => d.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("V1Deployment M(V1Service s) => new() { Metadata = s.Metadata }; void N(V1Deployment d) => d.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("V1Deployment M(V1Service s) => new() { Metadata = new() { Annotations = s.Metadata.Annotations } }; void N(V1Deployment d) => d.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("V1Deployment M(IMetadata<V1ObjectMeta> s) => new() { Metadata = s.Metadata }; void N(V1Deployment d) => d.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("V1Deployment M(V1Service s) => s is { Metadata: var m } ? new() { Metadata = m } : null; void N(V1Deployment d) => d.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("V1Deployment M(V1Service s) => new() { Metadata = s?.Metadata ?? new() }; void N(V1Deployment d) => d.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("void M(V1Service s, V1Deployment d) => s.Metadata.GiveTo(d); void N(V1Deployment d) => d.Metadata.Annotations[\"a\"] = \"b\"; } static class X { public static void GiveTo(this V1ObjectMeta m, V1Deployment d) => d.Metadata = m;", false)]
    [InlineData("V1Deployment M(List<V1Service> s) => new() { Metadata = s.Select(x => x.Metadata).First() }; void N(V1Deployment d) => d.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("V1Deployment M(V1Service s) => new() { Metadata = s.EnsureMetadata() }; void N(V1Deployment d) => d.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("V1Deployment M(V1Service s) => new() { Metadata = new() { Annotations = s.Annotations() } }; void N(V1Deployment d) => d.Metadata.Annotations[\"a\"] = \"b\";", false)]
    [InlineData("void M(V1Deployment d) => d.EnsureMetadata().Labels.Clear(); void N(V1Deployment d) => d.Metadata.Annotations[\"a\"] = \"b\";", true)]
    public async Task What_is_written_in_one_object_is_not_written_in_another(string elsewhere, bool isFound) => Assert.Equal(isFound ? ["KUBE4001"] : [], (await new Verifier { Options = { ["kubelint.provider"] = "scaleway" } }.Diagnose(
        $"class A {{ V1Service Build() => {Balancer("new() { Name = \"web\" }")}; }}", $"class B {{ {elsewhere} }}")).Select(d => d.Id));

    /// <summary>What two objects share, or somebody has got by itself, may be written by way of the other.</summary>
    [Theory]
    [InlineData("V1Service Build() { var made = $; return made; }", true)]
    [InlineData("V1Service Build() { var m = new V1ObjectMeta { Name = \"web\" }; var d = new V1Deployment { Metadata = m }; B.Put(d); return #m; }", false)]
    [InlineData("V1Service Build() { var m = new V1ObjectMeta { Name = \"web\" }; var s = #m; B.Put(new V1Deployment { Metadata = s.Metadata }); return s; }", false)]
    [InlineData("V1Service Build() { var m = new V1ObjectMeta { Name = \"web\" }; var s = #m; var n = s.Metadata; B.Put(new V1Deployment { Metadata = n }); return s; }", false)]
    [InlineData("V1Service Build() { var a = new Dictionary<string, string>(); B.Put(new V1Deployment { Metadata = new() { Annotations = a } }); return #new() { Annotations = a }; }", false)]
    [InlineData("V1Service Build() { var a = new Dictionary<string, string>(); B.Put(new V1PodTemplateSpec { Metadata = new() { Annotations = a } }); return #new() { Annotations = a }; }", false)]
    [InlineData("V1Service Build() { var m = new V1ObjectMeta { Name = \"web\" }; B.Put(m); return #m; }", false)]
    [InlineData("V1Service Build() { var s = $; kept = s.Metadata; return s; } V1ObjectMeta kept;", false)]
    [InlineData("V1Service Build(bool b) { var s = $; B.Put(b ? s.Metadata : null); return s; }", false)]
    [InlineData("V1Service Build(V1Deployment d) { var m = new V1ObjectMeta { Name = \"web\" }; d.Metadata = m; return #m; }", false)]
    [InlineData("static readonly V1ObjectMeta Shared = new() { Name = \"web\" }; V1Service Build() => #Shared;", false)]
    public async Task What_two_objects_share_is_written_in_both(string code, bool isFound) => Assert.Equal(isFound ? ["KUBE4001"] : [], (await new Verifier { Options = { ["kubelint.provider"] = "scaleway" } }.Diagnose(
        $"class A {{ {System.Text.RegularExpressions.Regex.Replace(code.Replace("$", Balancer("new() { Name = \"web\" }")), "#(new.*?\\}|\\w+)", m => Balancer(m.Groups[1].Value))} }}",
        "class B { static readonly List<object> All = new(); public static void Put(object o) => All.Add(o); void Change(V1Deployment d) => d.Metadata.Annotations[\"a\"] = \"b\"; void Change(V1PodTemplateSpec t) => t.Metadata.Annotations[\"a\"] = \"b\"; }")).Select(d => d.Id).Where(id => id == "KUBE4001"));

    private static string Balancer(string metadata) => $"new V1Service {{ Metadata = {metadata}, Spec = new() {{ Type = \"LoadBalancer\", Ports = [new() {{ Port = 80 }}] }} }}";

    [Fact]
    public Task Models_by_an_alias_of_their_namespace_are_models() => new Verifier { Expected = "KUBE3001" }.Verify("using K = k8s.Models; class A { object M() => new [|K.V1StorageClass|] { Provisioner = \"ebs.csi.aws.com\" }; }");

    [Theory]
    [InlineData("class A { object M() { return $; } }")]
    [InlineData("class A { object P => $; }")]
    [InlineData("class A { object P { get { return $; } set { } } }")]
    [InlineData("class A { object P { get; } = $; }")]
    [InlineData("class A { object f = $, g; }")]
    [InlineData("class A { object this[int i] => $; }")]
    [InlineData("class A { A() => System.Console.WriteLine($); }")]
    [InlineData("class A { static A() { System.Console.WriteLine($); } }")]
    [InlineData("class A { ~A() => System.Console.WriteLine($); }")]
    [InlineData("class A { public static object operator +(A a, A b) => $; }")]
    [InlineData("class A { event System.Action E { add { System.Console.WriteLine($); } remove { } } }")]
    [InlineData("class A { object M() { return Local(); object Local() => $; } }")]
    [InlineData("class A { System.Func<object> f = () => $; }")]
    [InlineData("class B() : System.Tuple<object>($);")]
    [InlineData("class B : System.Tuple<object> { B() : base($) { } }")]
    [InlineData("namespace N.M { struct S { static class A { static object M() => $; } } }")]
    public async Task Code_of_every_kind_of_member_is_read(string code) => Assert.Equal(["KUBE3001"], (await new Verifier().Diagnose(code.Replace("$", Class))).Select(d => d.Id));

    [Fact]
    public async Task Statements_at_the_top_are_read_as_a_whole() => Assert.Equal(["KUBE3001"], (await new Verifier { IsProgram = true }.Diagnose(
        $"var made = {Class}; var other = new V1StorageClass {{ Provisioner = \"ebs.csi.aws.com\" }}; other.VolumeBindingMode = \"WaitForFirstConsumer\"; System.Console.WriteLine(made); System.Console.WriteLine(other);")).Select(d => d.Id));

    [Theory]
    [InlineData("new k8s.Models.V1StorageClass()")]
    [InlineData("new global::k8s.Models.V1StorageClass()")]
    [InlineData("new k8s\n . /* of storage */ Models\n .V1StorageClass()")]
    [InlineData("new /* a class */ V1StorageClass()")]
    [InlineData("new // a class\nV1StorageClass()")]
    [InlineData("new\n#region a\nV1StorageClass()\n#endregion\n")]
    [InlineData("new @V1StorageClass()")]
    [InlineData("new V1Storage\\u0043lass()")]
    [InlineData("new V1StorageClass\r\n()")]
    [InlineData("(V1StorageClass)new()")]
    [InlineData("new Aliased()")]
    public async Task However_a_creation_is_written_it_is_found(string creation) => Assert.Equal(["KUBE3001"], (await new Verifier().Diagnose(
        $"using Aliased = k8s.Models.V1StorageClass; class A {{ object M() => {creation} {{ Provisioner = \"ebs.csi.aws.com\" }}; }}")).Select(d => d.Id));

    [Theory]
    [InlineData("V1StorageClass M() => $;")]
    [InlineData("k8s.Models.V1StorageClass M() => $;")]
    [InlineData("V1StorageClass? M() => $;")]
    [InlineData("Aliased M() => $;")]
    [InlineData("async System.Threading.Tasks.Task<V1StorageClass> M() => $;")]
    [InlineData("async System.Threading.Tasks.ValueTask<V1StorageClass> M() => $;")]
    [InlineData("object M() { return Local(); V1StorageClass Local() => $; }")]
    [InlineData("object M() { return Local(); async System.Threading.Tasks.Task<V1StorageClass> Local() => $; }")]
    [InlineData("System.Func<V1StorageClass> M() => () => $;")]
    [InlineData("V1StorageClass M() { return $; }")]
    [InlineData("V1StorageClass P => $;")]
    [InlineData("V1StorageClass P { get; } = $;")]
    [InlineData("V1StorageClass f = $;")]
    [InlineData("object M() { V1StorageClass made = $; return made; }")]
    [InlineData("V1StorageClass[] M() => [$];")]
    public async Task Where_no_type_is_named_the_one_before_it_tells(string member) => Assert.Equal(["KUBE3001"], (await new Verifier().Diagnose(
        $"using Aliased = k8s.Models.V1StorageClass; class A {{ {member.Replace("$", "new() { Provisioner = \"ebs.csi.aws.com\" }")} }}")).Select(d => d.Id));

    [Theory]
    [InlineData("new Own<int>()")]
    [InlineData("new Own<System.Collections.Generic.List<(int A, string[] B)>> ()")]
    [InlineData("new N.Outer < int > . Class()")]
    [InlineData("new N.Outer<Own</* of */int>>.Class()")]
    [InlineData("new global::N.Outer<int\n#region a\n>.Class()\n#endregion\n")]
    public async Task Types_with_type_arguments_are_found(string creation) => Assert.Equal(["KUBE3001"], (await new Verifier().Diagnose(
        $"class A {{ object M() => {creation} {{ Provisioner = \"ebs.csi.aws.com\" }}; }}",
        $"[KubernetesEntity(Group = \"storage.k8s.io\", ApiVersion = \"v1\", Kind = \"StorageClass\")] class Own<T> {{ public string Provisioner {{ get; set; }} }}",
        $"namespace N {{ class Outer<T> {{ [KubernetesEntity(Group = \"storage.k8s.io\", ApiVersion = \"v1\", Kind = \"StorageClass\")] public class Class {{ public string Provisioner {{ get; set; }} }} }} }}")).Select(d => d.Id));

    private const string Class = "new V1StorageClass { Provisioner = \"ebs.csi.aws.com\" }";

    [Fact]
    public Task Without_the_models_there_is_nothing_to_do() => new Verifier { HasOwnModels = true }.Verify("class A { string S => new string('a', 3); }");

    [Theory]
    [InlineData(null, false)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public Task Tests_are_judged_only_where_that_is_wanted(string? option, bool isJudged)
    {
        var verifier = new Verifier { MoreReferences = [Verifier.Library("xunit.core", "public class FactAttribute : System.Attribute;")] };
        if (option is not null) verifier.Options.Add("kubelint.analyze_tests", option);
        return verifier.Verify($"class A {{ {(isJudged ? Workload : Workload.Replace("[|", "").Replace("|]", ""))} }}");
    }

    [Theory]
    [InlineData("// <auto-generated/>\nclass A { $ }")]
    [InlineData("/* <autogenerated> by a tool */\nclass A { $ }")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"a\", \"1\")] class A { $ }")]
    [InlineData("class A { [System.CodeDom.Compiler.GeneratedCode(\"a\", \"1\")] $ }")]
    public Task Generated_code_is_not_judged(string code) => new Verifier().Verify(code.Replace("$", Workload.Replace("[|", "").Replace("|]", "")));

    [Theory]
    [InlineData("A.g.cs", null, false)]
    [InlineData("A.g.i.cs", null, false)]
    [InlineData("A.Designer.cs", null, false)]
    [InlineData("a.generated.cs", null, false)]
    [InlineData("TemporaryGeneratedFile_A.cs", null, false)]
    [InlineData("A.g.cs", false, true)]
    [InlineData("A.cs", true, false)]
    [InlineData("Ag.cs", null, true)]
    [InlineData("A.cs", null, true)]
    public async Task Files_that_tools_make_are_not_judged(string name, bool? option, bool isJudged)
    {
        var verifier = new Verifier { LastName = name, AreGenerated = option };
        Assert.Equal(isJudged, (await verifier.Diagnose($"class A {{ {Plain} }}")).Any(d => d.Id == "KUBE1001"));

        // What such a file adds to an object of another is not to be changed there either.
        Assert.Equal(isJudged, (await verifier.Diagnose(
            "class A { V1Deployment Build() => new() { Metadata = new() { Name = \"web\" }, Spec = Parts.Spec() }; }",
            """
            static class Parts
            {
                public static V1DeploymentSpec Spec() => new()
                {
                    Replicas = 3,
                    Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "web" } },
                    Template = new() { Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "web" } }, Spec = new() { Containers = [new() { Name = "web" }] } },
                };
            }
            """)).Any(d => d.Id == "KUBE1001"));
    }

    private static readonly string Plain = Workload.Replace("[|", "").Replace("|]", "");

    [Theory]
    [InlineData("d.Spec.Template.Spec.TopologySpreadConstraints = all;")]
    [InlineData("d\n.Spec\n.Template\n.Spec\n.TopologySpreadConstraints\n= all;")]
    [InlineData("d.Spec.Template.Spec./* {, */TopologySpreadConstraints/* , */=all;")]
    [InlineData("d.Spec.Template.Spec. // the pods' spread: {\n TopologySpreadConstraints = all;")]
    [InlineData("d.Spec.Template.Spec.\n#region a,\n TopologySpreadConstraints = all;\n#endregion\n")]
    [InlineData("d.Spec.Template.Spec.@TopologySpreadConstraints = all;")]
    [InlineData("d.Spec.Template.Spec.TopologySpread\\u0043onstraints = all;")]
    [InlineData("d!.Spec!.Template!.Spec!.TopologySpreadConstraints = all;")]
    [InlineData("d.Spec.Template.Spec.TopologySpreadConstraints!.Add(one);")]
    [InlineData("d.Spec.Template.Spec.TopologySpreadConstraints ! . Add(one);")]
    [InlineData("d?.Spec?.Template?.Spec?.TopologySpreadConstraints?.Add(one);")]
    [InlineData("d.Spec.Template.Spec.TopologySpreadConstraints./* one */Add(one);")]
    [InlineData("d.Spec.Template.Spec.TopologySpreadConstraints.@Add(one);")]
    [InlineData("d.Spec.Template.Spec.TopologySpreadConstraints[0] = one;")]
    [InlineData("d.Spec.Template.Spec.TopologySpreadConstraints ??= all;")]
    [InlineData("(d.Spec.Template.Spec.TopologySpreadConstraints, all) = (all, null);")]
    [InlineData("var them = d.Spec.Template.Spec.TopologySpreadConstraints; them.Add(one);")]
    [InlineData("var them = d.Spec.Template.Spec.TopologySpreadConstraints; var same = them; same.Add(one);")]
    [InlineData("foreach (var (_, text) in new[] { (0, \"https://\") }) d.Spec.Template.Spec.TopologySpreadConstraints = all;")]
    [InlineData("Func<int?> step = () => { return ++d.Spec.Replicas; };")]
    [InlineData("var steps = new List<Func<int?>> { () => ++d.Spec.Replicas };")]
    [InlineData("var steps = (\"https://a\", new List<Func<int?>> { () => -- d.Spec.Replicas });")]
    [InlineData("V1PodSpec copy = d.Spec.Template.Spec with { TopologySpreadConstraints = all }; d.Spec.Template.Spec = copy;")]
    public async Task However_a_write_is_written_it_is_reckoned_with(string write) => Assert.Empty((await new Verifier().Diagnose(
        $"class A {{ {Plain} }}",
        $"class B {{ void Change(V1Deployment d, IList<V1TopologySpreadConstraint> all, V1TopologySpreadConstraint one) {{ {write} }} }}")).Where(d => d.Id == "KUBE1001"));

    [Theory]
    [InlineData("var spec = new V1PodSpec { NodeName = \"a\", TopologySpreadConstraints = all };")]
    [InlineData("if (d.Spec.Template.Spec.TopologySpreadConstraints == null) throw new Exception();")]
    [InlineData("if (d.Spec.Template.Spec.TopologySpreadConstraints != null) throw new Exception();")]
    [InlineData("if (d.Spec.Template.Spec.TopologySpreadConstraints is null) throw new Exception();")]
    [InlineData("var text = $\"{d.Spec.Template.Spec.TopologySpreadConstraints}\";")]
    [InlineData("var count = d.Spec.Template.Spec.TopologySpreadConstraints.Count;")]
    [InlineData("var count = d.Spec.Template.Spec.TopologySpreadConstraints!.Count(c => c.MaxSkew == 1);")]
    [InlineData("string TopologySpreadConstraints() => \"\"; TopologySpreadConstraints();")]
    [InlineData("// d.Spec.Template.Spec.TopologySpreadConstraints = all;")]
    public async Task What_only_looks_like_a_write_does_not_matter(string read) => Assert.Single((await new Verifier().Diagnose(
        $"class A {{ {Plain} }}",
        $"class B {{ void Look(V1Deployment d, IList<V1TopologySpreadConstraint> all) {{ {read}\n }} }}")).Where(d => d.Id == "KUBE1001"));

    [Fact]
    public async Task A_variable_that_is_set_from_itself_is_no_endless_story()
    {
        // What it may hold would be more than all atoms, if each way to it was gone.
        var steps = string.Concat(Enumerable.Repeat("value = value.Trim(value); all = (all); all = all!; d.Metadata.Labels = all; ", 60));
        Assert.Single((await new Verifier().Diagnose(
            $"class A {{ {Plain} }}",
            $"class B {{ string Look(string value, V1Service d) {{ IDictionary<string, string> all = new Dictionary<string, string>(); {steps} return value; }} }} static class C {{ public static string Trim(this string a, string b) => a; }}")).Where(d => d.Id == "KUBE1001"));
    }

    [Fact]
    public Task An_attribute_marks_custom_resources_too() => new Verifier { Expected = "KUBE1001" }.Verify("""
        [KubernetesEntity(Group = "argoproj.io", Kind = "Rollout", ApiVersion = "v1alpha1")]
        class Rollout { public V1ObjectMeta Metadata { get; set; } public RolloutSpec Spec { get; set; } }
        class RolloutSpec { public int? Replicas { get; set; } public V1LabelSelector Selector { get; set; } public V1PodTemplateSpec Template { get; set; } }
        class A
        {
            Rollout Build(IDictionary<string, string> labels) => new()
            {
                Metadata = new() { Name = "web" },
                Spec = new()
                {
                    Replicas = 3,
                    Selector = new() { MatchLabels = labels },
                    Template = new() { Metadata = new() { Labels = labels }, [|Spec|] = new() { Containers = [new() { Name = "web" }] } },
                },
            };
        }
        """);

    [Theory]
    [InlineData("d.Spec.Template.Spec.TopologySpreadConstraints = null;", false)]
    [InlineData("d.Spec.Template.Spec.TopologySpreadConstraints.Add(null);", false)]
    [InlineData("d.Spec.Replicas = 1;", false)]
    [InlineData("d.Spec.Template.Spec = null;", false)]
    [InlineData("d.Spec.Paused = true;", true)]
    [InlineData("d.Spec.Template.Spec.Containers.Add(null);", true)]
    [InlineData("d.Spec.Template.Metadata.Annotations[\"kubectl.kubernetes.io/restartedAt\"] = \"now\";", true)]
    [InlineData("var e = new V1Deployment { Spec = new() }; e.Spec.Replicas = 1;", true)]
    [InlineData("new Bill { Replicas = 2 }.Replicas = 1;", true)]
    [InlineData("var bill = Bill.Last; bill.Replicas = 1; bill.Spec = null;", true)]
    [InlineData("var pod = Bill.Pod; pod.Spec = null;", true)]
    [InlineData("var e = Bill.ReadNamespacedDeployment(); e.Spec.Replicas = 1;", true)]
    [InlineData("var e = Task.Run(() => d).Result; e.Spec.Replicas = 1;", false)]
    [InlineData("dynamic e = d; e.Spec.Replicas = 1;", false)]
    [InlineData("ISpec<V1DeploymentSpec> e = d; e.Spec = null;", false)]
    public Task What_other_code_writes_is_unknown_in_what_it_gets(string statement, bool isFound) => new Verifier().Verify(
        $"class A {{ {(isFound ? Workload : Workload.Replace("[|", "").Replace("|]", ""))} }}",
        $"class B {{ void Change(V1Deployment d) {{ {statement} }} }}",
        "class Bill { public int? Replicas { get; set; } public object Spec { get; set; } public static extern V1Deployment ReadNamespacedDeployment(); public static Bill Last { get; } public static V1Pod Pod { get; } }");

    /// <summary>A builder keeps what it makes, and its methods write parts of it.</summary>
    [Theory]
    [InlineData("public A Replicas(int n) { made.Spec.Replicas = n; return this; }", false)]
    [InlineData("public A Zones(IList<V1TopologySpreadConstraint> all) { made.Spec.Template.Spec.TopologySpreadConstraints = all; return this; }", false)]
    [InlineData("public A Pod(V1PodSpec spec) { made.Spec.Template.Spec = spec; return this; }", false)]
    [InlineData("public A Image(string image) { made.Spec.Template.Spec.Containers[0].Image = image; return this; }", true)]
    public Task What_a_builder_sets_later_is_unknown(string method, bool isFound) => new Verifier().Verify(
        $"class A {{ readonly V1Deployment made; public A() {{ {(isFound ? Workload : Workload.Replace("[|", "").Replace("|]", "")).Replace("V1Deployment Build() => new", "made = new")} }} public V1Deployment Build() => made; {method} }}");

    /// <summary>Up to version 17 a class of one's own may fill in what it is derived from.</summary>
    [Fact]
    public Task A_class_that_is_derived_from_a_model_is_not_judged() => new Verifier { HasOwnModels = true }.Verify(OldModels.Source, $$"""
        using k8s.Models;
        class Web : V1Deployment { public Web(System.Action<V1Deployment> more) { Spec = Made().Spec; more(this); } static {{Workload.Replace("Build()", "Made()").Replace("[|", "").Replace("|]", "").Replace("MatchLabels = new Dictionary", "MatchLabels = new System.Collections.Generic.Dictionary")}} }
        class A { object Build(System.Action<V1Deployment> more) => new Web(more); }
        """.Replace("new V1Container { Name = \"web\" }", "new V1Container(\"web\")").Replace("new V1PodSpec { Containers = new List<V1Container> { new V1Container(\"web\") } }", "null"));

    [Theory]
    [InlineData("unknown.Save(made);")]
    [InlineData("Unknown(made.Spec.Template.Spec);")]
    [InlineData("new Unknown(made);")]
    [InlineData("typeof(V1DeploymentSpec).GetProperty(\"Replicas\").SetValue(made.Spec, 1);")]
    [InlineData("typeof(A).GetMethod(\"Lower\").Invoke(null, new object[] { made });")]
    [InlineData("System.ComponentModel.TypeDescriptor.GetProperties(made)[\"Spec\"].SetValue(made, null);")]
    public async Task What_goes_to_code_that_is_not_known_is_unknown(string statement)
    {
        var code = $"class A {{ V1Deployment Build() {{ {Workload.Replace("V1Deployment Build() => new", "var made = new").Replace("[|", "").Replace("|]", "")} {statement} return made; }} }}";
        Assert.Empty(await new Verifier { IsUnfinished = true }.Diagnose(code));
        Assert.Single(await new Verifier { IsUnfinished = true }.Diagnose(code.Replace(statement, "")));
    }

    /// <summary>What others write objects down with reads them.</summary>
    [Theory]
    [InlineData("Newtonsoft.Json.JsonConvert.SerializeObject(made);", true)]
    [InlineData("Newtonsoft.Json.JsonConvert.PopulateObject(\"{}\", made);", false)]
    [InlineData("new YamlDotNet.Serialization.Serializer().Serialize(made);", true)]
    public Task Serializers_read(string statement, bool isFound)
    {
        var libraries = new[]
        {
            Verifier.Library("Newtonsoft.Json", "namespace Newtonsoft.Json; public static class JsonConvert { public static string SerializeObject(object value) => null; public static void PopulateObject(string text, object value) { } }"),
            Verifier.Library("YamlDotNet", "namespace YamlDotNet.Serialization; public class Serializer { public string Serialize(object value) => null; }"),
        };
        return new Verifier { MoreReferences = libraries }.Verify($"class A {{ void Build() {{ {(isFound ? Workload : Workload.Replace("[|", "").Replace("|]", "")).Replace("V1Deployment Build() => new", "var made = new")} {statement} }} }}");
    }

    [Fact]
    public Task A_builder_s_caller_may_change_what_it_gets() => new Verifier().Verify(
        $"class A {{ public {Workload.Replace("[|", "").Replace("|]", "")} }}",
        "class B { void Change() { var builder = new A(); var d = builder.Build(); d.Spec.Template.Spec = null; } }");

    [Fact]
    public Task What_nobody_else_gets_nobody_else_changes() => new Verifier().Verify(
        $"class A {{ void Write() {{ {Workload.Replace("V1Deployment Build() => new", "var made = new")} KubernetesYaml.Serialize(made); }} }}",
        "class B { void Change(V1Deployment d) { d.Spec.Template.Spec = null; } }");

    [Fact]
    public Task Helpers_that_call_each_other_have_an_end() => new Verifier().Verify($$"""
        class A
        {
            {{Workload.Replace("new V1PodSpec { Containers = new List<V1Container> { new V1Container { Name = \"web\" } } }", "Pod()").Replace("[|", "").Replace("|]", "")}}
            static V1PodSpec Pod() => Other();
            static V1PodSpec Other() => Pod();
        }
        """);

    [Fact]
    public Task An_object_that_holds_itself_has_an_end() => new Verifier().Verify("""
        class A
        {
            void M()
            {
                var labels = new Dictionary<string, object>();
                labels.Add("self", labels);
                var list = new List<object>();
                list.Add(list);
                var made = new V1Deployment { Metadata = new() };
                list.Add(made);
            }
        }
        """);

    [Fact]
    public async Task A_huge_method_is_read()
    {
        var body = string.Join("\n", Enumerable.Range(0, 500).Select(i => $"{{ {Workload.Replace("V1Deployment Build() => new", $"var made{i} = new").Replace("[|", "").Replace("|]", "")} Console.WriteLine(made{i}); }}"));
        var found = await new Verifier().Diagnose($"class A {{ void M() {{ {body} }} }}");
        Assert.Equal(500, found.Length);
    }

    public static TheoryData<string> Samples =>
    [
        "class A\n{\n    " + Workload.Replace("[|", "").Replace("|]", "").Replace("\n", "\n    ") + "\n}\n",
        """
        var labels = new Dictionary<string, string> { ["app"] = "web" };
        var made = new V1Deployment { Metadata = new() { Name = $"a{1}", Labels = labels }, Spec = new() }.Initialize();
        made.Spec.Replicas ??= args.Length > 1 ? 3 : 2;
        foreach (var n in args) { made.Metadata.Labels[n] = n; made.Spec.Template = P(n) with { Spec = { Containers = [.. C(n), new() { Name = nameof(n) }] } }; }
        made?.Metadata?.SetLabel("a", "b");
        Func<V1PodTemplateSpec> f = () => made.Spec.Template;
        static V1PodTemplateSpec P(string n) { try { return new() { Metadata = new V1ObjectMeta { Name = n } }; } catch { throw; } }
        static IEnumerable<V1Container> C(string n) { yield return new(); }
        """,
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Unfinished_code_is_no_reason_to_fail(string sample)
    {
        var verifier = new Verifier { IsUnfinished = true };
        await Parallel.ForEachAsync(Enumerable.Range(0, sample.Length + 1), async (length, _) => await verifier.Diagnose(sample[..length]));
        await Parallel.ForEachAsync(Enumerable.Range(0, sample.Length), async (start, _) => await verifier.Diagnose(sample.Remove(start, Math.Min(7, sample.Length - start))));
    }
}
