namespace KubeLint.Configuration;

/// <summary>What is fixed about a rule.</summary>
/// <param name="Id">The id, as in <c>KUBE1001</c>.</param>
/// <param name="Name">The offence in kebab case, as in <c>missing-zone-spread</c>.</param>
/// <param name="Summary">What it finds, in one sentence without a full stop.</param>
/// <param name="DefaultSeverity">Its severity where nothing is configured.</param>
public sealed record RuleDescriptor(string Id, string Name, string Summary, Severity DefaultSeverity)
{
    /// <summary>Whether it knows how to mend what it finds, at least sometimes.</summary>
    public bool HasFixes { get; init; }

    /// <summary>The file name of its page in <c>rules/</c>.</summary>
    public string PageName => $"{Id}-{Name}.md";
}
