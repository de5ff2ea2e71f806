using System.Globalization;
using System.Text;

namespace KubeLint.Terraform;

/// <summary>An expression of Terraform's language, as far as KubeLint reads it: literals, lists, sets and what names something.</summary>
internal abstract record Expression
{
    /// <summary>The expression that a text consists of, as in <c>${each.key}</c>; null where it is something else, or more.</summary>
    public static Expression? Inside(string text)
    {
        if (!text.StartsWith("${", StringComparison.Ordinal) || !text.EndsWith("}", StringComparison.Ordinal)) return null;
        var parser = new Parser(text.Substring(2, text.Length - 3));
        return parser.ReadAll();
    }

    /// <summary>The parts of a text: literal texts, and expressions between them; null where one of those is not understood.</summary>
    public static IReadOnlyList<Expression>? Parts(string text)
    {
        var parts = new List<Expression>();
        for (var i = 0; i < text.Length;)
        {
            var open = text.IndexOf("${", i, StringComparison.Ordinal);
            if (open < 0) open = text.Length;

            // $${ is written where ${ is meant, and directives start with %{.
            if (text.IndexOf("%{", i, open - i, StringComparison.Ordinal) >= 0 || (open > i && open < text.Length && text[open - 1] == '$')) return null;
            if (open > i) parts.Add(new Literal(text.Substring(i, open - i)));
            if (open == text.Length) break;
            var close = text.IndexOf('}', open);
            if (close < 0 || Inside(text.Substring(open, close - open + 1)) is not { } expression) return null;
            parts.Add(expression);
            i = close + 1;
        }

        return parts;
    }

    /// <summary>A text.</summary>
    public sealed record Literal(string Text) : Expression;

    /// <summary>A whole number.</summary>
    public sealed record Number(long Value) : Expression;

    /// <summary>A truth value.</summary>
    public sealed record Truth(bool Value) : Expression;

    /// <summary>A list or a set.</summary>
    public sealed record Items(IReadOnlyList<Expression> Values) : Expression;

    /// <summary>A name.</summary>
    public sealed record Identifier(string Name) : Expression;

    /// <summary>A name with steps into it, as <c>local.zones[0]</c>: names, and in brackets other expressions; a splat is a step of null.</summary>
    public sealed record Traversal(IReadOnlyList<Expression?> Steps) : Expression
    {
        /// <summary>The name at a step; null where there is none, or something else.</summary>
        public string? Name(int step) => step < Steps.Count && Steps[step] is Identifier identifier ? identifier.Name : null;
    }

    private sealed class Parser(string text)
    {
        private int at;

        public Expression? ReadAll()
        {
            var result = Read(0);
            return result is not null && Peek() == '\0' ? result : null;
        }

        private Expression? Read(int depth)
        {
            const int Deepest = 32;
            if (depth > Deepest) return null;
            var next = Peek();
            if (next == '"') return ReadText() is { } literal ? new Literal(literal) : null;
            if (next == '[') return ReadItems(depth);
            if (char.IsDigit(next)) return long.TryParse(ReadWhile(char.IsDigit), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new Number(number) : null;
            if (!IsNamePart(next)) return null;
            var name = ReadWhile(IsNamePart);
            if (name is "true" or "false") return new Truth(name == "true");
            if (Peek() != '(') return ReadSteps(name, depth);
            at++;
            if (name is not ("toset" or "tolist")) return null;
            var inner = Read(depth + 1);
            return Take(')') ? inner : null;
        }

        private Traversal? ReadSteps(string name, int depth)
        {
            List<Expression?> steps = [new Identifier(name)];
            while (Peek() is '.' or '[')
            {
                if (Take('.'))
                {
                    if (Take('*')) steps.Add(null);
                    else if (ReadWhile(IsNamePart) is { Length: > 0 } step) steps.Add(new Identifier(step));
                    else return null;
                    continue;
                }

                Take('[');
                if (Take('*')) steps.Add(null);
                else if (Read(depth + 1) is { } index) steps.Add(index);
                else return null;
                if (!Take(']')) return null;
            }

            return new Traversal(steps);
        }

        private Items? ReadItems(int depth)
        {
            Take('[');
            var items = new List<Expression>();
            while (!Take(']'))
            {
                if (Read(depth + 1) is not { } item) return null;
                items.Add(item);
                if (!Take(',') && Peek() != ']') return null;
            }

            return new Items(items);
        }

        // Escapes and templates inside of an expression's text are left to Terraform.
        private string? ReadText()
        {
            var result = new StringBuilder();
            for (at++; at < text.Length && text[at] != '"'; at++)
            {
                if (text[at] is '\\' or '$' or '%') return null;
                result.Append(text[at]);
            }

            return at++ < text.Length ? result.ToString() : null;
        }

        private string ReadWhile(Func<char, bool> isPart)
        {
            Peek();
            var start = at;
            while (at < text.Length && isPart(text[at])) at++;
            return text.Substring(start, at - start);
        }

        private bool Take(char wanted)
        {
            if (Peek() != wanted) return false;
            at++;
            return true;
        }

        private char Peek()
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            return at < text.Length ? text[at] : '\0';
        }

        private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';
    }
}
