namespace k8s.Models;

/// <summary>Pods that run until enough of them have succeeded.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1Job : IKubernetesObject<V1ObjectMeta>, ISpec<V1JobSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "Job";
    public const string KubeGroup = "batch";
    public const string KubePluralName = "jobs";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1JobSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1JobStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1Job"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1JobList : IKubernetesObject<V1ListMeta>, IItems<V1Job>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "JobList";
    public const string KubeGroup = "batch";
    public const string KubePluralName = "jobs";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1Job> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1Job"/>.</summary>
public partial record V1JobSpec
{
    /// <summary>Seconds after which the job is ended, however often it was retried.</summary>
    [JsonPropertyName("activeDeadlineSeconds")] public long? ActiveDeadlineSeconds { get; set; }

    /// <summary>How often failed pods are retried; null means 6.</summary>
    [JsonPropertyName("backoffLimit")] public int? BackoffLimit { get; set; }

    /// <summary>How often the pods of one index are retried, where CompletionMode is Indexed.</summary>
    [JsonPropertyName("backoffLimitPerIndex")] public int? BackoffLimitPerIndex { get; set; }

    /// <summary>NonIndexed (where null) or Indexed.</summary>
    [JsonPropertyName("completionMode")] public string CompletionMode { get; set; }

    /// <summary>How many pods have to succeed.</summary>
    [JsonPropertyName("completions")] public int? Completions { get; set; }
    [JsonPropertyName("managedBy")] public string ManagedBy { get; set; }

    /// <summary>True where Selector is given by hand; seldom wise.</summary>
    [JsonPropertyName("manualSelector")] public bool? ManualSelector { get; set; }
    [JsonPropertyName("maxFailedIndexes")] public int? MaxFailedIndexes { get; set; }

    /// <summary>How many pods run at a time; null means 1.</summary>
    [JsonPropertyName("parallelism")] public int? Parallelism { get; set; }
    [JsonPropertyName("podFailurePolicy")] public V1PodFailurePolicy PodFailurePolicy { get; set; }

    /// <summary>When a pod is replaced: TerminatingOrFailed or Failed.</summary>
    [JsonPropertyName("podReplacementPolicy")] public string PodReplacementPolicy { get; set; }
    [JsonPropertyName("selector")] public V1LabelSelector Selector { get; set; }
    [JsonPropertyName("successPolicy")] public V1SuccessPolicy SuccessPolicy { get; set; }

    /// <summary>True keeps the job from running.</summary>
    [JsonPropertyName("suspend")] public bool? Suspend { get; set; }
    [JsonPropertyName("template")] public V1PodTemplateSpec Template { get; set; }

    /// <summary>Seconds after its end when the job is deleted; null means never.</summary>
    [JsonPropertyName("ttlSecondsAfterFinished")] public int? TtlSecondsAfterFinished { get; set; }
}

/// <summary>What is observed of a <see cref="V1Job"/>.</summary>
public partial record V1JobStatus
{
    [JsonPropertyName("active")] public int? Active { get; set; }
    [JsonPropertyName("completedIndexes")] public string CompletedIndexes { get; set; }
    [JsonPropertyName("completionTime")] public DateTime? CompletionTime { get; set; }
    [JsonPropertyName("conditions")] public IList<V1JobCondition> Conditions { get; set; }
    [JsonPropertyName("failed")] public int? Failed { get; set; }
    [JsonPropertyName("failedIndexes")] public string FailedIndexes { get; set; }
    [JsonPropertyName("ready")] public int? Ready { get; set; }
    [JsonPropertyName("startTime")] public DateTime? StartTime { get; set; }
    [JsonPropertyName("succeeded")] public int? Succeeded { get; set; }
    [JsonPropertyName("terminating")] public int? Terminating { get; set; }
}

/// <summary>One aspect of the state of a <see cref="V1Job"/>.</summary>
public partial record V1JobCondition
{
    [JsonPropertyName("lastProbeTime")] public DateTime? LastProbeTime { get; set; }
    [JsonPropertyName("lastTransitionTime")] public DateTime? LastTransitionTime { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
    [JsonPropertyName("status")] public string Status { get; set; }
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>The job that a CronJob creates each time.</summary>
public partial record V1JobTemplateSpec
{
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1JobSpec Spec { get; set; }
}

/// <summary>What the failures of pods mean for their job; the first rule that fits decides.</summary>
public partial record V1PodFailurePolicy
{
    [JsonPropertyName("rules")] public IList<V1PodFailurePolicyRule> Rules { get; set; }
}

/// <summary>A failure, by exit code or pod condition, and what follows from it.</summary>
public partial record V1PodFailurePolicyRule
{
    /// <summary>FailJob, FailIndex, Ignore or Count.</summary>
    [JsonPropertyName("action")] public string Action { get; set; }
    [JsonPropertyName("onExitCodes")] public V1PodFailurePolicyOnExitCodesRequirement OnExitCodes { get; set; }
    [JsonPropertyName("onPodConditions")] public IList<V1PodFailurePolicyOnPodConditionsPattern> OnPodConditions { get; set; }
}

/// <summary>Exit codes of a container.</summary>
public partial record V1PodFailurePolicyOnExitCodesRequirement
{
    [JsonPropertyName("containerName")] public string ContainerName { get; set; }

    /// <summary>In or NotIn.</summary>
    [JsonPropertyName("operator")] public string OperatorProperty { get; set; }
    [JsonPropertyName("values")] public IList<int> Values { get; set; }
}

/// <summary>A condition of a pod.</summary>
public partial record V1PodFailurePolicyOnPodConditionsPattern
{
    [JsonPropertyName("status")] public string Status { get; set; }
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>When an indexed job is done before all its indexes are.</summary>
public partial record V1SuccessPolicy
{
    [JsonPropertyName("rules")] public IList<V1SuccessPolicyRule> Rules { get; set; }
}

/// <summary>Which indexes, or how many of them, have to succeed.</summary>
public partial record V1SuccessPolicyRule
{
    [JsonPropertyName("succeededCount")] public int? SucceededCount { get; set; }

    /// <summary>Numbers and ranges, such as 0,2-4.</summary>
    [JsonPropertyName("succeededIndexes")] public string SucceededIndexes { get; set; }
}

/// <summary>Creates a Job at set times.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1CronJob : IKubernetesObject<V1ObjectMeta>, ISpec<V1CronJobSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "CronJob";
    public const string KubeGroup = "batch";
    public const string KubePluralName = "cronjobs";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1CronJobSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1CronJobStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1CronJob"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1CronJobList : IKubernetesObject<V1ListMeta>, IItems<V1CronJob>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "CronJobList";
    public const string KubeGroup = "batch";
    public const string KubePluralName = "cronjobs";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1CronJob> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1CronJob"/>.</summary>
public partial record V1CronJobSpec
{
    /// <summary>What becomes of a run while the one before is still going: Allow (where null), Forbid or Replace.</summary>
    [JsonPropertyName("concurrencyPolicy")] public string ConcurrencyPolicy { get; set; }

    /// <summary>How many failed jobs are kept; null means 1.</summary>
    [JsonPropertyName("failedJobsHistoryLimit")] public int? FailedJobsHistoryLimit { get; set; }
    [JsonPropertyName("jobTemplate")] public V1JobTemplateSpec JobTemplate { get; set; }

    /// <summary>The times in cron's form, such as 0 3 * * *.</summary>
    [JsonPropertyName("schedule")] public string Schedule { get; set; }

    /// <summary>Seconds that a missed run may be late.</summary>
    [JsonPropertyName("startingDeadlineSeconds")] public long? StartingDeadlineSeconds { get; set; }

    /// <summary>How many finished jobs are kept; null means 3.</summary>
    [JsonPropertyName("successfulJobsHistoryLimit")] public int? SuccessfulJobsHistoryLimit { get; set; }
    [JsonPropertyName("suspend")] public bool? Suspend { get; set; }

    /// <summary>The time zone's name in the IANA database; null means the controller's own.</summary>
    [JsonPropertyName("timeZone")] public string TimeZone { get; set; }
}

/// <summary>What is observed of a <see cref="V1CronJob"/>.</summary>
public partial record V1CronJobStatus
{
    [JsonPropertyName("active")] public IList<V1ObjectReference> Active { get; set; }
    [JsonPropertyName("lastScheduleTime")] public DateTime? LastScheduleTime { get; set; }
    [JsonPropertyName("lastSuccessfulTime")] public DateTime? LastSuccessfulTime { get; set; }
}
