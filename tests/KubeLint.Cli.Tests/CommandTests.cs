using KubeLint.Engine;
using KubeLint.Rules;

namespace KubeLint.Cli.Tests;

public sealed class CommandTests
{
    [Fact]
    public void Without_arguments_there_is_help_and_no_pass()
    {
        using var tool = new Tool();
        var result = tool.Run();

        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Equal(tool.Run("--help").Output, result.Error);
    }

    [Fact]
    public void Help_names_the_commands_and_the_options()
    {
        using var tool = new Tool();
        var (all, check) = (tool.Run("--help"), tool.Run("check", "-h"));

        Assert.Equal((0, "", 0, ""), (all.Code, all.Error, check.Code, check.Error));
        Assert.All(["check", "fix", "survive", "rules", "explain", "--version"], word => Assert.Contains(word, all.Output, StringComparison.Ordinal));
        Assert.All(["PATH", "--format", "--fail-on"], word => Assert.Contains(word, check.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_is_told()
    {
        using var tool = new Tool();
        var result = tool.Run("--version");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", result.Output);
    }

    [Theory]
    [InlineData("kubelint: Unrecognized command or argument 'chek'.\nTry 'kubelint --help'.\n", "chek")]
    [InlineData("kubelint: Unrecognized command or argument '--bogus'.\nTry 'kubelint --help'.\n", "--bogus")]
    [InlineData("kubelint: 'nonsense\\u001b' is no rule; 'kubelint rules' lists them\n", "explain", "nonsense\u001b")]
    [InlineData("kubelint: Required argument missing for command: 'explain'.\nTry 'kubelint --help'.\n", "explain")]
    public void What_is_not_there_is_told(string error, params string[] arguments)
    {
        using var tool = new Tool();
        var result = tool.Run(arguments);

        Assert.Equal((2, "", error), (result.Code, result.Output, result.Error));
    }

    [Fact]
    public void Rules_are_listed_with_their_severities()
    {
        using var tool = new Tool();
        var result = tool.Run("rules");
        var lines = result.Output.TrimEnd('\n').Split('\n');

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(RuleCatalogue.Descriptors.Select(d => d.Id), lines.Select(l => l[..8]));
        Assert.Matches("^KUBE1001  missing-zone-spread +warning  A workload", lines.Single(l => l.StartsWith("KUBE1001", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("KUBE1001")]
    [InlineData("kube1001")]
    [InlineData("missing-zone-spread")]
    public void Explain_prints_the_page_of_a_rule(string name)
    {
        using var tool = new Tool();
        var result = tool.Run("explain", name);
        var rule = RuleCatalogue.Find("KUBE1001")!;
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(RulePages.Read(rule).ReplaceLineEndings("\n").TrimEnd() + "\n", result.Output);
    }
}
