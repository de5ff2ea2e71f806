using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace KubeLint.Cli.Tests;

/// <summary>What pipelines run: the action, the hooks and the samples.</summary>
public sealed class WiringTests
{
    private static readonly string Root = FindRoot();

    private static readonly YamlMappingNode Action = Yaml("action.yml");

    [ProgramTheory("/bin/bash")]
    [InlineData("", "check|--format|github|--fail-on|warning|--require-manifests|--|.")]
    [InlineData("KUBELINT_FAIL_ON=never KUBELINT_REQUIRE_MANIFESTS=false", "check|--format|github|--fail-on|never|--|.")]
    [InlineData("KUBELINT_SINCE=origin/main KUBELINT_BASELINE='b c.json' KUBELINT_SARIF=x.sarif GITHUB_STEP_SUMMARY=/tmp/s", "check|--format|github|--fail-on|warning|--format|markdown=/tmp/s|--format|sarif=x.sarif|--since|origin/main|--baseline|b c.json|--require-manifests|--|.")]
    [InlineData("KUBELINT_PATHS='a b\n\n--format\n$(touch forged);`touch forged`' KUBELINT_OPTIONS='--exclude=x y'", "check|--format|github|--fail-on|warning|--require-manifests|--exclude=x y|--|a b|--format|$(touch forged);`touch forged`")]
    public void The_action_hands_on_its_inputs_and_runs_none_of_them(string environment, string arguments)
    {
        using var tool = new Tool().Add("program", "#!/bin/sh\nIFS='|'\nprintf %s \"$*\"\n");
        var result = tool.Shell($"chmod +x program; env -u GITHUB_STEP_SUMMARY KUBELINT_PROGRAM=./program {environment} /bin/bash '{Path.Combine(Root, "ci", "action.sh")}'");

        Assert.Equal((0, arguments, ""), (result.Code, result.Output, result.Error));
        Assert.False(File.Exists(Path.Combine(tool.Folder, "forged")));
    }

    [Fact]
    public void No_input_of_the_action_becomes_text_of_a_script()
    {
        var steps = (YamlSequenceNode)Action["runs"]["steps"];
        var scripts = steps.OfType<YamlMappingNode>().Where(step => step.Children.ContainsKey("run")).ToList();
        var handed = scripts.SelectMany(step => (YamlMappingNode)step["env"]).ToDictionary(e => e.Key.ToString(), e => e.Value.ToString());
        var read = Regex.Matches(File.ReadAllText(Path.Combine(Root, "ci", "action.sh")), "KUBELINT_[A-Z_]+").Select(m => m.Value).Distinct().Except(["KUBELINT_PROGRAM"]);

        Assert.All(scripts, step => Assert.DoesNotContain("${{", step["run"].ToString(), StringComparison.Ordinal));
        Assert.Equal(read.Order(StringComparer.Ordinal), handed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(((YamlMappingNode)Action["inputs"]).Select(i => $"${{{{ inputs.{i.Key} }}}}").Order(StringComparer.Ordinal), handed.Values.Order(StringComparer.Ordinal));
        Assert.All((YamlMappingNode)Action["inputs"], input => Assert.NotEmpty(input.Value["description"].ToString()));
    }

    [GitFact]
    public void The_action_tells_what_is_new_in_the_log_the_summary_and_a_report()
    {
        using var tool = new Tool().Add("deploy/old.yaml", SampleManifest.Deployment("old"));
        Commit(tool);
        tool.Add("deploy/new.yaml", SampleManifest.Deployment("new")).Add("program", "#!/bin/sh\nexec $kubelint \"$@\"\n");
        var result = tool.Shell($"chmod +x program; touch summary.md; GITHUB_STEP_SUMMARY=$PWD/summary.md KUBELINT_PROGRAM=./program KUBELINT_PATHS=deploy KUBELINT_SINCE=origin/main KUBELINT_SARIF=k.sarif /bin/bash '{Path.Combine(Root, "ci", "action.sh")}'");

        Assert.Equal(1, result.Code);
        Assert.Equal("::warning file=deploy/new.yaml,line=12,", Assert.Single(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))[..39]);
        Assert.Contains("Deployment 'new'", File.ReadAllText(Path.Combine(tool.Folder, "summary.md")), StringComparison.Ordinal);
        Assert.Contains("\"deploy/new.yaml\"", File.ReadAllText(Path.Combine(tool.Folder, "k.sarif")), StringComparison.Ordinal);
        Assert.DoesNotContain("'old'", File.ReadAllText(Path.Combine(tool.Folder, "k.sarif")), StringComparison.Ordinal);
    }

    [GitFact]
    public void Every_command_of_the_samples_and_hooks_is_understood()
    {
        using var tool = new Tool().Add("deploy/web.yaml", SampleManifest.Deployment());
        Commit(tool);
        var files = Directory.GetFiles(Path.Combine(Root, "samples", "ci")).Append(Path.Combine(Root, ".pre-commit-hooks.yaml"));
        var commands = files.SelectMany(File.ReadAllLines).Select(line => Regex.Match(line, @"(?:dotnet kubelint|entry: kubelint|entry: ci/kubelint\.sh) (?<rest>.*)")).Where(m => m.Success).Select(m => m.Groups["rest"].Value).ToList();

        Assert.Equal(4, commands.Count);
        Assert.All(commands, command =>
        {
            var result = tool.Shell($"CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main; $kubelint {command.Replace("$(Agent.TempDirectory)", "out", StringComparison.Ordinal)}");
            Assert.True(result.Code == 0, $"{command}: {result.Error}");
        });
        Assert.True(File.Exists(Path.Combine(tool.Folder, "out", "kubelint.xml")));
        Assert.True(File.Exists(Path.Combine(tool.Folder, "gl-code-quality-report.json")));
    }

    [Fact]
    public void The_readme_shows_the_sample_s_steps()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n");
        var shown = readme.Split("<!-- samples/ci/github.yml -->\n```yaml\n")[1].Split("```")[0];
        Assert.Contains(shown, File.ReadAllText(Path.Combine(Root, "samples", "ci", "github.yml")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static void Commit(Tool tool) =>
        Assert.Equal(0, tool.Shell("git init -q && git add -A && git -c user.name=a -c user.email=a@example.com commit -qm x && git update-ref refs/remotes/origin/main HEAD").Code);

    private static YamlMappingNode Yaml(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(Root, file))));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static string FindRoot()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "KubeLint.sln"))) root = Path.GetDirectoryName(root)!;
        return root;
    }
}
