namespace KubeLint.Provisioner.Terraform;

/// <summary>A configuration of Terraform in its JSON syntax. Members and keys stand in the order of their names.</summary>
internal sealed record TerraformConfiguration
{
    /// <summary>Sources of data by type and name; null for none.</summary>
    public SortedDictionary<string, SortedDictionary<string, object>>? Data { get; init; }

    /// <summary>Outputs by name.</summary>
    public required SortedDictionary<string, Output> Output { get; init; }

    /// <summary>Settings of providers by name.</summary>
    public required SortedDictionary<string, ProviderSettings> Provider { get; init; }

    /// <summary>Resources by type and name.</summary>
    public required SortedDictionary<string, SortedDictionary<string, object>> Resource { get; init; }

    /// <summary>What is needed to run it.</summary>
    public required Requirements Terraform { get; init; }
}

/// <summary>A value that is shown after a run.</summary>
internal sealed record Output(string Description, object Value, bool? Sensitive = null);

/// <summary>Settings of Scaleway's provider.</summary>
internal sealed record ProviderSettings(string Region, string Zone);

/// <summary>The versions that are needed.</summary>
internal sealed record Requirements(string RequiredVersion, SortedDictionary<string, ProviderRequirement> RequiredProviders);

/// <summary>A provider and its version.</summary>
internal sealed record ProviderRequirement(string Source, string Version);
