namespace KubeLint.Terraform;

/// <summary>The kinds of objects that resources of the Kubernetes provider declare. Source: hashicorp/terraform-provider-kubernetes, kubernetes/provider.go.</summary>
internal static class KubernetesTypes
{
    private const string Prefix = "kubernetes_";

    private static readonly Dictionary<string, (string ApiVersion, string Kind)> Known = new(StringComparer.Ordinal)
    {
        ["deployment"] = ("apps/v1", "Deployment"),
        ["stateful_set"] = ("apps/v1", "StatefulSet"),
        ["daemonset"] = ("apps/v1", "DaemonSet"),
        ["daemon_set"] = ("apps/v1", "DaemonSet"),
        ["replication_controller"] = ("v1", "ReplicationController"),
        ["pod"] = ("v1", "Pod"),
        ["job"] = ("batch/v1", "Job"),
        ["cron_job"] = ("batch/v1", "CronJob"),
        ["service"] = ("v1", "Service"),
        ["storage_class"] = ("storage.k8s.io/v1", "StorageClass"),
        ["persistent_volume"] = ("v1", "PersistentVolume"),
        ["persistent_volume_claim"] = ("v1", "PersistentVolumeClaim"),
        ["pod_disruption_budget"] = ("policy/v1", "PodDisruptionBudget"),
        ["horizontal_pod_autoscaler"] = ("autoscaling/v2", "HorizontalPodAutoscaler"),
    };

    /// <summary>The API version and kind that a resource type declares; null for types that declare none of those rules read.</summary>
    public static (string ApiVersion, string Kind)? Find(string type)
    {
        if (!type.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var name = type.Substring(Prefix.Length);
        var version = name.LastIndexOf("_v", StringComparison.Ordinal);
        if (version > 0 && char.IsDigit(name[name.Length - 1])) name = name.Substring(0, version);
        return Known.TryGetValue(name, out var found) ? found : null;
    }
}
