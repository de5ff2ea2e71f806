using KubeLint.Configuration;
using KubeLint.Resources;
using KubeLint.Rules;
using KubeLint.Syntax;
using KubeLint.Tests.Running;
using KubeLint.Views;

namespace KubeLint.Tests.Model;

/// <summary>Builds trees by hand, as a front end would: texts, numbers, truth values and nulls stand for scalars, arrays for lists.</summary>
internal static class Tree
{
    private static int next;

    /// <summary>A file without lines: every node gets a column of its own.</summary>
    public static SourceFile File { get; } = new("hand.yaml", "");

    public static Node Unknown => new UnknownNode(NextSpan());

    public static Node Placeholder(string text) => new UnknownNode(NextSpan(), text);

    public static MappingNode Map(params (string Key, object? Value)[] entries) =>
        new(NextSpan(), [.. entries.Select(e => new MappingEntry(e.Key, NextSpan(), Of(e.Value)))]);

    public static SequenceNode Seq(params object?[] items) => new(NextSpan(), [.. items.Select(Of)]);

    public static Node Of(object? value) => value switch
    {
        null => ScalarNode.OfNull(NextSpan()),
        Node node => node,
        string text => ScalarNode.OfString(NextSpan(), text),
        int number => ScalarNode.OfInteger(NextSpan(), number),
        bool truth => ScalarNode.OfBoolean(NextSpan(), truth),
        object?[] items => Seq(items),
        _ => throw new ArgumentException($"no node for {value}"),
    };

    /// <summary>The same mapping or list, where there may be more.</summary>
    public static Node Incomplete(Node node) => node switch
    {
        MappingNode mapping => new MappingNode(mapping.Span, mapping.Entries, isComplete: false),
        SequenceNode sequence => new SequenceNode(sequence.Span, sequence.Items, isComplete: false),
        _ => node,
    };

    /// <summary>The same tree with another node at a path, as <c>spec~template~spec~containers~0</c>.</summary>
    public static Node With(Node root, string path, Func<Node, Node> change)
    {
        var slash = path.IndexOf('~');
        var step = slash < 0 ? path : path[..slash];
        Node Deeper(Node node) => slash < 0 ? change(node) : With(node, path[(slash + 1)..], change);
        return root switch
        {
            MappingNode mapping when mapping.Find(step) is not null =>
                new MappingNode(mapping.Span, [.. mapping.Entries.Select(e => e.Key == step ? e with { Value = Deeper(e.Value) } : e)], mapping.IsComplete),
            SequenceNode sequence => new SequenceNode(sequence.Span, [.. sequence.Items.Select((item, i) => i == int.Parse(step) ? Deeper(item) : item)], sequence.IsComplete),
            _ => throw new ArgumentException($"there is no {step} here"),
        };
    }

    /// <summary>The same tree as it is read anew: every node at a place of its own.</summary>
    public static Node Copy(Node root) => root switch
    {
        MappingNode mapping => new MappingNode(NextSpan(), [.. mapping.Entries.Select(e => new MappingEntry(e.Key, NextSpan(), Copy(e.Value)))], mapping.IsComplete),
        SequenceNode sequence => new SequenceNode(NextSpan(), [.. sequence.Items.Select(Copy)], sequence.IsComplete),
        UnknownNode unknown => new UnknownNode(NextSpan(), unknown.Text, unknown.Scope),
        ScalarNode { Type: ScalarType.Null } => ScalarNode.OfNull(NextSpan()),
        ScalarNode { Integer: { } number } => ScalarNode.OfInteger(NextSpan(), number),
        ScalarNode { Boolean: { } truth } => ScalarNode.OfBoolean(NextSpan(), truth),
        ScalarNode scalar => ScalarNode.OfString(NextSpan(), scalar.Text),
        _ => throw new ArgumentException($"no copy of {root}"),
    };

    /// <summary>The paths of all nodes below a root, parents first. Steps are parted by ~, which no key here has.</summary>
    public static IEnumerable<string> Paths(Node root, string above = "")
    {
        var children = root switch
        {
            MappingNode mapping => mapping.Entries.Select(e => (Step: e.Key, e.Value)),
            SequenceNode sequence => sequence.Items.Select((item, i) => (Step: i.ToString(), Value: item)),
            _ => [],
        };
        foreach (var (step, value) in children)
        {
            yield return above + step;
            foreach (var path in Paths(value, above + step + "~")) yield return path;
        }
    }

    public static Document Document(Node root, LintOptions? options = null, SourceFile? file = null) => new(file ?? File, root, options ?? LintOptions.Default);

    public static Inventory Set(params Node[] roots) => Set(null, roots);

    public static Inventory Set(LintOptions? options, params Node[] roots) => new(new ResourceSet(roots.SelectMany(r => Resource.ReadAll(Document(r, options)))));

    /// <summary>What the rules find that don't speak of almost any workload: rule, number of the object, and path.</summary>
    public static IReadOnlyList<string> Found(LintOptions? options, params Node[] roots) => Found(Manifests.Quiet, options, roots);

    public static IReadOnlyList<string> Found(params Node[] roots) => Found((LintOptions?)null, roots);

    public static IReadOnlyList<string> Found(IReadOnlyList<Rule> rules, LintOptions? options, params Node[] roots)
    {
        var documents = roots.Select(r => Document(r, options)).ToList();
        return [.. new Linter(rules).Lint(new Inventory(new ResourceSet(documents.SelectMany(Resource.ReadAll))), [], [])
            .Select(f => $"{f.Rule.Id} {documents.IndexOf(f.Resource!.Document)} {f.FieldPath}".TrimEnd())];
    }

    private static SourceSpan NextSpan() => new(File, Interlocked.Increment(ref next), 1);
}
