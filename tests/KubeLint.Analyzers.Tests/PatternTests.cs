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

            V1Deployment M(string name, int count, bool flag, string[] names, V1PodSpec given, List<V1TopologySpreadConstraint> constraints, Action<V1Deployment> configure)
            {
                {{body}}
            }

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
        }

        record Own : V1Deployment;

        static class Foreign
        {
            public static extern List<V1TopologySpreadConstraint> Constraints();
            public static extern void Change(object made);
            public static extern void Replace(ref V1Deployment made);
        }
        """;
}
