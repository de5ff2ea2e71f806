using KubeLint.Configuration;
using KubeLint.Syntax;

namespace KubeLint.Resources;

/// <summary>One document as a front end read it.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">Its content.</param>
/// <param name="Options">What the user configured for the file.</param>
public sealed record Document(SourceFile File, Node Root, LintOptions Options)
{
    /// <summary>What declares the object in a language of its own; null where the object itself is written.</summary>
    public Declaration? Declaration { get; init; }
}

/// <summary>What declares an object in a language that has names of its own for it: a resource of Terraform.</summary>
/// <param name="Type">The resource type, as <c>kubernetes_deployment_v1</c>.</param>
/// <param name="Address">The address, as <c>module.web.kubernetes_deployment_v1.web["a"]</c>.</param>
public sealed record Declaration(string Type, string Address)
{
    /// <summary>The API group of objects that are nothing but such resources: their kind is the type, their name the address, their spec the arguments.</summary>
    public const string Group = "terraform";
}

/// <summary>How reports name an object.</summary>
/// <param name="ApiVersion">The API version; null for a resource of Terraform.</param>
/// <param name="Kind">The kind as written; of Terraform the resource type.</param>
/// <param name="Namespace">The namespace as written; null for none.</param>
/// <param name="Name">The name as written, or the address; null for none.</param>
public sealed record ObjectIdentity(string? ApiVersion, string? Kind, string? Namespace, string? Name);

/// <summary>One Kubernetes object, as far as it was declared.</summary>
public sealed class Resource
{
    private const int DeepestList = 8;
    private const int DeepestDirective = 8;

    private Resource? origin;
    private Field? metadata;
    private Field? annotations;
    private Field? nameField;
    private Field? namespaceField;
    private Field? spec;
    private bool? isControlled;
    private bool isControlSought;
    private object? kept;

    private Resource(Document document, Field root, string apiVersion, string kind)
    {
        Document = document;
        Root = root;
        ApiVersion = apiVersion;
        GroupKind = new ObjectKind(ObjectKind.GroupOf(apiVersion), kind);
    }

    /// <summary>Where it was declared.</summary>
    public Document Document { get; }

    /// <summary>Its root.</summary>
    public Field Root { get; }

    /// <summary>The API group and version, as in <c>apps/v1</c>.</summary>
    public string ApiVersion { get; }

    /// <summary>The API group; empty for the core group.</summary>
    public string Group => GroupKind.Group;

    /// <summary>The kind.</summary>
    public string Kind => GroupKind.Kind;

    /// <summary>The API group and the kind.</summary>
    public ObjectKind GroupKind { get; }

    /// <summary>What the user configured for its file.</summary>
    public LintOptions Options => Document.Options;

    /// <summary>Its metadata.</summary>
    public Field Metadata => metadata ??= Root["metadata"];

    /// <summary>Its annotations.</summary>
    public Field Annotations => annotations ??= Metadata["annotations"];

    /// <summary>Its spec.</summary>
    public Field Spec => spec ??= Root["spec"];

    /// <summary>Where its name stands.</summary>
    public Field NameField => nameField ??= Metadata["name"];

    /// <summary>Where its namespace stands.</summary>
    public Field NamespaceField => namespaceField ??= Metadata["namespace"];

    /// <summary>Its name as written, placeholders included; null where it has none.</summary>
    public string? Name => NameField.Written;

    /// <summary>Its namespace as written, placeholders included; null where it has none.</summary>
    public string? NamespaceName => NamespaceField.Written;

    /// <summary>Where a finding points that is about a missing annotation: at the annotations, else at the metadata; null where there is neither.</summary>
    public SourceSpan? AnnotationsSpan => Annotations.IsPresent ? Annotations.KeySpan : Metadata.IsPresent ? Metadata.KeySpan : null;

    /// <summary>How reports name it.</summary>
    public ObjectIdentity Identity => Document.Declaration is { } declared ? new(null, declared.Type, null, declared.Address) : new(ApiVersion, Kind, NamespaceName, Name);

    /// <summary>How messages call it, as in <c>Deployment 'shop/web'</c>.</summary>
    public string DisplayName => Group == Declaration.Group && Name is { } address ? address : (Name ?? Metadata["generateName"].Written) switch
    {
        { } name => $"{Kind} '{(NamespaceName is { Length: > 0 } ns ? ns + "/" : "")}{name}'",
        _ when NameField.IsUnknown => $"{Kind} of a name that is not known",
        _ => $"{Kind} '{(NamespaceName is { Length: > 0 } ns ? ns + "/" : "")}(no name)'",
    };

    /// <summary>
    /// Whether another object made it, so that it is no declaration of its own; null where what is written of its owners
    /// leaves that open. Metadata of which nothing is known is taken to name no owner: who declares an object names none.
    /// </summary>
    public bool? IsControlled
    {
        get
        {
            // Asked by every view.
            if (!isControlSought) (isControlled, isControlSought) = (SeekController(), true);
            return isControlled;
        }
    }

    /// <summary>Whether it is surely a strategic-merge patch, by the directives that stand in it.</summary>
    public bool HasPatchDirective { get; private init; }

    /// <summary>
    /// Reads the objects of a document: itself, or the items of a list, however deep; of a JSON patch, the patch.
    /// Other documents that are no Kubernetes objects give none.
    /// </summary>
    public static IReadOnlyList<Resource> ReadAll(Document document)
    {
        var found = new List<Resource>(1);
        Read(found, document, Field.Root(document.Root), "v1", null, 0);
        return found;
    }

    /// <summary>Where the kustomization stands that built it; null for an object as it was written.</summary>
    public SourceSpan? BuiltBy { get; private init; }

    /// <summary>The object as it was written, where a kustomization built this one from it; else itself.</summary>
    public Resource Origin => origin ?? this;

    /// <summary>The same object with another root, where parts of it had to become unknown.</summary>
    public Resource WithRoot(Node root) => new(Document, Field.Root(root), ApiVersion, Kind) { HasPatchDirective = HasPatchDirective };

    /// <summary>What a kustomization makes of this object.</summary>
    /// <param name="root">The root that it has then.</param>
    /// <param name="builder">Where the kustomization stands.</param>
    public Resource Built(Node root, SourceSpan builder)
    {
        var field = Field.Root(root);
        return new Resource(Document, field, field["apiVersion"].Text ?? ApiVersion, field["kind"].Text ?? Kind) { BuiltBy = builder, origin = this };
    }

    /// <summary>What views read from it once and ask for again and again; there is room for things of one type.</summary>
    /// <param name="read">Reads it.</param>
    internal T Keep<T>(Func<Resource, T> read)
        where T : class
    {
        if (kept is T known) return known;
        var found = read(this);
        kept = found;
        return found;
    }

    /// <summary>Whether it is of a kind.</summary>
    public bool Is(string group, string kind) => Kind == kind && Group == group;

    /// <summary>Whether two declare one object, be they variants of it.</summary>
    public bool IsSameObjectAs(Resource other) =>
        this == other || (Name is not null && Name == other.Name && NamespaceName == other.NamespaceName && Kind == other.Kind && Group == other.Group);

    /// <summary>
    /// Whether two objects share a namespace. An absent one matches an absent one and is unknown against a named one.
    /// </summary>
    public bool? SharesNamespaceWith(Resource other)
    {
        var mine = NamespaceField;
        var theirs = other.NamespaceField;
        return mine.IsAbsent != theirs.IsAbsent ? null : Field.SameText(mine, theirs);
    }

    private bool? SeekController()
    {
        var owners = Metadata["ownerReferences"];
        if (owners.Node is null) return false;
        bool? result = owners.IsComplete ? false : null;
        foreach (var owner in owners.Items) result |= owner["controller"] switch { { IsUnknown: true } => null, var controller => controller.Boolean == true };
        return result;
    }

    private static void Read(List<Resource> found, Document document, Field root, string listVersion, string? itemKind, int depth)
    {
        if (depth == 0 && KustomizationFile.IsJsonPatch(document.Root))
            found.Add(new Resource(document, root, KustomizationFile.ApiVersion, KustomizationFile.JsonPatchKind));
        if (root.Node is not MappingNode mapping || depth > DeepestList) return;

        // The items of a typed list may leave out what the list says for all of them.
        var (writtenVersion, writtenKind) = (root["apiVersion"], root["kind"]);
        var apiVersion = writtenVersion.IsAbsent ? itemKind is null ? null : listVersion : writtenVersion.Text;
        var kind = writtenKind.IsAbsent ? itemKind : writtenKind.Text;
        if (apiVersion is null || kind is null)
        {
            if (KustomizationFile.IsNamed(document.File.Name)) found.Add(new Resource(document, root, KustomizationFile.ApiVersion, KustomizationFile.Kind));
            return;
        }

        var (list, element) = ListOf(kind, root);
        if (list is null)
        {
            found.Add(new Resource(document, root, apiVersion, kind) { HasPatchDirective = HasDirective(mapping, 0) });
            return;
        }

        // An item is an object of its own, so its path starts at itself.
        foreach (var item in list.Items)
        {
            if (item.Node is not null) Read(found, document, Field.Root(item.Node), apiVersion, element, depth + 1);
        }
    }

    private static (Field? List, string? ElementKind) ListOf(string kind, Field root)
    {
        if (kind == "List") return (root["items"], null);
        if (kind == "Template" && root["apiVersion"].Text is { } version && (version == "v1" || version.StartsWith("template.openshift.io/", StringComparison.Ordinal)))
            return (root["objects"], null);
        return kind.EndsWith("List", StringComparison.Ordinal) && root["items"].Node is SequenceNode
            ? (root["items"], kind.Substring(0, kind.Length - "List".Length))
            : (null, null);
    }

    private static bool HasDirective(Node node, int depth)
    {
        // Nothing that rules read stands deeper than a pod template of a CronJob.
        if (depth > DeepestDirective) return false;
        if (node is SequenceNode sequence)
        {
            for (var i = 0; i < sequence.Items.Count; i++)
            {
                if (sequence.Items[i] is MappingNode item && HasDirective(item, depth)) return true;
            }
        }

        if (node is not MappingNode mapping) return false;
        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            var entry = mapping.Entries[i];
            if (entry.Key.Length > 0 && entry.Key[0] == '$' && IsDirective(entry.Key)) return true;
            if (HasDirective(entry.Value, depth + 1)) return true;
        }

        return false;
    }

    private static bool IsDirective(string key) =>
        key.StartsWith("$patch", StringComparison.Ordinal) || key.StartsWith("$setElementOrder", StringComparison.Ordinal) || key.StartsWith("$deleteFromPrimitiveList", StringComparison.Ordinal);
}
