namespace KubeLint.Analyzers.Tests;

/// <summary>Code that changes objects in ways that are easily overlooked: nothing is said about what may have changed.</summary>
public sealed class AdversaryTests
{
    public static TheoryData<string, string> Changed => new()
    {
        // What comes back out of collections, queries and patterns.
        { "an element of a list that goes to a foreign method", "var list = new List<V1Deployment> { " + Made() + " }; foreach (var one in list) Foreign.Change(one); return null;" },
        { "an item at an index", "var list = new List<V1Deployment> { " + Made() + " }; var n = 0; Foreign.Change(list[n]); return list[0];" },
        { "what a query finds", "var list = new List<V1Deployment> { " + Made() + " }; Foreign.Change(list.First(d => d.Kind != null)); return list[0];" },
        { "what ForEach gets", "var list = new List<V1Deployment> { " + Made() + " }; list.ForEach(d => Foreign.Change(d)); return list[0];" },
        { "a method that ForEach calls", "var list = new List<V1Deployment> { " + Made() + " }; list.ForEach(Foreign.Change); return list[0];" },
        { "a queue", "var queue = new Queue<V1Deployment>(); queue.Enqueue(" + Made() + "); Foreign.Change(queue.Dequeue()); return null;" },
        { "a value of a dictionary", "var all = new Dictionary<string, V1Deployment> { [\"a\"] = " + Made() + " }; if (all.TryGetValue(name, out var one)) Foreign.Change(one); return all[\"a\"];" },
        { "a list that is filled in a loop", "var list = new List<V1Deployment>(); foreach (var n in names) { list.Add(" + Made() + "); } Foreign.Change(list); return list[0];" },
        { "a loop that gives on what it made before", "var list = new List<V1Deployment>(); foreach (var n in names) { Foreign.Change(list); list.Add(" + Made() + "); } return list[0];" },
        { "a variable that a loop carries", "V1Deployment last = null; foreach (var n in names) { Foreign.Change(last); var made = " + Made() + "; KubernetesYaml.Serialize(made); last = made; } return null;" },
        { "a part that a loop carries", "var made = " + Made() + "; var spec = Pod(); foreach (var n in names) { Foreign.Change(spec); spec = made.Spec.Template.Spec; } return made;" },
        { "a pattern that gives a name", "var made = " + Made() + "; if (made is { Spec: { Template.Spec: { } spec } }) Foreign.Change(spec); return made;" },
        { "a cast that gives a name", "object made = " + Made() + "; if (made is V1Deployment d) Foreign.Change(d); return (V1Deployment)made;" },
        { "a case that gives a name", "object made = " + Made() + "; switch (made) { case V1Deployment d: Foreign.Change(d); break; } return (V1Deployment)made;" },
        { "an arm that gives a name", "object made = " + Made() + "; _ = made switch { V1Deployment d => Foreign.Same(d), _ => null }; return (V1Deployment)made;" },
        { "a guard", "var made = " + Made() + "; switch (count) { case 1 when Foreign.Same(made) != null: break; } return made;" },
        { "a tuple", "var (made, other) = (" + Made() + ", 1); Foreign.Change(made); return made;" },
        { "an awaited task", "var made = " + Made() + "; Task.Run(async () => Foreign.Change(await Task.FromResult(made))); return made;" },

        // Names for one thing.
        { "a lambda over a later variable", "V1Deployment made = null; Action a = () => Foreign.Change(made); made = " + Made() + "; a(); return made;" },
        { "a local function over a later variable", "V1Deployment made = null; made = " + Made() + "; Change(); return made; void Change() => Foreign.Change(made);" },
        { "a local function that sets a number", "int n = 3; Lower(); return " + Made(replicas: "n") + "; void Lower() { n = 1; }" },
        { "a lambda that sets a number", "int n = 1; Action a = () => n = 1; n = 3; a(); return " + Made(replicas: "n") + ";" },
        { "a lambda that counts down", "int n = 3; Action a = () => n--; a(); return " + Made(replicas: "n") + ";" },
        { "a number that is an out argument", "int n = 3; int.TryParse(name, out n); return " + Made(replicas: "n") + ";" },
        { "a number that is a ref argument", "int n = 3; Foreign.Set(ref n); return " + Made(replicas: "n") + ";" },
        { "a number by reference", "int n = 3; ref var r = ref n; r = 1; return " + Made(replicas: "n") + ";" },
        { "an object by reference", "var made = " + Made() + "; ref var r = ref made; r = given2; made.Spec.Replicas = 1; Foreign.Change(r); return made;" },
        { "one of two by a condition", "var first = " + Made() + "; var second = Read(); var one = flag ? first : second; Foreign.Change(one); return first;" },
        { "one of two by ??", "var first = " + Made() + "; var one = given2 ?? first; one.Spec.Replicas = 1; KubernetesYaml.Serialize(first); return null;" },
        { "one of two by a switch", "var first = " + Made() + "; var one = count switch { 1 => first, _ => given2 }; one.Spec.Replicas = 1; KubernetesYaml.Serialize(first); return null;" },
        { "dynamic", "var made = " + Made() + "; dynamic d = made; d.Spec.Replicas = 1; KubernetesYaml.Serialize(made); return null;" },
        { "a dynamic call", "var made = " + Made() + "; dynamic d = new object(); d.Change(made); return made;" },

        // Conditions that are no statements.
        { "the right of &&", "var made = " + Made(replicas: "1") + "; _ = flag && (made.Spec.Replicas = 3) > 1; return made;" },
        { "an arm of a switch", "var made = " + Made(replicas: "1") + "; _ = count switch { 1 => made.Spec.Replicas = 3, _ => 0 }; return made;" },
        { "an argument behind ?.", "var made = " + Made(replicas: "1") + "; given2?.Equals(made.Spec.Replicas = 3); return made;" },

        // Helpers.
        { "an extension method that changes what it is called on", "var made = " + Made() + "; made.Spec.Template.Spec.Spread(); return made;|||} static class E { public static V1PodSpec Spread(this V1PodSpec spec) { spec.TopologySpreadConstraints = Foreign.Zones(); return spec; }" },
        { "an extension method that returns what it is called on", "return " + Made(spec: "Pod().Spread()") + ";|||} static class E { public static V1PodSpec Spread(this V1PodSpec spec) { spec.TopologySpreadConstraints = Foreign.Zones(); return spec; }" },
        { "an extension in the library's namespace", "var made = " + Made() + "; made.SpreadAll(); return made;" },
        { "a helper that changes its argument", "var made = " + Made() + "; Apply(made.Spec.Template.Spec); return made;|||static void Apply(V1PodSpec spec) => spec.TopologySpreadConstraints = new List<V1TopologySpreadConstraint> { new() { MaxSkew = 1, TopologyKey = \"topology.kubernetes.io/zone\", WhenUnsatisfiable = \"DoNotSchedule\", LabelSelector = new() { MatchLabels = new Dictionary<string, string> { [\"app\"] = \"web\" } } } };" },
        { "a helper that hands its argument on", "var made = " + Made() + "; Pass(made); return made;" },
        { "a helper that may leave early", "var made = " + Made(replicas: "1") + "; Raise(made.Spec, flag); return made;|||static void Raise(V1DeploymentSpec spec, bool flag) { if (flag) return; spec.Replicas = 3; }" },
        { "a generic helper", "return " + Made(spec: "Configured(Pod(), p => p.TopologySpreadConstraints = constraints)") + ";" },
        { "a helper that keeps a part", "var made = " + Made() + "; Keep(made.Spec.Template.Spec); return made;" },
        { "a conversion of one's own", "return " + Made(spec: "new Wrapper { Inner = given }") + ";" },
        { "a property with code", "return " + Made(more: "TopologySpreadConstraints = new Settings().Zones,") + ";" },
        { "a property with an initial value", "return " + Made(more: "TopologySpreadConstraints = new Settings().More,") + ";" },
        { "a setter with code", "var box = new Box { Deployment = " + Made() + " }; return box.Deployment;" },
        { "a class that changes what it holds", "var holder = new Holder { Deployment = " + Made() + " }; holder.Lower(); return holder.Deployment;|||} class Holder { public V1Deployment Deployment { get; set; } public void Lower() => Deployment.Spec.Replicas = 1;" },

        // Shared things.
        { "a list of all code that a static constructor fills", "return " + Made(more: "TopologySpreadConstraints = Filled.Zones,") + ";" },
        { "a list of all code that a method fills", "return " + Made(more: "TopologySpreadConstraints = Shared.Zones,") + ";" },
        { "a list of all code that a helper fills", "return " + Made(more: "TopologySpreadConstraints = Shared.Others,") + ";" },
        { "a copy of a list of all code", "return " + Made(more: "TopologySpreadConstraints = Shared.Zones.ToList(),") + ";" },
        { "a list that starts as one of all code", "return " + Made(more: "TopologySpreadConstraints = new List<V1TopologySpreadConstraint>(Shared.Zones),") + ";" },
        { "a list that takes in one of all code", "var list = new List<V1TopologySpreadConstraint>(); list.AddRange(Shared.Zones); return " + Made(more: "TopologySpreadConstraints = list,") + ";" },
        { "a number of an object of all code", "return " + Made(replicas: "Shared.Defaults.Replicas") + ";" },
        { "a number in a dictionary of all code", "return " + Made(replicas: "Shared.Counts[\"web\"]") + ";" },
        { "a constructor that changes what it gets", "var made = " + Made() + "; new Changing(made); return made;" },
        { "a constructor that keeps what it gets", "var made = " + Made() + "; var keeping = new Keeping(made); keeping.Lower(); KubernetesYaml.Serialize(made); return null;" },
        { "a positional record", "var pair = new Pair(" + Made() + ", 1); Foreign.Change(pair); return pair.Made;" },
        { "a value that is doubled often", "object a = " + Made() + "; " + string.Concat(Enumerable.Repeat("a = Tuple.Create(a, a); ", 40)) + "Foreign.Change(a); return null;" },
        { "an iterator", "var made = " + Made() + "; foreach (var one in Each(made)) Foreign.Change(one); return made;" },
        { "an event", "var made = " + Made() + "; Making?.Invoke(made); return made;" },
        { "an indexer of one's own", "var box = new Indexed(); box[0] = " + Made() + "; Foreign.Change(box[0]); return null;" },
        { "an operator of one's own", "var made = " + Made() + "; _ = new Wrapper() + made; return made;" },
        { "a using declaration", "var made = " + Made() + "; using var scope = new Scope(made); return made;" },
        { "goto", "var made = " + Made(replicas: "1") + "; if (flag) goto end; made.Spec.Replicas = 1; end: return made;" },
        { "a number that a static constructor sets", "return " + Made(replicas: "Filled.Count") + ";" },
        { "a copy that is the one", "var made = " + Made() + "; var final = made with { Spec = made.Spec with { Replicas = 1 } }; return final;" },
        { "a copy of a list", "var list = new List<V1TopologySpreadConstraint> { Zone() }; var copy = new List<V1TopologySpreadConstraint>(list); Foreign.Change(copy); return " + Made(more: "TopologySpreadConstraints = list,") + ";" },
        { "a field that goes to a foreign method", "kept = " + Made() + "; Foreign.Change(kept); return kept;" },
        { "an object that nobody gets", "var made = " + Made() + "; return null;" },
        { "a part of an object that nobody gets", "var made = " + Made() + "; made.Spec.Replicas = 3; return new V1Deployment { Metadata = made.Metadata, Spec = new V1DeploymentSpec { Replicas = 1, Selector = made.Spec.Selector, Template = made.Spec.Template } };" },
    };

    [Theory]
    [MemberData(nameof(Changed))]
    public Task Is_silent(string what, string body)
    {
        _ = what;
        return new Verifier().Verify(Within(body));
    }

    [Theory]
    [InlineData("made.EnsureMetadata().EnsureAnnotations()[\"service.beta.kubernetes.io/scw-loadbalancer-zone\"] = \"fr-par-2\";")]
    [InlineData("made.Metadata.EnsureAnnotations()[\"service.beta.kubernetes.io/scw-loadbalancer-zone\"] = \"fr-par-2\";")]
    [InlineData("made.SetAnnotation(\"service.beta.kubernetes.io/scw-loadbalancer-zone\", \"fr-par-2\");")]
    [InlineData("made.Metadata.Annotations ??= new Dictionary<string, string>(); made.Annotations().Add(\"service.beta.kubernetes.io/scw-loadbalancer-zone\", \"fr-par-2\");")]
    public async Task Annotations_are_seen_whichever_way_they_are_written(string statement)
    {
        const string Service = "class A { void M() { var made = new V1Service { Metadata = new() { Name = \"web\" }, Spec = new() { Type = \"LoadBalancer\", Ports = [new() { Port = 80 }] } }; /**/ KubernetesYaml.Serialize(made); } }";
        var verifier = new Verifier { Options = { ["kubelint.provider"] = "scaleway" } };
        Assert.Single(await verifier.Diagnose(Service));
        Assert.Empty(await verifier.Diagnose(Service.Replace("/**/", statement)));
    }

    [Fact]
    public async Task A_label_or_annotation_that_is_set_to_null_is_removed()
    {
        const string Service = "class A { void M() { var made = new V1Service { Metadata = new() { Name = \"web\", Annotations = new Dictionary<string, string> { [\"service.beta.kubernetes.io/scw-loadbalancer-zone\"] = \"fr-par-2\" } }, Spec = new() { Type = \"LoadBalancer\", Ports = [new() { Port = 80 }] } }; /**/ KubernetesYaml.Serialize(made); } }";
        var verifier = new Verifier { Options = { ["kubelint.provider"] = "scaleway" } };
        Assert.Empty(await verifier.Diagnose(Service));
        Assert.Single(await verifier.Diagnose(Service.Replace("/**/", "made.SetAnnotation(\"service.beta.kubernetes.io/scw-loadbalancer-zone\", null);")));
        Assert.Empty(await verifier.Diagnose(Service.Replace("/**/", "if (made.Kind == null) made.SetAnnotation(\"service.beta.kubernetes.io/scw-loadbalancer-zone\", null);")));
    }

    /// <summary>What one method returns another may change, in many ways of writing.</summary>
    [Theory]
    [InlineData("var list = d.Spec.Template.Spec.TopologySpreadConstraints; list.Add(null);")]
    [InlineData("Fill(d.Spec.Template.Spec.TopologySpreadConstraints);")]
    [InlineData("d!.Spec!.Template!.Spec!.TopologySpreadConstraints!.Add(null);")]
    [InlineData("d?.Spec?.Template?.Spec?.TopologySpreadConstraints?.Add(null);")]
    public Task A_list_that_others_may_fill_is_unknown(string statement) => new Verifier().Verify(
        Within("return " + Made(more: "TopologySpreadConstraints = new List<V1TopologySpreadConstraint>(),") + ";"),
        $"class Other {{ void Change(V1Deployment d) {{ {statement} }} static void Fill(IList<V1TopologySpreadConstraint> list) => list.Add(null); }}");

    [Theory]
    [InlineData("(d.Spec.Replicas, var n) = (1, 2);")]
    [InlineData("d.Spec.Replicas--;")]
    [InlineData("--d.Spec.Replicas;")]
    [InlineData("d.Spec.Replicas -= 2;")]
    [InlineData("d.Spec.Replicas ??= 2;")]
    [InlineData("var s = d.Spec with { Replicas = 1 };")]
    [InlineData("d = new V1Deployment(); d = All[0]; d.Spec.Replicas = 1;")]
    [InlineData("All.ForEach(x => x.Spec.Replicas = 1);")]
    [InlineData("var h = new Holder { Made = d }; h.Made.Spec.Replicas = 1;")]
    [InlineData("var h = new Taker(d); h.Made.Spec.Replicas = 1;")]
    [InlineData("var list = new List<V1Deployment> { d }; list[0].Spec.Replicas = 1;")]
    [InlineData("var c = new V1Deployment { Spec = d.Spec }; c.Spec.Replicas = 1;")]
    [InlineData("var c = new V1Deployment(); c.Spec = d.Spec; c.Spec.Replicas = 1;")]
    [InlineData("var c = new V1Deployment(); c.Spec = new(); var s = c.Spec; c.Spec = d.Spec; c.Spec!.Replicas = 1;")]
    [InlineData("var c = new V1Deployment { Spec = new() }; var s = c.Spec; s = d.Spec; s.Replicas = 1;")]
    public Task A_number_that_others_may_set_is_unknown(string statement) => new Verifier().Verify(
        Within("return " + Made() + ";"),
        $"class Other {{ static readonly List<V1Deployment> All = new(); void Change(V1Deployment d) {{ {statement} }} }}",
        "class Holder { public V1Deployment Made { get; set; } } class Taker(V1Deployment made) { public V1Deployment Made => made; }");

    [Theory]
    [InlineData("new V1Deployment { Spec = new() }.Spec.Replicas = 1;")]
    [InlineData("var c = new V1Deployment { Metadata = d.Metadata, Spec = new V1DeploymentSpec { Paused = true } }; c.Spec.Replicas = 1; var s = c.Spec; s.Replicas = 2;")]
    [InlineData("var c = new V1Deployment(); c.Spec = new(); c.Spec.Replicas = 1;")]
    [InlineData("V1DeploymentSpec s; s = new(); s.Replicas = 1;")]
    public async Task A_number_of_something_new_is_not_that_of_another(string statement) => Assert.Single(await new Verifier().Diagnose(
        Within("return " + Made() + ";"), $"class Other {{ void Change(V1Deployment d) {{ {statement} }} }}"));

    [Fact]
    public Task What_an_out_parameter_takes_others_may_change() => new Verifier().Verify(
        Within("Out(out var d); return null;").Replace("/*more*/", "void Out(out V1Deployment d) { d = " + Made() + "; }"),
        "class Other { void Change(V1Deployment d) { d.Spec.Replicas = 1; } }");

    [Fact]
    public Task A_part_that_is_kept_others_may_change() => new Verifier().Verify(
        Within("var made = " + Made() + "; pod = made.Spec.Template.Spec; KubernetesYaml.Serialize(made); return null;"),
        "class Other { void Change(A a) { A.Pod.TopologySpreadConstraints = null; } }");

    public static TheoryData<string, string> Seen => new()
    {
        { "a helper that changes its argument", "var made = " + Made(replicas: "1") + "; Three(made.Spec); KubernetesYaml.Serialize(made); return null;|||static void Three(V1DeploymentSpec spec) { spec.Replicas = 3; }" },
        { "a helper with a lambda", "return " + Made(spec: "WithLambda(names)") + ";" },
        { "a helper of two levels", "return " + Made(spec: "Two()") + ";" },
        { "a static local function", "return " + Made(spec: "Local()") + "; static V1PodSpec Local() => new() { Containers = [new()] };" },
        { "a list that is filled in a loop", "var all = new List<V1Deployment>(); foreach (var n in names) all.Add(" + Made() + "); return all[0];" },
        { "a method of one's own that gets it", "var made = " + Made() + "; Save(made); return null;" },
        { "an interface of one's own that gets it", "var made = " + Made() + "; store.Save(made); return null;" },
        { "a class of one's own that gets it", "var made = " + Made() + "; new Store().Save(made); return null;" },
        { "branches that set parts of no interest", "var made = " + Made() + "; if (flag) made.Spec.Template.Spec.Containers[0].Image = name; return made;" },
        { "a condition over an owner", "var made = " + Made() + "; if (flag) made.Metadata.Labels = null; return made;" },
        { "a dictionary that is copied", "var labels = new Dictionary<string, string> { [\"app\"] = \"web\" }; return " + Made(labels: "new Dictionary<string, string>(labels) { [\"tier\"] = \"a\" }") + ";" },
        { "what is written to something from the cluster", "var made = " + Made() + "; var old = Client.Get(); old.Spec.Replicas = 1; Foreign.Change(old); KubernetesYaml.Serialize(made); return null;" },
        { "what is written to something else of that name", "var made = " + Made() + "; var other = Settings.Last; other.Replicas = 1; return made;" },
        { "a switch that agrees", "return " + Made(replicas: "count switch { 1 => 3, _ => 3 }") + ";" },
        { "a positional record", "return new Pair(" + Made() + ", 1).Made;" },
        { "a constructor that keeps what it gets", "var made = " + Made() + "; return new Keeping(made) is null ? null : made;" },
        { "an owner that is added", "var made = " + Made() + "; made.AddOwnerReference(new V1OwnerReference()); made.Metadata.SetNamespace(name); made.AddFinalizer(name); return made;" },
        { "a list of all code that nobody changes", "return " + Made(more: "TopologySpreadConstraints = Shared.None,") + ";" },
    };

    [Theory]
    [MemberData(nameof(Seen))]
    public async Task Is_followed(string what, string body)
    {
        _ = what;
        Assert.Equal("KUBE1001", Assert.Single(await new Verifier().Diagnose(Within(body))).Id);
    }

    private static string Made(string replicas = "3", string labels = "new Dictionary<string, string> { [\"app\"] = \"web\" }", string? spec = null, string more = "") => $$"""
        new V1Deployment { Metadata = new V1ObjectMeta { Name = "web" }, Spec = new V1DeploymentSpec { Replicas = {{replicas}}, Selector = new V1LabelSelector { MatchLabels = {{labels}} }, Template = new V1PodTemplateSpec { Metadata = new V1ObjectMeta { Labels = {{labels}} }, Spec = {{spec ?? $"new V1PodSpec {{ {more} Containers = new List<V1Container> {{ new V1Container {{ Name = \"web\" }} }} }}"}} } } }
        """;

    private static string Within(string body) => $$"""
        class A
        {
            V1Deployment kept;
            V1PodSpec pod;
            IStore store;
            public static V1PodSpec Pod => new A().pod;

            V1Deployment M(string name, int count, bool flag, string[] names, V1PodSpec given, V1Deployment given2, List<V1TopologySpreadConstraint> constraints)
            {
                {{body.Split("|||")[0].Replace("Pod()", "MakePod()")}}
            }

            static V1PodSpec MakePod() => new() { Containers = [new() { Name = "web" }] };
            static V1PodSpec Two() => MakePod();
            static V1PodSpec WithLambda(string[] names) { var all = names.Select(n => new V1Container { Name = n }).ToList(); return new V1PodSpec { Containers = all }; }
            static class Client { public static V1Deployment Get() => KubernetesYaml.Deserialize<V1Deployment>(""); }
            static V1Deployment Read() => KubernetesYaml.Deserialize<V1Deployment>("");
            static V1TopologySpreadConstraint Zone() => new() { MaxSkew = 1, TopologyKey = "kubernetes.io/hostname", WhenUnsatisfiable = "DoNotSchedule", LabelSelector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "web" } } };
            static void Pass(V1Deployment made) => Foreign.Change(made);
            static T Configured<T>(T value, Action<T> configure) { configure(value); return value; }
            void Keep(V1PodSpec spec) { pod = spec; Foreign.Change(pod); }
            event Action<V1Deployment> Making;
            static IEnumerable<V1Deployment> Each(V1Deployment made) { yield return made; }
            void Save(V1Deployment made) => KubernetesYaml.Serialize(made);
            {{(body.Contains("|||") ? body.Split("|||")[1] : "")}}
            /*more*/
        }

        interface IStore { void Save(V1Deployment made); }
        class Store : IStore { public void Save(V1Deployment made) => KubernetesYaml.Serialize(made); }

        class Changing { public Changing(V1Deployment made) => Foreign.Change(made); }
        class Keeping { readonly V1Deployment kept; public Keeping(V1Deployment made) { kept = made; } public void Lower() => Foreign.Change(kept); }
        record Pair(V1Deployment Made, int Count);
        class Indexed { readonly List<V1Deployment> all = new(); public V1Deployment this[int i] { get => all[i]; set => all.Add(value); } }
        sealed class Scope(V1Deployment made) : IDisposable { public void Dispose() => Foreign.Change(made); }
        class Wrapper { public static Wrapper operator +(Wrapper w, V1Deployment made) { Foreign.Change(made); return w; } public V1PodSpec Inner { get; set; } public static implicit operator V1PodSpec(Wrapper w) => w.Inner; }
        class Defaults { public int Replicas { get; set; } }
        class Settings { public int Replicas { get; set; } public static Settings Last { get; } public List<V1TopologySpreadConstraint> Zones => Foreign.Zones(); public List<V1TopologySpreadConstraint> More { get; set; } = Foreign.Zones(); }
        class Box { V1Deployment held; public V1Deployment Deployment { get => held; set { held = value; Foreign.Change(value); } } }
        
        static class Filled
        {
            public static readonly List<V1TopologySpreadConstraint> Zones = new();
            public static readonly int Count = 3;
            static Filled() { Zones.AddRange(Foreign.Zones()); Count = 1; }
        }

        static class Shared
        {
            public static readonly List<V1TopologySpreadConstraint> Zones = new();
            public static readonly List<V1TopologySpreadConstraint> Others = new();
            public static readonly Defaults Defaults = new() { Replicas = 3 };
            public static readonly Dictionary<string, int> Counts = new() { ["web"] = 3 };
            public static readonly List<V1TopologySpreadConstraint> None = new();
            static void Fill() { Zones.AddRange(Foreign.Zones()); Foreign.Change(Others); }
        }

        static class Foreign
        {
            public static extern List<V1TopologySpreadConstraint> Zones();
            public static extern void Change(object made);
            public static extern V1Deployment Same(V1Deployment made);
            public static extern void Set(ref int n);
        }

        namespace k8s.Models
        {
            static class More { public static void SpreadAll(this V1Deployment made) => Foreign.Change(made); }
        }
        """;
}
