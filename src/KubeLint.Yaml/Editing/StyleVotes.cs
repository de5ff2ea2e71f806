using YamlDotNet.Core;

namespace KubeLint.Yaml.Editing;

/// <summary>What the parts of a document show of how its writer writes.</summary>
internal sealed class StyleVotes(SyntaxTree tree)
{
    private int? step;
    private int? listStep;
    private int? dashGap;
    private ScalarStyle? quote;

    /// <summary>Columns by which most mappings stand further right than the key above them; 0 where there are none.</summary>
    public int Step => step ??= MostFrequent(tree.Collections.SelectMany(StepsIn));

    /// <summary>Columns by which most lists stand further right than the key above them; -1 where there are none.</summary>
    public int ListStep => listStep ??= MostFrequent(tree.Collections.SelectMany(ListStepsIn).Select(s => s + 1)) - 1;

    /// <summary>Columns from most dashes to their items; 0 where there are none.</summary>
    public int DashGap => dashGap ??= MostFrequent(tree.Collections.SelectMany(DashGapsIn));

    /// <summary>The quotes that most quoted texts have; plain where none is more frequent.</summary>
    public ScalarStyle Quote => quote ??= MostUsedQuote();

    /// <summary>Columns by which the mappings in a mapping stand further right than their keys.</summary>
    public IEnumerable<int> StepsIn(SyntaxCollection holder) => StepsTo(holder, isMapping: true).Where(s => s > 0);

    /// <summary>Columns by which the lists in a mapping stand further right than their keys.</summary>
    public IEnumerable<int> ListStepsIn(SyntaxCollection holder) => StepsTo(holder, isMapping: false).Where(s => s >= 0);

    /// <summary>Columns from the dashes of a list to its items.</summary>
    public IEnumerable<int> DashGapsIn(SyntaxCollection list)
    {
        if (list.IsFlow || list.IsMapping) yield break;
        foreach (var member in list.Members)
        {
            var value = member.Value.PropertiesStart;
            if (value > member.Head && tree.Text.IndexOfAny(['\n', '\r'], member.Head, value - member.Head) < 0) yield return value - member.Start;
        }
    }

    /// <summary>The most frequent number; 0 where there is none.</summary>
    public static int MostFrequent(IEnumerable<int> votes) =>
        votes.GroupBy(v => v).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault();

    private IEnumerable<int> StepsTo(SyntaxCollection holder, bool isMapping)
    {
        if (holder.IsFlow || !holder.IsMapping) yield break;
        foreach (var member in holder.Members)
        {
            if (member.Value is SyntaxCollection { IsFlow: false, Members.Count: > 0 } value && value.IsMapping == isMapping && Lines.IsFirstInLine(tree.Text, value.Members[0].Start))
                yield return Lines.Column(tree.Text, value.Members[0].Start) - Lines.Column(tree.Text, member.Start);
        }
    }

    private ScalarStyle MostUsedQuote()
    {
        var styles = tree.Collections.SelectMany(c => c.Members).Select(m => m.Value).OfType<SyntaxScalar>().Select(s => s.Style).ToList();
        var (single, twice) = (styles.Count(s => s == ScalarStyle.SingleQuoted), styles.Count(s => s == ScalarStyle.DoubleQuoted));
        return single == twice ? ScalarStyle.Plain : single > twice ? ScalarStyle.SingleQuoted : ScalarStyle.DoubleQuoted;
    }
}
