namespace k8s.Models;

/// <summary>Sets the number of a workload's pods by their use of the processor.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1HorizontalPodAutoscaler : IKubernetesObject<V1ObjectMeta>, ISpec<V1HorizontalPodAutoscalerSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "HorizontalPodAutoscaler";
    public const string KubeGroup = "autoscaling";
    public const string KubePluralName = "horizontalpodautoscalers";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1HorizontalPodAutoscalerSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1HorizontalPodAutoscalerStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1HorizontalPodAutoscaler"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1HorizontalPodAutoscalerList : IKubernetesObject<V1ListMeta>, IItems<V1HorizontalPodAutoscaler>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "HorizontalPodAutoscalerList";
    public const string KubeGroup = "autoscaling";
    public const string KubePluralName = "horizontalpodautoscalers";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1HorizontalPodAutoscaler> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1HorizontalPodAutoscaler"/>.</summary>
public partial record V1HorizontalPodAutoscalerSpec
{
    [JsonPropertyName("maxReplicas")] public int MaxReplicas { get; set; }

    /// <summary>Null means 1.</summary>
    [JsonPropertyName("minReplicas")] public int? MinReplicas { get; set; }
    [JsonPropertyName("scaleTargetRef")] public V1CrossVersionObjectReference ScaleTargetRef { get; set; }

    /// <summary>The wished use of the processor, in percent of the request.</summary>
    [JsonPropertyName("targetCPUUtilizationPercentage")] public int? TargetCPUUtilizationPercentage { get; set; }
}

/// <summary>What is observed of a <see cref="V1HorizontalPodAutoscaler"/>.</summary>
public partial record V1HorizontalPodAutoscalerStatus
{
    [JsonPropertyName("currentCPUUtilizationPercentage")] public int? CurrentCPUUtilizationPercentage { get; set; }
    [JsonPropertyName("currentReplicas")] public int CurrentReplicas { get; set; }
    [JsonPropertyName("desiredReplicas")] public int DesiredReplicas { get; set; }
    [JsonPropertyName("lastScaleTime")] public DateTime? LastScaleTime { get; set; }
    [JsonPropertyName("observedGeneration")] public long? ObservedGeneration { get; set; }
}

/// <summary>The workload that is scaled.</summary>
public partial record V1CrossVersionObjectReference
{
    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
}

/// <summary>Sets the number of a workload's pods by metrics.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V2HorizontalPodAutoscaler : IKubernetesObject<V1ObjectMeta>, ISpec<V2HorizontalPodAutoscalerSpec>
{
    public const string KubeApiVersion = "v2";
    public const string KubeKind = "HorizontalPodAutoscaler";
    public const string KubeGroup = "autoscaling";
    public const string KubePluralName = "horizontalpodautoscalers";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V2HorizontalPodAutoscalerSpec Spec { get; set; }
    [JsonPropertyName("status")] public V2HorizontalPodAutoscalerStatus Status { get; set; }
}

/// <summary>A list of <see cref="V2HorizontalPodAutoscaler"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V2HorizontalPodAutoscalerList : IKubernetesObject<V1ListMeta>, IItems<V2HorizontalPodAutoscaler>
{
    public const string KubeApiVersion = "v2";
    public const string KubeKind = "HorizontalPodAutoscalerList";
    public const string KubeGroup = "autoscaling";
    public const string KubePluralName = "horizontalpodautoscalers";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V2HorizontalPodAutoscaler> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V2HorizontalPodAutoscaler"/>.</summary>
public partial record V2HorizontalPodAutoscalerSpec
{
    [JsonPropertyName("behavior")] public V2HorizontalPodAutoscalerBehavior Behavior { get; set; }
    [JsonPropertyName("maxReplicas")] public int MaxReplicas { get; set; }

    /// <summary>What is measured; the metric that asks for the most pods decides. Null means 80 % of the processor.</summary>
    [JsonPropertyName("metrics")] public IList<V2MetricSpec> Metrics { get; set; }

    /// <summary>Null means 1.</summary>
    [JsonPropertyName("minReplicas")] public int? MinReplicas { get; set; }
    [JsonPropertyName("scaleTargetRef")] public V2CrossVersionObjectReference ScaleTargetRef { get; set; }
}

/// <summary>The workload that is scaled, or an object that is measured.</summary>
public partial record V2CrossVersionObjectReference
{
    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
}

/// <summary>A metric and the value that is wished; the member that Type names is set.</summary>
public partial record V2MetricSpec
{
    [JsonPropertyName("containerResource")] public V2ContainerResourceMetricSource ContainerResource { get; set; }
    [JsonPropertyName("external")] public V2ExternalMetricSource External { get; set; }
    [JsonPropertyName("object")] public V2ObjectMetricSource ObjectProperty { get; set; }
    [JsonPropertyName("pods")] public V2PodsMetricSource Pods { get; set; }
    [JsonPropertyName("resource")] public V2ResourceMetricSource Resource { get; set; }

    /// <summary>Resource, ContainerResource, Pods, Object or External.</summary>
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>What the pods use of a resource.</summary>
public partial record V2ResourceMetricSource
{
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("target")] public V2MetricTarget Target { get; set; }
}

/// <summary>What one container of each pod uses of a resource.</summary>
public partial record V2ContainerResourceMetricSource
{
    [JsonPropertyName("container")] public string Container { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("target")] public V2MetricTarget Target { get; set; }
}

/// <summary>A metric of the pods; averaged.</summary>
public partial record V2PodsMetricSource
{
    [JsonPropertyName("metric")] public V2MetricIdentifier Metric { get; set; }
    [JsonPropertyName("target")] public V2MetricTarget Target { get; set; }
}

/// <summary>A metric of another object.</summary>
public partial record V2ObjectMetricSource
{
    [JsonPropertyName("describedObject")] public V2CrossVersionObjectReference DescribedObject { get; set; }
    [JsonPropertyName("metric")] public V2MetricIdentifier Metric { get; set; }
    [JsonPropertyName("target")] public V2MetricTarget Target { get; set; }
}

/// <summary>A metric of something outside the cluster.</summary>
public partial record V2ExternalMetricSource
{
    [JsonPropertyName("metric")] public V2MetricIdentifier Metric { get; set; }
    [JsonPropertyName("target")] public V2MetricTarget Target { get; set; }
}

/// <summary>Which metric.</summary>
public partial record V2MetricIdentifier
{
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("selector")] public V1LabelSelector Selector { get; set; }
}

/// <summary>The value that is wished; the member that Type names is set.</summary>
public partial record V2MetricTarget
{
    /// <summary>Percent of the request, on average.</summary>
    [JsonPropertyName("averageUtilization")] public int? AverageUtilization { get; set; }
    [JsonPropertyName("averageValue")] public ResourceQuantity AverageValue { get; set; }

    /// <summary>Utilization, Value or AverageValue.</summary>
    [JsonPropertyName("type")] public string Type { get; set; }
    [JsonPropertyName("value")] public ResourceQuantity Value { get; set; }
}

/// <summary>How fast the number goes up and down.</summary>
public partial record V2HorizontalPodAutoscalerBehavior
{
    [JsonPropertyName("scaleDown")] public V2HPAScalingRules ScaleDown { get; set; }
    [JsonPropertyName("scaleUp")] public V2HPAScalingRules ScaleUp { get; set; }
}

/// <summary>How fast the number goes in one direction.</summary>
public partial record V2HPAScalingRules
{
    [JsonPropertyName("policies")] public IList<V2HPAScalingPolicy> Policies { get; set; }

    /// <summary>Which policy decides: Max (where null), Min or Disabled.</summary>
    [JsonPropertyName("selectPolicy")] public string SelectPolicy { get; set; }

    /// <summary>Seconds of the past whose advice is taken into account; null means 0 upwards, 300 downwards.</summary>
    [JsonPropertyName("stabilizationWindowSeconds")] public int? StabilizationWindowSeconds { get; set; }

    /// <summary>How far the metric may be from its target without effect; null means 10 %.</summary>
    [JsonPropertyName("tolerance")] public ResourceQuantity Tolerance { get; set; }
}

/// <summary>How much the number may change in some time.</summary>
public partial record V2HPAScalingPolicy
{
    /// <summary>Seconds; at most 1800.</summary>
    [JsonPropertyName("periodSeconds")] public int PeriodSeconds { get; set; }

    /// <summary>Pods or Percent.</summary>
    [JsonPropertyName("type")] public string Type { get; set; }
    [JsonPropertyName("value")] public int Value { get; set; }
}

/// <summary>What is observed of a <see cref="V2HorizontalPodAutoscaler"/>.</summary>
public partial record V2HorizontalPodAutoscalerStatus
{
    [JsonPropertyName("conditions")] public IList<V2HorizontalPodAutoscalerCondition> Conditions { get; set; }
    [JsonPropertyName("currentReplicas")] public int? CurrentReplicas { get; set; }
    [JsonPropertyName("desiredReplicas")] public int DesiredReplicas { get; set; }
    [JsonPropertyName("lastScaleTime")] public DateTime? LastScaleTime { get; set; }
    [JsonPropertyName("observedGeneration")] public long? ObservedGeneration { get; set; }
}

/// <summary>One aspect of the state of a <see cref="V2HorizontalPodAutoscaler"/>.</summary>
public partial record V2HorizontalPodAutoscalerCondition
{
    [JsonPropertyName("lastTransitionTime")] public DateTime? LastTransitionTime { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
    [JsonPropertyName("status")] public string Status { get; set; }
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>How many pods of an application may be down on purpose at once.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1PodDisruptionBudget : IKubernetesObject<V1ObjectMeta>, ISpec<V1PodDisruptionBudgetSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "PodDisruptionBudget";
    public const string KubeGroup = "policy";
    public const string KubePluralName = "poddisruptionbudgets";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1PodDisruptionBudgetSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1PodDisruptionBudgetStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1PodDisruptionBudget"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1PodDisruptionBudgetList : IKubernetesObject<V1ListMeta>, IItems<V1PodDisruptionBudget>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "PodDisruptionBudgetList";
    public const string KubeGroup = "policy";
    public const string KubePluralName = "poddisruptionbudgets";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1PodDisruptionBudget> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1PodDisruptionBudget"/>.</summary>
public partial record V1PodDisruptionBudgetSpec
{
    /// <summary>How many pods may be down, or a percentage; instead of MinAvailable.</summary>
    [JsonPropertyName("maxUnavailable")] public IntOrString MaxUnavailable { get; set; }

    /// <summary>How many pods must stay, or a percentage; instead of MaxUnavailable.</summary>
    [JsonPropertyName("minAvailable")] public IntOrString MinAvailable { get; set; }

    /// <summary>Selects the pods; empty selects all of the namespace, null none.</summary>
    [JsonPropertyName("selector")] public V1LabelSelector Selector { get; set; }

    /// <summary>IfHealthyBudget (where null) or AlwaysAllow.</summary>
    [JsonPropertyName("unhealthyPodEvictionPolicy")] public string UnhealthyPodEvictionPolicy { get; set; }
}

/// <summary>What is observed of a <see cref="V1PodDisruptionBudget"/>.</summary>
public partial record V1PodDisruptionBudgetStatus
{
    [JsonPropertyName("conditions")] public IList<V1Condition> Conditions { get; set; }
    [JsonPropertyName("currentHealthy")] public int? CurrentHealthy { get; set; }
    [JsonPropertyName("desiredHealthy")] public int? DesiredHealthy { get; set; }
    [JsonPropertyName("disruptedPods")] public IDictionary<string, DateTime?> DisruptedPods { get; set; }

    /// <summary>How many more pods may be taken down now.</summary>
    [JsonPropertyName("disruptionsAllowed")] public int? DisruptionsAllowed { get; set; }
    [JsonPropertyName("expectedPods")] public int? ExpectedPods { get; set; }
    [JsonPropertyName("observedGeneration")] public long? ObservedGeneration { get; set; }
}
