using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Rules;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Engine.Tests.Fixing;

/// <summary>A rule about the labels of StorageClasses.</summary>
/// <param name="id">Its id.</param>
/// <param name="isBad">Whether it finds something in labels.</param>
/// <param name="fixes">How to mend an object.</param>
internal sealed class TestRule(string id, Func<Field, bool> isBad, Func<Resource, IEnumerable<Fix>> fixes, Severity severity = Severity.Warning) : Rule<StorageClass>
{
    public override RuleDescriptor Descriptor { get; } = new(id, "test-" + id.ToLowerInvariant(), "Labels are not as they should be", severity);

    /// <summary>A rule that wants a label, and sets it.</summary>
    public static TestRule Wants(string id, string label, Severity severity = Severity.Warning) =>
        new(id, labels => labels[label].IsAbsent, r => [new Fix($"Set {label}", [new SetValue(r.Metadata["labels"][label], Literal.Text("yes"))])], severity);

    /// <summary>A rule that wants a label, and sets it in one of several ways.</summary>
    public static TestRule Offers(string id, string label, params string[] choices) =>
        new(id, labels => labels[label].IsAbsent, r => choices.Select(c => new Fix($"Set {label} to {c}", [new SetValue(r.Metadata["labels"][label], Literal.Text(c))]) { Id = c }));

    public override IEnumerable<Finding> Check(StorageClass view)
    {
        if (isBad(view.Resource.Metadata["labels"])) yield return Report(view.Resource, view.Resource.Metadata["labels"], $"{view.Resource.DisplayName}: {id}") with { Fixes = fixes(view.Resource) };
    }
}
