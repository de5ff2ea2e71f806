namespace k8s.Models;

/// <summary>Containers that run together on one node.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1Pod : IKubernetesObject<V1ObjectMeta>, ISpec<V1PodSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "Pod";
    public const string KubeGroup = "";
    public const string KubePluralName = "pods";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1PodSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1PodStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1Pod"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1PodList : IKubernetesObject<V1ListMeta>, IItems<V1Pod>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "PodList";
    public const string KubeGroup = "";
    public const string KubePluralName = "pods";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1Pod> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>A description of pods, on its own.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1PodTemplate : IKubernetesObject<V1ObjectMeta>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "PodTemplate";
    public const string KubeGroup = "";
    public const string KubePluralName = "podtemplates";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("template")] public V1PodTemplateSpec Template { get; set; }
}

/// <summary>A list of <see cref="V1PodTemplate"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1PodTemplateList : IKubernetesObject<V1ListMeta>, IItems<V1PodTemplate>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "PodTemplateList";
    public const string KubeGroup = "";
    public const string KubePluralName = "podtemplates";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1PodTemplate> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>The labels and the spec of pods that a controller creates.</summary>
public partial record V1PodTemplateSpec : IMetadata<V1ObjectMeta>
{
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1PodSpec Spec { get; set; }
}

/// <summary>What is wanted of a <see cref="V1Pod"/>.</summary>
public partial record V1PodSpec
{
    /// <summary>Seconds that the pod may run.</summary>
    [JsonPropertyName("activeDeadlineSeconds")] public long? ActiveDeadlineSeconds { get; set; }

    /// <summary>Which nodes, and the company of which pods, this pod wants.</summary>
    [JsonPropertyName("affinity")] public V1Affinity Affinity { get; set; }
    [JsonPropertyName("automountServiceAccountToken")] public bool? AutomountServiceAccountToken { get; set; }
    [JsonPropertyName("containers")] public IList<V1Container> Containers { get; set; }
    [JsonPropertyName("dnsConfig")] public V1PodDNSConfig DnsConfig { get; set; }

    /// <summary>ClusterFirst (where null), ClusterFirstWithHostNet, Default or None.</summary>
    [JsonPropertyName("dnsPolicy")] public string DnsPolicy { get; set; }

    /// <summary>Whether services become environment variables; null means true.</summary>
    [JsonPropertyName("enableServiceLinks")] public bool? EnableServiceLinks { get; set; }
    [JsonPropertyName("ephemeralContainers")] public IList<V1EphemeralContainer> EphemeralContainers { get; set; }
    [JsonPropertyName("hostAliases")] public IList<V1HostAlias> HostAliases { get; set; }

    /// <summary>Uses the node's own IPC namespace.</summary>
    [JsonPropertyName("hostIPC")] public bool? HostIPC { get; set; }

    /// <summary>Uses the node's own network.</summary>
    [JsonPropertyName("hostNetwork")] public bool? HostNetwork { get; set; }

    /// <summary>Uses the node's own process namespace.</summary>
    [JsonPropertyName("hostPID")] public bool? HostPID { get; set; }

    /// <summary>False gives the pod a user namespace of its own.</summary>
    [JsonPropertyName("hostUsers")] public bool? HostUsers { get; set; }
    [JsonPropertyName("hostname")] public string Hostname { get; set; }
    [JsonPropertyName("hostnameOverride")] public string HostnameOverride { get; set; }
    [JsonPropertyName("imagePullSecrets")] public IList<V1LocalObjectReference> ImagePullSecrets { get; set; }
    [JsonPropertyName("initContainers")] public IList<V1Container> InitContainers { get; set; }

    /// <summary>The node that the pod runs on; given by hand, it passes the scheduler over.</summary>
    [JsonPropertyName("nodeName")] public string NodeName { get; set; }

    /// <summary>Labels that the node must have.</summary>
    [JsonPropertyName("nodeSelector")] public IDictionary<string, string> NodeSelector { get; set; }
    [JsonPropertyName("os")] public V1PodOS Os { get; set; }

    /// <summary>What the runtime itself takes; set from the RuntimeClass.</summary>
    [JsonPropertyName("overhead")] public IDictionary<string, ResourceQuantity> Overhead { get; set; }

    /// <summary>PreemptLowerPriority (where null) or Never.</summary>
    [JsonPropertyName("preemptionPolicy")] public string PreemptionPolicy { get; set; }

    /// <summary>Set from PriorityClassName.</summary>
    [JsonPropertyName("priority")] public int? Priority { get; set; }
    [JsonPropertyName("priorityClassName")] public string PriorityClassName { get; set; }
    [JsonPropertyName("readinessGates")] public IList<V1PodReadinessGate> ReadinessGates { get; set; }
    [JsonPropertyName("resourceClaims")] public IList<V1PodResourceClaim> ResourceClaims { get; set; }

    /// <summary>Requests and limits of the pod as a whole.</summary>
    [JsonPropertyName("resources")] public V1ResourceRequirements Resources { get; set; }

    /// <summary>Always (where null), OnFailure or Never.</summary>
    [JsonPropertyName("restartPolicy")] public string RestartPolicy { get; set; }
    [JsonPropertyName("runtimeClassName")] public string RuntimeClassName { get; set; }
    [JsonPropertyName("schedulerName")] public string SchedulerName { get; set; }
    [JsonPropertyName("schedulingGates")] public IList<V1PodSchedulingGate> SchedulingGates { get; set; }
    [JsonPropertyName("schedulingGroup")] public V1PodSchedulingGroup SchedulingGroup { get; set; }
    [JsonPropertyName("securityContext")] public V1PodSecurityContext SecurityContext { get; set; }

    /// <summary>The old name of ServiceAccountName.</summary>
    [JsonPropertyName("serviceAccount")] public string ServiceAccount { get; set; }
    [JsonPropertyName("serviceAccountName")] public string ServiceAccountName { get; set; }

    /// <summary>Makes the full name of the pod its host name.</summary>
    [JsonPropertyName("setHostnameAsFQDN")] public bool? SetHostnameAsFQDN { get; set; }
    [JsonPropertyName("shareProcessNamespace")] public bool? ShareProcessNamespace { get; set; }
    [JsonPropertyName("subdomain")] public string Subdomain { get; set; }

    /// <summary>Seconds that the processes have to end before they are killed; null means 30.</summary>
    [JsonPropertyName("terminationGracePeriodSeconds")] public long? TerminationGracePeriodSeconds { get; set; }
    [JsonPropertyName("tolerations")] public IList<V1Toleration> Tolerations { get; set; }

    /// <summary>How the pod spreads with its like over zones, nodes and other domains; all of them hold.</summary>
    [JsonPropertyName("topologySpreadConstraints")] public IList<V1TopologySpreadConstraint> TopologySpreadConstraints { get; set; }
    [JsonPropertyName("volumes")] public IList<V1Volume> Volumes { get; set; }
}

/// <summary>A line of the pod's /etc/hosts.</summary>
public partial record V1HostAlias
{
    [JsonPropertyName("hostnames")] public IList<string> Hostnames { get; set; }
    [JsonPropertyName("ip")] public string Ip { get; set; }
}

/// <summary>What is added to the pod's resolv.conf.</summary>
public partial record V1PodDNSConfig
{
    [JsonPropertyName("nameservers")] public IList<string> Nameservers { get; set; }
    [JsonPropertyName("options")] public IList<V1PodDNSConfigOption> Options { get; set; }
    [JsonPropertyName("searches")] public IList<string> Searches { get; set; }
}

/// <summary>An option of resolv.conf.</summary>
public partial record V1PodDNSConfigOption
{
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("value")] public string Value { get; set; }
}

/// <summary>The system that the containers are made for.</summary>
public partial record V1PodOS
{
    /// <summary>linux or windows.</summary>
    [JsonPropertyName("name")] public string Name { get; set; }
}

/// <summary>A condition that must be true before the pod is ready.</summary>
public partial record V1PodReadinessGate
{
    [JsonPropertyName("conditionType")] public string ConditionType { get; set; }
}

/// <summary>Devices that containers refer to by this name.</summary>
public partial record V1PodResourceClaim
{
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("resourceClaimName")] public string ResourceClaimName { get; set; }
    [JsonPropertyName("resourceClaimTemplateName")] public string ResourceClaimTemplateName { get; set; }
}

/// <summary>What is observed of a <see cref="V1Pod"/>.</summary>
public partial record V1PodStatus
{
    [JsonPropertyName("conditions")] public IList<V1PodCondition> Conditions { get; set; }
    [JsonPropertyName("containerStatuses")] public IList<V1ContainerStatus> ContainerStatuses { get; set; }
    [JsonPropertyName("ephemeralContainerStatuses")] public IList<V1ContainerStatus> EphemeralContainerStatuses { get; set; }
    [JsonPropertyName("hostIP")] public string HostIP { get; set; }
    [JsonPropertyName("hostIPs")] public IList<V1HostIP> HostIPs { get; set; }
    [JsonPropertyName("initContainerStatuses")] public IList<V1ContainerStatus> InitContainerStatuses { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }
    [JsonPropertyName("nominatedNodeName")] public string NominatedNodeName { get; set; }
    [JsonPropertyName("observedGeneration")] public long? ObservedGeneration { get; set; }

    /// <summary>Pending, Running, Succeeded, Failed or Unknown.</summary>
    [JsonPropertyName("phase")] public string Phase { get; set; }
    [JsonPropertyName("podIP")] public string PodIP { get; set; }
    [JsonPropertyName("podIPs")] public IList<V1PodIP> PodIPs { get; set; }

    /// <summary>Guaranteed, Burstable or BestEffort.</summary>
    [JsonPropertyName("qosClass")] public string QosClass { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
    [JsonPropertyName("resize")] public string Resize { get; set; }
    [JsonPropertyName("startTime")] public DateTime? StartTime { get; set; }
}

/// <summary>One aspect of the state of a <see cref="V1Pod"/>.</summary>
public partial record V1PodCondition
{
    [JsonPropertyName("lastProbeTime")] public DateTime? LastProbeTime { get; set; }
    [JsonPropertyName("lastTransitionTime")] public DateTime? LastTransitionTime { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }
    [JsonPropertyName("observedGeneration")] public long? ObservedGeneration { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
    [JsonPropertyName("status")] public string Status { get; set; }
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>An address of the node.</summary>
public partial record V1HostIP
{
    [JsonPropertyName("ip")] public string Ip { get; set; }
}

/// <summary>An address of the pod.</summary>
public partial record V1PodIP
{
    [JsonPropertyName("ip")] public string Ip { get; set; }
}

/// <summary>What is observed of a <see cref="V1Container"/>.</summary>
public partial record V1ContainerStatus
{
    [JsonPropertyName("containerID")] public string ContainerID { get; set; }
    [JsonPropertyName("image")] public string Image { get; set; }
    [JsonPropertyName("imageID")] public string ImageID { get; set; }
    [JsonPropertyName("lastState")] public V1ContainerState LastState { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("ready")] public bool Ready { get; set; }
    [JsonPropertyName("resources")] public V1ResourceRequirements Resources { get; set; }
    [JsonPropertyName("restartCount")] public int RestartCount { get; set; }
    [JsonPropertyName("started")] public bool? Started { get; set; }
    [JsonPropertyName("state")] public V1ContainerState State { get; set; }
}

/// <summary>What a container does; one of the members is set.</summary>
public partial record V1ContainerState
{
    [JsonPropertyName("running")] public V1ContainerStateRunning Running { get; set; }
    [JsonPropertyName("terminated")] public V1ContainerStateTerminated Terminated { get; set; }
    [JsonPropertyName("waiting")] public V1ContainerStateWaiting Waiting { get; set; }
}

/// <summary>The container runs.</summary>
public partial record V1ContainerStateRunning
{
    [JsonPropertyName("startedAt")] public DateTime? StartedAt { get; set; }
}

/// <summary>The container has ended.</summary>
public partial record V1ContainerStateTerminated
{
    [JsonPropertyName("containerID")] public string ContainerID { get; set; }
    [JsonPropertyName("exitCode")] public int ExitCode { get; set; }
    [JsonPropertyName("finishedAt")] public DateTime? FinishedAt { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
    [JsonPropertyName("signal")] public int? Signal { get; set; }
    [JsonPropertyName("startedAt")] public DateTime? StartedAt { get; set; }
}

/// <summary>The container has not started.</summary>
public partial record V1ContainerStateWaiting
{
    [JsonPropertyName("message")] public string Message { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
}
