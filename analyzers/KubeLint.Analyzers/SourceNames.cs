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

    private readonly HashSet<int> numbers = [];
    private readonly List<int> unnamed = [];
    private readonly string text;

    // What is spelled with escapes, or with letters that don't count, may be any name.
    private bool isPlain = true;

    private SourceNames(SyntaxTree tree, CancellationToken cancellation)
    {
        Tree = tree;
        text = tree.GetText(cancellation).ToString();
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPart(text[i])) i = ReadWord(i);
            else if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is 'u' or 'U') isPlain = false;
        }
    }

    /// <summary>The file's tree.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>Where, in order, something may be made of a type that is not named there, as in <c>new()</c>.</summary>
    public IReadOnlyList<int> UnnamedCreations => unnamed;

    /// <summary>The words of a file.</summary>
    public static SourceNames Of(SyntaxTree tree, CancellationToken cancellation) =>
        Known.TryGetValue(tree, out var known) ? known : Read(tree, cancellation);

    /// <summary>The number that <see cref="MayHave(int)"/> knows a name by.</summary>
    public static int NumberOf(string name)
    {
        var number = Seed;
        foreach (var c in name) number = unchecked((number ^ c) * Factor);
        return number;
    }

    /// <summary>Whether a name of that number may be in the text.</summary>
    public bool MayHave(int number) => !isPlain || numbers.Contains(number);

    /// <summary>Whether some letters may be in the text, maybe as a part of a name.</summary>
    public bool MayHavePart(string part) => !isPlain || text.IndexOf(part, StringComparison.Ordinal) >= 0;

    /// <summary>Whether a name in the file's code, not in a comment or a text, ends so.</summary>
    /// <param name="end">How it ends.</param>
    /// <param name="cancellation">Stops the search.</param>
    public bool HasNameWith(string end, CancellationToken cancellation)
    {
        if (!isPlain) return Tree.GetRoot(cancellation).DescendantTokens().Any(Ends);
        for (var at = text.IndexOf(end, StringComparison.Ordinal); at >= 0; at = text.IndexOf(end, at + 1, StringComparison.Ordinal))
            if (Tree.GetRoot(cancellation).FindToken(at) is var token && token.Span.Contains(at) && Ends(token)) return true;
        return false;

        bool Ends(SyntaxToken token) => token.Parent is IdentifierNameSyntax && token.ValueText.EndsWith(end, StringComparison.Ordinal);
    }

    // Apart, so that nothing is allocated for what is known.
    private static SourceNames Read(SyntaxTree tree, CancellationToken cancellation) => Known.GetValue(tree, t => new SourceNames(t, cancellation));

    private static bool IsPart(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or > '\x7f';

    // Gives the place of the word's last letter.
    private int ReadWord(int start)
    {
        var number = Seed;
        var i = start;
        for (; i < text.Length && IsPart(text[i]); i++)
        {
            if (text[i] > '\x7f' && char.GetUnicodeCategory(text[i]) == UnicodeCategory.Format) isPlain = false;
            number = unchecked((number ^ text[i]) * Factor);
        }

        numbers.Add(number);
        if (i - start == 3 && string.CompareOrdinal(text, start, "new", 0, 3) == 0 && IsUnnamed(i)) unnamed.Add(start);
        return i - 1;
    }

    // Comments and directives may stand in between.
    private bool IsUnnamed(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at < text.Length && text[at] is '(' or '/' or '#';
    }
}
