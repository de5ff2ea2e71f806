using System.Globalization;
using KubeLint.Analyzers;
using KubeLint.Edits;
using KubeLint.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeLint.CodeFixes;

/// <summary>Writes values as C# would be written at one place.</summary>
/// <param name="model">What the file's code means.</param>
/// <param name="position">The place.</param>
/// <param name="style">How the file does it.</param>
/// <param name="models">The models.</param>
/// <param name="known">Expressions that stand in the code already, which new code may name again.</param>
internal sealed class ValueWriter(SemanticModel model, int position, FileStyle style, ModelType.Cache models, KnownExpressions known)
{
    private const string Collections = "System.Collections.Generic";

    private readonly bool canImport = Usings.Has(model.SyntaxTree);

    /// <summary>Whether what was written needs the namespace of collections, which the file does not use so far.</summary>
    public bool NeedsCollections { get; private set; }

    /// <summary>Writes a value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="type">The type of the place that takes it.</param>
    /// <param name="isNamed">Whether a creation must say what it makes.</param>
    /// <exception cref="RefusedEditException">The type can't take it.</exception>
    public Piece Write(Node node, ITypeSymbol type, bool isNamed = false)
    {
        if (known.NameOf(node, model, position) is { } name) return new Atom(name);
        return node switch
        {
            ScalarNode scalar => new Atom(Scalar(scalar, type)),
            MappingNode map when ValueTypeOf(type) is { } values => Dictionary(map.Entries, values),
            MappingNode map => Object(map, type, isNamed),
            SequenceNode list when ItemTypeOf(type) is { } item => List(list, item, type is IArrayTypeSymbol),
            _ => throw new RefusedEditException("there is no C# for a part of it"),
        };
    }

    /// <summary>What the file's code means.</summary>
    public SemanticModel Model => model;

    /// <summary>Writes a member of an object.</summary>
    /// <exception cref="RefusedEditException">The type has no such property.</exception>
    public Item Member(string key, Node node, ITypeSymbol holder)
    {
        var property = PropertyOf(holder, key);
        return new Item(property.Name + " = ", Write(node, property.Type));
    }

    /// <summary>Writes an entry of a dictionary.</summary>
    /// <param name="key">The key.</param>
    /// <param name="node">The value.</param>
    /// <param name="values">The type of the values.</param>
    /// <param name="isAdded">Whether it is written as <c>{ "k", "v" }</c>.</param>
    public Item Entry(string key, Node node, ITypeSymbol values, bool isAdded)
    {
        var value = Write(node, values, isNamed: false);
        return isAdded ? new Item($"{{ {Text(key)}, ", value, " }") : new Item($"[{Text(key)}] = ", value);
    }

    /// <summary>Writes a new dictionary.</summary>
    /// <param name="entries">Its entries.</param>
    /// <param name="values">The type of their values.</param>
    /// <param name="copied">What names another that it starts with; null where it starts empty.</param>
    public Piece Dictionary(IReadOnlyList<MappingEntry> entries, ITypeSymbol values, string? copied = null)
    {
        var head = "new " + NameOf("Dictionary", model.Compilation.GetSpecialType(SpecialType.System_String), values) + (copied is null ? "" : $"({copied})");
        return entries.Count == 0 ? new Atom(head + "()") : new Group(head, false, [.. entries.Select(e => Entry(e.Key, e.Value, values, style.AddsEntries))]);
    }

    /// <summary>The property that is written under a key.</summary>
    /// <exception cref="RefusedEditException">There is none.</exception>
    public IPropertySymbol PropertyOf(ITypeSymbol holder, string key)
    {
        var names = models.Of(holder);
        var name = names?.PropertyNames.FirstOrDefault(n => names.KeyOfProperty(n) == key);
        for (var type = name is null ? null : holder; type is not null; type = type.BaseType)
            if (type.GetMembers(name!).OfType<IPropertySymbol>().FirstOrDefault() is { SetMethod: not null } property) return property;
        throw new RefusedEditException($"{holder.Name} has no property for '{key}'");
    }

    /// <summary>The type of a dictionary's values; null where a type is none with texts as keys.</summary>
    public static ITypeSymbol? ValueTypeOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "IDictionary" or "Dictionary" or "SortedDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } ? value : null;

    /// <summary>The type of a list's items; null where a type is none.</summary>
    public static ITypeSymbol? ItemTypeOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType: var element } => element,
        INamedTypeSymbol { Name: "IList" or "List" or "ICollection" or "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection" or "Collection", TypeArguments: [var item] } => item,
        _ => null,
    };

    /// <summary>A text as a literal.</summary>
    public static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private Piece Object(MappingNode map, ITypeSymbol type, bool isNamed)
    {
        if (models.Of(type) is null) throw new RefusedEditException($"{type.Name} is no model");
        var isClear = style.IsTargetTyped && !isNamed;
        var name = isClear ? "new()" : "new " + type.ToMinimalDisplayString(model, position);
        return map.Entries.Count == 0 ? new Atom(isClear ? name : name + "()") : new Group(name, false, [.. map.Entries.Select(e => Member(e.Key, e.Value, type))]);
    }

    private Piece List(SequenceNode list, ITypeSymbol item, bool mustBeArray)
    {
        var form = mustBeArray && style.Lists == ListForm.List ? ListForm.Array : style.Lists;
        if (form == ListForm.ImplicitArray && list.Items.Count == 0) form = ListForm.Array;
        var head = form switch
        {
            ListForm.Collection => "",
            ListForm.List => "new " + NameOf("List", item),
            ListForm.Array => $"new {item.ToMinimalDisplayString(model, position)}[]",
            _ => "new[]",
        };
        if (list.Items.Count == 0) return new Atom(form switch { ListForm.Collection => "[]", ListForm.List => head + "()", _ => $"new {item.ToMinimalDisplayString(model, position)}[0]" });
        return new Group(head, form == ListForm.Collection, [.. list.Items.Select(i => new Item("", Write(i, item, isNamed: form == ListForm.ImplicitArray)))]);
    }

    // With a using that the file lacks, where it has others beside which it may stand.
    private string NameOf(string collection, params ITypeSymbol[] arguments)
    {
        if (model.Compilation.GetTypeByMetadataName($"{Collections}.{collection}`{arguments.Length}") is not { } type) throw new RefusedEditException($"which {collection} is meant is not clear");
        var name = type.Construct(arguments).ToMinimalDisplayString(model, position);
        if (!canImport || !name.StartsWith(Collections + ".", StringComparison.Ordinal)) return name;
        NeedsCollections = true;
        return name.Substring(Collections.Length + 1);
    }

    private static string Scalar(ScalarNode scalar, ITypeSymbol type)
    {
        var target = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;
        return scalar.Type switch
        {
            ScalarType.Null => "null",
            ScalarType.String when target.SpecialType is SpecialType.System_String or SpecialType.System_Object || target.Name is "IntOrString" or "IntstrIntOrString" or "ResourceQuantity" => Text(scalar.Text),
            ScalarType.Integer when target.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double || target.Name is "IntOrString" or "IntstrIntOrString" => scalar.Integer!.Value.ToString(CultureInfo.InvariantCulture),
            ScalarType.Boolean when target.SpecialType is SpecialType.System_Boolean => scalar.Boolean == true ? "true" : "false",
            ScalarType.Float when target.SpecialType is SpecialType.System_Double => scalar.Text,
            _ => throw new RefusedEditException($"a {target.Name} does not take '{scalar.Text}'"),
        };
    }
}
