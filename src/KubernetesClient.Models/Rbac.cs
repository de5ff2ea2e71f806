namespace k8s.Models;

/// <summary>What may be done in a namespace.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1Role : IKubernetesObject<V1ObjectMeta>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "Role";
    public const string KubeGroup = "rbac.authorization.k8s.io";
    public const string KubePluralName = "roles";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("rules")] public IList<V1PolicyRule> Rules { get; set; }
}

/// <summary>A list of <see cref="V1Role"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1RoleList : IKubernetesObject<V1ListMeta>, IItems<V1Role>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "RoleList";
    public const string KubeGroup = "rbac.authorization.k8s.io";
    public const string KubePluralName = "roles";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1Role> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What may be done in the cluster, or in any namespace.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1ClusterRole : IKubernetesObject<V1ObjectMeta>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "ClusterRole";
    public const string KubeGroup = "rbac.authorization.k8s.io";
    public const string KubePluralName = "clusterroles";

    [JsonPropertyName("aggregationRule")] public V1AggregationRule AggregationRule { get; set; }
    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("rules")] public IList<V1PolicyRule> Rules { get; set; }
}

/// <summary>A list of <see cref="V1ClusterRole"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1ClusterRoleList : IKubernetesObject<V1ListMeta>, IItems<V1ClusterRole>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "ClusterRoleList";
    public const string KubeGroup = "rbac.authorization.k8s.io";
    public const string KubePluralName = "clusterroles";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1ClusterRole> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>Selects the cluster roles that make up another.</summary>
public partial record V1AggregationRule
{
    [JsonPropertyName("clusterRoleSelectors")] public IList<V1LabelSelector> ClusterRoleSelectors { get; set; }
}

/// <summary>What may be done with some resources; * stands for all.</summary>
public partial record V1PolicyRule
{
    /// <summary>The group of core resources is empty.</summary>
    [JsonPropertyName("apiGroups")] public IList<string> ApiGroups { get; set; }

    /// <summary>Paths such as /healthz; in cluster roles only.</summary>
    [JsonPropertyName("nonResourceURLs")] public IList<string> NonResourceURLs { get; set; }

    /// <summary>Null means all names.</summary>
    [JsonPropertyName("resourceNames")] public IList<string> ResourceNames { get; set; }
    [JsonPropertyName("resources")] public IList<string> Resources { get; set; }

    /// <summary>Such as get, list and watch.</summary>
    [JsonPropertyName("verbs")] public IList<string> Verbs { get; set; }
}

/// <summary>Who may do what a role says, in a namespace.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1RoleBinding : IKubernetesObject<V1ObjectMeta>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "RoleBinding";
    public const string KubeGroup = "rbac.authorization.k8s.io";
    public const string KubePluralName = "rolebindings";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("roleRef")] public V1RoleRef RoleRef { get; set; }
    [JsonPropertyName("subjects")] public IList<Rbacv1Subject> Subjects { get; set; }
}

/// <summary>A list of <see cref="V1RoleBinding"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1RoleBindingList : IKubernetesObject<V1ListMeta>, IItems<V1RoleBinding>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "RoleBindingList";
    public const string KubeGroup = "rbac.authorization.k8s.io";
    public const string KubePluralName = "rolebindings";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1RoleBinding> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>Who may do what a cluster role says, in the whole cluster.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1ClusterRoleBinding : IKubernetesObject<V1ObjectMeta>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "ClusterRoleBinding";
    public const string KubeGroup = "rbac.authorization.k8s.io";
    public const string KubePluralName = "clusterrolebindings";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("roleRef")] public V1RoleRef RoleRef { get; set; }
    [JsonPropertyName("subjects")] public IList<Rbacv1Subject> Subjects { get; set; }
}

/// <summary>A list of <see cref="V1ClusterRoleBinding"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1ClusterRoleBindingList : IKubernetesObject<V1ListMeta>, IItems<V1ClusterRoleBinding>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "ClusterRoleBindingList";
    public const string KubeGroup = "rbac.authorization.k8s.io";
    public const string KubePluralName = "clusterrolebindings";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1ClusterRoleBinding> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>The role of a binding.</summary>
public partial record V1RoleRef
{
    [JsonPropertyName("apiGroup")] public string ApiGroup { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
}

/// <summary>A user, a group or a service account.</summary>
public partial record Rbacv1Subject
{
    [JsonPropertyName("apiGroup")] public string ApiGroup { get; set; }

    /// <summary>User, Group or ServiceAccount.</summary>
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("namespace")] public string NamespaceProperty { get; set; }
}
