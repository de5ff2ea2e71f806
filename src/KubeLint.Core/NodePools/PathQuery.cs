using System.Globalization;
using KubeLint.Providers;
using KubeLint.Syntax;

namespace KubeLint.NodePools;

/// <summary>
/// A path into an object, as the dialect tables write it: keys with blanks between them; <c>[]</c> for the items of a
/// list, <c>[?]</c> for the items of a list or a value that is no list, <c>[key=value,…]</c> for those items that hold
/// these values, <c>*</c> for all values of a mapping, and at the end <c>{name}</c> for the keys of a mapping, or the
/// text <c>name</c> below each where it is there (a key that is no zone's name says nothing); <c>{name:key}</c> takes one key only, or the one whose <c>id</c> it is.
/// Where some of several have a key and others lack it, it is unknown what those others have.
/// </summary>
internal static class PathQuery
{
    private static readonly char[] Blank = [' '];
    private static readonly char[] Comma = [','];

    /// <summary>What a path leads to.</summary>
    /// <param name="Fields">The fields that are there; for <c>{}</c> the named fields or those whose keys are meant.</param>
    /// <param name="IsUnknown">Whether there may be others.</param>
    /// <param name="AreKeys">Whether fields that hold no text stand for their keys.</param>
    public readonly record struct Answer(IReadOnlyList<Field> Fields, bool IsUnknown, bool AreKeys = false)
    {
        /// <summary>Whether there surely is nothing.</summary>
        public bool IsEmpty => Fields is null or { Count: 0 } && !IsUnknown;

        /// <summary>The texts and whole numbers that are there; null where they are not all known.</summary>
        public IReadOnlyList<string>? Texts
        {
            get
            {
                if (IsUnknown || Fields is null) return null;
                var areKeys = AreKeys;
                var texts = Fields.Select(f => TextOf(f) ?? (areKeys && f.Node is MappingNode && ZoneNaming.IsAwsZone(f.Key) ? f.Key : null)).ToList();
                return texts.All(t => t is { Length: > 0 }) ? [.. texts.OfType<string>()] : null;
            }
        }
    }

    /// <summary>Follows a path. A <c>%</c> in it stands for a name.</summary>
    public static Answer Read(Field start, string path, string? name = null)
    {
        IReadOnlyList<Field> fields = [start];
        var isUnknown = false;
        var areKeys = false;
        foreach (var written in path.Split(Blank, StringSplitOptions.RemoveEmptyEntries))
        {
            var step = name is null ? written : written.Replace("%", name);
            var next = new List<Field>();
            var isMissed = false;
            var isKey = step[0] is not ('[' or '{') && step != "*";
            foreach (var field in fields)
            {
                if (field.IsUnknown || !field.IsComplete) isUnknown = true;
                var before = next.Count;
                next.AddRange(Step(field, step, ref isUnknown));
                isMissed |= isKey && next.Count == before;
            }

            if (isMissed && next.Count > 0) isUnknown = true;
            areKeys = step[0] == '{';
            fields = next;
        }

        return new Answer([.. fields.Where(f => f.IsPresent)], isUnknown || fields.Any(f => f.IsUnknown), areKeys);
    }

    /// <summary>The first of several paths that leads somewhere.</summary>
    public static Answer ReadFirst(Field start, IEnumerable<string> paths) =>
        paths.Select(path => Read(start, path)).FirstOrDefault(answer => !answer.IsEmpty);

    /// <summary>The text or whole number of a field; null where there is none.</summary>
    public static string? TextOf(Field field) =>
        field.IsPresent ? field.Text ?? field.Integer?.ToString(CultureInfo.InvariantCulture) : null;

    private static IEnumerable<Field> Step(Field field, string step, ref bool isUnknown)
    {
        if (step == "*") return field.Entries;
        if (step == "[?]" && field.Node is not SequenceNode) return field.IsAbsent ? [] : [field];
        if (step[0] == '{') return Keys(field, step);
        if (step[0] != '[') return field[step] is { IsAbsent: false } value ? [value] : [];

        // What is no list where one is due says nothing.
        if (field.IsPresent && field.Node is not SequenceNode) isUnknown = true;
        return step is "[]" or "[?]" ? field.Items : Matching(field, step, ref isUnknown);
    }

    private static IEnumerable<Field> Keys(Field field, string step)
    {
        var text = step.Trim('{', '}');
        var colon = text.IndexOf(':');
        var name = colon < 0 ? text : text.Substring(0, colon);
        var key = colon < 0 ? null : text.Substring(colon + 1);
        return field.Entries.Where(e => key is null || e.Key == key || e["id"].Text == key).Select(e => e[name].IsAbsent ? e : e[name]);
    }

    private static List<Field> Matching(Field field, string step, ref bool isUnknown)
    {
        var conditions = step.Trim('[', ']').Split(Comma).Select(c => c.Split('=')).ToList();
        var found = new List<Field>();
        foreach (var item in field.Items)
        {
            bool? holds = true;
            foreach (var condition in conditions)
                holds &= item[condition[0]] is { IsUnknown: true } ? null : item[condition[0]].Written == condition[1];
            if (holds == true) found.Add(item);
            if (holds is null) isUnknown = true;
        }

        return found;
    }
}
