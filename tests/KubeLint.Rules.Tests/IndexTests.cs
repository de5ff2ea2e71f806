using System.Text;
using Xunit;

namespace KubeLint.Rules.Tests;

public sealed class IndexTests
{
    private const string Start = "<!-- rules -->\n";
    private const string End = "<!-- /rules -->";

    [Fact]
    public void The_index_lists_what_the_catalogue_holds()
    {
        var index = File.ReadAllText(RepositoryPaths.Index).ReplaceLineEndings("\n");
        var start = index.IndexOf(Start, StringComparison.Ordinal);
        var end = index.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, $"rules/README.md:1: the markers {Start.Trim()} and {End} are missing");

        var table = Table();
        var expected = index[..(start + Start.Length)] + table + index[end..];
        if (Environment.GetEnvironmentVariable("KUBELINT_UPDATE") == "1") File.WriteAllText(RepositoryPaths.Index, index = expected);
        Assert.True(
            expected == index,
            $"""
            rules/README.md:{index[..start].Count(c => c == '\n') + 1}: the index differs from the catalogue. Run the tests with KUBELINT_UPDATE=1, or write:
            {table}
            """);
    }

    private static string Table()
    {
        var table = new StringBuilder("| Id | Name | Default | Finds |\n|---|---|---|---|\n");
        foreach (var rule in RuleCatalogue.Descriptors)
            table.Append($"| [{rule.Id}]({rule.PageName}) | {rule.Name} | {rule.DefaultSeverity.ToString().ToLowerInvariant()} | {rule.Summary.Replace("|", "\\|")} |\n");
        return table.ToString();
    }
}
