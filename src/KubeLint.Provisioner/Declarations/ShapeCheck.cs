using System.Text.RegularExpressions;
using KubeLint.Syntax;

namespace KubeLint.Provisioner.Declarations;

/// <summary>Compares what is written with what may be written, and tells of every difference.</summary>
/// <param name="report">Told of each.</param>
internal sealed class ShapeCheck(Action<Diagnostic> report)
{
    /// <summary>Checks a value; what is not there is no fault.</summary>
    public void Check(Field field, Shape shape)
    {
        if (field.IsAbsent) return;
        if (field.IsUnknown)
        {
            Tell(field, $"'{field.Written}' is a placeholder, and nothing fills it in here; write the value itself");
            return;
        }

        switch (shape)
        {
            case TextShape text:
                CheckText(field, text);
                break;
            case NumberShape number when field.Integer is not { } value || value < number.Least || value > number.Most:
                Tell(field, $"{Named(field)} is a whole number from {number.Least} to {number.Most}, and not {Shown(field)}{(int.TryParse(field.Text, out _) ? " in quotes" : "")}");
                break;
            case FlagShape when field.Boolean is null:
                Tell(field, $"{Named(field)} is true or false, and not {Shown(field)}");
                break;
            case ListShape list:
                CheckList(field, list);
                break;
            case MappingShape mapping:
                CheckMapping(field, mapping);
                break;
        }
    }

    private void CheckText(Field field, TextShape shape)
    {
        var text = shape.TakesNumbers && field.Node is ScalarNode ? field.Written : field.Text;
        if (text is null)
            Tell(field, $"{Named(field)} is {FormOf(shape)}, and not {Shown(field)}{(field.Node is ScalarNode ? "; put it in quotes where it is meant as text" : "")}");
        else if (shape.Words.Count > 0 && !shape.Words.Contains(text))
            Tell(field, $"'{text}' is no {Singular(field)} known here{(Nearest.Question(text, shape.Words) is { Length: > 0 } question ? question : "; there are " + string.Join(", ", shape.Words))}");
        else if (text.Length > shape.Longest)
            Tell(field, $"{Named(field)} has {shape.Longest} characters at most, and this has {text.Length}");
        else if (shape.Pattern is { } pattern && !Regex.IsMatch(text, $"^({pattern})$", RegexOptions.CultureInvariant))
            Tell(field, $"{Named(field)} is {FormOf(shape)}, and not {Shown(field)}");
    }

    private void CheckList(Field field, ListShape list)
    {
        if (field.Node is not SequenceNode)
        {
            Tell(field, $"{Named(field)} is a list, and not {Shown(field)}; write {(field.Written is { } single ? $"[{single}]" : "an item with '- ' before it")}");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in field.Items)
        {
            Check(item, list.Item);
            if (item.Written is { } written && !seen.Add(written)) Tell(item, $"{written} stands in {field.Key} twice");
        }

        if (seen.Count < list.Fewest && field.Items.All(i => i.IsPresent)) Tell(field, $"{Named(field)} has {list.Fewest} items at least");
    }

    private void CheckMapping(Field field, MappingShape mapping)
    {
        if (field.Node is not MappingNode)
        {
            Tell(field, $"{Named(field)} holds keys ({string.Join(", ", mapping.Keys.Select(k => k.Name))}), and is not {Shown(field)}");
            return;
        }

        foreach (var entry in field.Entries)
        {
            if (mapping.Keys.FirstOrDefault(k => k.Name == entry.Key) is { } key) Check(entry, key.Value);
            else report(new Diagnostic(entry.KeySpan, $"'{entry.Key}' is no key {Place(field)}{Meant(entry.Key, mapping)}"));
        }

        foreach (var key in mapping.Keys.Where(k => k.IsRequired && field[k.Name].IsAbsent))
            report(new Diagnostic(field[key.Name].Span, $"{key.Name} is missing: {Lowered(key.Value.Description)}"));
    }

    private void Tell(Field field, string message) => report(new Diagnostic(field.Span, message));

    private static string Meant(string key, MappingShape mapping)
    {
        var names = mapping.Keys.Select(k => k.Name).ToList();
        return Nearest.Question(key, names) is { Length: > 0 } question ? question : $"; there are {string.Join(", ", names)}";
    }

    private static string Place(Field mapping) => mapping.Parent is null ? "of a cluster" : mapping.Key.Length > 0 ? $"in {mapping.Key}" : $"of an item of {mapping.Parent.Key}";

    private static string FormOf(TextShape shape) => shape.Words.Count > 0 ? $"one of {string.Join(", ", shape.Words)}" : shape.Form;

    private static string Named(Field field) => field.Parent is null ? "A cluster" : field.Key.Length > 0 ? field.Key : $"an item of {field.Parent.Key}";

    private static string Singular(Field field) => field.Key.Length > 0 ? field.Key : field.Parent!.Key.TrimEnd('s');

    private static string Lowered(string text) => char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.');

    private static string Shown(Field field) => field.Node switch
    {
        MappingNode => "a mapping",
        SequenceNode => "a list",
        _ => field.Written is { Length: > 0 } written ? $"'{written}'" : "empty",
    };
}
