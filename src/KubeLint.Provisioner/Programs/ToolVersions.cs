using System.Text.RegularExpressions;

namespace KubeLint.Provisioner.Programs;

/// <summary>The oldest programs that do what a plan needs.</summary>
internal static partial class ToolVersions
{
    /// <summary>Terraform: what the plan's own <c>required_version</c> says.</summary>
    public static readonly Version Terraform = new(1, 5);

    /// <summary>OpenTofu: its first release, which follows Terraform 1.5.</summary>
    public static readonly Version OpenTofu = new(1, 6);

    /// <summary>kubectl: from 1.25 on the server checks the fields of manifests; before, kubectl itself did, by what it knew of them.</summary>
    public static readonly Version Kubectl = new(1, 25);

    /// <summary>The version in a text such as <c>v1.32.4+k3s1</c>; null where there is none.</summary>
    public static Version? Parse(string? text) => text is not null && Number().Match(text) is { Success: true } match ? Version.Parse(match.Value) : null;

    /// <summary>Refuses a program that is too old.</summary>
    /// <returns>The version that was found.</returns>
    /// <exception cref="StepFailure">It is.</exception>
    public static Version Demand(string name, Version? found, Version oldest)
    {
        if (found is null) throw new StepFailure($"{name} does not tell its version: install {name} {oldest} or newer");
        return found >= oldest ? found : throw new StepFailure($"{name} {found} is too old: install {name} {oldest} or newer");
    }

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex Number();
}
