using KubeLint.Survival;
using KubeLint.Views;
using static KubeLint.Engine.Reports.JsonText;

namespace KubeLint.Engine.Reports;

/// <summary>
/// Writes what survives as a JSON array: an object for each workload. <c>zones</c> holds, for each zone of its cluster,
/// the replicas that remain when it is lost; a zone of null stands for the one whose loss takes most, where the zones'
/// names are not known. Numbers that are not known are null, and <c>unknown</c> says why.
/// </summary>
public static class SurvivalJson
{
    /// <summary>Writes a report.</summary>
    public static void Write(SurvivalReport report, TextWriter output)
    {
        WriteLines(output, report.Clusters.SelectMany(c => c.Workloads.Select(w => Workload(c, w))));
        output.Write('\n');
    }

    private static string Workload(ClusterSurvival cluster, WorkloadSurvival survival)
    {
        var workload = survival.Workload;
        var resource = workload.Resource;
        var span = resource.Root["kind"].KeySpan;
        return Object(
            ("file", Quote(span.File.Path)),
            ("line", Number(span.StartPosition.Line)),
            ("apiVersion", Quote(resource.ApiVersion)),
            ("kind", Quote(resource.Kind)),
            ("namespace", Quote(resource.NamespaceName)),
            ("name", Quote(resource.Name)),
            ("replicas", Count(workload.Replicas.Count)),
            ("zonesFrom", Quote(cluster.Zones.Source switch { ZoneSource.Configured => "options", ZoneSource.NodePools => "nodePools", _ => "assumed" })),
            ("zones", Array(cluster.Lost.Select(zone => Object(("zone", Quote(zone)), ("remaining", Count(survival.After(zone))))))),
            ("bound", Quote(survival.Bound)),
            ("unknown", Quote(survival.Unknown)));
    }

    private static string Count(long? number) => number is { } known ? known.ToString(System.Globalization.CultureInfo.InvariantCulture) : "null";
}
