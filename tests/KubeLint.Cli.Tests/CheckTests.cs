using System.Diagnostics;
using System.Text.Json;

namespace KubeLint.Cli.Tests;

public sealed class CheckTests
{
    [Fact]
    public void Without_a_path_the_current_folder_is_checked()
    {
        using var tool = new Tool().Add("k8s/web.yaml", SampleManifest.Deployment());
        var result = tool.Run("check");

        Assert.Equal((1, ""), (result.Code, result.Error));
        Assert.Equal(
            """
            k8s/web.yaml
              12:5 warning KUBE1001 Deployment 'web': nothing keeps its 3 replicas in different zones; all 3 may run in one zone, and losing it leaves 0
                12 |     spec:
                   |     ^^^^

            1 finding: 1 warning
            Read 2 manifests in 1 file
            'kubelint explain KUBE1001' tells why it matters and what to do

            """,
            result.Output);
    }

    [Fact]
    public void Files_folders_and_standard_input_are_checked_together()
    {
        using var tool = new Tool().Add("a/x.yaml", SampleManifest.Deployment()).Add("b/y.yaml", SampleManifest.Deployment()).Add("b/z.txt", SampleManifest.Deployment()).Add("c/not.yaml", SampleManifest.Deployment());
        var result = tool.RunWith(SampleManifest.Deployment(), "check", "a", "-", "b", "b/z.txt", "b/y.yaml");

        Assert.Equal(1, result.Code);
        Assert.Equal(["<stdin>", "a/x.yaml", "b/y.yaml", "b/z.txt"], result.Output.Split('\n').Where(line => line.Length > 0 && line[0] is '<' or 'a' or 'b' or 'c'));
        Assert.Contains("4 findings: 4 warnings\nRead 8 manifests in 4 files\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_alone_reads_no_files()
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment());
        var result = tool.RunWith("", "check", "-");

        Assert.Equal((0, "No findings, for no manifest was read\nRead 0 manifests in 1 file; passed over: 1 that is no manifest\n"), (result.Code, result.Output));
    }

    [Fact]
    public void Json_alone_is_on_standard_output_and_the_summary_is_not()
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment().Replace("name: web\nspec", "name: \"w\\u001b[31mé🚀\"\nspec", StringComparison.Ordinal));
        var result = tool.Run("check", "--format", "json", ".");

        Assert.Equal((1, "1 finding: 1 warning\nRead 2 manifests in 1 file\n"), (result.Code, result.Error));
        Assert.Equal("w\u001b[31mé🚀", Assert.Single(JsonDocument.Parse(result.Output).RootElement.EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("[]\n", tool.RunWith("", "check", "--format=json", "-").Output);
    }

    [Fact]
    public void Sarif_alone_is_on_standard_output_and_the_summary_is_not()
    {
        using var tool = new Tool().Add("k8s/x.yaml", SampleManifest.Deployment());
        var result = tool.Run("check", "--format", "sarif", ".");
        var run = JsonDocument.Parse(result.Output).RootElement.GetProperty("runs")[0];

        Assert.Equal((1, "1 finding: 1 warning\nRead 2 manifests in 1 file\n"), (result.Code, result.Error));
        Assert.Equal("KUBE1001", Assert.Single(run.GetProperty("results").EnumerateArray()).GetProperty("ruleId").GetString());
        Assert.Equal('{', result.Output[0]);
    }

    [Theory]
    [InlineData("error", 1, "--fail-on", "error")]
    [InlineData("error", 0, "--fail-on", "never")]
    [InlineData("warning", 0, "--fail-on", "error")]
    [InlineData("warning", 1, "--fail-on", "warning")]
    [InlineData("warning", 1)]
    [InlineData("suggestion", 0)]
    [InlineData("suggestion", 1, "--fail-on=info")]
    public void The_gate_decides_the_exit_code(string severity, int code, params string[] options)
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment()).Add(".editorconfig", $"root = true\n[*]\ndotnet_diagnostic.KUBE1001.severity = {severity}\n");

        Assert.Equal(code, tool.Run(["check", .. options]).Code);
    }

    [Theory]
    [InlineData("kubelint: 'gone.yaml' is not there; name files, folders, or - for standard input\n", "check", ".", "gone.yaml")]
    [InlineData("kubelint: '--nothing-like-it' is no option, and no file is there by that name; try 'kubelint --help'\n", "check", "--nothing-like-it", "info", ".")]
    [InlineData("kubelint: 'xml' is no format; there are text, markdown, json, sarif, github, gitlab, azure, junit, rdjson\nTry 'kubelint --help'.\n", "check", "--format", "xml")]
    [InlineData("kubelint: Argument 'sometimes' not recognized. Must be one of: 'error' 'warning' 'info' 'never'\nTry 'kubelint --help'.\n", "check", "--fail-on", "sometimes")]
    [InlineData("kubelint: '\\u001b[31m\\u000a' is not there; name files, folders, or - for standard input\n", "check", "\u001b[31m\n")]
    public void A_command_line_that_cannot_be_meant_is_told(string error, params string[] arguments)
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment());
        var result = tool.Run(arguments);

        Assert.Equal((2, "", error), (result.Code, result.Output, result.Error));
    }

    [Fact]
    public void Roslyn_is_needed_only_where_configuration_speaks_of_kubelint()
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment()).Add(".editorconfig", "root = true\n[*]\nindent_size = 2\n");
        using var copy = new Tool();
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            // Without kubelint.deps.json the host takes what lies there.
            var name = Path.GetFileName(file);
            if (name is "kubelint.dll" or "kubelint.runtimeconfig.json" || (name.EndsWith(".dll", StringComparison.Ordinal) && !name.StartsWith("Microsoft.", StringComparison.Ordinal)))
                File.Copy(file, Path.Combine(copy.Folder, name));
        }

        Assert.Equal((1, ""), Without());
        tool.Add(".editorconfig", "root = true\n[*]\nkubelint.zones = a\n");
        Assert.Equal(3, Without().Code);

        (int Code, string Error) Without()
        {
            var result = tool.RunAssembly(Path.Combine(copy.Folder, "kubelint.dll"), null, "check");
            return (result.Code, result.Error);
        }
    }

    [ProgramFact("/usr/bin/script")]
    public void Colours_need_a_terminal_and_consent()
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment());

        Assert.Contains("\u001b[33mwarning KUBE1001\u001b[0m", OnTerminal(""), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[33m", OnTerminal("NO_COLOR=1 "), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[33m", OnTerminal("TERM=dumb "), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', tool.Shell("$kubelint check x.yaml").Output);

        string OnTerminal(string setting) => tool.Shell($"{setting}script -qec \"$kubelint check x.yaml\" /dev/null < /dev/null").Output;
    }

    [UnixFact]
    public void A_reader_that_leaves_early_is_no_fault()
    {
        using var tool = new Tool().Add("x.yaml", string.Concat(Enumerable.Repeat(SampleManifest.Deployment().Split("---")[0] + "---\n", 2000)));
        var result = tool.Shell("$kubelint check x.yaml | head -1");

        Assert.Equal((0, "x.yaml\n", ""), (result.Code, result.Output, result.Error));
    }

    [UnixFact]
    public void A_program_that_leaves_early_has_half_a_report_and_is_told()
    {
        using var tool = new Tool().Add("x.yaml", string.Concat(Enumerable.Repeat(SampleManifest.Deployment().Split("---")[0] + "---\n", 2000)));
        var result = tool.Shell("{ $kubelint check x.yaml --format json; echo $? > code; } | head -c 1");

        Assert.Equal(("[", "3\n"), (result.Output, File.ReadAllText(Path.Combine(tool.Folder, "code"))));
        Assert.StartsWith("kubelint: standard output can't be written: ", result.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void An_interrupt_ends_it_at_once()
    {
        using var tool = new Tool();
        using var process = tool.Start(Tool.Assembly, "check", "-");

        // Should it come before the tool listens, the system ends the process with the same code.
        Thread.Sleep(1_000);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) kill.WaitForExit();

        Assert.True(process.WaitForExit(30_000));
        Assert.Equal((130, "", ""), (process.ExitCode, process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd()));
    }
}
