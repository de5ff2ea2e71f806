namespace KubeLint.Provisioner.Applying;

/// <summary>How a cluster stands against its plan.</summary>
/// <param name="Cluster">Its name.</param>
/// <param name="IsHealthy">Whether all steps are done.</param>
/// <param name="Steps">The steps in their order; those after one that keeps them from being looked at are left out.</param>
internal sealed record ClusterStatus(string Cluster, bool IsHealthy, IReadOnlyList<StepStatus> Steps);

/// <summary>How a step stands.</summary>
/// <param name="Step">The step.</param>
/// <param name="Items">What it is about.</param>
internal sealed record StepStatus(string Step, IReadOnlyList<ItemStatus> Items)
{
    /// <summary>Whether nothing is left to do.</summary>
    public bool IsDone => Items.All(item => item.IsDone);
}

/// <summary>How one thing of a step stands.</summary>
/// <param name="Name">The thing: a zone, an object, a name; empty for the step itself.</param>
/// <param name="IsDone">Whether it is as planned.</param>
/// <param name="State">How it stands, for people.</param>
internal sealed record ItemStatus(string Name, bool IsDone, string State)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => Name.Length == 0 ? State : $"{Name}: {State}";

    /// <summary>How many are wanted; null where nothing is counted.</summary>
    public long? Wanted { get; init; }

    /// <summary>How many are ready; null where nothing is counted.</summary>
    public long? Ready { get; init; }

    /// <summary>How many are ready in each zone; null where nothing is counted by zones.</summary>
    public IReadOnlyDictionary<string, int>? ReadyByZone { get; init; }

    /// <summary>The zone; null where there is none.</summary>
    public string? Zone { get; init; }

    /// <summary>The addresses; null where it has none to have.</summary>
    public IReadOnlyList<string>? Addresses { get; init; }
}
