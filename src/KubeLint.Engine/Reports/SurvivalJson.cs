using System.Globalization;
using KubeLint.Resources;
using KubeLint.Survival;
using KubeLint.Views;
using static KubeLint.Engine.Reports.JsonText;

namespace KubeLint.Engine.Reports;

/// <summary>
/// Writes what survives as a JSON object of three arrays: <c>workloads</c>, <c>volumes</c> and <c>loadBalancers</c>. <c>zones</c> of each item
/// tells, for each zone of its cluster, the replicas that remain when it is lost, or whether the thing is lost too; a zone of
/// null stands for the one whose loss takes most, where the zones' names are not known. What is not known is null, and
/// <c>unknown</c> says why.
/// </summary>
public static class SurvivalJson
{
    /// <summary>Writes a report.</summary>
    public static void Write(SurvivalReport report, TextWriter output)
    {
        output.Write("{\"workloads\": ");
        WriteLines(output, report.Clusters.SelectMany(c => c.Workloads.Select(w => Workload(c, w))));
        output.Write(",\n\"volumes\": ");
        WriteLines(output, report.Clusters.SelectMany(c => c.Volumes.Select(v => Thing(c, v))));
        output.Write(",\n\"loadBalancers\": ");
        WriteLines(output, report.Clusters.SelectMany(c => c.LoadBalancers.Select(b => Thing(c, b))));
        output.Write("}\n");
    }

    private static string Workload(ClusterSurvival cluster, WorkloadSurvival survival) => Object(
    [
        .. Identity(survival.Workload.Resource, cluster),
        ("replicas", Count(survival.Workload.Replicas.Count)),
        ("zones", Array(cluster.Lost.Select(zone => Object(("zone", Quote(zone)), ("remaining", Count(survival.After(zone))))))),
        ("bound", Quote(survival.Bound)),
        ("volumes", Array(survival.OwnVolumes.Select(claim => Object(("name", Quote(claim.Name)), ("zonal", Boolean(claim.IsZonal)))))),
        ("unknown", Quote(survival.Unknown)),
    ]);

    private static string Thing(ClusterSurvival cluster, PlacedThing thing) => Object(
    [
        .. Identity(thing.Resource, cluster),
        ("zone", Quote(thing.Zone)),
        ("zones", Array(cluster.Lost.Select(zone => Object(("zone", Quote(zone)), ("lost", Boolean(thing.GoesWith(zone))))))),
        ("unknown", Quote(thing.Unknown)),
    ]);

    private static IEnumerable<(string, string?)> Identity(Resource resource, ClusterSurvival cluster)
    {
        var span = resource.Root["kind"].KeySpan;
        return
        [
            ("file", Quote(span.File.Path)),
            ("line", Number(span.StartPosition.Line)),
            ("apiVersion", Quote(resource.ApiVersion)),
            ("kind", Quote(resource.Kind)),
            ("namespace", Quote(resource.NamespaceName)),
            ("name", Quote(resource.Name)),
            ("zonesFrom", Quote(cluster.Zones.Source switch { ZoneSource.Configured => "options", ZoneSource.NodePools => "nodePools", _ => "assumed" })),
        ];
    }

    private static string Count(long? number) => number is { } known ? known.ToString(CultureInfo.InvariantCulture) : "null";

    private static string Boolean(bool? value) => value switch { true => "true", false => "false", null => "null" };
}
