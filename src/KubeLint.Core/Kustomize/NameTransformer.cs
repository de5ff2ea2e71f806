using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>Gives names a prefix and a suffix.</summary>
internal static class NameTransformer
{
    /// <summary>Applies what a kustomization says under <c>namePrefix</c> and <c>nameSuffix</c>.</summary>
    public static void Apply(Field kustomization, IReadOnlyList<BuiltObject> objects)
    {
        Apply(kustomization["namePrefix"], objects, o => o.Prefixes, (name, prefix) => prefix + name);
        Apply(kustomization["nameSuffix"], objects, o => o.Suffixes, (name, suffix) => name + suffix);
    }

    private static void Apply(Field part, IReadOnlyList<BuiltObject> objects, Func<BuiltObject, List<string>> remembered, Func<string, string, string> join)
    {
        if (part.Written is not { Length: > 0 } text) return;
        foreach (var target in objects.Where(o => !KeepsName(o.OriginalId)))
        {
            target.Remember();
            remembered(target).Add(text);
            target.Become(Rewriting.ChangeAt(target.Root, ["metadata", "name"], null, old => Renamed(old!, name => join(name, text), part.IsUnknown)), part.Span);
        }
    }

    /// <summary>A name with another text: where it was written, and unknown where it was.</summary>
    private static Node Renamed(Node old, Func<string, string> rename, bool isUnknown) => old switch
    {
        ScalarNode name => isUnknown ? new UnknownNode(old.Span, rename(name.Text)) : ScalarNode.OfString(old.Span, rename(name.Text)),
        UnknownNode { Text: { } text } => new UnknownNode(old.Span, rename(text)),
        _ => old,
    };

    private static bool KeepsName(ObjectId id) => id.Kind is "CustomResourceDefinition" or "Namespace" || (id.Kind == "APIService" && ObjectKind.GroupOf(id.ApiVersion) == "apiregistration.k8s.io");
}
