using System.Text.RegularExpressions;
using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>Replaces images.</summary>
internal static class ImageTransformer
{
    private static readonly char[] TagMarks = [':', '@'];

    /// <summary>Applies what a kustomization says under <c>images</c>: in the containers of every object, at whatever depth.</summary>
    public static void Apply(Field kustomization, IReadOnlyList<BuiltObject> objects)
    {
        foreach (var image in kustomization["images"].Items)
        {
            if (image["name"].Text is not { } name || PatternOf(name) is not { } pattern) continue;
            Node Replace(Node? old) => Replaced(old!, image, pattern);
            foreach (var target in objects.Where(o => o.Id.Kind != "CustomResourceDefinition"))
            {
                target.Become(InContainers(target.Root, Replace), image.Span);
                foreach (var spec in FieldSpecs.ImageVolumes) target.Become(Rewriting.ChangeAt(target.Root, spec.Keys, null, Replace), image.Span);
            }
        }
    }

    private static Node InContainers(Node node, Func<Node?, Node> replace)
    {
        switch (node)
        {
            case SequenceNode list:
                var items = list.Items.Select(item => InContainers(item, replace)).ToList();
                return items.SequenceEqual(list.Items) ? list : list.With(items);
            case MappingNode mapping:
                foreach (var entry in mapping.Entries)
                {
                    var value = InContainers(entry.Value, replace);
                    if (entry.Key is "containers" or "initContainers" && value is SequenceNode) value = Rewriting.ChangeAt(value, ["image"], null, replace);
                    if (value != entry.Value) mapping = mapping.With(entry.Key, entry.KeySpan, value);
                }

                return mapping;
            default:
                return node;
        }
    }

    private static Node Replaced(Node old, Field image, Regex pattern)
    {
        if (old is not ScalarNode scalar || !pattern.IsMatch(scalar.Text)) return old;
        var (name, tag, digest) = Split(scalar.Text);
        var (newName, newTag, newDigest, suffix) = (image["newName"], image["newTag"], image["digest"], image["tagSuffix"]);
        if (new[] { newName, newTag, newDigest, suffix }.Any(f => f.IsUnknown)) return new UnknownNode(image.Span);
        if (newName.Written is { Length: > 0 } other) name = other;
        var (hasTag, hasDigest) = (newTag.Written is { Length: > 0 }, newDigest.Written is { Length: > 0 });
        if (hasTag || hasDigest) (tag, digest) = (hasTag ? newTag.Written! : "", hasDigest ? newDigest.Written! : "");
        else if (suffix.Written is { Length: > 0 } added) (tag, digest) = (tag + added, "");
        return ScalarNode.OfString(image.Span, name + (tag.Length > 0 ? ":" + tag : "") + (digest.Length > 0 ? "@" + digest : ""));
    }

    // The name is taken for a pattern, as it is by kustomize.
    private static Regex? PatternOf(string name)
    {
        try
        {
            return new Regex($"^{name}(:[a-zA-Z0-9_.{{}}-]*)?(@[a-zA-Z0-9]+([.+_-][a-zA-Z0-9]+)*:[a-zA-Z0-9_.{{}}-]*)?$", RegexOptions.CultureInvariant, Selectors.LongestMatch);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // A colon before the first slash parts host and port.
    private static (string Name, string Tag, string Digest) Split(string image)
    {
        var mark = image.IndexOfAny(TagMarks, Math.Max(image.IndexOf('/'), 0));
        if (mark < 0) return (image, "", "");
        var at = image.IndexOf('@', mark);
        return (image.Substring(0, mark), image[mark] == ':' ? image.Substring(mark + 1, (at < 0 ? image.Length : at) - mark - 1) : "", at < 0 ? "" : image.Substring(at + 1));
    }
}
