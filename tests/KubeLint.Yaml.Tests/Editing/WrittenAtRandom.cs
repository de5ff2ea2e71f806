using System.Text;

namespace KubeLint.Yaml.Tests.Editing;

/// <summary>Manifests with random content in a random style, as different people write them.</summary>
internal sealed class WrittenAtRandom
{
    private static readonly string[] Words = ["a", "zone", "fr-par-1", "topology.kubernetes.io/zone", "web:1", "10.0.0.1", "x y", "it's", "a#b", "http://x", "café", "🚢"];
    private static readonly string[] Quoted = ["", "yes", "3", "a: b", " a", "- b", "#", "{", "*x", "null", "~", "1e3"];
    private static readonly string[] Literals = ["1", "0", "-7", "true", "false", "1.5", "null", "~", "", "0x10", "yes", "010"];

    private readonly Random random;
    private readonly StringBuilder text = new();
    private readonly int step;
    private readonly int listStep;
    private readonly int dashGap;
    private readonly bool isFlowFriend;
    private readonly bool isCommented;
    private readonly char quote;
    private int keys;
    private int comments;
    private int blockEnd;

    private WrittenAtRandom(int seed)
    {
        random = new Random(seed);
        (step, dashGap) = (random.Next(1, 5), random.Next(4) == 0 ? random.Next(2, 5) : 2);
        listStep = random.Next(2) * random.Next(1, 5);
        (isFlowFriend, isCommented, quote) = (random.Next(2) == 0, random.Next(3) > 0, "'\""[random.Next(2)]);
        Comment(0);
        if (random.Next(4) == 0) text.Append("%YAML 1.1\n---\n");
        var documents = random.Next(1, 4);
        for (var i = 0; i < documents; i++)
        {
            if (i > 0) text.Append(random.Next(4) == 0 ? "...\n---\n" : random.Next(3) == 0 ? "\n--- # next\n" : "---\n");
            Comment(0);
            text.Append("apiVersion: v1\nkind: Service\n");
            Entries(0, 0);
        }

        // Without the last line break a block says something else, and nothing can follow it.
        var result = random.Next(5) == 0 && text.Length > blockEnd ? text.ToString().TrimEnd('\n') : text.ToString();
        Text = random.Next(3) == 0 ? result.Replace("\n", "\r\n") : result;
    }

    /// <summary>The file. Each of its comments has a number of its own: <c>#c7.</c></summary>
    public string Text { get; }

    /// <summary>How many comments it has.</summary>
    public int Comments => comments;

    public static WrittenAtRandom Of(int seed) => new(seed);

    private void Entries(int column, int depth, bool isCompact = false)
    {
        var count = random.Next(1, 5);
        var isLoose = random.Next(6) == 0;
        for (var i = 0; i < count; i++)
        {
            if (i > 0 || !isCompact)
            {
                if (isLoose) text.Append('\n');
                Comment(column);
                Pad(column);
            }

            var key = "k" + keys++;
            key = random.Next(8) switch { 0 => $"'{key}'", 1 => $"\"{key}\"", _ => key };
            if (random.Next(20) == 0) text.Append("? ").Append(key).Append('\n').Append(' ', column).Append(':');
            else text.Append(key).Append(random.Next(20) == 0 ? " :" : ":");
            Value(column, depth, inList: false);
        }

        if (random.Next(4) == 0) Comment(column);
    }

    private void Items(int column, int depth, bool isCompact = false)
    {
        var count = random.Next(1, 4);
        for (var i = 0; i < count; i++)
        {
            if (i > 0 || !isCompact)
            {
                Comment(column);
                Pad(column);
            }

            text.Append('-');
            Value(column, depth, inList: true);
        }
    }

    // Behind a colon or a dash; ends with a line break.
    private void Value(int column, int depth, bool inList)
    {
        var nested = depth < 4 ? random.Next(10) : 0;
        var gap = inList ? dashGap - 1 : 1;
        switch (nested)
        {
            case 6 or 7 when inList && random.Next(4) > 0:
                text.Append(' ', gap);
                Entries(column + dashGap, depth + 1, isCompact: true);
                break;
            case 6 or 7:
                EndLine(": &-".Length);
                Entries(column + step + (inList ? 1 : 0), depth + 1);
                break;
            case 8 when inList:
                text.Append(' ', gap);
                Items(column + dashGap, depth + 1, isCompact: true);
                break;
            case 8:
                EndLine(0);
                Items(column + listStep, depth + 1);
                break;
            case 9 when isFlowFriend:
                text.Append(' ', gap);
                Flow(column, depth + 1, random.Next(3) == 0);
                EndLine(1);
                break;
            case 5:
                Block(column + step + 1);
                break;
            default:
                var scalar = Scalar(isFlow: false);
                if (scalar.Length > 0) text.Append(' ', random.Next(10) == 0 ? gap + 2 : gap).Append(scalar);
                EndLine(1);
                break;
        }
    }

    private void Block(int column)
    {
        text.Append(random.Next(2) == 0 ? " |" : " >").Append(random.Next(3) == 0 ? "-" : "");
        EndLine(1);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            if (random.Next(5) == 0) text.Append('\n');
            text.Append(' ', column).Append("line # of ").Append(Words[random.Next(Words.Length)]).Append('\n');
        }

        blockEnd = text.Length;
    }

    private void Flow(int column, int depth, bool isMany)
    {
        var isMapping = random.Next(2) == 0;
        var separator = isMany ? ",\n" + new string(' ', column + 2) : random.Next(3) == 0 ? "," : ", ";
        text.Append(isMapping ? '{' : '[').Append(isMany ? separator[1..] : "");
        for (var i = random.Next(0, 4); i >= 0; i--)
        {
            if (isMapping) text.Append('k').Append(keys++).Append(": ");
            if (depth < 4 && random.Next(5) == 0) Flow(column, depth + 1, isMany: false);
            else text.Append(Scalar(isFlow: true) is { Length: > 0 } scalar ? scalar : "x");
            if (i > 0) text.Append(separator);
        }

        text.Append(isMany ? separator[1..^2] : "").Append(isMapping ? '}' : ']');
    }

    private string Scalar(bool isFlow) => random.Next(4) switch
    {
        0 => Literals[random.Next(Literals.Length)],
        1 => Quote(Quoted[random.Next(Quoted.Length)]),
        2 when isFlow => Quote(Words[random.Next(Words.Length)]),
        _ => isFlow ? "w" + random.Next(100) : Words[random.Next(Words.Length)],
    };

    private string Quote(string value) => quote == '"' ? "\"" + value + "\"" : "'" + value.Replace("'", "''") + "'";

    private void EndLine(int chance)
    {
        if (isCommented && chance > 0 && random.Next(6) == 0) text.Append("  ").Append(NextComment());
        text.Append('\n');
    }

    private void Comment(int column)
    {
        if (!isCommented || random.Next(6) > 0) return;
        Pad(column);
        text.Append(NextComment()).Append('\n');
    }

    private void Pad(int column) => text.Append(' ', column);

    private string NextComment() => $"#c{comments++}.";
}
