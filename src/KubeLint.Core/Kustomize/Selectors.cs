using System.Text.RegularExpressions;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>Finds what the <c>target</c> of a patch, or the <c>select</c> of a replacement, selects.</summary>
internal static class Selectors
{
    /// <summary>How long a pattern may take.</summary>
    public static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    private static readonly char[] Comma = [','];

    /// <summary>Whether an object is selected; null where that can't be known.</summary>
    /// <param name="target">The selector.</param>
    /// <param name="candidate">The object, by what it was called when it was read or by what it is called now.</param>
    public static bool? Selects(Field target, BuiltObject candidate)
    {
        var (original, current) = (candidate.OriginalId, candidate.Id);
        return (IsMatch(target["namespace"], original.Namespace) | IsMatch(target["namespace"], current.Namespace))
            & (IsMatch(target["name"], original.Name) | IsMatch(target["name"], current.Name))
            & IsMatch(target["kind"], current.Kind)
            & IsMatch(target["group"], ObjectKind.GroupOf(current.ApiVersion))
            & IsMatch(target["version"], FieldSpec.VersionOf(current.ApiVersion))
            & Carries(target["labelSelector"], candidate.Field["metadata"]["labels"])
            & Carries(target["annotationSelector"], candidate.Field["metadata"]["annotations"]);
    }

    /// <summary>Whether a pattern, which may be left out, is that of a whole text; null where that can't be known.</summary>
    public static bool? IsMatch(Field pattern, string text)
    {
        if (pattern.IsAbsent || pattern.Written is { Length: 0 }) return true;
        if (pattern.IsUnknown || pattern.Written is not { } written) return null;
        try
        {
            return Regex.IsMatch(text, $"^(?:{written})$", RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    // Equality alone is read: what else a selector may demand is not known here.
    private static bool? Carries(Field selector, Field pairs)
    {
        if (selector.IsAbsent || selector.Written is { Length: 0 }) return true;
        if (selector.Text is not { } text || text.IndexOfAny(['(', '!']) >= 0) return null;
        bool? result = true;
        foreach (var part in text.Split(Comma))
        {
            var equals = part.IndexOf('=');
            var (key, value) = equals < 0 ? (part.Trim(), null) : (part.Substring(0, equals).Trim(), part.Substring(equals).TrimStart('=').Trim());
            var found = pairs[key];
            result &= found.IsUnknown ? null : value is null ? found.IsPresent : found.Written == value;
        }

        return result;
    }
}
