using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Rules;

/// <summary>A rule: a pure function from a view to findings.</summary>
public abstract class Rule
{
    /// <summary>What is fixed about it.</summary>
    public abstract RuleDescriptor Descriptor { get; }
}

/// <summary>A rule about one kind of view.</summary>
/// <typeparam name="TView">The view.</typeparam>
public abstract class Rule<TView> : Rule
{
    /// <summary>What it finds in one view. Unknown is silent.</summary>
    public abstract IEnumerable<Finding> Check(TView view);

    /// <summary>A finding of this rule at a field; see <see cref="Finding(RuleDescriptor, Resource, Field, string, SourceSpan?)"/>.</summary>
    protected Finding Report(Resource resource, Field field, string message, SourceSpan? span = null) => new(Descriptor, resource, field, message, span);

    /// <summary>The one fix that a finding has, sought whenever it is asked for; none where none is found.</summary>
    protected static IEnumerable<Fix> Offer(Func<Fix?> find)
    {
        if (find() is { } fix) yield return fix;
    }
}
