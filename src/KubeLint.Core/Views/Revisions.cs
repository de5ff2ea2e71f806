namespace KubeLint.Views;

/// <summary>The revisions of a Deployment, of which two run side by side while it rolls out.</summary>
public static class Revisions
{
    /// <summary>The label by which a Deployment tells the pods of its revisions apart.</summary>
    public const string Label = "pod-template-hash";

    // matchLabelKeys is on by default since then (KEP-3243).
    private static readonly Version Since = new(1, 27);

    /// <summary>Whether two revisions of a workload run side by side, and a spread constraint can count each by itself.</summary>
    public static bool AreSeparable(Workload workload)
    {
        // Recreate ends the old revision first.
        var strategy = workload.Resource.Spec.At("strategy", "type");
        return workload.Resource.Kind == "Deployment" && (strategy.IsAbsent || strategy.Text == "RollingUpdate") && !(workload.Resource.Options.KubernetesVersion is { } version && version < Since);
    }

    /// <summary>The hard zone constraints of a workload that count its revisions together, and need not; none where one replica or one place leaves nothing to spread.</summary>
    public static IEnumerable<TopologySpreadConstraint> CountedTogether(Workload workload) =>
        workload.Replicas.AreSeveral != true || workload.IsInSingleSite || workload.ZoneSpread.HardConstraints.Count == 0 || !AreSeparable(workload) ? [] : CountingTogether(workload);

    private static IEnumerable<TopologySpreadConstraint> CountingTogether(Workload workload) => workload.ZoneSpread.HardConstraints.Where(c =>
        c.MaxSkew.Integer is > 0 && c.KnownMatchLabelKeys is { } keys && !keys.Contains(Label) && SelectsEveryRevision(c.Selector, workload.Resource.Spec.At("selector", "matchLabels")));

    // Labels that the Deployment's own selector demands never change; any other may part the revisions.
    private static bool SelectsEveryRevision(LabelSelector selector, Syntax.Field own) =>
        selector.Requirements.All(r => r.Key is { } key && (r.Operator == "Exists" ? own[key].IsPresent : r.Pair is { } pair && own[key] is { IsUnknown: false, Written: { } value } && value == pair.Value));
}
