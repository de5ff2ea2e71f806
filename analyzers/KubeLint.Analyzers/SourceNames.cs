using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.Analyzers;

/// <summary>
/// The words of a file's text. To read a text is far cheaper than to walk its syntax, and tells of most files of most projects
/// that there is nothing to look for. It is remembered with the file's tree: who types changes one of many.
/// </summary>
internal sealed class SourceNames
{
    // For every name there is a number, so that no text is copied; two names of one number only cost a look that finds nothing.
    private const int Seed = unchecked((int)2166136261);
    private const int Factor = 16777619;

    private static readonly ConditionalWeakTable<SyntaxTree, SourceNames> Known = new();

    private static readonly HashSet<int> Changing = [.. Store.ChangingNames.Select(NumberOf)];

    private readonly string text;

    // Numbers in order: of names that may be written or handed on where they stand, and of the others.
    private readonly int[] used;
    private readonly int[] unused;

    // Where, in order, `new` stands, and the number of the type's name that follows; 0 where that can't be told from the text.
    private readonly List<int> creations = [];
    private readonly List<int> created = [];

    // What is spelled with escapes, or with letters that don't count, may be any name.
    private bool isPlain = true;

    // Copies that differ, and steps like `++i`, write names that only seem to be set or read.
    private bool hasHiddenWrites;

    private SourceNames(SyntaxTree tree, CancellationToken cancellation)
    {
        Tree = tree;
        text = tree.GetText(cancellation).ToString();
        var (used, unused) = (new Numbers(text), new Numbers(text));
        var before = '\0';
        var isRemark = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsPart(c))
            {
                i = ReadWord(i, before, ref used, ref unused);
                if (!isRemark) before = c;
            }
            else if (c == '\n')
            {
                isRemark = false;
            }
            else if (!isRemark && !char.IsWhiteSpace(c))
            {
                // What stands before a comment or a directive is not looked for behind it.
                isRemark = c == '#' || (c == '/' && before == '/');
                before = c;
            }

            if (c == '\\' && LetterAt(i + 1) is 'u' or 'U') isPlain = false;
            if (c is '+' or '-' && IsStep(i)) hasHiddenWrites = true;
        }

        this.used = used.ToSorted();
        this.unused = unused.ToSorted();
    }

    /// <summary>The file's tree.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The words of a file.</summary>
    public static SourceNames Of(SyntaxTree tree, CancellationToken cancellation) =>
        Known.TryGetValue(tree, out var known) ? known : Read(tree, cancellation);

    /// <summary>The number that <see cref="MayHave(int)"/> knows a name by.</summary>
    public static int NumberOf(string name) => NumberOf(name, 0, name.Length);

    /// <summary>Whether a name of that number may be in the text.</summary>
    public bool MayHave(int number) => MayUse(number) || Array.BinarySearch(unused, number) >= 0;

    /// <summary>
    /// Whether the text may write what has a name of that number, or hand it on: more than to set it in what is just made, as in
    /// <c>{ Name = "web" }</c>, to read it, as in <c>$"{Name}"</c>, or to call a method that is named so.
    /// </summary>
    public bool MayUse(int number) => !isPlain || Array.BinarySearch(used, number) >= 0 || (hasHiddenWrites && Array.BinarySearch(unused, number) >= 0);

    /// <summary>The same, of any name that ends so.</summary>
    public bool MayUseNameWith(string end)
    {
        if (!isPlain) return true;
        foreach (var (first, last) in WordsWith(end))
            if (MayUse(NumberOf(text, first, last))) return true;
        return false;
    }

    /// <summary>Where words stand in the text that end so, be they names or not; null where that can't be told from it.</summary>
    /// <param name="end">How they end.</param>
    /// <param name="isWhole">Whether that is all of the word.</param>
    public IEnumerable<int>? PlacesOf(string end, bool isWhole) => isPlain ? WordsWith(end).Where(w => !isWhole || w.End - w.First == end.Length).Select(w => w.First) : null;

    /// <summary>Adds the numbers of all names that <see cref="MayUse"/> is true of.</summary>
    /// <returns>Whether these are all; else it may be true of any.</returns>
    public bool AddUsedTo(HashSet<int> numbers)
    {
        numbers.UnionWith(used);
        if (hasHiddenWrites) numbers.UnionWith(unused);
        return isPlain;
    }

    /// <summary>Whether some letters may be in the text, maybe as a part of a name.</summary>
    public bool MayHavePart(string part) => !isPlain || text.IndexOf(part, StringComparison.Ordinal) >= 0;

    /// <summary>What the file's code makes, in order, as far as its type may have one of some names: it may have none there, as in <c>new()</c>.</summary>
    /// <param name="names">The numbers of the names.</param>
    /// <param name="cancellation">Stops the search.</param>
    public IEnumerable<BaseObjectCreationExpressionSyntax> Creations(ICollection<int> names, CancellationToken cancellation)
    {
        // Only what has the letters is looked at: most code needs no walk through its syntax.
        var root = Tree.GetRoot(cancellation);
        if (!isPlain) return root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>();
        return creations.Where((_, i) => created[i] == 0 || names.Contains(created[i])).Select(at => CreationAt(root, at)).OfType<BaseObjectCreationExpressionSyntax>();
    }

    /// <summary>Whether a name in the file's code, not in a comment or a text, ends so.</summary>
    /// <param name="end">How it ends.</param>
    /// <param name="cancellation">Stops the search.</param>
    public bool HasNameWith(string end, CancellationToken cancellation)
    {
        if (!isPlain) return Tree.GetRoot(cancellation).DescendantTokens().Any(Ends);
        return WordsWith(end).Any(w => Tree.GetRoot(cancellation).FindToken(w.First) is var token && token.Span.Contains(w.First) && Ends(token));

        bool Ends(SyntaxToken token) => token.Parent is IdentifierNameSyntax && token.ValueText.EndsWith(end, StringComparison.Ordinal);
    }

    private static SyntaxNode? CreationAt(SyntaxNode root, int at) => root.FindToken(at) is var token && token.SpanStart == at ? token.Parent : null;

    // Apart, so that nothing is allocated for what is known.
    private static SourceNames Read(SyntaxTree tree, CancellationToken cancellation) => Known.GetValue(tree, t => new SourceNames(t, cancellation));

    private static bool IsPart(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or > '\x7f';

    private static int NumberOf(string text, int first, int end)
    {
        var number = Seed;
        for (var i = first; i < end; i++) number = unchecked((number ^ text[i]) * Factor);
        return number;
    }

    private IEnumerable<(int First, int End)> WordsWith(string end)
    {
        for (var at = text.IndexOf(end, StringComparison.Ordinal); at >= 0; at = text.IndexOf(end, at + 1, StringComparison.Ordinal))
        {
            var (first, last) = (at, at + end.Length);
            if (IsPart(LetterAt(last))) continue;
            while (first > 0 && IsPart(text[first - 1])) first--;
            yield return (first, last);
        }
    }

    // The number of the word that starts at a place.
    private int NumberAt(int start)
    {
        var end = start;
        while (end < text.Length && IsPart(text[end])) end++;
        return NumberOf(text, start, end);
    }

    // Gives the place of the word's last letter.
    private int ReadWord(int start, char before, ref Numbers used, ref Numbers unused)
    {
        var end = start;
        for (; end < text.Length && IsPart(text[end]); end++)
            if (text[end] > '\x7f' && char.GetUnicodeCategory(text[end]) == UnicodeCategory.Format) isPlain = false;
        var number = NumberOf(text, start, end);
        var next = AfterSpace(end);
        if (IsUsed(before, next)) used.Add(number);
        else unused.Add(number);
        if (Is("new"))
        {
            creations.Add(start);
            created.Add(TypeAt(end));
        }

        hasHiddenWrites |= Is("with") && LetterAt(next) is '{' or '/' or '#';
        return end - 1;

        bool Is(string word) => end - start == word.Length && string.CompareOrdinal(text, start, word, 0, word.Length) == 0;
    }

    // What FileWrites takes for no use, by the letters around a name, counts for none: it is read, compared or declared there, or set
    // where it is made.
    private bool IsUsed(char before, int next) => LetterAt(next) switch
    {
        '=' => LetterAt(next + 1) is not ('=' or '>') && IsLink(before),
        '(' => IsLink(before),
        '.' => AfterSpace(next + 1) is var member && (!IsPart(LetterAt(member)) || Changing.Contains(NumberAt(member))),
        '!' => LetterAt(next + 1) != '=' && IsUsed(before, AfterSpace(next + 1)),
        ':' => LetterAt(next + 1) == ':',
        '{' or '}' => false,
        var other => !IsPart(other),
    };

    // Whether `++` or `--` ends here, and something follows; what starts a text, as `"--port"`, is none.
    private bool IsStep(int at) =>
        at > 0 && text[at - 1] == text[at] && (at == 1 || text[at - 2] != '"') && LetterAt(AfterSpace(at + 1)) is var next && (IsPart(next) || next is '(' or '@' or '/');

    // Whether what stands before a name may make it one of something else's.
    private static bool IsLink(char before) => before is '.' or '@' or '/' or '#';

    private char LetterAt(int at) => at < text.Length ? text[at] : '\0';

    // The number of the last part of a type's name; 0 where comments or directives stand in between.
    private int TypeAt(int at)
    {
        var number = 0;
        for (at = AfterSpace(at); at < text.Length;)
        {
            if (IsPart(text[at]))
            {
                number = NumberAt(at);
                while (IsPart(LetterAt(at))) at++;
                at = AfterSpace(at);
            }
            else if (text[at] is '.' or ':' or '@')
            {
                at = AfterSpace(at + 1);
            }
            else if (text[at] == '<')
            {
                at = AfterSpace(AfterTypeArguments(at));
            }
            else
            {
                return text[at] is '/' or '#' ? 0 : number;
            }
        }

        return number;
    }

    // Where something stands in them that types have not, that place: what follows tells of no name then.
    private int AfterTypeArguments(int at)
    {
        var depth = 0;
        for (; at < text.Length && text[at] is not ('/' or '#'); at++)
        {
            if (text[at] == '<') depth++;
            else if (text[at] == '>' && --depth == 0) return at + 1;
        }

        return at;
    }

    private int AfterSpace(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
    /// <summary>Numbers while they are collected, with room for all words of a text. The room is borrowed: it is ten times what remains.</summary>
    private struct Numbers(string text)
    {
        private readonly int[] all = ArrayPool<int>.Shared.Rent(text.Length / 2 + 1);
        private int count;

        public void Add(int number) => all[count++] = number;

        /// <summary>Each once, in order; ends the collection.</summary>
        public readonly int[] ToSorted()
        {
            Array.Sort(all, 0, count);
            var distinct = 0;
            for (var i = 0; i < count; i++)
                if (i == 0 || all[i] != all[i - 1]) all[distinct++] = all[i];
            var numbers = all.AsSpan(0, distinct).ToArray();
            ArrayPool<int>.Shared.Return(all);
            return numbers;
        }
    }
}
