using KubeLint.Providers;
using KubeLint.Provisioner.Scaleway;
using KubeLint.Syntax;
using KubeLint.Yaml;

namespace KubeLint.Provisioner.Declarations;

/// <summary>A declaration as it was read.</summary>
/// <param name="Cluster">What it declares; null where it has errors.</param>
/// <param name="Diagnostics">All that is wrong with it, and what is to be known, in source order.</param>
/// <param name="Nodes">Where the type of nodes stands, for what only Scaleway can tell of it; null where there is no text.</param>
internal sealed record ReadDeclaration(ClusterDeclaration? Cluster, IReadOnlyList<Diagnostic> Diagnostics, SourceSpan? Nodes);

/// <summary>Reads <c>cluster.yaml</c>. All errors are told at once; bad input never throws.</summary>
internal sealed class DeclarationReader
{
    private readonly List<Diagnostic> diagnostics = [];
    private readonly Field root;

    private DeclarationReader(Field root) => this.root = root;

    /// <summary>Reads a text.</summary>
    /// <param name="path">The path that messages show.</param>
    /// <param name="text">The text.</param>
    public static ReadDeclaration Read(string path, string text)
    {
        var file = new SourceFile(path, text);
        var tree = JsonTree.Read(file, text);
        var start = new SourceSpan(file, 0, 0);
        if (tree.Problem is { } problem) return Refused(tree.Place, problem);
        if (tree.Root is not { } node) return Refused(start, text.Trim().Length == 0 ? "the file is empty; 'kubelint-kapsule example' prints one to start from" : "this is no YAML mapping; templates are not filled in here");
        if (text.IndexOf("\n---", node.Span.Start, StringComparison.Ordinal) is >= 0 and var second) return Refused(new SourceSpan(file, second + 1, 3), "one file declares one cluster; put the other document in a file of its own");
        return new DeclarationReader(Field.Root(node)).Read(tree.Faults);

        static ReadDeclaration Refused(SourceSpan place, string message) => new(null, [new Diagnostic(place, message)], null);
    }

    private ReadDeclaration Read(IEnumerable<(string Message, SourceSpan Place)> faults)
    {
        diagnostics.AddRange(faults.Select(f => new Diagnostic(f.Place, f.Message)));
        new ShapeCheck(diagnostics.Add).Check(root, ClusterShape.Root);
        var cluster = ReadCluster();
        List<Diagnostic> sorted = [.. diagnostics.OrderBy(d => d.Place.Start).ThenBy(d => d.Message, StringComparer.Ordinal)];
        return new(sorted.Exists(d => d.IsError) ? null : cluster, sorted, root["nodes"]["type"].Span);
    }

    private ClusterDeclaration? ReadCluster()
    {
        var region = ScalewayRegion.Find(root["region"].Text);
        var zones = ReadZones(region);
        var nodes = ReadNodes(region, zones);
        CheckName();
        var version = ReadVersion();
        var isolation = ReadIsolation();
        var dns = ReadDns();
        var replicas = ReadReplicas(root["ingress"]["replicas"], zones);
        var workloads = ReadWorkloads(zones, dns);
        if (region is null || zones.Count < 2) return null;
        return new ClusterDeclaration(
            root["name"].Text ?? "",
            region,
            zones,
            nodes,
            version,
            isolation,
            new MaintenanceWindow(root["maintenance"]["day"].Text ?? "sunday", Number(root["maintenance"]["hour"]) ?? 2),
            dns,
            replicas,
            workloads);
    }

    private void CheckName()
    {
        var name = root["name"];
        if (name.Text is { } text && (text is "default" or "ingress-nginx" || text.StartsWith("kube-", StringComparison.Ordinal)))
            Error(name, $"the namespace of the workloads has the name of the cluster, and '{text}' is one that Kubernetes or the ingress controller has");
    }

    private List<string> ReadZones(ScalewayRegion? region)
    {
        var field = root["zones"];
        if (region is null) return [];
        if (region.Zones.Count < 2)
        {
            Error(root["region"], $"{region.Name} has one zone only, {region.PrimaryZone}; no cluster there can survive its loss; choose {string.Join(", ", ScalewayRegion.All.Where(r => r.Zones.Count > 1).Select(r => r.Name))}");
            return [];
        }

        if (!field.Items.Any()) return [.. region.Zones];
        foreach (var item in field.Items)
        {
            if (item.Text is { } zone && !region.Zones.Contains(zone) && ScalewayRegion.All.Any(r => r.Zones.Contains(zone)))
                Error(item, $"{zone} is no zone of {region.Name}, which has {string.Join(", ", region.Zones)}; a cluster stands in one region");
        }

        return [.. field.Items.Select(i => i.Text).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private NodeDeclaration ReadNodes(ScalewayRegion? region, IReadOnlyList<string> zones)
    {
        var field = root["nodes"];
        var min = Number(field["min"]) ?? 1;
        var max = Number(field["max"]) ?? Math.Max(3, min);
        var type = field["type"].Text ?? "PRO2-XXS";
        if (max > 0 && max < min) Error(field["max"], $"max is {max}, below min, which is {min}");
        if (min == 0) Error(field["min"], "with no node in a zone the zone does not exist to the scheduler, and replicas spread over the others alone; have 1 at least");
        if (min > 0 && zones.Count >= 2 && min * zones.Count < 3)
            Error(field["min"], $"{min} node in each of {zones.Count} zones makes {min * zones.Count} in all; have three at least, so that the loss of a zone leaves more than one: use min: 2, or a third zone");
        if (region is null) return new NodeDeclaration(type, min, max);
        if (NodeTypes.Problem(type, zones) is { } problem) Error(field["type"], problem);
        else if (field["type"].Text is not null && !NodeTypes.IsKnown(type)) Warn(field["type"], $"'{type}' is no type of Instance that is known here; with SCW_SECRET_KEY set, plan asks Scaleway{Nearest.Question(type, NodeTypes.WellKnown)}");
        return new NodeDeclaration(type, min, max);
    }

    // Patches are installed in the maintenance window, for which Scaleway wants the minor version alone (docs/resources/k8s_cluster.md).
    private string ReadVersion()
    {
        var field = root["kubernetes"];
        if (field.Written is not { } version || !Version.TryParse(version, out var parsed)) return "";
        var binds = KapsuleStorage.BindsImmediately(version);
        if (parsed.Major != 1) Error(field, $"there is no Kubernetes {version}");
        else if (binds == true) Error(field, $"Kapsule {version} binds volumes in a zone that is picked before their pod has one; use 1.29 or newer");
        else if (binds is null) Error(field, $"the patch decides whether volumes of Kapsule {version} wait for a zone, from {KapsuleStorage.FirstThatWaits(version)} on; use 1.29 or newer, of which every patch does");
        else if (parsed.Build >= 0) Error(field, $"write {parsed.Major}.{parsed.Minor}: patches are installed in the maintenance window, for which Scaleway takes a minor version");
        return version;
    }

    private Isolation ReadIsolation()
    {
        if (root["isolation"].Text != "full") return Isolation.Controlled;
        Warn(root["isolation"], "in full isolation all nodes leave through one public gateway, in one zone: when that zone is lost, the nodes of every zone lose the way out; 'drill' shows it");
        return Isolation.Full;
    }

    private DnsZone? ReadDns()
    {
        if (root["domain"].Text is { } domain) return new DnsZone(domain, root["subdomain"].Text ?? "");
        if (root["subdomain"].IsPresent) Error(root["subdomain"], "a subdomain needs the domain that it belongs to; write domain beside it");
        return null;
    }

    private int ReadReplicas(Field field, IReadOnlyList<string> zones)
    {
        var replicas = Number(field) ?? zones.Count;
        if (zones.Count >= 2 && replicas < zones.Count && replicas > 0)
            Error(field, $"{replicas} {(replicas == 1 ? "replica" : "replicas")} for {zones.Count} zones leave {zones.Count - replicas} without one; have {zones.Count} at least");
        return replicas;
    }

    private List<WorkloadDeclaration> ReadWorkloads(IReadOnlyList<string> zones, DnsZone? dns)
    {
        var (names, hosts) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal) { DnsZone.Entry });
        var workloads = root["workloads"].Items.Where(item => item.Node is MappingNode).Select(item => ReadWorkload(item, zones)).ToList();
        foreach (var item in root["workloads"].Items)
        {
            var (name, host) = (item["name"], item["host"]);
            if (name.Text is { } text && !names.Add(text)) Error(name, $"another workload is called '{text}' too");
            if (host.Text is not { } shown) continue;
            if (dns is null) Error(host, "a host needs the domain that it belongs to; write domain beside workloads");
            if (!hosts.Add(shown)) Error(host, shown == DnsZone.Entry ? $"'{shown}' is the record of the load balancers, whose health check must not reach a workload; choose another name" : $"another workload has the host '{shown}' too");
        }

        return [.. workloads.OrderBy(w => w.Name, StringComparer.Ordinal)];
    }

    private WorkloadDeclaration ReadWorkload(Field item, IReadOnlyList<string> zones)
    {
        var scaled = item["autoscaling"];
        var ports = item["ports"].Items.Select(Number).OfType<int>().ToList();
        if (scaled.IsPresent && item["replicas"].IsPresent) Error(item["replicas"], "replicas and autoscaling contradict each other; write the fewest replicas as autoscaling.min");
        if (ports.Count == 0 && item["host"].IsPresent) Error(item["host"], "a host needs a port that requests go to; write ports beside it");
        if (ports.Count == 0 && item["health"].IsPresent) Error(item["health"], "health is asked for on the first port; write ports beside it");
        var replicas = ReadReplicas(scaled.IsPresent ? scaled["min"] : item["replicas"], zones);
        return new WorkloadDeclaration(
            item["name"].Text ?? "",
            item["image"].Text ?? "",
            replicas,
            scaled.IsPresent ? ReadAutoscaling(scaled, replicas) : null,
            ports,
            item["host"].Text,
            item["health"].Text,
            ReadState(item),
            item["cpu"].Written ?? "100m",
            item["memory"].Text ?? "128Mi");
    }

    private AutoscalingDeclaration ReadAutoscaling(Field scaled, int min)
    {
        var max = Number(scaled["max"]) ?? min;
        if (max > 0 && max < min) Error(scaled["max"], $"max is {max}, below the fewest replicas, {min}");
        return new AutoscalingDeclaration(max, Number(scaled["cpu"]) ?? 70);
    }

    private StateDeclaration? ReadState(Field item)
    {
        if (item["stateful"].Boolean == true)
        {
            if (item["mount"].IsPresent && item["volume"].IsAbsent) Error(item["mount"], "there is nothing to mount; write the size of the volume beside it");
            return new StateDeclaration(item["volume"].Text, item["mount"].Text ?? "/data");
        }

        if (item["volume"].IsPresent) Error(item["volume"], "a volume stands in one zone, and all replicas would have to run there to share it; write stateful: true, and each replica has its own");
        else if (item["mount"].IsPresent) Error(item["mount"], "there is nothing to mount; write stateful: true and the size of the volume beside it");
        return null;
    }

    // What is no number, or none in its range, has been told of.
    private static int? Number(Field field) => field.Integer is >= 0 and <= 1_000_000 and var value ? (int)value : null;

    private void Error(Field field, string message) => diagnostics.Add(new Diagnostic(field.Span, message));

    private void Warn(Field field, string message) => diagnostics.Add(new Diagnostic(field.Span, message, IsError: false));
}
