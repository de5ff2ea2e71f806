using System.Text.Json;
using KubeLint.Cli.Tests;
using KubeLint.Provisioner.Commands;
using KubeLint.Rules.Tests;

namespace KubeLint.Provisioner.Tests;

public sealed class CommandTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "kubelint-kapsule.dll");

    // No test asks Scaleway.
    static CommandTests() => Environment.SetEnvironmentVariable(Scaleway.NodeTypeAvailability.KeyVariable, null);

    [Fact]
    public void From_an_empty_folder_to_a_drill()
    {
        using var tool = new Tool();
        tool.Add("cluster.yaml", Run(tool, "example").Output).Add("cluster.schema.json", Run(tool, "schema").Output);
        var (first, second) = (Run(tool, "plan", "--out", "plan"), Run(tool, "plan", "--out", "plan"));

        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Contains("added     plan/manifests/20-web.yaml\n", first.Output, StringComparison.Ordinal);
        Assert.Equal(first.Output.Replace("added    ", "unchanged", StringComparison.Ordinal), second.Output);

        var (declared, written) = (Run(tool, "drill"), Run(tool, "drill", "plan"));
        Assert.Equal((0, "", 0, ""), (declared.Code, declared.Error, written.Code, written.Error));
        Assert.Equal(declared.Output, written.Output);
        Assert.EndsWith("""
            Without fr-par-1: every workload survives; kubectl and new pods have to wait: the control plane's load balancer stands there
            Without fr-par-2: every workload survives
            Without fr-par-3: every workload survives

            """.ReplaceLineEndings("\n"), declared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_shows_what_plan_prints_and_the_end_of_the_examples_drill()
    {
        using var tool = new Tool();
        tool.Add("cluster.yaml", Run(tool, "example").Output);

        Assert.Equal(Readme("plan"), Run(tool, "plan", "--out", "plan").Output);
        Assert.EndsWith(Readme("drill"), Run(tool, "drill").Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task The_readme_shows_what_apply_prints()
    {
        var objects = LiveObjects.Whole().Deployment("shop", "web", "fr-par-1", "fr-par-2", "fr-par-3").StatefulSet("shop", "store", "fr-par-1", "fr-par-2", "fr-par-3");
        using var programs = new StandIns(ExampleCommand.Text).Live(objects);

        Assert.Equal(0, await programs.Apply("yes", names: new StandIns.Names("51.0.0.1", "51.0.0.2")));

        // A terminal shows what is typed.
        Assert.Equal(Readme("apply"), programs.Output.ToString().Replace("Type 'yes': ", "Type 'yes': yes\n", StringComparison.Ordinal));
    }

    [Fact]
    public void A_drill_as_JSON_names_what_remains()
    {
        using var tool = new Tool().Add("cluster.yaml", Declared.Text());
        using var losses = JsonDocument.Parse(Run(tool, "drill", "--lose", "fr-par-3", "--format", "json").Output);
        var loss = Assert.Single(losses.RootElement.EnumerateArray());

        Assert.Equal("fr-par-3", loss.GetProperty("zone").GetString());
        Assert.True(loss.GetProperty("isSurvived").GetBoolean());
        Assert.Equal(2, loss.GetProperty("workloads")[0].GetProperty("remaining").GetInt32());
    }

    [Fact]
    public void What_does_not_survive_makes_the_exit_code_1()
    {
        using var tool = new Tool().Add("cluster.yaml", Declared.Text());
        Run(tool, "plan", "--out", "plan");
        var path = Path.Combine(tool.Folder, "plan", "manifests", "20-worker.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("DoNotSchedule", "ScheduleAnyway", StringComparison.Ordinal));
        var result = Run(tool, "drill", "plan", "--lose", "fr-par-2");

        Assert.Equal((1, ""), (result.Code, result.Error));
        Assert.EndsWith("Without fr-par-2: may be gone, or is not known: worker\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_are_told_as_builds_tell_them_and_nothing_is_written()
    {
        using var tool = new Tool().Add("cluster.yaml", Declared.Smallest + "replicas: 3\n");
        var result = Run(tool, "plan", "--out", "plan");

        Assert.Equal((1, ""), (result.Code, result.Output));
        Assert.StartsWith("cluster.yaml(4,1): error: 'replicas' is no key of a cluster", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(tool.Folder, "plan")));
        Assert.Equal(result.Error, Run(tool, "drill").Error);
    }

    [Theory]
    [InlineData("kubelint-kapsule: Option '--out' is required.\nTry 'kubelint-kapsule --help'.\n", "plan")]
    [InlineData("kubelint-kapsule: 'none.yaml' is not there; 'kubelint-kapsule example' prints one to start from\n", "plan", "none.yaml", "--out", "plan")]
    [InlineData("kubelint-kapsule: 'nl-ams-1' is no zone of the plan; it has fr-par-1, fr-par-2, fr-par-3\n", "drill", "--lose", "nl-ams-1")]
    [InlineData("kubelint-kapsule: '.' holds no node pools whose zones are known; is it the folder of a plan?\n", "drill", ".")]
    [InlineData("kubelint-kapsule: 'cluster.yaml' can't be written: ", "plan", "--out", "cluster.yaml")]
    public void What_is_not_there_is_told(string error, params string[] arguments)
    {
        using var tool = new Tool().Add("cluster.yaml", Declared.Smallest);
        var result = Run(tool, arguments);

        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.StartsWith(error, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_teaches_and_is_no_pass_without_a_command()
    {
        using var tool = new Tool();
        var (help, none) = (Run(tool, "--help"), Run(tool));

        Assert.Equal((0, 2), (help.Code, none.Code));
        Assert.Equal(help.Output, none.Error);
        Assert.All(["example > cluster.yaml", "plan --out plan", "drill", "terraform", "kubectl", "Exit codes", "SCW_SECRET_KEY"], word => Assert.Contains(word, help.Output, StringComparison.Ordinal));
    }

    // The block of the README that shows what a command prints.
    private static string Readme(string command) =>
        File.ReadAllText(Path.Combine(RepositoryPaths.Root, "README.md")).ReplaceLineEndings("\n").Split($"<!-- kubelint-kapsule {command} -->\n```text\n")[1].Split("```")[0];

    private static Tool.Result Run(Tool tool, params string[] arguments) => tool.RunAssembly(Program, null, arguments);
}
