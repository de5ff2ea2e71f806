namespace KubeLint.Resources;

/// <summary>
/// A kind of object. A class and not a tuple: collections of references are compiled in the runtime already, those of
/// structs would be compiled anew at each start.
/// </summary>
/// <param name="Group">The API group; empty for the core group.</param>
/// <param name="Kind">The kind.</param>
public sealed record ObjectKind(string Group, string Kind)
{
    /// <summary>The group of an API version, as <c>apps</c> of <c>apps/v1</c>; empty for the core group.</summary>
    public static string GroupOf(string apiVersion) => apiVersion.IndexOf('/') is > 0 and var slash ? apiVersion.Substring(0, slash) : "";

    /// <summary>Whether it is of one of Kubernetes' own groups that are no domain (kubernetes/api): nobody else may use those.</summary>
    public bool IsBuiltIn => IsGroupBuiltIn(Group);

    /// <summary>Whether a group is one of those.</summary>
    public static bool IsGroupBuiltIn(string group) => group is "" or "apps" or "autoscaling" or "batch" or "extensions" or "policy";
}
