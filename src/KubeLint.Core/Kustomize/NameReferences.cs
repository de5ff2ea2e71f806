using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>Lets references follow the names that a build has changed. Source: kustomize's default nameReference configuration.</summary>
internal static class NameReferences
{
    private const string PodSpec = "spec";
    private const string Template = "spec/template/spec";
    private const string JobTemplate = "spec/jobTemplate/spec/template/spec";

    private static readonly (string Kind, string Path)[] Pods =
    [
        ("Pod", PodSpec), ("PodTemplate", "template/spec"), ("Deployment", Template), ("StatefulSet", Template), ("DaemonSet", Template),
        ("ReplicaSet", Template), ("ReplicationController", Template), ("Job", Template), ("CronJob", JobTemplate),
    ];

    private static readonly string[] InContainers =
    [
        "containers/env/valueFrom/{0}KeyRef/name", "initContainers/env/valueFrom/{0}KeyRef/name", "containers/envFrom/{0}Ref/name", "initContainers/envFrom/{0}Ref/name", "volumes/projected/sources/{0}/name",
    ];

    private static readonly string[] ScaledKinds = ["Deployment", "ReplicationController", "ReplicaSet", "StatefulSet"];

    private static readonly IReadOnlyList<(FieldSpec Target, FieldSpec Referrer)> All =
    [
        .. ScaledKinds.Select(kind => (Of(kind), new FieldSpec("spec/scaleTargetRef/name", "HorizontalPodAutoscaler"))),
        .. InPods("ConfigMap", "", [.. InContainers.Select(p => string.Format(System.Globalization.CultureInfo.InvariantCulture, p, "configMap")), "volumes/configMap/name"], "ReplicationController"),
        .. InPods("Secret", "", [.. InContainers.Select(p => string.Format(System.Globalization.CultureInfo.InvariantCulture, p, "secret")), "volumes/secret/secretName", "imagePullSecrets/name"], "ReplicationController"),
        .. InPods("PersistentVolumeClaim", "", ["volumes/persistentVolumeClaim/claimName"], "PodTemplate", "ReplicaSet"),
        .. InPods("ServiceAccount", "", ["serviceAccountName"], "PodTemplate", "ReplicaSet"),
        .. InPods("PriorityClass", "scheduling.k8s.io", ["priorityClassName"], "PodTemplate", "ReplicaSet"),
        (Of("Secret", ""), new("spec/tls/secretName", "Ingress")),
        (Of("Secret", ""), new("imagePullSecrets/name", "ServiceAccount")),
        .. new[] { "secretName", "adminSecretName", "userSecretName", "secretRef" }.Select(p => (Of("Secret", ""), new FieldSpec("parameters/" + p, "StorageClass"))),
        (Of("Secret", ""), new("spec/azureFile/secretName", "PersistentVolume")),
        (Of("Service", ""), new("spec/serviceName", "StatefulSet", "apps")),
        .. new[] { "spec/rules/http/paths/backend/serviceName", "spec/backend/serviceName", "spec/rules/http/paths/backend/service/name", "spec/defaultBackend/service/name" }.Select(p => (Of("Service", ""), new FieldSpec(p, "Ingress"))),
        (Of("Service", ""), new("spec/service/name", "APIService", "apiregistration.k8s.io")),
        (Of("Service", ""), new("webhooks/clientConfig/service/name", "ValidatingWebhookConfiguration", "admissionregistration.k8s.io")),
        (Of("Service", ""), new("webhooks/clientConfig/service/name", "MutatingWebhookConfiguration", "admissionregistration.k8s.io")),
        .. new[] { "Role", "ClusterRole" }.SelectMany(_ => new[] { "RoleBinding", "ClusterRoleBinding" }, (role, binding) => (Of(role, "rbac.authorization.k8s.io"), new FieldSpec("roleRef/name", binding, "rbac.authorization.k8s.io"))),
        (Of("ServiceAccount", ""), new("subjects/name", "RoleBinding", "rbac.authorization.k8s.io")),
        (Of("ServiceAccount", ""), new("subjects/name", "ClusterRoleBinding", "rbac.authorization.k8s.io")),
        (Of("PersistentVolume", ""), new("spec/volumeName", "PersistentVolumeClaim")),
        (Of("StorageClass", "storage.k8s.io"), new("spec/storageClassName", "PersistentVolume")),
        (Of("StorageClass", "storage.k8s.io"), new("spec/storageClassName", "PersistentVolumeClaim")),
        (Of("StorageClass", "storage.k8s.io"), new("spec/volumeClaimTemplates/spec/storageClassName", "StatefulSet")),
    ];

    /// <summary>Changes every reference to what is called otherwise now.</summary>
    /// <param name="objects">The objects of a build.</param>
    public static void Follow(IReadOnlyList<BuiltObject> objects)
    {
        var renamed = objects.Where(o => o.EarlierIds.Any(id => id.Name != o.Name)).ToList();
        if (renamed.Count == 0) return;
        foreach (var (target, referrer) in All)
        {
            // All that were called so count, for one that kept its name may be meant.
            var candidates = renamed.Exists(o => o.EarlierIds.Any(target.Selects)) ? objects.Where(o => o.EarlierIds.Any(target.Selects)).ToList() : [];
            foreach (var source in candidates.Count == 0 ? [] : objects.Where(o => referrer.Selects(o.OriginalId)))
                source.Become(Rewriting.ChangeAt(source.Root, referrer.Keys, null, old => Followed(source, old!, candidates, referrer)), source.Root.Span);
        }
    }

    private static FieldSpec Of(string kind, string? group = null) => new("", kind, group);

    private static IEnumerable<(FieldSpec, FieldSpec)> InPods(string kind, string group, string[] paths, params string[] without) =>
        Pods.Where(p => !without.Contains(p.Kind)).SelectMany(_ => paths, (pod, path) => (Of(kind, group), new FieldSpec($"{pod.Path}/{path}", pod.Kind)));

    private static Node Followed(BuiltObject source, Node old, List<BuiltObject> candidates, FieldSpec referrer)
    {
        if (old is not ScalarNode name) return old;
        var found = candidates.FindAll(c => c.EarlierIds.Any(id => id.Name == name.Text) && AreNear(source, c));
        if (referrer.Path == "roleRef/name") found = found.FindAll(c => c.Id.Kind == source.Field["roleRef"]["kind"].Text);
        if (found.Count > 1) found = found.FindAll(c => SameEnd(source.Prefixes, c.Prefixes, true) && SameEnd(source.Suffixes, c.Suffixes, true));
        if (found.Count > 1) found = found.FindAll(c => SameEnd(source.Prefixes, c.Prefixes, false) && SameEnd(source.Suffixes, c.Suffixes, false));
        if (found.Count == 0) return old;
        if (found.Exists(f => f.Name != found[0].Name)) throw new KustomizeException(old.Span, $"'{name.Text}' may be any of {string.Join(", ", found.Select(f => $"'{f.Name}'").Distinct())}");
        return found[0].Name == name.Text ? old : found[0].Field["metadata"]["name"].Node is UnknownNode unknown ? new UnknownNode(old.Span, unknown.Text) : ScalarNode.OfString(old.Span, found[0].Name);
    }

    private static bool AreNear(BuiltObject source, BuiltObject target) =>
        source.Id.Namespace.Length == 0 || target.Id.Namespace.Length == 0 || target.Id.Kind == "ServiceAccount" || source.Id.Namespace == target.Id.Namespace;

    private static bool SameEnd(List<string> a, List<string> b, bool allowsNone)
    {
        if (allowsNone && (a.Count == 0 || b.Count == 0)) return true;
        if (!allowsNone && (a.Count == 0) != (b.Count == 0)) return false;
        var shorter = Math.Min(a.Count, b.Count);
        return a.Skip(a.Count - shorter).SequenceEqual(b.Skip(b.Count - shorter));
    }
}
