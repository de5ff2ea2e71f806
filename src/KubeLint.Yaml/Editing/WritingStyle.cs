using KubeLint.Syntax;
using YamlDotNet.Core;

namespace KubeLint.Yaml.Editing;

/// <summary>
/// How a document is written: as what stands beside a place, else as most of what is nearest around it, else as most of
/// the first other document that says it.
/// </summary>
/// <param name="tree">The document.</param>
/// <param name="others">The other documents of the file.</param>
/// <param name="isJsonFile">Whether all of the file is JSON.</param>
internal sealed class WritingStyle(SyntaxTree tree, IEnumerable<StyleVotes> others, bool isJsonFile)
{
    private const int DefaultStep = 2;
    private const int DefaultDashGap = 2;

    private readonly StyleVotes own = new(tree);

    private string Text => tree.Text;

    private ScalarStyle Quote => Choose(v => (int)v.Quote - (int)ScalarStyle.Plain) switch { 0 => ScalarStyle.DoubleQuoted, var found => ScalarStyle.Plain + found };

    /// <summary>How a value is written in a mapping or a list of block style.</summary>
    /// <param name="holder">The mapping or list; null for a document.</param>
    /// <param name="place">Where in the text it comes to stand.</param>
    public BlockStyle BlockIn(SyntaxCollection? holder, int place)
    {
        int Near(Func<SyntaxCollection, IEnumerable<int>> votes)
        {
            if (holder is not null && StyleVotes.MostFrequent(votes(holder)) is > 0 and var beside) return beside;
            for (var near = holder; near is not null; near = near.Owner?.Holder)
            {
                if (StyleVotes.MostFrequent(SyntaxTree.CollectionsIn(near).SelectMany(votes)) is > 0 and var found) return found;
            }

            return 0;
        }

        int Or(int near, Func<StyleVotes, int> votes) => near > 0 ? near : Choose(votes);
        var step = Or(Near(own.StepsIn), v => v.Step) is > 0 and var s ? s : DefaultStep;

        // A list may stand right below its key, so what is not known is told from 0 by counting from 1.
        var listStep = Or(Near(m => own.ListStepsIn(m).Select(i => i + 1)), v => v.ListStep + 1) is > 0 and var l ? l - 1 : step;
        var dashGap = Or(Near(own.DashGapsIn), v => v.DashGap) is > 0 and var g ? g : DefaultDashGap;
        return new BlockStyle(step, listStep, dashGap, Quote, TakesBlocks(place));
    }

    /// <summary>How new parts of a mapping or a list in brackets are written.</summary>
    public FlowStyle FlowIn(SyntaxCollection holder)
    {
        var isJson = IsJson(holder);
        var colon = Colon(holder) is { } written && (isJson || written.EndsWith(" ", StringComparison.Ordinal)) ? written : ": ";
        var isPadded = holder.Members.Count > 0 && holder.IsMapping && !holder.IsImplied && Text[holder.Start + 1] == ' ';
        var (indent, step) = Indentation(holder);
        return new FlowStyle(isJson, Separator(holder) ?? (colon == ":" ? "," : ", "), colon, isPadded ? " " : "", indent, step, Lines.BreakAt(Text, holder.Start), isJson ? ScalarStyle.DoubleQuoted : Quote);
    }

    /// <summary>Whether each member of a mapping or a list in brackets has lines of its own.</summary>
    public bool HasOwnLines(SyntaxCollection flow) => flow.Members.Count > 0 && flow.Members.All(m => Lines.IsFirstInLine(Text, m.Start));

    // At the end of a file without a last line break it would lose its own, and what is indented below would become part of it.
    private bool TakesBlocks(int place)
    {
        var line = Lines.Next(Text, place);
        while (line < Text.Length && Lines.IsBlank(Text, line)) line = Lines.Next(Text, line);
        return Lines.End(Text, place) < Text.Length && (line == Text.Length || Text[Lines.SkipBlanks(Text, line)] != '#');
    }

    private int Choose(Func<StyleVotes, int> votes)
    {
        if (votes(own) is > 0 and var mine) return mine;
        foreach (var other in others)
        {
            if (votes(other) is > 0 and var theirs) return theirs;
        }

        return 0;
    }

    private bool IsJson(SyntaxCollection holder)
    {
        if (isJsonFile) return true;
        for (var flow = holder; flow is { IsFlow: true }; flow = flow.Owner?.Holder)
        {
            if (LooksLikeJson(flow) is { } found) return found;
        }

        return false;
    }

    // What holds no key and no text says nothing of it; in a list of mappings the first one that does tells.
    private static bool? LooksLikeJson(SyntaxCollection flow)
    {
        var texts = flow.Members.SelectMany(m => new[] { m.Key, m.Value }).OfType<SyntaxScalar>().Where(s => !IsOtherThanText(s)).ToList();
        if (texts.Count > 0) return texts.All(t => t.Style == ScalarStyle.DoubleQuoted) && flow.Members.All(m => m.Key is null or SyntaxScalar { Style: ScalarStyle.DoubleQuoted });
        return flow.Members.Select(m => m.Value).OfType<SyntaxCollection>().Where(c => c.IsFlow).Select(LooksLikeJson).FirstOrDefault(f => f is not null);
    }

    private static bool IsOtherThanText(SyntaxScalar scalar) =>
        scalar.Style == ScalarStyle.Plain && ScalarResolver.Resolve(default, scalar.Value) is not ScalarNode { Type: ScalarType.String };

    private string? Separator(SyntaxCollection holder)
    {
        for (var i = 1; i < holder.Members.Count; i++)
        {
            var between = Text.Substring(holder.Members[i - 1].End, holder.Members[i].Start - holder.Members[i - 1].End);
            if (between.All(c => c is ' ' or ',')) return between.TrimStart();
        }

        return null;
    }

    private string? Colon(SyntaxCollection holder)
    {
        for (var flow = holder; flow is { IsFlow: true }; flow = flow.Owner?.Holder)
        {
            foreach (var mapping in flow.IsMapping ? [flow] : flow.Members.Select(m => m.Value).OfType<SyntaxCollection>().Where(c => c.IsMapping))
            {
                foreach (var member in mapping.Members)
                {
                    var between = Text.Substring(member.Key!.End, member.Value.PropertiesStart - member.Key.End);
                    if (member.HasColon && member.Value.End > member.Head && between.All(c => c is ' ' or ':')) return between;
                }
            }
        }

        return null;
    }

    private (string? Indent, string Step) Indentation(SyntaxCollection holder)
    {
        if (!HasOwnLines(holder)) return (null, "");
        var indent = Lines.Indent(Text, holder.Members[0].Start);
        var outer = Lines.Indent(Text, holder.IsImplied ? holder.Start : holder.End - 1);
        return (indent, indent.Length > outer.Length && indent.StartsWith(outer, StringComparison.Ordinal) ? indent.Substring(outer.Length) : "  ");
    }
}
