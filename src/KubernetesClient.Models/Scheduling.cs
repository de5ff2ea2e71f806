namespace k8s.Models;

/// <summary>Which nodes a pod wants, and which pods near or far.</summary>
public partial record V1Affinity
{
    [JsonPropertyName("nodeAffinity")] public V1NodeAffinity NodeAffinity { get; set; }
    [JsonPropertyName("podAffinity")] public V1PodAffinity PodAffinity { get; set; }
    [JsonPropertyName("podAntiAffinity")] public V1PodAntiAffinity PodAntiAffinity { get; set; }
}

/// <summary>Which nodes a pod wants.</summary>
public partial record V1NodeAffinity
{
    /// <summary>What is wished; the weights of what holds are added up.</summary>
    [JsonPropertyName("preferredDuringSchedulingIgnoredDuringExecution")] public IList<V1PreferredSchedulingTerm> PreferredDuringSchedulingIgnoredDuringExecution { get; set; }

    /// <summary>What must hold.</summary>
    [JsonPropertyName("requiredDuringSchedulingIgnoredDuringExecution")] public V1NodeSelector RequiredDuringSchedulingIgnoredDuringExecution { get; set; }
}

/// <summary>Selects nodes; one of the terms must hold.</summary>
public partial record V1NodeSelector
{
    [JsonPropertyName("nodeSelectorTerms")] public IList<V1NodeSelectorTerm> NodeSelectorTerms { get; set; }
}

/// <summary>All requirements hold; an empty term selects no node.</summary>
public partial record V1NodeSelectorTerm
{
    [JsonPropertyName("matchExpressions")] public IList<V1NodeSelectorRequirement> MatchExpressions { get; set; }

    /// <summary>On the fields of the node; metadata.name is the only one.</summary>
    [JsonPropertyName("matchFields")] public IList<V1NodeSelectorRequirement> MatchFields { get; set; }
}

/// <summary>A requirement on one label of a node.</summary>
public partial record V1NodeSelectorRequirement
{
    [JsonPropertyName("key")] public string Key { get; set; }

    /// <summary>In, NotIn, Exists, DoesNotExist, Gt or Lt.</summary>
    [JsonPropertyName("operator")] public string OperatorProperty { get; set; }
    [JsonPropertyName("values")] public IList<string> Values { get; set; }
}

/// <summary>A wish about the node.</summary>
public partial record V1PreferredSchedulingTerm
{
    [JsonPropertyName("preference")] public V1NodeSelectorTerm Preference { get; set; }

    /// <summary>From 1 to 100.</summary>
    [JsonPropertyName("weight")] public int Weight { get; set; }
}

/// <summary>Which pods should run in the same domain.</summary>
public partial record V1PodAffinity
{
    /// <summary>What is wished; the weights of what holds are added up.</summary>
    [JsonPropertyName("preferredDuringSchedulingIgnoredDuringExecution")] public IList<V1WeightedPodAffinityTerm> PreferredDuringSchedulingIgnoredDuringExecution { get; set; }

    /// <summary>What must hold, all of it.</summary>
    [JsonPropertyName("requiredDuringSchedulingIgnoredDuringExecution")] public IList<V1PodAffinityTerm> RequiredDuringSchedulingIgnoredDuringExecution { get; set; }
}

/// <summary>Which pods should not run in the same domain.</summary>
public partial record V1PodAntiAffinity
{
    /// <summary>What is wished; the weights of what holds are added up.</summary>
    [JsonPropertyName("preferredDuringSchedulingIgnoredDuringExecution")] public IList<V1WeightedPodAffinityTerm> PreferredDuringSchedulingIgnoredDuringExecution { get; set; }

    /// <summary>What must hold, all of it.</summary>
    [JsonPropertyName("requiredDuringSchedulingIgnoredDuringExecution")] public IList<V1PodAffinityTerm> RequiredDuringSchedulingIgnoredDuringExecution { get; set; }
}

/// <summary>Pods, and the topology in which to be near them or far from them.</summary>
public partial record V1PodAffinityTerm
{
    /// <summary>Selects the pods; null selects none.</summary>
    [JsonPropertyName("labelSelector")] public V1LabelSelector LabelSelector { get; set; }

    /// <summary>Labels in which those pods equal this one.</summary>
    [JsonPropertyName("matchLabelKeys")] public IList<string> MatchLabelKeys { get; set; }

    /// <summary>Labels in which those pods differ from this one.</summary>
    [JsonPropertyName("mismatchLabelKeys")] public IList<string> MismatchLabelKeys { get; set; }

    /// <summary>Selects further namespaces; empty selects all.</summary>
    [JsonPropertyName("namespaceSelector")] public V1LabelSelector NamespaceSelector { get; set; }

    /// <summary>Where the pods are; with NamespaceSelector null as well, this pod's namespace.</summary>
    [JsonPropertyName("namespaces")] public IList<string> Namespaces { get; set; }

    /// <summary>The node label whose values are the domains, such as topology.kubernetes.io/zone.</summary>
    [JsonPropertyName("topologyKey")] public string TopologyKey { get; set; }
}

/// <summary>A wish about other pods.</summary>
public partial record V1WeightedPodAffinityTerm
{
    [JsonPropertyName("podAffinityTerm")] public V1PodAffinityTerm PodAffinityTerm { get; set; }

    /// <summary>From 1 to 100.</summary>
    [JsonPropertyName("weight")] public int Weight { get; set; }
}

/// <summary>How pods spread over the domains of a topology, for example over zones.</summary>
public partial record V1TopologySpreadConstraint
{
    /// <summary>Selects the pods that are counted; null counts none.</summary>
    [JsonPropertyName("labelSelector")] public V1LabelSelector LabelSelector { get; set; }

    /// <summary>Labels in which counted pods equal this one, such as pod-template-hash.</summary>
    [JsonPropertyName("matchLabelKeys")] public IList<string> MatchLabelKeys { get; set; }

    /// <summary>How many pods a domain may have more than the one with the fewest; at least 1.</summary>
    [JsonPropertyName("maxSkew")] public int MaxSkew { get; set; }

    /// <summary>With fewer domains than this, the fewest is taken to be 0; null means 1.</summary>
    [JsonPropertyName("minDomains")] public int? MinDomains { get; set; }

    /// <summary>Whether nodes that the pod does not want count: Honor (where null, they don't) or Ignore.</summary>
    [JsonPropertyName("nodeAffinityPolicy")] public string NodeAffinityPolicy { get; set; }

    /// <summary>Whether nodes with taints count: Ignore (where null, they do) or Honor.</summary>
    [JsonPropertyName("nodeTaintsPolicy")] public string NodeTaintsPolicy { get; set; }

    /// <summary>The node label whose values are the domains, such as topology.kubernetes.io/zone.</summary>
    [JsonPropertyName("topologyKey")] public string TopologyKey { get; set; }

    /// <summary>DoNotSchedule or ScheduleAnyway.</summary>
    [JsonPropertyName("whenUnsatisfiable")] public string WhenUnsatisfiable { get; set; }
}

/// <summary>A taint that the pod does not mind.</summary>
public partial record V1Toleration
{
    /// <summary>NoSchedule, PreferNoSchedule or NoExecute; null means each.</summary>
    [JsonPropertyName("effect")] public string Effect { get; set; }

    /// <summary>The taint's key; null with Exists means each.</summary>
    [JsonPropertyName("key")] public string Key { get; set; }

    /// <summary>Equal (where null), Exists, Lt or Gt.</summary>
    [JsonPropertyName("operator")] public string OperatorProperty { get; set; }

    /// <summary>Seconds that the pod stays after a NoExecute taint; null means forever.</summary>
    [JsonPropertyName("tolerationSeconds")] public long? TolerationSeconds { get; set; }
    [JsonPropertyName("value")] public string Value { get; set; }
}

/// <summary>What must be taken away before the pod is scheduled.</summary>
public partial record V1PodSchedulingGate
{
    [JsonPropertyName("name")] public string Name { get; set; }
}

/// <summary>The group of pods that are scheduled together.</summary>
public partial record V1PodSchedulingGroup
{
    [JsonPropertyName("podGroupName")] public string PodGroupName { get; set; }
}

/// <summary>A name for a priority of pods.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1PriorityClass : IKubernetesObject<V1ObjectMeta>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "PriorityClass";
    public const string KubeGroup = "scheduling.k8s.io";
    public const string KubePluralName = "priorityclasses";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("description")] public string Description { get; set; }

    /// <summary>Whether pods that name no class have this priority.</summary>
    [JsonPropertyName("globalDefault")] public bool? GlobalDefault { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }

    /// <summary>PreemptLowerPriority (where null) or Never.</summary>
    [JsonPropertyName("preemptionPolicy")] public string PreemptionPolicy { get; set; }

    /// <summary>The higher, the more important.</summary>
    [JsonPropertyName("value")] public int? Value { get; set; }
}

/// <summary>A list of <see cref="V1PriorityClass"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1PriorityClassList : IKubernetesObject<V1ListMeta>, IItems<V1PriorityClass>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "PriorityClassList";
    public const string KubeGroup = "scheduling.k8s.io";
    public const string KubePluralName = "priorityclasses";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1PriorityClass> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}
