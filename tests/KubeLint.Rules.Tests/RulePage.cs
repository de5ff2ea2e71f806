using System.Text.RegularExpressions;

namespace KubeLint.Rules.Tests;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page's file name.</param>
/// <param name="Line">The line of the opening fence, from 1.</param>
/// <param name="EndLine">The line of the closing fence.</param>
/// <param name="Info">The info string.</param>
/// <param name="Lines">What stands in it.</param>
internal sealed record Fence(string Page, int Line, int EndLine, string Info, IReadOnlyList<string> Lines)
{
    public string Place => $"rules/{Page}:{Line}";

    public string Text => string.Concat(Lines.Select(line => line + "\n"));

    /// <summary>Writes other lines, as many, in its place.</summary>
    public void Rewrite(IReadOnlyList<string> lines)
    {
        var path = Path.Combine(RepositoryPaths.Pages, Page);
        var page = File.ReadAllLines(path);
        for (var i = 0; i < lines.Count; i++) page[Line + i] = lines[i];
        File.WriteAllText(path, string.Join("\n", page) + "\n");
    }
}

/// <summary>An example of a page.</summary>
/// <param name="Block">The block that is linted: a manifest, a program in C#, Terraform's configuration in JSON, or an .editorconfig.</param>
/// <param name="Settings">The options that stand before a manifest or a program; null for none.</param>
/// <param name="Findings">The block below a bad one, which holds its findings; null for a good one.</param>
/// <param name="Fixed">The blocks below these, <c>yaml fixed</c> or <c>yaml fixed choice</c>, which hold what fixes make of a bad manifest.</param>
internal sealed record Example(Fence Block, Fence? Settings, Fence? Findings, IReadOnlyList<Fence> Fixed)
{
    private const string FixedInfo = "yaml fixed";

    public string Place => Block.Place;

    public bool IsManifest => Block.Info.StartsWith("yaml", StringComparison.Ordinal);

    public bool IsTerraform => Block.Info.StartsWith("terraform", StringComparison.Ordinal);

    public bool IsCSharp => Block.Info.StartsWith("csharp", StringComparison.Ordinal);

    public bool IsConfiguration => Block.Info.StartsWith("ini", StringComparison.Ordinal);

    public bool IsBad => Block.Info.EndsWith(" bad", StringComparison.Ordinal);

    public IReadOnlyList<string> Expected => Findings?.Lines ?? [];

    /// <summary>Whether a block holds what a fix makes.</summary>
    public static bool IsFixed(Fence fence) => fence.Info == FixedInfo || fence.Info.StartsWith(FixedInfo + " ", StringComparison.Ordinal);

    /// <summary>The id of the fix that such a block names; empty for the only one.</summary>
    public static string ChoiceOf(Fence fence) => fence.Info[FixedInfo.Length..].Trim();
}

/// <summary>A page of <c>rules/</c>.</summary>
internal sealed partial class RulePage
{
    private readonly List<Fence> fences = [];

    private RulePage(string path)
    {
        FileName = Path.GetFileName(path);
        Text = File.ReadAllText(path).ReplaceLineEndings("\n");
        Lines = Text.Split('\n');
        ReadFences();
        ReadExamples();
    }

    /// <summary>The pages, by file name.</summary>
    public static IReadOnlyList<RulePage> All { get; } =
        [.. Directory.GetFiles(RepositoryPaths.Pages, "KUBE*.md").Order(StringComparer.Ordinal).Select(path => new RulePage(path))];

    public string FileName { get; }

    public string Text { get; }

    public IReadOnlyList<string> Lines { get; }

    public List<Example> Examples { get; } = [];

    /// <summary>What is wrong with the way its fences stand.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>The headings of the second level, as written.</summary>
    public IReadOnlyList<string> Headings =>
        [.. Lines.Where((line, i) => line.StartsWith("## ", StringComparison.Ordinal) && !fences.Exists(f => i + 1 > f.Line && i + 1 < f.EndLine))];

    /// <summary>The text below a heading.</summary>
    public string Section(string heading)
    {
        var start = Text.IndexOf(heading + "\n", StringComparison.Ordinal);
        if (start < 0) return "";
        var end = Text.IndexOf("\n## ", start, StringComparison.Ordinal);
        return end < 0 ? Text[start..] : Text[start..end];
    }

    public static RulePage Named(string fileName) => All.Single(page => page.FileName == fileName);

    /// <summary>The example whose block starts at a line of a page.</summary>
    public static Example ExampleAt(string fileName, int line) => Named(fileName).Examples.Single(example => example.Block.Line == line);

    /// <summary>Where examples stand, for tests that take each of them.</summary>
    public static TheoryData<string, int> PlacesOf(IEnumerable<Example> examples)
    {
        var places = new TheoryData<string, int>();
        foreach (var example in examples) places.Add(example.Block.Page, example.Block.Line);
        return places;
    }

    [GeneratedRegex("^```(?<info>.*)$")]
    private static partial Regex FenceLine();

    private void ReadFences()
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            if (FenceLine().Match(Lines[i]) is not { Success: true } opening) continue;
            var start = i;
            var content = new List<string>();
            while (++i < Lines.Count && Lines[i] != "```") content.Add(Lines[i]);
            if (i == Lines.Count) Faults.Add($"rules/{FileName}:{start + 1}: this fence is not closed");
            fences.Add(new Fence(FileName, start + 1, i + 1, opening.Groups["info"].Value, content));
        }
    }

    private void ReadExamples()
    {
        var used = new HashSet<Fence>();
        for (var i = 0; i < fences.Count; i++)
        {
            var block = fences[i];
            if (block.Info is not ("yaml bad" or "yaml good" or "csharp bad" or "csharp good" or "terraform bad" or "terraform good" or "ini bad" or "ini good")) continue;
            var takesSettings = !block.Info.StartsWith("ini", StringComparison.Ordinal);
            var settings = takesSettings && i > 0 && fences[i - 1].Info == "ini" && IsNextTo(fences[i - 1], block) ? fences[i - 1] : null;
            var findings = i + 1 < fences.Count && fences[i + 1].Info == "text" && IsNextTo(block, fences[i + 1]) ? fences[i + 1] : null;
            var results = findings is null ? [] : fences.Skip(i + 2).Take(ResultsAt(i + 2)).ToList();
            var example = new Example(block, settings, findings, results);
            if (example.IsBad && example.Expected.Count == 0) Faults.Add($"{block.Place}: below this bad example a text block must hold its findings");
            if (!example.IsBad && findings is not null) Faults.Add($"{findings.Place}: a good example has no findings");
            used.UnionWith(new[] { block, settings, findings }.OfType<Fence>().Concat(results));
            Examples.Add(example);
        }

        Faults.AddRange(fences.Where(f => !used.Contains(f)).Select(f => $"{f.Place}: this block '{f.Info}' belongs to no example, so nothing checks it"));
    }

    // How many blocks from here on, one right below the other, hold what fixes make.
    private int ResultsAt(int first)
    {
        var count = 0;
        while (first + count < fences.Count && Example.IsFixed(fences[first + count]) && IsNextTo(fences[first + count - 1], fences[first + count])) count++;
        return count;
    }

    private bool IsNextTo(Fence first, Fence second) => Lines.Skip(first.EndLine).Take(second.Line - first.EndLine - 1).All(string.IsNullOrWhiteSpace);
}
