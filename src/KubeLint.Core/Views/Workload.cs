using System.Globalization;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>Something that keeps replicas of a pod running.</summary>
public sealed class Workload
{
    private readonly Inventory inventory;
    private readonly PodTemplateKind owner;
    private Replicas? replicas;
    private ZoneSpread? spread;

    private Workload(Resource resource, PodTemplate template, PodTemplateKind owner, Inventory inventory)
    {
        Resource = resource;
        Template = template;
        this.owner = owner;
        this.inventory = inventory;
    }

    /// <summary>The object.</summary>
    public Resource Resource { get; }

    /// <summary>The template of its pods.</summary>
    public PodTemplate Template { get; }

    /// <summary>How many replicas it keeps at least.</summary>
    public Replicas Replicas => replicas ??= Replicas.Of(Resource, Resource.Root.At(owner.ReplicasPath!), inventory);

    /// <summary>How its replicas are kept in different zones, and what is wrong with it.</summary>
    public ZoneSpread ZoneSpread => spread ??= new ZoneSpread(this, inventory);

    /// <summary>The zones that its cluster has.</summary>
    public ZoneKnowledge Zones => inventory.ZonesFor(Resource);

    /// <summary>How messages call it.</summary>
    public string DisplayName => Resource.DisplayName;

    /// <summary>The workload that an object declares; null where it declares none, or only a patch of one.</summary>
    public static Workload? From(Resource resource, Inventory inventory)
    {
        if (PodTemplateKind.Of(resource) is not { ReplicasPath: not null } owner) return null;
        if (PodTemplate.From(resource) is not { } template) return null;
        if (resource.Root.At("spec", "selector").IsAbsent && PodTemplateKind.RequiresSelector(resource)) return null;
        return new Workload(resource, template, owner, inventory);
    }
}

/// <summary>How many replicas a workload keeps at least.</summary>
/// <param name="Count">The number; null where unknown.</param>
/// <param name="Origin">Where it comes from, in brackets for messages; empty where it stands in the workload.</param>
public sealed record Replicas(long? Count, string Origin)
{
    /// <summary>All of them, as in <c>both</c> or <c>all 6</c>.</summary>
    public string All => Count == 2 ? "both" : $"all {Count?.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Whether there are two or more; null where unknown.</summary>
    public bool? AreSeveral => Count is { } count ? count >= 2 : null;

    /// <summary>The number and where it comes from, as in <c>3 replicas (minimum of ScaledObject 'web')</c>.</summary>
    public string Description => $"{Count?.ToString(CultureInfo.InvariantCulture)} replicas{Origin}";

    /// <summary>
    /// Reads the number: an autoscaler's minimum where one targets the workload, else <c>replicas</c>, by default 1;
    /// where unknown, the option <c>kubelint.assumed_replicas</c>. In an open set a written number stands, and an
    /// omitted one is unknown: that is how workloads are written that an autoscaler scales.
    /// </summary>
    public static Replicas Of(Resource workload, Field field, Inventory inventory)
    {
        var known = Known(workload, field, inventory);
        return known.Count is null && workload.Options.AssumedReplicas is { } assumed ? new Replicas(assumed, " (assumed)") : known;
    }

    private static Replicas Known(Resource workload, Field field, Inventory inventory)
    {
        Replicas? found = null;
        foreach (var (autoscaler, targets) in inventory.Autoscalers.Of(workload))
        {
            // Two that disagree, as in variants of one application, leave the number open.
            var minimum = targets == true ? autoscaler.Minimum : null;
            if (minimum is null || (found is not null && found.Count != minimum)) return new Replicas(null, "");
            found = new Replicas(minimum, $" (minimum of {autoscaler.Resource.Kind} '{autoscaler.Resource.Name}')");
        }

        return found ?? new Replicas(field.IsAbsent && !inventory.Set.IsOpen ? 1 : field.Integer, "");
    }
}
