namespace k8s.Models;

/// <summary>Says which kind of the API a class is.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KubernetesEntityAttribute : Attribute
{
    /// <summary>The kind, as <c>Deployment</c>.</summary>
    public string Kind { get; set; }

    /// <summary>The group, as <c>apps</c>; empty for the core group.</summary>
    public string Group { get; set; }

    /// <summary>The version without the group, as <c>v1</c>.</summary>
    public string ApiVersion { get; set; }

    /// <summary>The plural in paths of the API, as <c>deployments</c>.</summary>
    public string PluralName { get; set; }
}
