using System.Text;

namespace KubeLint.Rules.Tests;

public sealed class IndexTests
{
    private const string Start = "<!-- rules -->\n";
    private const string End = "<!-- /rules -->";

    [Theory]
    [InlineData("rules/README.md", "")]
    [InlineData("README.md", "rules/")]
    public void The_index_lists_what_the_catalogue_holds(string file, string folder)
    {
        var path = Path.Combine(RepositoryPaths.Root, file);
        var index = File.ReadAllText(path).ReplaceLineEndings("\n");
        var start = index.IndexOf(Start, StringComparison.Ordinal);
        var end = index.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, $"{file}:1: the markers {Start.Trim()} and {End} are missing");

        var table = Table(folder);
        var expected = index[..(start + Start.Length)] + table + index[end..];
        if (RepositoryPaths.Updates) File.WriteAllText(path, index = expected);
        Assert.True(
            expected == index,
            $"""
            {file}:{index[..start].Count(c => c == '\n') + 1}: the index differs from the catalogue. Run the tests with KUBELINT_UPDATE=1, or write:
            {table}
            """);
    }

    private static string Table(string folder)
    {
        var table = new StringBuilder("| Id | Name | Default | Fix | Finds |\n|---|---|---|---|---|\n");
        foreach (var rule in RuleCatalogue.Descriptors)
            table.Append($"| [{rule.Id}]({folder}{rule.PageName}) | {rule.Name} | {rule.DefaultSeverity.ToString().ToLowerInvariant()} | {(rule.HasFixes ? "yes" : "")} | {rule.Summary.Replace("|", "\\|")} |\n");
        return table.ToString();
    }
}
