using KubeLint.Provisioner.Scaleway;

namespace KubeLint.Provisioner.Declarations;

/// <summary>What may stand in <c>cluster.yaml</c>.</summary>
internal static class ClusterShape
{
    /// <summary>
    /// Kubernetes makes names for pods, and labels with a revision behind the name, from those of workloads; a label's
    /// value has 63 characters at most (kubernetes/kubernetes, apimachinery validation: IsDNS1035Label, IsValidLabelValue).
    /// </summary>
    public const int LongestName = 52;

    // Nodes are called after cluster and pool, a pool after its zone, and a host's name has 63 characters at most.
    private const int LongestClusterName = 40;

    private const string Label = "[a-z]([-a-z0-9]*[a-z0-9])?";
    private const string LabelForm = "a name of lower-case letters, digits and hyphens that starts with a letter";
    private const int MostNodes = 500;
    private const int MostReplicas = 1000;

    private static readonly MappingShape Workload = new("Something that runs in the cluster, in every zone.",
    [
        new("name", new TextShape("Its name in Kubernetes.", Label, LabelForm) { Longest = LongestName }, IsRequired: true),
        new("image", new TextShape("Its container image, with a tag or a digest.", @"[^\s@:]+(:[0-9]+/[^\s@:]+)?(:[\w.-]+)?(@sha256:[0-9a-f]{64})?", "an image, as registry.example.com/shop/web:1.4"), IsRequired: true),
        new("replicas", new NumberShape("How many replicas, at least one for each zone.", 1, MostReplicas) { Default = "one for each zone" }),
        new("autoscaling", new MappingShape("Scales by the use of the processor, in place of replicas.",
        [
            new("min", new NumberShape("The fewest replicas, at least one for each zone.", 1, MostReplicas) { Default = "one for each zone" }),
            new("max", new NumberShape("The most replicas.", 1, MostReplicas), IsRequired: true),
            new("cpu", new NumberShape("The use of the requested processor time to keep, in percent.", 1, 100) { Default = "70" }),
        ])),
        new("ports", new ListShape("The TCP ports that it listens on. Requests from outside go to the first.", new NumberShape("A TCP port.", 1, 65535))),
        new("host", new TextShape("The name below the domain by which it is reached from outside, as shop for shop.example.com.", Label, LabelForm) { Longest = 63 }),
        new("health", new TextShape("The path that answers with 200 when it is ready, on the first port.", "/.*", "a path that starts with /") { Default = "the port is open" }),
        new("stateful", new FlagShape("Whether each replica has an identity, and a volume where there is a volume, of its own.") { Default = "false" }),
        new("volume", new TextShape("The size of the volume of each replica of a stateful workload.", "[1-9][0-9]{0,4}(Gi|Ti)", "a size in Gi or Ti, as 20Gi")),
        new("mount", new TextShape("The path at which the volume is mounted.", "/.+", "a path that starts with /") { Default = "/data" }),
        new("cpu", new TextShape("The processor time to reserve for each replica.", @"[1-9][0-9]*m?", "processors, or thousandths of one, as 250m") { Default = "100m", TakesNumbers = true }),
        new("memory", new TextShape("The memory to reserve for each replica.", "[1-9][0-9]*(Mi|Gi)", "a size in Mi or Gi, as 256Mi") { Default = "128Mi" }),
    ]);

    /// <summary>The whole file.</summary>
    public static MappingShape Root { get; } = new("A Scaleway Kapsule cluster over several availability zones, and what runs in it.",
    [
        new("name", new TextShape("The name of the cluster; its network and the namespace of its workloads have it too.", Label, LabelForm) { Longest = LongestClusterName }, IsRequired: true),
        new("region", new TextShape("The region of Scaleway.") { Words = ScalewayRegion.Names }, IsRequired: true),
        new("zones", new ListShape("The zones that have nodes, at least two.", new TextShape("A zone of the region.") { Words = [.. ScalewayRegion.All.SelectMany(r => r.Zones)] }, 2) { Default = "all zones of the region" }),
        new("nodes", new MappingShape("The nodes of each zone.",
        [
            new("type", new TextShape("The type of Instance.", "[A-Z0-9]+(-[A-Za-z0-9]+)*", "a type of Instance in capitals, as PRO2-XXS") { Default = "PRO2-XXS" }),
            new("min", new NumberShape("The fewest nodes in each zone.", 0, MostNodes) { Default = "1" }),
            new("max", new NumberShape("The most nodes in each zone.", 1, MostNodes) { Default = "3, or min where that is more" }),
        ])),
        new("kubernetes", new TextShape("The minor version of Kubernetes; patches are installed in the maintenance window.", @"[0-9]+\.[0-9]+(\.[0-9]+)?", "a minor version, as 1.34") { TakesNumbers = true }, IsRequired: true),
        new("isolation", new TextShape("controlled: nodes have public addresses that let nothing in. full: they have none, and all leave through one public gateway, whose zone takes them all along.") { Words = ["controlled", "full"], Default = "controlled" }),
        new("maintenance", new MappingShape("When patches of Kubernetes are installed: two hours.",
        [
            new("day", new TextShape("The day.") { Words = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "any"], Default = "sunday" }),
            new("hour", new NumberShape("The hour at which the window opens, in UTC.", 0, 23) { Default = "2" }),
        ])),
        new("domain", new TextShape("The domain, or a part of one, whose records Scaleway serves, as example.com.", @"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+", "a domain, as example.com")),
        new("subdomain", new TextShape("The DNS zone below the domain that holds the records, as prod for prod.example.com.", @"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*", "a name below the domain") { Default = "the domain itself" }),
        new("ingress", new MappingShape("The ingress controller.",
        [
            new("replicas", new NumberShape("How many replicas, at least one for each zone.", 1, 100) { Default = "one for each zone" }),
        ])),
        new("workloads", new ListShape("What runs in the cluster.", Workload)),
    ]);
}
