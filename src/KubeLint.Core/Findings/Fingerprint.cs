using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KubeLint.Findings;

/// <summary>Names findings so that they stay the same while lines move.</summary>
public static class Fingerprint
{
    /// <summary>
    /// The fingerprints of findings in their order: a hash over rule, path, object and field path, never a line number.
    /// Equal ones get an ordinal.
    /// </summary>
    /// <returns>32 hexadecimal digits each, followed by <c>:2</c> and so on for the second of its kind.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<Finding> findings)
    {
        // Without findings there is nothing to load a library of cryptography for.
        if (findings.Count == 0) return [];
        using var hash = SHA256.Create();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new List<string>(findings.Count);
        foreach (var finding in findings)
        {
            var named = finding.Resource?.Identity;
            var identity = string.Join("\n", finding.Rule.Id, finding.Span.File.Path, named?.Kind, named?.Namespace, named?.Name, finding.FieldPath);
            var bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(identity));
            var text = new StringBuilder(40);
            for (var i = 0; i < 16; i++) text.Append(bytes[i].ToString("x2", CultureInfo.InvariantCulture));
            var fingerprint = text.ToString();
            seen[fingerprint] = seen.TryGetValue(fingerprint, out var count) ? ++count : count = 1;
            result.Add(count == 1 ? fingerprint : fingerprint + ":" + count.ToString(CultureInfo.InvariantCulture));
        }

        return result;
    }
}
