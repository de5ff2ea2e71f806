namespace k8s.Models;

/// <summary>A machine that pods run on.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1Node : IKubernetesObject<V1ObjectMeta>, ISpec<V1NodeSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "Node";
    public const string KubeGroup = "";
    public const string KubePluralName = "nodes";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1NodeSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1NodeStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1Node"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1NodeList : IKubernetesObject<V1ListMeta>, IItems<V1Node>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "NodeList";
    public const string KubeGroup = "";
    public const string KubePluralName = "nodes";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1Node> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1Node"/>.</summary>
public partial record V1NodeSpec
{
    /// <summary>No longer used.</summary>
    [JsonPropertyName("externalID")] public string ExternalID { get; set; }
    [JsonPropertyName("podCIDR")] public string PodCIDR { get; set; }
    [JsonPropertyName("podCIDRs")] public IList<string> PodCIDRs { get; set; }

    /// <summary>The machine's name at its provider; for many it tells the zone.</summary>
    [JsonPropertyName("providerID")] public string ProviderID { get; set; }
    [JsonPropertyName("taints")] public IList<V1Taint> Taints { get; set; }

    /// <summary>Whether new pods are kept off.</summary>
    [JsonPropertyName("unschedulable")] public bool? Unschedulable { get; set; }
}

/// <summary>What keeps pods off a node, unless they tolerate it.</summary>
public partial record V1Taint
{
    /// <summary>NoSchedule, PreferNoSchedule or NoExecute.</summary>
    [JsonPropertyName("effect")] public string Effect { get; set; }
    [JsonPropertyName("key")] public string Key { get; set; }
    [JsonPropertyName("timeAdded")] public DateTime? TimeAdded { get; set; }
    [JsonPropertyName("value")] public string Value { get; set; }
}

/// <summary>What is observed of a <see cref="V1Node"/>.</summary>
public partial record V1NodeStatus
{
    [JsonPropertyName("addresses")] public IList<V1NodeAddress> Addresses { get; set; }

    /// <summary>What pods can have of Capacity.</summary>
    [JsonPropertyName("allocatable")] public IDictionary<string, ResourceQuantity> Allocatable { get; set; }
    [JsonPropertyName("capacity")] public IDictionary<string, ResourceQuantity> Capacity { get; set; }
    [JsonPropertyName("conditions")] public IList<V1NodeCondition> Conditions { get; set; }
    [JsonPropertyName("daemonEndpoints")] public V1NodeDaemonEndpoints DaemonEndpoints { get; set; }
    [JsonPropertyName("images")] public IList<V1ContainerImage> Images { get; set; }
    [JsonPropertyName("nodeInfo")] public V1NodeSystemInfo NodeInfo { get; set; }
    [JsonPropertyName("phase")] public string Phase { get; set; }
    [JsonPropertyName("volumesAttached")] public IList<V1AttachedVolume> VolumesAttached { get; set; }
    [JsonPropertyName("volumesInUse")] public IList<string> VolumesInUse { get; set; }
}

/// <summary>An address of a node.</summary>
public partial record V1NodeAddress
{
    [JsonPropertyName("address")] public string Address { get; set; }

    /// <summary>InternalIP, ExternalIP, Hostname, InternalDNS or ExternalDNS.</summary>
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>One aspect of the state of a <see cref="V1Node"/>.</summary>
public partial record V1NodeCondition
{
    [JsonPropertyName("lastHeartbeatTime")] public DateTime? LastHeartbeatTime { get; set; }
    [JsonPropertyName("lastTransitionTime")] public DateTime? LastTransitionTime { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
    [JsonPropertyName("status")] public string Status { get; set; }
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>The ports of a node's own services.</summary>
public partial record V1NodeDaemonEndpoints
{
    [JsonPropertyName("kubeletEndpoint")] public V1DaemonEndpoint KubeletEndpoint { get; set; }
}

/// <summary>A port of a node's own service.</summary>
public partial record V1DaemonEndpoint
{
    [JsonPropertyName("Port")] public int Port { get; set; }
}

/// <summary>The machine and its software.</summary>
public partial record V1NodeSystemInfo
{
    [JsonPropertyName("architecture")] public string Architecture { get; set; }
    [JsonPropertyName("bootID")] public string BootID { get; set; }
    [JsonPropertyName("containerRuntimeVersion")] public string ContainerRuntimeVersion { get; set; }
    [JsonPropertyName("kernelVersion")] public string KernelVersion { get; set; }
    [JsonPropertyName("kubeProxyVersion")] public string KubeProxyVersion { get; set; }
    [JsonPropertyName("kubeletVersion")] public string KubeletVersion { get; set; }
    [JsonPropertyName("machineID")] public string MachineID { get; set; }
    [JsonPropertyName("operatingSystem")] public string OperatingSystem { get; set; }
    [JsonPropertyName("osImage")] public string OsImage { get; set; }
    [JsonPropertyName("systemUUID")] public string SystemUUID { get; set; }
}

/// <summary>An image that a node has.</summary>
public partial record V1ContainerImage
{
    [JsonPropertyName("names")] public IList<string> Names { get; set; }

    /// <summary>In bytes.</summary>
    [JsonPropertyName("sizeBytes")] public long? SizeBytes { get; set; }
}

/// <summary>A volume that a node has.</summary>
public partial record V1AttachedVolume
{
    [JsonPropertyName("devicePath")] public string DevicePath { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
}
