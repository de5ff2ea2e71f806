using System.Text.RegularExpressions;
using KubeLint.Edits;
using KubeLint.Resources;
using KubeLint.Yaml.Editing;

namespace KubeLint.Yaml.Tests.Editing;

/// <summary>
/// Makes edits that are written as text, one a line: <c>set spec.a[0] = {b: 1}</c>, <c>append spec.a = x</c>,
/// <c>rename spec.a = b</c>, <c>remove spec.a</c>, <c>add = {apiVersion: v1, kind: Service}</c>.
/// </summary>
internal static partial class EditText
{
    /// <summary>What every document of the tests starts with.</summary>
    public const string Head = "apiVersion: v1\nkind: Service\n";

    public static IReadOnlyList<Edit> Parse(string edits, Resource resource) =>
        [.. edits.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => ParseOne(line, resource))];

    /// <summary>Edits the object of a text, or the one of an index.</summary>
    public static EditOutcome Edit(string text, string edits, int index = 0, string path = "a.yaml") =>
        YamlEditor.Edit(path, text, Parse(edits, Reading.Objects(text, path)[index]));

    /// <summary>The text that edits make of one; fails where they are refused, or the changes don't make that text.</summary>
    public static string Edited(string text, string edits, int index = 0, string path = "a.yaml")
    {
        var outcome = Edit(text, edits, index, path);
        Assert.Null(outcome.Refusal);
        Assert.Equal(outcome.Text, Apply(text, outcome.Changes));
        return outcome.Text;
    }

    public static string Apply(string text, IEnumerable<TextChange> changes)
    {
        foreach (var change in changes.OrderByDescending(c => c.Start)) text = text.Remove(change.Start, change.Length).Insert(change.Start, change.NewText);
        return text;
    }

    private static Edit ParseOne(string line, Resource resource)
    {
        var match = Line().Match(line);
        Assert.True(match.Success, line);
        var place = resource.Root;
        foreach (Match step in Step().Matches(match.Groups["path"].Value))
            place = step.Groups["index"].Success ? place[int.Parse(step.Groups["index"].Value)] : place[step.Groups["key"].Value];
        var value = match.Groups["value"].Value;
        return match.Groups["what"].Value switch
        {
            "set" => new SetValue(place, Reading.Value("v: " + value)),
            "append" => new AppendItem(place, Reading.Value("v: " + value)),
            "rename" => new RenameKey(place, value),
            "remove" => new Remove(place),
            _ => new AddDocument(resource, Reading.Value("v: " + value)),
        };
    }

    [GeneratedRegex(@"^(?<what>set|append|rename|remove|add) ?(?<path>[^=]*?) ?(= (?<value>.*))?$")]
    private static partial Regex Line();

    [GeneratedRegex(@"\[(?<index>\d+)\]|(?<key>[^.\[]+)")]
    private static partial Regex Step();
}
