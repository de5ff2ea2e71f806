using KubeLint.Syntax;

namespace KubeLint.Resources;

/// <summary>What makes a file a kustomization, and the pieces of one that are no objects of a cluster.</summary>
public static class KustomizationFile
{
    /// <summary>What a kustomization that names no version is taken for.</summary>
    public const string ApiVersion = "kustomize.config.k8s.io/v1beta1";

    /// <summary>The API group of kustomizations and components.</summary>
    public const string Group = "kustomize.config.k8s.io";

    /// <summary>The kind of a kustomization.</summary>
    public const string Kind = "Kustomization";

    /// <summary>The kind of a component.</summary>
    public const string ComponentKind = "Component";

    /// <summary>How a JSON patch (RFC 6902), a list of operations and no object, is called among resources.</summary>
    public const string JsonPatchKind = "JsonPatch";

    /// <summary>Whether a document's root is a JSON patch.</summary>
    public static bool IsJsonPatch(Node root) =>
        root is SequenceNode { Items.Count: > 0 } operations && operations.Items[0] is MappingNode first && first.Find("op") is not null;

    /// <summary>Whether an object is a kustomization or a component.</summary>
    public static bool IsKustomization(Resource resource) => resource.Group == Group && resource.Kind is Kind or ComponentKind;

    /// <summary>The names of the files in which kustomize looks for a kustomization.</summary>
    public static IReadOnlyList<string> Names { get; } = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    /// <summary>Whether kustomize looks for a kustomization in a file of this name.</summary>
    public static bool IsNamed(string fileName) => Names.Contains(fileName);
}
