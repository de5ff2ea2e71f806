using System.Globalization;
using KubeLint.Syntax;

namespace KubeLint.Terraform;

/// <summary>What expressions of a configuration come to in one instance of a resource, as far as its file says so.</summary>
/// <param name="locals">The file's local values.</param>
/// <param name="instance">The instance.</param>
internal sealed class Evaluation(IReadOnlyDictionary<string, Node> locals, Instance instance)
{
    private const int Deepest = 32;

    private static readonly string[] NoTypes = ["each", "local", "var", "count", "data", "module", "path", "terraform", "self"];

    private int depth;

    /// <summary>Whether a text has no expression in it.</summary>
    public static bool IsPlain(string text) => text.IndexOf("${", StringComparison.Ordinal) < 0 && text.IndexOf("%{", StringComparison.Ordinal) < 0;

    /// <summary>A value with what is known put in the place of its expressions. What is not known stays an unknown value.</summary>
    public Node Of(Node node) => node switch
    {
        MappingNode mapping => new MappingNode(mapping.Span, [.. mapping.Entries.Select(e => e with { Value = Of(e.Value) })], mapping.IsComplete),
        SequenceNode list => new SequenceNode(list.Span, [.. list.Items.Select(Of)], list.IsComplete),
        UnknownNode { Text: { } text } unknown => Placed(ValueOf(text), unknown),
        ScalarNode { Type: ScalarType.String } scalar when !IsPlain(scalar.Text) => new UnknownNode(scalar.Span, scalar.Text),
        _ => node,
    };

    /// <summary>The resource that an expression names; null where it names none, or its index is not known.</summary>
    public (string Address, bool IsSplat)? AddressOf(Expression expression)
    {
        if (expression is not Expression.Traversal traversal || traversal.Name(0) is not { } type || traversal.Name(1) is not { } name) return null;
        if (NoTypes.Contains(type) || traversal.Steps.Count < 3) return null;
        var address = $"{type}.{name}";
        return traversal.Steps[2] switch
        {
            null => (address, true),
            Expression.Identifier => (address, false),
            { } index => ValueOf(index) switch
            {
                ScalarNode { Type: ScalarType.String } key => ($"{address}[\"{key.Text}\"]", false),
                ScalarNode { Integer: { } number } => ($"{address}[{number.ToString(CultureInfo.InvariantCulture)}]", false),
                _ => null,
            },
        };
    }

    private Node? ValueOf(string text)
    {
        if (depth >= Deepest || Expression.Parts(text) is not { } parts) return null;
        depth++;
        try
        {
            if (parts is [var only]) return ValueOf(only);
            var texts = parts.Select(ValueOf).Select(v => v is ScalarNode { Type: not ScalarType.Null } scalar ? scalar.Text : null).ToList();
            return texts.Exists(t => t is null) ? null : ScalarNode.OfString(default, string.Concat(texts));
        }
        finally
        {
            depth--;
        }
    }

    private Node? ValueOf(Expression expression)
    {
        switch (expression)
        {
            case Expression.Literal literal:
                return ScalarNode.OfString(default, literal.Text);
            case Expression.Identifier identifier:
                return ScalarNode.OfString(default, identifier.Name);
            case Expression.Number number:
                return ScalarNode.OfInteger(default, number.Value);
            case Expression.Truth truth:
                return ScalarNode.OfBoolean(default, truth.Value);
            case Expression.Items list:
                var items = list.Values.Select(ValueOf).ToList();
                return items.Exists(i => i is null) ? null : new SequenceNode(default, [.. items.OfType<Node>()]);
            case Expression.Traversal traversal:
                var (start, steps) = (traversal.Name(0), traversal.Name(1)) switch
                {
                    ("each", "key") or ("count", "index") => (instance.Key, 2),
                    ("each", "value") => (instance.Value, 2),
                    ("local", { } name) => (locals.TryGetValue(name, out var local) ? Of(local) : null, 2),
                    _ => (null, 0),
                };
                return traversal.Steps.Skip(steps).Aggregate((Node?)start, Step);
            default:
                return null;
        }
    }

    private Node? Step(Node? node, Expression? step) => (node, step is null ? null : ValueOf(step)) switch
    {
        (MappingNode mapping, ScalarNode key) => mapping.Find(key.Text)?.Value,
        (SequenceNode list, ScalarNode { Integer: { } index }) when index < list.Items.Count => list.Items[(int)index],
        _ => null,
    };

    private Node Placed(Node? value, UnknownNode place) => value switch
    {
        null or UnknownNode => place,
        ScalarNode { Type: ScalarType.String } text => ScalarNode.OfString(place.Span, text.Text),
        ScalarNode { Integer: { } number } => ScalarNode.OfInteger(place.Span, number),
        ScalarNode { Boolean: { } truth } => ScalarNode.OfBoolean(place.Span, truth),
        SequenceNode list => new SequenceNode(place.Span, list.Items, list.IsComplete),
        MappingNode mapping => new MappingNode(place.Span, mapping.Entries, mapping.IsComplete),
        _ => value,
    };
}
