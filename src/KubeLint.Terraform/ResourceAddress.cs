using System.Text.RegularExpressions;

namespace KubeLint.Terraform;

/// <summary>The parts of a resource's address.</summary>
/// <param name="Module">The address of its module, with indexes; empty for the root.</param>
/// <param name="Name">Its type and name, as <c>scaleway_k8s_pool.main</c>.</param>
/// <param name="Index">Its index as written, without brackets; null for none.</param>
internal sealed record ResourceAddress(string Module, string Name, string? Index)
{
    private static readonly Regex Indexes = new("""\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]""", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly Regex Form = new("""^(?<module>(?:module\.[^.\[]+(?:\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\])?\.)*)(?<name>[^.\[]+\.[^.\[]+)(?:\[(?<index>"(?:[^"\\]|\\.)*"|[^\]"]*)\])?$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The address of its module, without indexes.</summary>
    public string ModulePath => WithoutIndexes(Module);

    /// <summary>Reads an address; null where it is none.</summary>
    public static ResourceAddress? Parse(string address)
    {
        var match = Form.Match(address);
        if (!match.Success) return null;
        return new ResourceAddress(match.Groups["module"].Value.TrimEnd('.'), match.Groups["name"].Value, match.Groups["index"] is { Success: true, Value: var index } ? index : null);
    }

    /// <summary>An address without the indexes in it.</summary>
    public static string WithoutIndexes(string address) => Indexes.Replace(address, "");

    /// <summary>The name of the innermost module in a module's address.</summary>
    public static string LastModule(string address)
    {
        var path = WithoutIndexes(address);
        return path.Substring(path.LastIndexOf('.') + 1);
    }
}
