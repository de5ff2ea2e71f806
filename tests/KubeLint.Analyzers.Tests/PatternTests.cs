namespace KubeLint.Analyzers.Tests;

/// <summary>How real code builds objects, and that the analyzer follows it: each of these makes one Deployment that nothing spreads.</summary>
public sealed class PatternTests
{
    public static TheoryData<string, string> Followed => new()
    {
        { "nested creations", "return " + Made() + ";" },
        { "target-typed creations", "V1Deployment made = " + Made().Replace("new V1Deployment ", "new() ").Replace("new V1PodSpec ", "new() ").Replace("new V1DeploymentSpec ", "new() ").Replace("new V1ObjectMeta ", "new() ") + "; return made;" },
        { "a collection expression", "return " + Made(containers: "[new() { Name = \"web\" }]") + ";" },
        { "an array", "return " + Made(containers: "new[] { new V1Container { Name = \"web\" } }") + ";" },
        { "a list that is filled", "var list = new List<V1Container>(); list.Add(new V1Container()); return " + Made(containers: "list") + ";" },
        { "a list of unknown length", "return " + Made(containers: "names.Select(n => new V1Container { Name = n }).ToList()") + ";" },
        { "dictionaries in the form of Add", "return " + Made(labels: "new Dictionary<string, string> { { \"app\", \"web\" } }") + ";" },
        { "one dictionary for both", "var labels = new Dictionary<string, string> { [\"app\"] = name }; return " + Made(labels: "labels") + ";" },
        { "a name that is a parameter", "return " + Made(labels: "new Dictionary<string, string> { [\"app\"] = name }") + ";" },
        { "a constant", "const int Count = 3; return " + Made(replicas: "Count") + ";" },
        { "a constant expression", "return " + Made(replicas: "1 + 2") + ";" },
        { "branches that agree", "return " + Made(replicas: "flag ? 3 : 3") + ";" },
        { "a default that is not needed", "int? three = 3; return " + Made(replicas: "three ?? 1") + ";" },
        { "Initialize", "return " + Made() + ".Initialize();" },
        { "locals", "var spec = new V1PodSpec { Containers = new List<V1Container> { new V1Container() } }; return " + Made(spec: "spec") + ";" },
        { "assignments", "var made = " + Made(replicas: "1") + "; made.Spec.Replicas = 3; return made;" },
        { "an object that is filled", "var made = new V1Deployment(); made.Spec = new V1DeploymentSpec(); made.Spec.Replicas = 3; made.Spec.Selector = new V1LabelSelector { MatchLabels = Labels() }; made.Spec.Template = new V1PodTemplateSpec { Metadata = new V1ObjectMeta { Labels = Labels() }, {|KUBE1001:Spec|} = new V1PodSpec { Containers = [new V1Container()] } }; return made;" },
        { "a value for what is missing", "var made = " + Made(replicas: "null") + "; made.Spec.Replicas ??= 3; return made;" },
        { "a value that is there", "var made = " + Made() + "; made.Spec.Replicas ??= 1; return made;" },
        { "SetLabel", "var made = " + Made() + "; made.SetLabel(\"a\", \"b\"); return made;" },
        { "a helper", "return " + Made(spec: "Pod()") + ";" },
        { "a helper with statements", "return " + Made(spec: "PodInSteps()") + ";" },
        { "a helper with arguments", "return " + Made(replicas: "Same(3)") + ";" },
        { "a property", "return " + Made(labels: "AppLabels") + ";" },
        { "a static field", "return " + Made(labels: "Shared") + ";" },
        { "what is handed to a client", "var made = " + Made() + "; KubernetesYaml.Serialize(made); return null;" },
        { "what stands under a condition", "if (flag) { var made = " + Made() + "; made.Spec.Paused = true; return made; } return null;" },
        { "what stands in a loop", "foreach (var n in names) { var made = " + Made() + "; made.Metadata.Name = n; KubernetesYaml.Serialize(made); } return null;" },
        { "what stands in try", "try { var made = " + Made() + "; return made; } catch (Exception) { return null; }" },
        { "what stands in a lambda", "Func<V1Deployment> make = () => " + Made() + "; return make();" },
        { "what a lambda hands to a client", "var made = " + Made() + "; Action a = () => KubernetesYaml.Serialize(made); a(); return null;" },
        { "what a lambda reads", "var made = " + Made() + "; Action a = () => Console.WriteLine(made.Metadata.Name); a(); return made;" },
        { "a part by another name", "var made = " + Made(replicas: "1") + "; var spec = made.Spec; spec.Replicas = 3; return made;" },
        { "what is listed", "var all = new List<object>(); all.Add(" + Made() + "); foreach (var one in all) Console.WriteLine(one); return null;" },
        { "a cast", "return (V1Deployment)(object)" + Made() + ";" },
        { "arrays of a named type", "return " + Made(containers: "new V1Container[] { new() { Name = \"web\" } }") + ";" },
        { "a nullable path", "var made = " + Made(replicas: "1") + "; made!.Spec!.Replicas = 3; made.Spec!.Template!.Spec!.ImagePullSecrets ??= new List<V1LocalObjectReference>(); return made;" },
        { "a constant of another class", "return " + Made(replicas: "Settings.Replicas", labels: "new Dictionary<string, string> { { Settings.AppLabel, name } }") + ";" },
        { "a static number", "return " + Made(replicas: "Settings.Count") + ";" },
        { "a name in pieces", "return " + Made(labels: "new Dictionary<string, string> { [\"app\"] = $\"{name}-web\" }") + ";" },
        { "labels that are a parameter", "return " + Made(labels: "givenLabels") + ";" },
        { "labels that are filled in a loop", "var labels = new Dictionary<string, string>(); foreach (var n in names) labels.Add(n, name); return " + Made(labels: "labels") + ";" },
        { "containers by a condition", "return " + Made(containers: "flag ? new List<V1Container> { new() } : new List<V1Container> { new(), new() }") + ";" },
        { "containers of a parameter or none", "return " + Made(containers: "givenContainers ?? new List<V1Container> { new() }") + ";" },
        { "quantities and numbers or texts", "return " + Made(containers: "[new() { Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { [\"cpu\"] = new(\"100m\"), [\"memory\"] = new ResourceQuantity(\"64Mi\") } }, Ports = [new() { ContainerPort = 80 }], ReadinessProbe = new() { HttpGet = new() { Port = 80 } } }]") + ";" },
        { "Initialize, and the spec later", "var made = new V1Deployment { Metadata = new() { Name = \"web\" } }.Initialize(); made.Spec = " + Made().Replace("new V1Deployment { Metadata = new V1ObjectMeta { Name = \"web\" }, Spec = ", "")[..^2] + "; return made;" },
        { "SetLabel on the template", "var made = " + Made() + "; made.Spec.Template.SetLabel(\"tier\", name); return made;" },
        { "a part of a container, by a condition", "var made = " + Made() + "; if (flag) made.Spec.Template.Spec.Containers.First().Image = name; return made;" },
        { "containers that are added", "var made = " + Made() + "; if (flag) made.Spec.Template.Spec.Containers.Add(new V1Container()); made.Spec.Template.Spec.Volumes ??= new List<V1Volume>(); return made;" },
        { "a list that a lambda fills", "var ports = new List<V1ContainerPort>(); names.ToList().ForEach(n => ports.Add(new V1ContainerPort { Name = n })); return " + Made(containers: "[new() { Ports = ports }]") + ";" },
        { "node affinity to something else than zones", "return " + Made(more: "Affinity = OnNodes(),") + ";" },
        { "what is handed on where it is made", "KubernetesYaml.Serialize(" + Made() + "); KubernetesJson.Serialize(1); return null;" },
        { "what is handed on in a list", "KubernetesYaml.SerializeAll(new object[] { " + Made() + " }); return null;" },
        { "what a field keeps", "kept = " + Made() + "; KubernetesYaml.Serialize(kept); return null;" },
        { "several returns", "if (flag) return null; return " + Made() + ";" },
        { "nameof and joined texts", "return " + Made(labels: "new Dictionary<string, string> { [\"a\" + \"pp\"] = nameof(name) }") + ";" },
        { "the kind by its name", "var made = " + Made() + "; made.Kind = V1Deployment.KubeKind; made.ApiVersion = $\"{V1Deployment.KubeGroup}/{V1Deployment.KubeApiVersion}\"; return made;" },
        { "parentheses and default", "return (" + Made(more: "Affinity = default,") + ");" },
        { "no constraints", "return " + Made(more: "TopologySpreadConstraints = Array.Empty<V1TopologySpreadConstraint>(),").Replace("{|KUBE1001:Spec|}", "Spec").Replace("TopologySpreadConstraints = A", "{|KUBE1001:TopologySpreadConstraints|} = A") + ";" },
        { "a suppression that is removed", "var notes = new Dictionary<string, string> { [\"kubelint/disable\"] = \"KUBE1001 -- why\", [\"a\"] = \"b\" }; notes.Remove(\"kubelint/disable\"); return " + Made().Replace("V1ObjectMeta { Name = \"web\" }", "V1ObjectMeta { Name = \"web\", Annotations = notes }") + ";" },
        { "what a client got before something else went away", "var made = " + Made() + "; KubernetesYaml.Serialize(made); Foreign.Change(old); return null;" },
        { "constraints of lists that are known", "var none = new List<V1TopologySpreadConstraint>(); return " + Made(more: "TopologySpreadConstraints = [.. none, .. new List<V1TopologySpreadConstraint>()],").Replace("{|KUBE1001:Spec|}", "Spec").Replace("TopologySpreadConstraints = [", "{|KUBE1001:TopologySpreadConstraints|} = [") + ";" },
        { "containers of a list and one more", "var first = new[] { new V1Container() }; return " + Made(containers: "[.. first, new() { Name = \"web\" }]") + ";" },
        { "a switch statement around it", "switch (name) { case \"a\": return " + Made() + "; default: return null; }" },
    };

    [Theory]
    [MemberData(nameof(Followed))]
    public Task Is_followed(string what, string body)
    {
        _ = what;
        return new Verifier().Verify(Within(body));
    }

    public static TheoryData<string, string> Unknown => new()
    {
        { "a parameter for the replicas", "return " + Made(replicas: "count") + ";" },
        { "a parameter for the spec", "return " + Made(spec: "given") + ";" },
        { "what was read", "var made = Read(); made.Spec.Replicas = 3; return made;" },
        { "a copy of what was read", "var made = Read() with { Kind = \"Deployment\" }; return made;" },
        { "a condition over the replicas", "var made = " + Made() + "; if (flag) made.Spec.Replicas = 1; return made;" },
        { "a condition over the constraints", "var made = " + Made() + "; if (flag) made.Spec.Template.Spec.TopologySpreadConstraints = Constraints(); return made;" },
        { "a loop over the constraints", "var made = " + Made() + "; foreach (var n in names) made.Spec.Template.Spec.TopologySpreadConstraints = Constraints(); return made;" },
        { "constraints that are a parameter", "return " + Made(more: "TopologySpreadConstraints = constraints,") + ";" },
        { "constraints from a foreign method", "return " + Made(more: "TopologySpreadConstraints = Foreign.Constraints(),") + ";" },
        { "affinity from a virtual method", "return " + Made(more: "Affinity = Where(),") + ";" },
        { "constraints of a list that has one", "var none = new List<V1TopologySpreadConstraint>(); return " + Made(more: "TopologySpreadConstraints = [.. none, Constraint(), .. none],") + ";" },
        { "constraints of which one list is unknown", "var none = new List<V1TopologySpreadConstraint>(); return " + Made(more: "TopologySpreadConstraints = [.. none, .. Foreign.Constraints()],") + ";" },
        { "constraints of which some are unknown", "return " + Made(more: "TopologySpreadConstraints = [.. constraints],") + ";" },
        { "what goes to an unknown method", "var made = " + Made() + "; Foreign.Change(made); return made;" },
        { "a part that goes to an unknown method", "var made = " + Made() + "; Foreign.Change(made.Spec.Template.Spec); return made;" },
        { "what a callback gets", "var made = " + Made() + "; configure(made); return made;" },
        { "what a lambda holds", "var made = " + Made() + "; Action a = () => made.Spec.Template.Spec.TopologySpreadConstraints = constraints; a(); return made;" },
        { "branches that differ", "return " + Made(replicas: "flag ? 3 : 1") + ";" },
        { "a patch", "new V1Patch(" + Made() + ", V1Patch.PatchType.StrategicMergePatch); return null;" },
        { "a patch by another way", "var made = " + Made() + "; var patch = new V1Patch(made, V1Patch.PatchType.MergePatch); return null;" },
        { "no selector", "return new V1Deployment { Spec = new V1DeploymentSpec { Replicas = 3, Template = new V1PodTemplateSpec { Spec = new V1PodSpec { Containers = [new V1Container()] } } } };" },
        { "no containers", "return " + Made(containers: "null") + ";" },
        { "a status", "return new V1Deployment { Status = new V1DeploymentStatus { Replicas = 3 } };" },
        { "one replica", "return " + Made(replicas: "1") + ";" },
        { "no replicas", "return " + Made(replicas: "null") + ";" },
        { "one of two objects", "V1Deployment made = " + Made() + "; if (flag) made = " + Made(replicas: "1") + "; made.Spec.Replicas = 1; return made;" },
        { "an assignment of either", "V1PodSpec spec = Pod(); if (flag) spec = given; return " + Made(spec: "spec") + ";" },
        { "a member initializer", "return new V1Deployment { Spec = { Replicas = 3 } };" },
        { "spread by a helper", "return " + Made(more: "TopologySpreadConstraints = Constraints(),") + ";" },
        { "spread by anti-affinity from a helper", "return " + Made(more: "Affinity = Apart(),") + ";" },
        { "spread that is added", "var made = " + Made(more: "TopologySpreadConstraints = new List<V1TopologySpreadConstraint>(),") + "; made.Spec.Template.Spec.TopologySpreadConstraints.Add(Constraint()); return made;" },
        { "a derived class", "return new Own { Spec = new V1DeploymentSpec { Replicas = 3, Selector = new V1LabelSelector { MatchLabels = Labels() }, Template = new V1PodTemplateSpec { Metadata = new V1ObjectMeta { Labels = Labels() }, Spec = Pod() } } };" },
        { "ref", "var made = " + Made() + "; Foreign.Replace(ref made); return made;" },
        { "a write through another name", "var list = new List<V1Deployment> { " + Made() + " }; foreach (var one in list) one.Spec.Replicas = 1; return null;" },
        { "a write through a query", "var list = new List<V1Deployment> { " + Made() + " }; list.First().Spec.Replicas = 1; return null;" },
        { "a write through an array", "var list = new[] { " + Made() + " }; list[0].Spec.Template.Spec = given; return null;" },
        { "an array that is filled", "var array = new V1TopologySpreadConstraint[] { }; var made = " + Made(more: "TopologySpreadConstraints = array,") + "; array[0] = null; return made;" },
        { "an addition through another name", "var made = " + Made(more: "TopologySpreadConstraints = new List<V1TopologySpreadConstraint>(),") + "; foreach (var one in new[] { made }) one.Spec.Template.Spec.TopologySpreadConstraints.Add(Constraint()); return null;" },
        { "a local function", "V1Deployment made = null; made = " + Made() + "; Change(); return made; void Change() { made.Spec.Replicas = 1; }" },
        { "a sum", "var made = " + Made() + "; made.Spec.Replicas -= 2; return made;" },
        { "a deconstruction", "var made = " + Made() + "; (made.Spec.Replicas, count) = (1, 2); return made;" },
        { "a tuple", "var made = " + Made() + "; var pair = (made, 1); pair.made.Spec.Replicas = 1; return null;" },
        { "a switch", "var made = " + Made() + "; switch (count) { case 1: made.Spec.Replicas = 1; break; } return made;" },
        { "a using alias of a part", "var made = " + Made() + "; var spec = made.Spec; spec.Replicas = 1; return made;" },
        { "what a lambda changes later", "V1Deployment made = null; Action a = () => made.Spec.Replicas = 1; made = " + Made() + "; a(); return null;" },
        { "a part of what was read", "return new V1Deployment { Metadata = new() { Name = \"web\" }, Spec = Read().Spec };" },
        { "a copy of what was given, part by part", "return new V1Deployment { Metadata = old.Metadata, Spec = new V1DeploymentSpec { Replicas = old.Spec.Replicas, Selector = old.Spec.Selector, Template = old.Spec.Template } };" },
        { "a copy to compare", "var copy = new V1Deployment { ApiVersion = old.ApiVersion, Kind = old.Kind, Metadata = old.Metadata, Spec = old.Spec }; KubernetesJson.Serialize(copy); return null;" },
        { "an empty object", "return new V1Deployment();" },
        { "an empty spec", "return new V1Deployment { Metadata = new() { Name = name }, Spec = new() { Replicas = 3 } };" },
        { "a restart", "new V1Patch(new V1Deployment { Spec = new() { Replicas = 3, Template = new() { Metadata = new() { Annotations = new Dictionary<string, string> { [\"kubectl.kubernetes.io/restartedAt\"] = name } } } } }, V1Patch.PatchType.StrategicMergePatch); return null;" },
        { "a restart without a patch", "KubernetesJson.Serialize(new V1Deployment { Spec = new() { Replicas = 3, Template = new() { Metadata = new() { Annotations = new Dictionary<string, string> { [\"kubectl.kubernetes.io/restartedAt\"] = name } } } } }); return null;" },
        { "a helper with several returns", "return " + Made(spec: "Either(flag)") + ";" },
        { "affinity that is there or not", "return " + Made(more: "Affinity = Maybe(flag),") + ";" },
        { "a spec of which two are possible", "return " + Made(spec: "flag ? Pod() : given") + ";" },
        { "constraints that are there or not", "return " + Made(more: "TopologySpreadConstraints = constraints ?? new List<V1TopologySpreadConstraint>(),") + ";" },
        { "a number of a configuration", "return " + Made(replicas: "old.Spec.Replicas ?? 3") + ";" },
        { "a number of a switch", "return " + Made(replicas: "name switch { \"a\" => 1, _ => 3 }") + ";" },
        { "a number of a tuple", "var (n, m) = (3, 4); return " + Made(replicas: "n") + ";" },
        { "constraints in an array", "return " + Made(more: "TopologySpreadConstraints = new V1TopologySpreadConstraint[] { Constraint() },") + ";" },
        { "constraints that share the labels", "var labels = new Dictionary<string, string> { [\"app\"] = name }; var made = " + Made(labels: "labels", more: "TopologySpreadConstraints = [new() { MaxSkew = 1, TopologyKey = \"topology.kubernetes.io/\" + \"zone\", WhenUnsatisfiable = \"DoNotSchedule\", LabelSelector = new() { MatchLabels = labels } }],") + "; made.Spec.Template.SetLabel(\"tier\", \"a\"); return made;" },
        { "anti-affinity by expressions", "return " + Made(more: "Affinity = new() { PodAntiAffinity = new() { RequiredDuringSchedulingIgnoredDuringExecution = [new() { TopologyKey = \"topology.kubernetes.io/zone\", LabelSelector = new() { MatchExpressions = [new() { Key = \"app\", OperatorProperty = \"In\", Values = [\"web\"] }] } }] } },") + ";" },
        { "a node selector from elsewhere", "return " + Made(more: "NodeSelector = givenLabels,") + ";" },
        { "a daemon set", "return null;|||new V1DaemonSet { Metadata = new() { Name = \"web\" }, Spec = new() { Selector = new() { MatchLabels = Labels() }, Template = new() { Metadata = new() { Labels = Labels() }, Spec = Pod() } } }" },
        { "a job", "return null;|||new V1Job { Metadata = new() { Name = \"web\" }, Spec = new() { Parallelism = 3, Completions = 3, Template = new() { Metadata = new() { Labels = Labels() }, Spec = Pod() } } }" },
        { "a cron job", "return null;|||new V1CronJob { Metadata = new() { Name = \"web\" }, Spec = new() { Schedule = \"* * * * *\", JobTemplate = new() { Spec = new() { Parallelism = 3, Template = new() { Spec = Pod() } } } } }" },
        { "a pod", "return null;|||new V1Pod { Metadata = new() { Name = \"web\" }, Spec = Pod() }" },
        { "what is commented out, or not compiled", "/* return " + Made() + "; */\n#if NEVER\nreturn " + Made() + ";\n#endif\nreturn null;" },
        { "a dictionary from LINQ", "return " + Made(more: "NodeSelector = names.ToDictionary(n => n, n => n), TopologySpreadConstraints = names.Select(n => Constraint()).ToList(),") + ";" },
    };

    [Theory]
    [MemberData(nameof(Unknown))]
    public Task Is_silent(string what, string body)
    {
        _ = what;
        return new Verifier().Verify(Within(body.Replace("{|KUBE1001:", "").Replace("|}", "")));
    }

    private static string Made(string replicas = "3", string labels = "new Dictionary<string, string> { [\"app\"] = \"web\" }", string containers = "new List<V1Container> { new V1Container { Name = \"web\" } }", string? spec = null, string more = "") => $$"""
        new V1Deployment { Metadata = new V1ObjectMeta { Name = "web" }, Spec = new V1DeploymentSpec { Replicas = {{replicas}}, Selector = new V1LabelSelector { MatchLabels = {{labels}} }, Template = new V1PodTemplateSpec { Metadata = new V1ObjectMeta { Labels = {{labels}} }, {|KUBE1001:Spec|} = {{spec ?? $"new V1PodSpec {{ {more} Containers = {containers} }}"}} } } }
        """;

    private static string Within(string body) => $$"""
        class A
        {
            static readonly Dictionary<string, string> Shared = new() { ["app"] = "web" };

            V1Deployment kept;

            V1Deployment M(string name, int count, bool flag, string[] names, V1PodSpec given, V1Deployment old, IDictionary<string, string> givenLabels, List<V1Container> givenContainers, List<V1TopologySpreadConstraint> constraints, Action<V1Deployment> configure)
            {
                {{body.Split("|||")[0]}}
            }

            static object Other() => {{(body.Split("|||") is [_, var other] ? other : "null")}};

            static Dictionary<string, string> AppLabels => new() { ["app"] = "web" };
            static Dictionary<string, string> Labels() => new() { ["app"] = "web" };
            static V1PodSpec Pod() => new() { Containers = [new() { Name = "web" }] };
            static V1PodSpec PodInSteps() { var pod = new V1PodSpec(); pod.Containers = new List<V1Container>(); pod.Containers.Add(new V1Container()); return pod; }
            static int Same(int n) => n;
            static V1Deployment Read() => KubernetesYaml.Deserialize<V1Deployment>("");
            static V1TopologySpreadConstraint Constraint() => new() { MaxSkew = 1, TopologyKey = "topology.kubernetes.io/zone", WhenUnsatisfiable = "DoNotSchedule", LabelSelector = new() { MatchLabels = Labels() } };
            static List<V1TopologySpreadConstraint> Constraints() => [Constraint()];
            static V1Affinity Apart() => new() { PodAntiAffinity = new() { RequiredDuringSchedulingIgnoredDuringExecution = [new() { TopologyKey = "topology.kubernetes.io/zone", LabelSelector = new() { MatchLabels = Labels() } }] } };
            protected virtual V1Affinity Where() => null;
            static V1PodSpec Either(bool flag) { if (flag) return Pod(); return new() { Containers = [new()], TopologySpreadConstraints = Constraints() }; }
            static V1Affinity Maybe(bool flag) { if (!flag) return null; return Apart(); }
            static V1Affinity OnNodes() => new() { NodeAffinity = new() { RequiredDuringSchedulingIgnoredDuringExecution = new() { NodeSelectorTerms = [new() { MatchExpressions = [new() { Key = "pool", OperatorProperty = "In", Values = [Settings.AppLabel] }] }] } } };
        }

        record Own : V1Deployment;

        static class Settings
        {
            public const int Replicas = 3;
            public const string AppLabel = "app";
            public static readonly int Count = 3;
        }

        static class Foreign
        {
            public static extern List<V1TopologySpreadConstraint> Constraints();
            public static extern void Change(object made);
            public static extern void Replace(ref V1Deployment made);
        }
        """;
}
