using KubeLint.Syntax;

namespace KubeLint.NodePools;

/// <summary>
/// A path into an object, as the dialect table writes it: keys with blanks between them; <c>[]</c> for the items of a
/// list, <c>[key=value,…]</c> for those items that hold these texts, <c>*</c> for all values of a mapping, and at the
/// end <c>{name}</c> for the keys of a mapping, or the text <c>name</c> below each where it is there.
/// </summary>
internal static class PathQuery
{
    private static readonly char[] Blank = [' '];
    private static readonly char[] Comma = [','];

    /// <summary>What a path leads to.</summary>
    /// <param name="Fields">The fields that are there; for <c>{}</c> the named fields or those whose keys are meant.</param>
    /// <param name="IsUnknown">Whether there may be others.</param>
    public readonly record struct Answer(IReadOnlyList<Field> Fields, bool IsUnknown)
    {
        /// <summary>Whether there surely is nothing.</summary>
        public bool IsEmpty => Fields.Count == 0 && !IsUnknown;
    }

    /// <summary>Follows a path.</summary>
    public static Answer Read(Field start, string path)
    {
        IReadOnlyList<Field> fields = [start];
        var isUnknown = false;
        foreach (var step in path.Split(Blank, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = new List<Field>();
            foreach (var field in fields)
            {
                if (field.IsUnknown || !field.IsComplete) isUnknown = true;
                next.AddRange(Step(field, step, ref isUnknown));
            }

            fields = next;
        }

        return new Answer([.. fields.Where(f => f.IsPresent)], isUnknown || fields.Any(f => f.IsUnknown));
    }

    private static IEnumerable<Field> Step(Field field, string step, ref bool isUnknown)
    {
        if (step == "[]") return field.Items;
        if (step == "*") return field.Entries;
        if (step[0] == '{')
        {
            var name = step.Trim('{', '}');
            return field.Entries.Select(e => e[name].IsPresent ? e[name] : e);
        }

        if (step[0] != '[') return field[step] is { IsAbsent: false } value ? [value] : [];

        var conditions = step.Trim('[', ']').Split(Comma).Select(c => c.Split('=')).ToList();
        var found = new List<Field>();
        foreach (var item in field.Items)
        {
            bool? holds = true;
            foreach (var condition in conditions)
                holds &= item[condition[0]] is { IsUnknown: true } ? null : item[condition[0]].Text == condition[1];
            if (holds == true) found.Add(item);
            if (holds is null) isUnknown = true;
        }

        return found;
    }
}
