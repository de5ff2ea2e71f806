using System.Text.RegularExpressions;

namespace k8s.Serialization;

/// <summary>Text that some reader of YAML, 1.1 or 1.2, takes for something else when it stands without quotes.</summary>
internal static partial class LooksTyped
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static bool Test(string text) => Pattern().IsMatch(text);

    [GeneratedRegex("""
        ^(|~|null|true|false|yes|no|on|off|y|n|=|<<
        |[-+]?(\.inf|\.nan)
        |[-+]?0(b[01_]+|o[0-7_]+|x[0-9a-f_]+)
        |[-+]?([0-9][0-9_]*(\.[0-9_]*)?|\.[0-9][0-9_]*)(e[-+]?[0-9]+)?
        |[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?
        |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt\ \t].*)?
        )\z
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
