using KubeLint.Syntax;
using KubeLint.Yaml;

namespace KubeLint.Provisioner.Programs;

/// <summary>Answers of programs.</summary>
internal static class Json
{
    private static readonly Field Nothing = Field.Root(JsonTree.Read(new SourceFile("", "{}"), "{}").Root!);

    /// <summary>The root of an answer in JSON or YAML; an empty mapping where it can't be read.</summary>
    public static Field Read(string text) => JsonTree.Read(new SourceFile("", text), text).Root is { } root ? Field.Root(root) : Nothing;
}
