using System.Text;

namespace KubeLint.Syntax;

/// <summary>
/// A place in a manifest that may hold a value: the answer to a lookup. It is one of three: present (with its node),
/// absent, or unknown. As Kubernetes does, a null counts as absent.
/// </summary>
public sealed class Field
{
    // More than most need.
    private const int LengthOfPaths = 64;

    private readonly string? key;
    private readonly int index;
    private readonly bool isUnknown;

    private Field(Field? parent, string? key, int index, Node? node, bool isUnknown)
    {
        Parent = parent;
        this.key = key;
        this.index = index;
        this.isUnknown = isUnknown || node is UnknownNode;
        Node = node is ScalarNode { Type: ScalarType.Null } ? null : node;
    }

    /// <summary>The field that holds this one; null at the root.</summary>
    public Field? Parent { get; }

    /// <summary>The root that this field was found from.</summary>
    public Field Top => Parent?.Top ?? this;

    /// <summary>What was written; null where nothing was, or nothing can be known.</summary>
    public Node? Node { get; }

    /// <summary>Whether a known value is there.</summary>
    public bool IsPresent => Node is not null && !isUnknown;

    /// <summary>Whether there is surely no value.</summary>
    public bool IsAbsent => Node is null && !isUnknown;

    /// <summary>Whether it cannot be known if, or which, value is there.</summary>
    public bool IsUnknown => isUnknown;

    /// <summary>Whether a value is there; null where that cannot be known.</summary>
    public bool? IsThere => isUnknown ? null : Node is not null;

    /// <summary>Whether a list or a mapping surely holds nothing but what is seen. True where nothing is there at all.</summary>
    public bool IsComplete => Node switch
    {
        MappingNode mapping => mapping.IsComplete,
        SequenceNode sequence => sequence.IsComplete,
        _ => !isUnknown,
    };

    /// <summary>The key in the mapping that holds this field; empty for list items and the root.</summary>
    public string Key => key ?? "";

    /// <summary>The steps from the object's root to this field; none for the root.</summary>
    public IReadOnlyList<FieldStep> Steps => Parent is null ? [] : [.. Parent.Steps, new FieldStep(key, index)];

    /// <summary>The text of a text; null where there is none. A number or a truth value is no text to Kubernetes.</summary>
    public string? Text => Node is ScalarNode { Type: ScalarType.String } scalar ? scalar.Text : null;

    /// <summary>The whole number; null where there is none.</summary>
    public long? Integer => (Node as ScalarNode)?.Integer;

    /// <summary>The truth value; null where there is none.</summary>
    public bool? Boolean => (Node as ScalarNode)?.Boolean;

    /// <summary>What stands there, for people: the scalar's or the placeholder's text, else null.</summary>
    public string? Written => Node switch { ScalarNode scalar => scalar.Text, UnknownNode unknown => unknown.Text, _ => null };

    /// <summary>The value of a key. Absent in what is absent; unknown in what is unknown, or is no mapping.</summary>
    public Field this[string name]
    {
        get
        {
            if (Node is MappingNode mapping)
            {
                var value = mapping.Value(name);
                return new Field(this, name, 0, value, value is null && !mapping.IsComplete);
            }

            return new Field(this, name, 0, null, !IsAbsent);
        }
    }

    /// <summary>An item of a list. Absent in what is absent and behind the last item; unknown in what is unknown, or is no list.</summary>
    public Field this[int item] => Node is SequenceNode sequence
        ? item < sequence.Items.Count ? new Field(this, null, item, sequence.Items[item], false) : new Field(this, null, item, null, !sequence.IsComplete)
        : new Field(this, null, item, null, !IsAbsent);

    /// <summary>The items of a list; none where there is no list.</summary>
    public IEnumerable<Field> Items => Node is SequenceNode { Items.Count: > 0 } sequence ? ItemsOf(sequence) : [];

    /// <summary>Whether it is a list that holds something.</summary>
    public bool HasItems => Node is SequenceNode { Items.Count: > 0 };

    /// <summary>The keys of a mapping with their values; none where there is no mapping.</summary>
    public IEnumerable<Field> Entries => Node is MappingNode { Entries.Count: > 0 } mapping ? EntriesOf(mapping) : [];

    /// <summary>
    /// Where a finding points that is about this field: the value; where it is absent, the key of the mapping that
    /// should hold it; in a list item, or where that mapping is missing in one, the item's first line; else, as at the
    /// root, the <c>kind</c> line. A null is absent, but its own key is there to point to.
    /// </summary>
    public SourceSpan Span
    {
        get
        {
            if (Node is not null && Parent is not null) return Node.Span;
            if (WrittenKeySpan is { } writtenKey) return writtenKey;
            if (Parent is { IsPresent: true, Parent: not null }) return Parent.KeySpan;
            var item = Parent;
            while (item is { IsPresent: false }) item = item.Parent;
            return item is { Parent: not null, key: null } ? item.KeySpan : KindSpan;
        }
    }

    /// <summary>Where the key of this field stands; for a list item its first line, for the root its <c>kind</c> line.</summary>
    public SourceSpan KeySpan => WrittenKeySpan ?? (Parent is null ? KindSpan : Node switch
    {
        MappingNode { Entries.Count: > 0 } item => item.Entries[0].KeySpan,
        not null => Node.Span,
        null => Span,
    });

    /// <summary>The path from the object's root, as in <c>spec.template.spec.containers[0].image</c>; empty for the root.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder(LengthOfPaths);
            AppendTo(path);
            return path.ToString();
        }
    }

    // Looked up where it is asked for: there are far more fields than findings.
    private SourceSpan? WrittenKeySpan => key is null ? null : (Parent?.Node as MappingNode)?.Find(key)?.KeySpan;

    private SourceSpan KindSpan
    {
        get
        {
            var root = this;
            while (root.Parent is not null) root = root.Parent;
            var kind = (root.Node as MappingNode)?.Find("kind");
            return kind?.KeySpan ?? root.Node!.Span;
        }
    }

    /// <summary>Starts at the root of an object.</summary>
    public static Field Root(Node node) => new(null, null, 0, node, false);

    /// <summary>Follows two keys.</summary>
    public Field At(string first, string second) => this[first][second];

    /// <summary>Follows three keys.</summary>
    public Field At(string first, string second, string third) => this[first][second][third];

    /// <summary>Follows several keys.</summary>
    public Field At(params string[] keys)
    {
        var field = this;
        foreach (var step in keys) field = field[step];
        return field;
    }

    /// <summary>Follows the steps of another field, as to find its place in another tree of the same object.</summary>
    public Field At(IEnumerable<FieldStep> steps)
    {
        var field = this;
        foreach (var step in steps) field = step.Key is null ? field[step.Index] : field[step.Key];
        return field;
    }

    /// <summary>Whether two texts are equal; null where that cannot be known. A placeholder equals itself.</summary>
    public static bool? SameText(Field a, Field b)
    {
        if (a.IsAbsent && b.IsAbsent) return true;
        if (a.IsUnknown || b.IsUnknown)
            return a.Node is UnknownNode { Text: { } left } one && b.Node is UnknownNode { Text: { } right } other && left == right && one.Scope == other.Scope ? true : null;
        if (a.IsAbsent || b.IsAbsent) return false;
        return a.Written is { } first && b.Written is { } second ? first == second : null;
    }

    // Apart, so that where there is nothing no iterator is made: most lists and mappings that are asked for are not there.
    private IEnumerable<Field> ItemsOf(SequenceNode sequence)
    {
        for (var i = 0; i < sequence.Items.Count; i++) yield return new Field(this, null, i, sequence.Items[i], false);
    }

    private IEnumerable<Field> EntriesOf(MappingNode mapping)
    {
        for (var i = 0; i < mapping.Entries.Count; i++) yield return new Field(this, mapping.Entries[i].Key, 0, mapping.Entries[i].Value, false);
    }

    private void AppendTo(StringBuilder path)
    {
        if (Parent is null) return;
        Parent.AppendTo(path);
        if (key is null)
            path.Append('[').Append(index).Append(']');
        else if (IsWord(key))
            path.Append(path.Length > 0 ? "." : "").Append(key);
        else
            path.Append("[\"").Append(key.Replace("\\", "\\\\").Replace("\"", "\\\"")).Append("\"]");
    }

    private static bool IsWord(string key)
    {
        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-')) return false;
        }

        return key.Length > 0;
    }
}

/// <summary>One step on the way to a field: into the value of a key, or into an item of a list.</summary>
/// <param name="Key">The key; null for an item.</param>
/// <param name="Index">The item, from 0.</param>
public readonly record struct FieldStep(string? Key, int Index);
