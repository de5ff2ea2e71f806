namespace k8s.Models;

/// <summary>Equal pods that are replaced step by step when their template changes.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1Deployment : IKubernetesObject<V1ObjectMeta>, ISpec<V1DeploymentSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "Deployment";
    public const string KubeGroup = "apps";
    public const string KubePluralName = "deployments";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1DeploymentSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1DeploymentStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1Deployment"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1DeploymentList : IKubernetesObject<V1ListMeta>, IItems<V1Deployment>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "DeploymentList";
    public const string KubeGroup = "apps";
    public const string KubePluralName = "deployments";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1Deployment> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1Deployment"/>.</summary>
public partial record V1DeploymentSpec
{
    /// <summary>Seconds that a new pod has to be ready before it counts as available; null means 0.</summary>
    [JsonPropertyName("minReadySeconds")] public int? MinReadySeconds { get; set; }
    [JsonPropertyName("paused")] public bool? Paused { get; set; }

    /// <summary>Seconds after which a rollout that makes no progress has failed; null means 600.</summary>
    [JsonPropertyName("progressDeadlineSeconds")] public int? ProgressDeadlineSeconds { get; set; }

    /// <summary>How many pods; null means 1.</summary>
    [JsonPropertyName("replicas")] public int? Replicas { get; set; }

    /// <summary>How many old ReplicaSets are kept to roll back to; null means 10.</summary>
    [JsonPropertyName("revisionHistoryLimit")] public int? RevisionHistoryLimit { get; set; }

    /// <summary>Selects the pods; must match the labels of the template, and can't be changed.</summary>
    [JsonPropertyName("selector")] public V1LabelSelector Selector { get; set; }
    [JsonPropertyName("strategy")] public V1DeploymentStrategy Strategy { get; set; }
    [JsonPropertyName("template")] public V1PodTemplateSpec Template { get; set; }
}

/// <summary>How old pods are replaced with new ones.</summary>
public partial record V1DeploymentStrategy
{
    [JsonPropertyName("rollingUpdate")] public V1RollingUpdateDeployment RollingUpdate { get; set; }

    /// <summary>RollingUpdate (where null) or Recreate.</summary>
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>How many pods a rollout takes and adds at a time.</summary>
public partial record V1RollingUpdateDeployment
{
    /// <summary>How many pods above the wanted number, or a percentage of it; null means 25 %.</summary>
    [JsonPropertyName("maxSurge")] public IntOrString MaxSurge { get; set; }

    /// <summary>How many pods may be unavailable, or a percentage of the wanted number; null means 25 %.</summary>
    [JsonPropertyName("maxUnavailable")] public IntOrString MaxUnavailable { get; set; }
}

/// <summary>What is observed of a <see cref="V1Deployment"/>.</summary>
public partial record V1DeploymentStatus
{
    [JsonPropertyName("availableReplicas")] public int? AvailableReplicas { get; set; }
    [JsonPropertyName("collisionCount")] public int? CollisionCount { get; set; }
    [JsonPropertyName("conditions")] public IList<V1DeploymentCondition> Conditions { get; set; }
    [JsonPropertyName("observedGeneration")] public long? ObservedGeneration { get; set; }
    [JsonPropertyName("readyReplicas")] public int? ReadyReplicas { get; set; }
    [JsonPropertyName("replicas")] public int? Replicas { get; set; }
    [JsonPropertyName("terminatingReplicas")] public int? TerminatingReplicas { get; set; }
    [JsonPropertyName("unavailableReplicas")] public int? UnavailableReplicas { get; set; }
    [JsonPropertyName("updatedReplicas")] public int? UpdatedReplicas { get; set; }
}

/// <summary>One aspect of the state of a <see cref="V1Deployment"/>.</summary>
public partial record V1DeploymentCondition
{
    [JsonPropertyName("lastTransitionTime")] public DateTime? LastTransitionTime { get; set; }
    [JsonPropertyName("lastUpdateTime")] public DateTime? LastUpdateTime { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
    [JsonPropertyName("status")] public string Status { get; set; }
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>Pods with lasting names and volumes of their own.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1StatefulSet : IKubernetesObject<V1ObjectMeta>, ISpec<V1StatefulSetSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "StatefulSet";
    public const string KubeGroup = "apps";
    public const string KubePluralName = "statefulsets";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1StatefulSetSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1StatefulSetStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1StatefulSet"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1StatefulSetList : IKubernetesObject<V1ListMeta>, IItems<V1StatefulSet>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "StatefulSetList";
    public const string KubeGroup = "apps";
    public const string KubePluralName = "statefulsets";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1StatefulSet> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1StatefulSet"/>.</summary>
public partial record V1StatefulSetSpec
{
    /// <summary>Seconds that a new pod has to be ready before it counts as available; null means 0.</summary>
    [JsonPropertyName("minReadySeconds")] public int? MinReadySeconds { get; set; }
    [JsonPropertyName("ordinals")] public V1StatefulSetOrdinals Ordinals { get; set; }
    [JsonPropertyName("persistentVolumeClaimRetentionPolicy")] public V1StatefulSetPersistentVolumeClaimRetentionPolicy PersistentVolumeClaimRetentionPolicy { get; set; }

    /// <summary>OrderedReady (where null) or Parallel.</summary>
    [JsonPropertyName("podManagementPolicy")] public string PodManagementPolicy { get; set; }

    /// <summary>How many pods; null means 1.</summary>
    [JsonPropertyName("replicas")] public int? Replicas { get; set; }
    [JsonPropertyName("revisionHistoryLimit")] public int? RevisionHistoryLimit { get; set; }

    /// <summary>Selects the pods; must match the labels of the template, and can't be changed.</summary>
    [JsonPropertyName("selector")] public V1LabelSelector Selector { get; set; }

    /// <summary>The headless service that gives the pods their host names.</summary>
    [JsonPropertyName("serviceName")] public string ServiceName { get; set; }
    [JsonPropertyName("template")] public V1PodTemplateSpec Template { get; set; }
    [JsonPropertyName("updateStrategy")] public V1StatefulSetUpdateStrategy UpdateStrategy { get; set; }

    /// <summary>The claims that each pod gets for itself.</summary>
    [JsonPropertyName("volumeClaimTemplates")] public IList<V1PersistentVolumeClaim> VolumeClaimTemplates { get; set; }
}

/// <summary>The numbers in the names of the pods.</summary>
public partial record V1StatefulSetOrdinals
{
    /// <summary>The number of the first pod; null means 0.</summary>
    [JsonPropertyName("start")] public int? Start { get; set; }
}

/// <summary>What becomes of the claims made from templates: Retain (where null) or Delete.</summary>
public partial record V1StatefulSetPersistentVolumeClaimRetentionPolicy
{
    [JsonPropertyName("whenDeleted")] public string WhenDeleted { get; set; }
    [JsonPropertyName("whenScaled")] public string WhenScaled { get; set; }
}

/// <summary>How pods are replaced when the template changes.</summary>
public partial record V1StatefulSetUpdateStrategy
{
    [JsonPropertyName("rollingUpdate")] public V1RollingUpdateStatefulSetStrategy RollingUpdate { get; set; }

    /// <summary>RollingUpdate (where null) or OnDelete.</summary>
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>Which pods a rollout replaces, and how many at a time.</summary>
public partial record V1RollingUpdateStatefulSetStrategy
{
    /// <summary>How many pods may be unavailable, or a percentage of the wanted number; null means 1.</summary>
    [JsonPropertyName("maxUnavailable")] public IntOrString MaxUnavailable { get; set; }

    /// <summary>Pods with a lower number are left as they are; null means 0.</summary>
    [JsonPropertyName("partition")] public int? Partition { get; set; }
}

/// <summary>What is observed of a <see cref="V1StatefulSet"/>.</summary>
public partial record V1StatefulSetStatus
{
    [JsonPropertyName("availableReplicas")] public int? AvailableReplicas { get; set; }
    [JsonPropertyName("collisionCount")] public int? CollisionCount { get; set; }
    [JsonPropertyName("conditions")] public IList<V1StatefulSetCondition> Conditions { get; set; }
    [JsonPropertyName("currentReplicas")] public int? CurrentReplicas { get; set; }
    [JsonPropertyName("currentRevision")] public string CurrentRevision { get; set; }
    [JsonPropertyName("observedGeneration")] public long? ObservedGeneration { get; set; }
    [JsonPropertyName("readyReplicas")] public int? ReadyReplicas { get; set; }
    [JsonPropertyName("replicas")] public int Replicas { get; set; }
    [JsonPropertyName("updateRevision")] public string UpdateRevision { get; set; }
    [JsonPropertyName("updatedReplicas")] public int? UpdatedReplicas { get; set; }
}

/// <summary>One aspect of the state of a <see cref="V1StatefulSet"/>.</summary>
public partial record V1StatefulSetCondition
{
    [JsonPropertyName("lastTransitionTime")] public DateTime? LastTransitionTime { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
    [JsonPropertyName("status")] public string Status { get; set; }
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>One pod on each node that it fits.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1DaemonSet : IKubernetesObject<V1ObjectMeta>, ISpec<V1DaemonSetSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "DaemonSet";
    public const string KubeGroup = "apps";
    public const string KubePluralName = "daemonsets";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1DaemonSetSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1DaemonSetStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1DaemonSet"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1DaemonSetList : IKubernetesObject<V1ListMeta>, IItems<V1DaemonSet>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "DaemonSetList";
    public const string KubeGroup = "apps";
    public const string KubePluralName = "daemonsets";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1DaemonSet> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1DaemonSet"/>.</summary>
public partial record V1DaemonSetSpec
{
    /// <summary>Seconds that a new pod has to be ready before it counts as available; null means 0.</summary>
    [JsonPropertyName("minReadySeconds")] public int? MinReadySeconds { get; set; }
    [JsonPropertyName("revisionHistoryLimit")] public int? RevisionHistoryLimit { get; set; }

    /// <summary>Selects the pods; must match the labels of the template, and can't be changed.</summary>
    [JsonPropertyName("selector")] public V1LabelSelector Selector { get; set; }
    [JsonPropertyName("template")] public V1PodTemplateSpec Template { get; set; }
    [JsonPropertyName("updateStrategy")] public V1DaemonSetUpdateStrategy UpdateStrategy { get; set; }
}

/// <summary>How pods are replaced when the template changes.</summary>
public partial record V1DaemonSetUpdateStrategy
{
    [JsonPropertyName("rollingUpdate")] public V1RollingUpdateDaemonSet RollingUpdate { get; set; }

    /// <summary>RollingUpdate (where null) or OnDelete.</summary>
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>On how many nodes a rollout works at a time.</summary>
public partial record V1RollingUpdateDaemonSet
{
    /// <summary>On how many nodes old and new pod may run together, or a percentage of them; null means 0.</summary>
    [JsonPropertyName("maxSurge")] public IntOrString MaxSurge { get; set; }

    /// <summary>On how many nodes the pod may be unavailable, or a percentage of them; null means 1.</summary>
    [JsonPropertyName("maxUnavailable")] public IntOrString MaxUnavailable { get; set; }
}

/// <summary>What is observed of a <see cref="V1DaemonSet"/>.</summary>
public partial record V1DaemonSetStatus
{
    [JsonPropertyName("collisionCount")] public int? CollisionCount { get; set; }
    [JsonPropertyName("conditions")] public IList<V1DaemonSetCondition> Conditions { get; set; }
    [JsonPropertyName("currentNumberScheduled")] public int CurrentNumberScheduled { get; set; }
    [JsonPropertyName("desiredNumberScheduled")] public int DesiredNumberScheduled { get; set; }
    [JsonPropertyName("numberAvailable")] public int? NumberAvailable { get; set; }
    [JsonPropertyName("numberMisscheduled")] public int NumberMisscheduled { get; set; }
    [JsonPropertyName("numberReady")] public int NumberReady { get; set; }
    [JsonPropertyName("numberUnavailable")] public int? NumberUnavailable { get; set; }
    [JsonPropertyName("observedGeneration")] public long? ObservedGeneration { get; set; }
    [JsonPropertyName("updatedNumberScheduled")] public int? UpdatedNumberScheduled { get; set; }
}

/// <summary>One aspect of the state of a <see cref="V1DaemonSet"/>.</summary>
public partial record V1DaemonSetCondition
{
    [JsonPropertyName("lastTransitionTime")] public DateTime? LastTransitionTime { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
    [JsonPropertyName("status")] public string Status { get; set; }
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>A number of equal pods; usually one of a Deployment's.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1ReplicaSet : IKubernetesObject<V1ObjectMeta>, ISpec<V1ReplicaSetSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "ReplicaSet";
    public const string KubeGroup = "apps";
    public const string KubePluralName = "replicasets";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1ReplicaSetSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1ReplicaSetStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1ReplicaSet"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1ReplicaSetList : IKubernetesObject<V1ListMeta>, IItems<V1ReplicaSet>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "ReplicaSetList";
    public const string KubeGroup = "apps";
    public const string KubePluralName = "replicasets";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1ReplicaSet> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1ReplicaSet"/>.</summary>
public partial record V1ReplicaSetSpec
{
    /// <summary>Seconds that a new pod has to be ready before it counts as available; null means 0.</summary>
    [JsonPropertyName("minReadySeconds")] public int? MinReadySeconds { get; set; }

    /// <summary>How many pods; null means 1.</summary>
    [JsonPropertyName("replicas")] public int? Replicas { get; set; }
    [JsonPropertyName("selector")] public V1LabelSelector Selector { get; set; }
    [JsonPropertyName("template")] public V1PodTemplateSpec Template { get; set; }
}

/// <summary>What is observed of a <see cref="V1ReplicaSet"/>.</summary>
public partial record V1ReplicaSetStatus
{
    [JsonPropertyName("availableReplicas")] public int? AvailableReplicas { get; set; }
    [JsonPropertyName("conditions")] public IList<V1ReplicaSetCondition> Conditions { get; set; }
    [JsonPropertyName("fullyLabeledReplicas")] public int? FullyLabeledReplicas { get; set; }
    [JsonPropertyName("observedGeneration")] public long? ObservedGeneration { get; set; }
    [JsonPropertyName("readyReplicas")] public int? ReadyReplicas { get; set; }
    [JsonPropertyName("replicas")] public int Replicas { get; set; }
    [JsonPropertyName("terminatingReplicas")] public int? TerminatingReplicas { get; set; }
}

/// <summary>One aspect of the state of a <see cref="V1ReplicaSet"/>.</summary>
public partial record V1ReplicaSetCondition
{
    [JsonPropertyName("lastTransitionTime")] public DateTime? LastTransitionTime { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
    [JsonPropertyName("status")] public string Status { get; set; }
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>What there was before the ReplicaSet.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1ReplicationController : IKubernetesObject<V1ObjectMeta>, ISpec<V1ReplicationControllerSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "ReplicationController";
    public const string KubeGroup = "";
    public const string KubePluralName = "replicationcontrollers";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1ReplicationControllerSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1ReplicationControllerStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1ReplicationController"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1ReplicationControllerList : IKubernetesObject<V1ListMeta>, IItems<V1ReplicationController>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "ReplicationControllerList";
    public const string KubeGroup = "";
    public const string KubePluralName = "replicationcontrollers";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1ReplicationController> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1ReplicationController"/>.</summary>
public partial record V1ReplicationControllerSpec
{
    [JsonPropertyName("minReadySeconds")] public int? MinReadySeconds { get; set; }

    /// <summary>How many pods; null means 1.</summary>
    [JsonPropertyName("replicas")] public int? Replicas { get; set; }

    /// <summary>Labels that the pods have; null means the labels of the template.</summary>
    [JsonPropertyName("selector")] public IDictionary<string, string> Selector { get; set; }
    [JsonPropertyName("template")] public V1PodTemplateSpec Template { get; set; }
}

/// <summary>What is observed of a <see cref="V1ReplicationController"/>.</summary>
public partial record V1ReplicationControllerStatus
{
    [JsonPropertyName("availableReplicas")] public int? AvailableReplicas { get; set; }
    [JsonPropertyName("conditions")] public IList<V1ReplicationControllerCondition> Conditions { get; set; }
    [JsonPropertyName("fullyLabeledReplicas")] public int? FullyLabeledReplicas { get; set; }
    [JsonPropertyName("observedGeneration")] public long? ObservedGeneration { get; set; }
    [JsonPropertyName("readyReplicas")] public int? ReadyReplicas { get; set; }
    [JsonPropertyName("replicas")] public int Replicas { get; set; }
}

/// <summary>One aspect of the state of a <see cref="V1ReplicationController"/>.</summary>
public partial record V1ReplicationControllerCondition
{
    [JsonPropertyName("lastTransitionTime")] public DateTime? LastTransitionTime { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
    [JsonPropertyName("status")] public string Status { get; set; }
    [JsonPropertyName("type")] public string Type { get; set; }
}
