using YamlDotNet.Core.Events;

namespace KubeLint.Yaml;

/// <summary>Where in the text the parts of an event of the parser stand.</summary>
internal static class EventText
{
    /// <summary>The place behind the anchor, the tag and the comments before a value.</summary>
    /// <param name="node">The event of the value.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="start">Offset of the event.</param>
    /// <param name="stop">Offset that is not passed.</param>
    public static int SkipProperties(NodeEvent node, string text, int start, int stop)
    {
        if (node.Anchor.IsEmpty && node.Tag.IsEmpty) return start;
        while (start < stop && text[start] is '&' or '!' or '#')
        {
            var isComment = text[start] == '#';
            while (start < stop && !(isComment ? text[start] is '\n' or '\r' : char.IsWhiteSpace(text[start]))) start++;
            while (start < stop && char.IsWhiteSpace(text[start])) start++;
        }

        return start;
    }

    /// <summary>Whether a plain key is a merge key.</summary>
    public static bool IsMergeKey(Scalar key) =>
        key.Value == "<<" && (key.Tag.IsEmpty ? key.Style == YamlDotNet.Core.ScalarStyle.Plain : key.Tag.Value == "tag:yaml.org,2002:merge");
}
