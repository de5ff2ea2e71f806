namespace k8s.Models;

/// <summary>A room for names.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1Namespace : IKubernetesObject<V1ObjectMeta>, ISpec<V1NamespaceSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "Namespace";
    public const string KubeGroup = "";
    public const string KubePluralName = "namespaces";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1NamespaceSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1NamespaceStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1Namespace"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1NamespaceList : IKubernetesObject<V1ListMeta>, IItems<V1Namespace>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "NamespaceList";
    public const string KubeGroup = "";
    public const string KubePluralName = "namespaces";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1Namespace> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1Namespace"/>.</summary>
public partial record V1NamespaceSpec
{
    [JsonPropertyName("finalizers")] public IList<string> Finalizers { get; set; }
}

/// <summary>What is observed of a <see cref="V1Namespace"/>.</summary>
public partial record V1NamespaceStatus
{
    [JsonPropertyName("conditions")] public IList<V1NamespaceCondition> Conditions { get; set; }

    /// <summary>Active or Terminating.</summary>
    [JsonPropertyName("phase")] public string Phase { get; set; }
}

/// <summary>One aspect of the state of a <see cref="V1Namespace"/>.</summary>
public partial record V1NamespaceCondition
{
    [JsonPropertyName("lastTransitionTime")] public DateTime? LastTransitionTime { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
    [JsonPropertyName("status")] public string Status { get; set; }
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>Texts and data that programs read.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1ConfigMap : IKubernetesObject<V1ObjectMeta>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "ConfigMap";
    public const string KubeGroup = "";
    public const string KubePluralName = "configmaps";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }

    /// <summary>Bytes; base64 in YAML and JSON.</summary>
    [JsonPropertyName("binaryData")] public IDictionary<string, byte[]> BinaryData { get; set; }
    [JsonPropertyName("data")] public IDictionary<string, string> Data { get; set; }

    /// <summary>True means that the entries can't be changed.</summary>
    [JsonPropertyName("immutable")] public bool? Immutable { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
}

/// <summary>A list of <see cref="V1ConfigMap"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1ConfigMapList : IKubernetesObject<V1ListMeta>, IItems<V1ConfigMap>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "ConfigMapList";
    public const string KubeGroup = "";
    public const string KubePluralName = "configmaps";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1ConfigMap> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>Data that programs read and others should not.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1Secret : IKubernetesObject<V1ObjectMeta>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "Secret";
    public const string KubeGroup = "";
    public const string KubePluralName = "secrets";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }

    /// <summary>Bytes; base64 in YAML and JSON.</summary>
    [JsonPropertyName("data")] public IDictionary<string, byte[]> Data { get; set; }

    /// <summary>True means that the entries can't be changed.</summary>
    [JsonPropertyName("immutable")] public bool? Immutable { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }

    /// <summary>Entries as text, for writing only.</summary>
    [JsonPropertyName("stringData")] public IDictionary<string, string> StringData { get; set; }

    /// <summary>Opaque (where null), kubernetes.io/tls and others.</summary>
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>A list of <see cref="V1Secret"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1SecretList : IKubernetesObject<V1ListMeta>, IItems<V1Secret>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "SecretList";
    public const string KubeGroup = "";
    public const string KubePluralName = "secrets";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1Secret> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>As whom pods speak to the API.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1ServiceAccount : IKubernetesObject<V1ObjectMeta>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "ServiceAccount";
    public const string KubeGroup = "";
    public const string KubePluralName = "serviceaccounts";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }

    /// <summary>Whether pods get the token; null means true.</summary>
    [JsonPropertyName("automountServiceAccountToken")] public bool? AutomountServiceAccountToken { get; set; }

    /// <summary>Secrets to pull the images of its pods with.</summary>
    [JsonPropertyName("imagePullSecrets")] public IList<V1LocalObjectReference> ImagePullSecrets { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("secrets")] public IList<V1ObjectReference> Secrets { get; set; }
}

/// <summary>A list of <see cref="V1ServiceAccount"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1ServiceAccountList : IKubernetesObject<V1ListMeta>, IItems<V1ServiceAccount>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "ServiceAccountList";
    public const string KubeGroup = "";
    public const string KubePluralName = "serviceaccounts";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1ServiceAccount> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}
