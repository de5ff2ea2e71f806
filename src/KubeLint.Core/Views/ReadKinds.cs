using KubeLint.NodePools;
using KubeLint.Resources;

namespace KubeLint.Views;

/// <summary>The kinds of objects that any rule reads. Front ends may pass over all others unread.</summary>
public static class ReadKinds
{
    private static readonly HashSet<ObjectKind> Known =
    [
        .. PodTemplateKind.Kinds,
        .. Autoscaler.Kinds,
        .. PoolDialect.All.Select(d => new ObjectKind(d.Group, d.Kind)),
        .. PoolDialect.OtherKinds.Concat(ClusterSettings.Kinds).Concat(ZonePlaces.All.Select(p => (p.Group, p.Kind))).Select(k => new ObjectKind(k.Group, k.Kind)),
        new("", "Service"),
        new(Declaration.Group, DnsRecord.Kind),
        new("", PersistentVolume.Kind),
        new("", PersistentVolumeClaim.Kind),
        new(StorageClass.Group, StorageClass.Kind),
        new(DisruptionBudget.Group, DisruptionBudget.Kind),
        new(KustomizationFile.Group, KustomizationFile.Kind),
        new(KustomizationFile.Group, KustomizationFile.ComponentKind),
    ];

    /// <summary>What stands in a document whose containers a rule looks into. Front ends may pass over those of all others.</summary>
    public const string ReadContainers = ClusterSettings.Autoscaler;

    /// <summary>Whether objects of a kind are read, themselves or as what a list holds.</summary>
    /// <param name="apiVersion">The API version, as <c>apps/v1</c>.</param>
    /// <param name="kind">The kind.</param>
    public static bool Contains(string apiVersion, string kind)
    {
        var group = ObjectKind.GroupOf(apiVersion);
        return Known.Contains(new ObjectKind(group, kind))
            || kind == "List"
            || (kind.EndsWith("List", StringComparison.Ordinal) && Known.Contains(new ObjectKind(group, kind.Substring(0, kind.Length - "List".Length))))
            || (kind == "Template" && group is "" or "template.openshift.io")
            || Evidence.IsProvedBy(group, kind);
    }
}
