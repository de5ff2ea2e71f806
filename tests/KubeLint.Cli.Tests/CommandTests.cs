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
    [InlineData("kubelint: Unrecognized command or argument 'chek'.\nDid you mean check?\nTry 'kubelint --help'.\n", "chek")]
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
    public void Every_command_has_help_whose_examples_are_understood()
    {
        using var tool = new Tool().Add("deploy/web.yaml", SampleManifest.Deployment()).Add("web.yaml", SampleManifest.Deployment());
        var help = string.Concat(new[] { "", "check", "fix", "survive", "init", "explain" }.Select(command => tool.Run([.. new[] { command }.Where(c => c.Length > 0), "--help"]).Output));
        var examples = help.Split('\n').SelectMany(line => line.Split(" | ")).Select(part => part.Trim()).Where(part => part.StartsWith("kubelint ", StringComparison.Ordinal) && !part.Contains('[', StringComparison.Ordinal)).ToList();

        Assert.True(examples.Count > 20);
        Assert.All(examples, example =>
        {
            var words = example.Split("   ")[0].Split(" > ")[0].Split(" < ")[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(word => word.Trim('\'')).ToList();
            if (words.Contains("--interactive")) return;
            var result = tool.RunWith("", [.. words]);
            Assert.True(result.Code is 0 or 1, $"{example}: {result.Error}");
        });
    }

    [Theory]
    [InlineData("kubelint che", "check")]
    [InlineData("kubelint check --fail-on ", "error", "info", "never", "warning")]
    [InlineData("kubelint explain missing-z", "missing-zone-spread")]
    [InlineData("kubelint check --rule KUBE30", "KUBE3001", "KUBE3002", "KUBE3003", "KUBE3004", "KUBE3005", "KUBE3006", "KUBE3007")]
    public void Shells_are_told_what_fits(string line, params string[] fitting)
    {
        using var tool = new Tool();
        Assert.Equal(fitting, tool.Run($"[suggest:{line.Length}]", line).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(word => !word.StartsWith('-') && !word.StartsWith('/')));
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _kubelint kubelint")]
    [InlineData("zsh", "compdef _kubelint kubelint")]
    [InlineData("fish", "complete -c kubelint")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public void Each_shell_has_its_script(string shell, string part)
    {
        using var tool = new Tool();
        var result = tool.Run("completion", shell);

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains(part, result.Output, StringComparison.Ordinal);
    }

    [ProgramFact("/bin/bash")]
    public void Bash_completes_words_at_the_cursor()
    {
        using var tool = new Tool();
        tool.Add("complete.sh", """
            kubelint() { $KUBELINT "$@"; }
            eval "$(kubelint completion bash)"
            COMP_LINE="kubelint check --fail-on w" COMP_POINT=26 COMP_WORDS=(kubelint check --fail-on w) COMP_CWORD=3
            _kubelint
            printf '%s\n' "${COMPREPLY[@]}"
            COMP_LINE="kubelint " COMP_POINT=9 COMP_WORDS=(kubelint "") COMP_CWORD=1
            _kubelint
            printf '%s\n' "${COMPREPLY[@]}"
            """);
        var result = tool.Shell("KUBELINT=\"$kubelint\" /bin/bash complete.sh");

        Assert.Equal(("warning", ""), (result.Output.Split('\n')[0], result.Error));
        Assert.Superset(new HashSet<string>(["check", "fix", "survive", "rules", "explain", "init", "completion"]), result.Output.Split('\n').Skip(1).ToHashSet());
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
