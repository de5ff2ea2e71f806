using KubeLint.Provisioner.Programs;
using KubeLint.Syntax;

namespace KubeLint.Provisioner.Live;

/// <summary>What runs in a cluster, as <c>kubectl get</c> answers. Fields are those of Kubernetes' API.</summary>
internal sealed class LiveCluster
{
    /// <summary>The kinds that are asked for.</summary>
    public const string Kinds = "nodes,pods,services,persistentvolumeclaims,persistentvolumes,storageclasses.storage.k8s.io,deployments.apps,replicasets.apps,statefulsets.apps,daemonsets.apps";

    /// <summary>The mark of a node that a drill has cordoned; its value is the time.</summary>
    public const string DrillMark = "kubelint/drill";

    private const string ZoneLabel = "topology.kubernetes.io/zone";
    private const string BalancerZone = "service.beta.kubernetes.io/scw-loadbalancer-zone";

    private readonly ILookup<string, Field> byKind;
    private readonly Dictionary<ObjectName, Field> replicaSets;
    private readonly Dictionary<string, string?> zoneOfNode;

    private LiveCluster(Field list)
    {
        byKind = list["items"].Items.ToLookup(item => item["kind"].Text ?? "");
        replicaSets = byKind["ReplicaSet"].DistinctBy(NameOf).ToDictionary(NameOf);
        Nodes = [.. byKind["Node"].Select(NodeOf).OrderBy(node => node.Zone, StringComparer.Ordinal).ThenBy(node => node.Name, StringComparer.Ordinal)];
        zoneOfNode = Nodes.DistinctBy(node => node.Name).ToDictionary(node => node.Name, node => node.Zone);
        Volumes = [.. byKind["PersistentVolume"].Select(VolumeOf)];
        Claims = [.. byKind["PersistentVolumeClaim"].Select(NameOf)];
        Pods = [.. byKind["Pod"].Select(PodOf).OfType<LivePod>()];
        Classes = [.. byKind["StorageClass"].Select(ClassOf)];
        LoadBalancers = [.. byKind["Service"].Where(service => service["spec"]["type"].Text == "LoadBalancer").Select(BalancerOf).OrderBy(balancer => balancer.Object.ToString(), StringComparer.Ordinal)];
        Workloads = [.. WorkloadsOf().OrderBy(workload => workload.Object.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The nodes, by zone and name.</summary>
    public IReadOnlyList<LiveNode> Nodes { get; }

    /// <summary>The pods that have not ended, but for those that belong to a node.</summary>
    public IReadOnlyList<LivePod> Pods { get; }

    /// <summary>What keeps replicas: Deployments, StatefulSets, and whatever else controls pods; not what has a pod on every node, nor Jobs.</summary>
    public IReadOnlyList<LiveWorkload> Workloads { get; }

    /// <summary>The volumes.</summary>
    public IReadOnlyList<LiveVolume> Volumes { get; }

    /// <summary>The claims to volumes.</summary>
    public IReadOnlyList<ObjectName> Claims { get; }

    /// <summary>The classes of volumes.</summary>
    public IReadOnlyList<LiveClass> Classes { get; }

    /// <summary>The Services with a load balancer.</summary>
    public IReadOnlyList<LiveBalancer> LoadBalancers { get; }

    /// <summary>The zones that have nodes.</summary>
    public IReadOnlyList<string> Zones => [.. Nodes.Select(node => node.Zone).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>A cluster in which nothing is.</summary>
    public static LiveCluster Empty { get; } = Read("{}");

    /// <summary>Reads an answer.</summary>
    public static LiveCluster Read(string json) => new(Json.Read(json));

    /// <summary>The pods of a workload.</summary>
    public IEnumerable<LivePod> PodsOf(LiveWorkload workload) => Pods.Where(pod => pod.Owner == workload.Object);

    /// <summary>The zone that a pod runs in; null where it runs nowhere, or where that is not known.</summary>
    public string? ZoneOf(LivePod pod) => pod.Node is { } node ? zoneOfNode.GetValueOrDefault(node) : null;

    /// <summary>The volumes that a pod uses.</summary>
    public IEnumerable<LiveVolume> VolumesOf(LivePod pod) => Volumes.Where(volume => volume.Claim is { } claim && pod.Claims.Contains(claim));

    private static ObjectName NameOf(Field item) => new(item["kind"].Text ?? "", item["metadata"]["namespace"].Text, item["metadata"]["name"].Text ?? "");

    private static LiveNode NodeOf(Field node) => new(
        node["metadata"]["name"].Text ?? "",
        node["metadata"]["labels"][ZoneLabel].Text,
        HasCondition(node, "Ready"),
        node["spec"]["unschedulable"].Boolean == true,
        node["metadata"]["annotations"][DrillMark].Text,
        node["status"]["nodeInfo"]["kubeletVersion"].Text);

    private static bool HasCondition(Field item, string type) =>
        item["status"]["conditions"].Items.Any(condition => condition["type"].Text == type && condition["status"].Text == "True");

    private static LiveVolume VolumeOf(Field volume)
    {
        var claim = volume["spec"]["claimRef"];
        var zones = volume.At("spec", "nodeAffinity", "required", "nodeSelectorTerms").Items
            .SelectMany(term => term["matchExpressions"].Items)
            .Where(expression => expression["operator"].Text == "In" && expression["key"].Text is { } key && key.EndsWith("/zone", StringComparison.Ordinal))
            .SelectMany(expression => expression["values"].Items).Select(value => value.Text).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new LiveVolume(
            volume["metadata"]["name"].Text ?? "",
            zones is [var only] ? only : null,
            claim.IsPresent ? new ObjectName("PersistentVolumeClaim", claim["namespace"].Text, claim["name"].Text ?? "") : null,
            volume["spec"]["csi"]["driver"].Text,
            volume["spec"]["persistentVolumeReclaimPolicy"].Text == "Retain");
    }

    private static LiveClass ClassOf(Field item) => new(
        item["metadata"]["name"].Text ?? "",
        item["volumeBindingMode"].Text == "WaitForFirstConsumer",
        item["metadata"]["annotations"]["storageclass.kubernetes.io/is-default-class"].Text == "true");

    private static LiveBalancer BalancerOf(Field service) => new(
        NameOf(service),
        service["metadata"]["annotations"][BalancerZone].Text,
        [.. service["status"]["loadBalancer"]["ingress"].Items.Select(entry => entry["ip"].Text ?? entry["hostname"].Text).OfType<string>()]);

    private LivePod? PodOf(Field pod)
    {
        if (pod["status"]["phase"].Text is "Succeeded" or "Failed" || OwnerOf(pod) is { Kind: "Node" }) return null;
        var space = pod["metadata"]["namespace"].Text;
        return new LivePod(
            NameOf(pod),
            OwnerOf(pod),
            pod["spec"]["nodeName"].Text,
            HasCondition(pod, "Ready") && pod["metadata"]["deletionTimestamp"].IsAbsent,
            [.. pod["spec"]["volumes"].Items.Select(volume => volume["persistentVolumeClaim"]["claimName"].Text).OfType<string>().Select(claim => new ObjectName("PersistentVolumeClaim", space, claim))],
            TroubleOf(pod));
    }

    // What controls a pod in the end: a Deployment has its pods through ReplicaSets. A pod without controller is its own.
    private ObjectName OwnerOf(Field pod)
    {
        var owner = ControllerOf(pod) ?? NameOf(pod);
        return replicaSets.TryGetValue(owner, out var set) && ControllerOf(set) is { } above ? above : owner;
    }

    private static ObjectName? ControllerOf(Field item) =>
        item["metadata"]["ownerReferences"].Items.FirstOrDefault(owner => owner["controller"].Boolean == true) is { } controller
            ? new ObjectName(controller["kind"].Text ?? "", item["metadata"]["namespace"].Text, controller["name"].Text ?? "")
            : null;

    private static string? TroubleOf(Field pod) =>
        pod["status"]["containerStatuses"].Items.Select(container => container["state"]["waiting"]["reason"].Text).FirstOrDefault(reason => reason is not null)
        ?? pod["status"]["conditions"].Items.Where(condition => condition["status"].Text == "False").Select(condition => condition["message"].Text).FirstOrDefault(message => message is not null);

    private IEnumerable<LiveWorkload> WorkloadsOf()
    {
        var wanted = byKind["Deployment"].Concat(byKind["StatefulSet"]).DistinctBy(NameOf).ToDictionary(NameOf, item => item["spec"]["replicas"].Integer ?? 1);
        foreach (var owner in Pods.GroupBy(pod => pod.Owner).Where(owner => owner.Key.Kind is not ("DaemonSet" or "Job"))) wanted.TryAdd(owner.Key, owner.Count());
        return wanted.Where(entry => entry.Value > 0).Select(entry => new LiveWorkload(entry.Key, entry.Value));
    }
}

/// <summary>The name of an object.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Its namespace; null for none.</param>
/// <param name="Name">Its name.</param>
internal sealed record ObjectName(string Kind, string? Namespace, string Name)
{
    /// <summary>Namespace and name, for people.</summary>
    public override string ToString() => Namespace is null ? Name : $"{Namespace}/{Name}";
}

/// <summary>A node.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Zone">Its zone; null where that is not known.</param>
/// <param name="IsReady">Whether it is ready.</param>
/// <param name="IsCordoned">Whether new pods keep away.</param>
/// <param name="Drilled">When a drill cordoned it; null where none did.</param>
/// <param name="Version">The version of its kubelet.</param>
internal sealed record LiveNode(string Name, string? Zone, bool IsReady, bool IsCordoned, string? Drilled, string? Version);

/// <summary>A pod.</summary>
/// <param name="Object">Its name.</param>
/// <param name="Owner">What controls it in the end.</param>
/// <param name="Node">Where it runs; null where it waits for a node.</param>
/// <param name="IsReady">Whether it serves, and is not on its way out.</param>
/// <param name="Claims">The claims that it uses.</param>
/// <param name="Trouble">Why it does not serve; null where nothing is said.</param>
internal sealed record LivePod(ObjectName Object, ObjectName Owner, string? Node, bool IsReady, IReadOnlyList<ObjectName> Claims, string? Trouble);

/// <summary>Something that keeps replicas.</summary>
/// <param name="Object">Its name.</param>
/// <param name="Replicas">How many it wants.</param>
internal sealed record LiveWorkload(ObjectName Object, long Replicas)
{
    /// <summary>Whether the provider runs it, and not who uses the cluster.</summary>
    public bool IsOfSystem => Object.Namespace?.StartsWith("kube-", StringComparison.Ordinal) == true;
}

/// <summary>A volume.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Zone">Its one zone; null where it has several, or none is known.</param>
/// <param name="Claim">The claim that it is bound to; null for none.</param>
/// <param name="Driver">The CSI driver; null where it has none.</param>
/// <param name="IsRetained">Whether it stays when its claim goes.</param>
internal sealed record LiveVolume(string Name, string? Zone, ObjectName? Claim, string? Driver, bool IsRetained);

/// <summary>A class of volumes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Waits">Whether a volume is made where its first pod is.</param>
/// <param name="IsDefault">Whether claims without a class take it.</param>
internal sealed record LiveClass(string Name, bool Waits, bool IsDefault);

/// <summary>A Service with a load balancer.</summary>
/// <param name="Object">Its name.</param>
/// <param name="Zone">The zone that it asks for; null for none.</param>
/// <param name="Addresses">The addresses that it has.</param>
internal sealed record LiveBalancer(ObjectName Object, string? Zone, IReadOnlyList<string> Addresses);
