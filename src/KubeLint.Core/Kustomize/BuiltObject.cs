using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>An object while a kustomization is built.</summary>
internal sealed class BuiltObject(Resource origin, MappingNode root)
{
    private readonly List<ObjectId> earlier = [];

    /// <summary>The object as it was read.</summary>
    public Resource Origin { get; } = origin;

    /// <summary>The object as it is by now.</summary>
    public MappingNode Root { get; private set; } = root;

    /// <summary>Whether something that can't be built may take it away, or change it in ways that can't be told.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>Whether something in it is not known that is written in its file.</summary>
    public bool IsHidden { get; set; }

    /// <summary>The prefixes that its name was given, the innermost first.</summary>
    public List<string> Prefixes { get; } = [];

    /// <summary>The suffixes that its name was given, the innermost first.</summary>
    public List<string> Suffixes { get; } = [];

    /// <summary>The name as it is by now; empty where it has none.</summary>
    public string Name => Field["metadata"]["name"].Written ?? "";

    /// <summary>What it is called by now.</summary>
    public ObjectId Id => IdOf(Root, Origin);

    /// <summary>What it was called when it was read.</summary>
    public ObjectId OriginalId => earlier.Count > 0 ? earlier[0] : Id;

    /// <summary>What it was called before.</summary>
    public IReadOnlyList<ObjectId> EarlierIds => earlier;

    /// <summary>Its root.</summary>
    public Field Field => Field.Root(Root);

    /// <summary>What the root of an object says that it is called.</summary>
    /// <param name="root">The root.</param>
    /// <param name="typed">What it is of, where the root does not say.</param>
    public static ObjectId IdOf(MappingNode root, Resource typed)
    {
        var field = Field.Root(root);
        var metadata = field["metadata"];
        return ObjectId.Of(field["apiVersion"].Text ?? typed.ApiVersion, field["kind"].Text ?? typed.Kind, metadata["namespace"].Written, metadata["name"].Written ?? "");
    }

    /// <summary>Whether it is, or was, called so.</summary>
    public bool IsCalled(ObjectId id) => Id == id || earlier.Contains(id);

    /// <summary>Remembers what it is called before a step that may call it otherwise.</summary>
    public void Remember()
    {
        var id = Id;
        if (!earlier.Contains(id)) earlier.Add(id);
    }

    /// <summary>Makes it another one.</summary>
    /// <exception cref="KustomizeException">What it is then is no object.</exception>
    public void Become(Node changed, SourceSpan by) =>
        Root = changed as MappingNode ?? throw new KustomizeException(by, $"what this makes of {Origin.DisplayName} can't be known");

    /// <summary>Changes one field of it, where it is of the kinds that have it.</summary>
    public void Change(FieldSpec spec, SourceSpan by, Func<Node?, Node> change)
    {
        if (spec.Selects(Id)) Become(Rewriting.ChangeAt(Root, spec.Keys, spec.Creates ? by : null, change), by);
    }

    /// <summary>The object as it is read after the build.</summary>
    /// <param name="builder">Where the kustomization stands that built it.</param>
    public Resource ToResource(SourceSpan builder) => Origin.Built(Root, builder);
}
