using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>Puts objects into a namespace.</summary>
internal static class NamespaceTransformer
{
    // The kinds of Kubernetes' own API that stand in no namespace; kustomize takes every other kind for one that does.
    private static readonly HashSet<ObjectKind> ClusterKinds =
    [
        new("", "Namespace"), new("", "Node"), new("", "PersistentVolume"), new("", "ComponentStatus"),
        new("storage.k8s.io", "StorageClass"), new("storage.k8s.io", "CSIDriver"), new("storage.k8s.io", "CSINode"), new("storage.k8s.io", "VolumeAttachment"),
        new("scheduling.k8s.io", "PriorityClass"), new("node.k8s.io", "RuntimeClass"), new("networking.k8s.io", "IngressClass"),
        new("rbac.authorization.k8s.io", "ClusterRole"), new("rbac.authorization.k8s.io", "ClusterRoleBinding"),
        new("apiextensions.k8s.io", "CustomResourceDefinition"), new("apiregistration.k8s.io", "APIService"), new("certificates.k8s.io", "CertificateSigningRequest"),
        new("flowcontrol.apiserver.k8s.io", "FlowSchema"), new("flowcontrol.apiserver.k8s.io", "PriorityLevelConfiguration"),
        new("admissionregistration.k8s.io", "MutatingWebhookConfiguration"), new("admissionregistration.k8s.io", "ValidatingWebhookConfiguration"),
        new("admissionregistration.k8s.io", "ValidatingAdmissionPolicy"), new("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding"),
        new("policy", "PodSecurityPolicy"),
    ];

    /// <summary>Applies what a kustomization says under <c>namespace</c>.</summary>
    public static void Apply(Field kustomization, IReadOnlyList<BuiltObject> objects)
    {
        var ns = kustomization["namespace"];
        if (ns.Written is not { Length: > 0 } text) return;
        Node value = ns.IsUnknown ? new UnknownNode(ns.Span, text) : ScalarNode.OfString(ns.Span, text);
        foreach (var target in objects)
        {
            target.Remember();
            var id = target.Id;
            if (id.Namespace.Length > 0) target.Become(Rewriting.ChangeAt(target.Root, ["metadata", "namespace"], ns.Span, _ => value), ns.Span);
            if (id.Kind is "RoleBinding" or "ClusterRoleBinding") target.Become(Rewriting.ChangeAt(target.Root, ["subjects"], null, subjects => InSubjects(subjects!, value)), ns.Span);
            foreach (var spec in FieldSpecs.Namespaces) target.Change(spec, ns.Span, _ => value);
        }
    }

    /// <summary>Whether objects of a kind stand in no namespace.</summary>
    public static bool IsOfCluster(string apiVersion, string kind) => ClusterKinds.Contains(new ObjectKind(ObjectKind.GroupOf(apiVersion), kind));

    private static Node InSubjects(Node subjects, Node value) => subjects is SequenceNode list
        ? list.With(list.Items.Select(item => item is MappingNode mapping && mapping.Find("name")?.Value is ScalarNode { Text: "default" } ? mapping.With("namespace", value.Span, value) : item))
        : subjects;
}
