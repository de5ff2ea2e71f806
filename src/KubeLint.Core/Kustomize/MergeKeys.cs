namespace KubeLint.Kustomize;

/// <summary>
/// By which keys the lists of Kubernetes' own kinds are merged item by item. Source: x-kubernetes-list-map-keys and
/// x-kubernetes-patch-merge-key in Kubernetes' API. Other lists, and those of all other kinds, are replaced.
/// </summary>
internal static class MergeKeys
{
    private static readonly Dictionary<string, string> PodPaths = new(StringComparer.Ordinal)
    {
        ["v1 Pod"] = "spec",
        ["v1 PodTemplate"] = "template/spec",
        ["v1 ReplicationController"] = "spec/template/spec",
        ["apps/v1 Deployment"] = "spec/template/spec",
        ["apps/v1 StatefulSet"] = "spec/template/spec",
        ["apps/v1 DaemonSet"] = "spec/template/spec",
        ["apps/v1 ReplicaSet"] = "spec/template/spec",
        ["batch/v1 Job"] = "spec/template/spec",
        ["batch/v1 CronJob"] = "spec/jobTemplate/spec/template/spec",
    };

    private static readonly Dictionary<string, string[]> PodKeys = new(StringComparer.Ordinal)
    {
        ["volumes"] = ["name"],
        ["imagePullSecrets"] = ["name"],
        ["hostAliases"] = ["ip"],
        ["topologySpreadConstraints"] = ["topologyKey", "whenUnsatisfiable"],
        ["schedulingGates"] = ["name"],
        ["resourceClaims"] = ["name"],
        ["containers"] = ["name"],
        ["initContainers"] = ["name"],
        ["ephemeralContainers"] = ["name"],
    };

    private static readonly Dictionary<string, string[]> ContainerKeys = new(StringComparer.Ordinal)
    {
        ["env"] = ["name"],
        ["ports"] = ["containerPort", "protocol"],
        ["volumeMounts"] = ["mountPath"],
        ["volumeDevices"] = ["devicePath"],
    };

    private static readonly Dictionary<string, string[]> OtherKeys = new(StringComparer.Ordinal)
    {
        ["v1 Service spec/ports"] = ["port", "protocol"],
        ["v1 ServiceAccount secrets"] = ["name"],
        ["v1 ServiceAccount imagePullSecrets"] = ["name"],
        ["admissionregistration.k8s.io/v1 MutatingWebhookConfiguration webhooks"] = ["name"],
        ["admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration webhooks"] = ["name"],
    };

    /// <summary>The keys by which a list is merged; null for one that is replaced, none for one of single values.</summary>
    /// <param name="id">The object.</param>
    /// <param name="path">The keys from its root, with a slash between them; items of lists are not named.</param>
    public static string[]? Of(ObjectId id, string path)
    {
        var type = $"{id.ApiVersion} {id.Kind}";
        var isPod = PodPaths.TryGetValue(type, out var pods);
        if (path == "metadata/finalizers" && (isPod || id.ApiVersion == "v1")) return [];
        if (path == "metadata/ownerReferences" && (isPod || id.ApiVersion == "v1")) return ["uid"];
        if (OtherKeys.TryGetValue($"{type} {path}", out var keys)) return keys;
        if (!isPod || !path.StartsWith(pods + "/", StringComparison.Ordinal)) return null;
        var parts = path.Substring(pods!.Length + 1).Split('/');
        return parts.Length switch
        {
            1 when PodKeys.TryGetValue(parts[0], out keys) => keys,
            2 when parts[0] is "containers" or "initContainers" or "ephemeralContainers" && ContainerKeys.TryGetValue(parts[1], out keys) => keys,
            _ => null,
        };
    }

    /// <summary>Whether an object is of a kind of Kubernetes' own.</summary>
    public static bool IsOfKubernetes(ObjectId id) => id.ApiVersion.IndexOf('.') < 0 || id.ApiVersion.Contains(".k8s.io/");
}
