using System.Text.Json;
using System.Xml.Linq;

namespace KubeLint.Cli.Tests;

public sealed class FormatTests
{
    private const string Summary = "1 finding: 1 warning\nRead 2 manifests in 1 file\n";

    [Theory]
    [InlineData("--format", "text", "--format", "sarif=out/x.sarif", "--format", "junit=x.xml")]
    [InlineData("--format", "text,sarif=out/x.sarif, junit=x.xml")]
    [InlineData("--format=sarif=out/x.sarif,TEXT=-", "--format=junit=x.xml")]
    public void Several_formats_are_written_at_once(params string[] formats)
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment());
        var result = tool.Run(["check", "x.yaml", .. formats]);

        Assert.Equal((1, ""), (result.Code, result.Error));
        Assert.StartsWith("x.yaml\n  12:5 warning KUBE1001 ", result.Output, StringComparison.Ordinal);
        Assert.Equal("KUBE1001", JsonDocument.Parse(File.ReadAllText(Path.Combine(tool.Folder, "out/x.sarif"))).RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("ruleId").GetString());
        Assert.Equal("1", (string?)XDocument.Load(Path.Combine(tool.Folder, "x.xml")).Root!.Attribute("tests"));
    }

    [Theory]
    [InlineData("markdown", "<!-- kubelint -->\n")]
    [InlineData("github", "::warning file=x.yaml,line=12,col=5,endLine=12,endColumn=9,title=KUBE1001 missing-zone-spread::Deployment 'web': ")]
    [InlineData("gitlab", "[\n  {\"description\": \"Deployment 'web': ")]
    [InlineData("azure", "##vso[task.logissue type=warning;sourcepath=x.yaml;linenumber=12;columnnumber=5;code=KUBE1001;]Deployment 'web': ")]
    [InlineData("junit", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites ")]
    [InlineData("rdjson", "{\n\"source\": {\"name\": \"KubeLint\"}")]
    public void A_format_alone_is_on_standard_output_and_the_summary_is_not(string format, string start)
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment());
        var result = tool.Run("check", "--format", format, ".");

        Assert.Equal((1, Summary), (result.Code, result.Error));
        Assert.StartsWith(start, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reviewdog_gets_a_suggestion()
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment());
        var suggestion = JsonDocument.Parse(tool.Run("check", "--format", "rdjson", ".").Output).RootElement.GetProperty("diagnostics")[0].GetProperty("suggestions")[0];

        Assert.Contains("topologySpreadConstraints:", suggestion.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'sarf' is no format; did you mean sarif? there are text, markdown, json, sarif, github, gitlab, azure, junit, rdjson", "--format", "sarf=x")]
    [InlineData("'xml' is no format; there are text, markdown, json, sarif, github, gitlab, azure, junit, rdjson", "--format", "text,xml")]
    [InlineData("'\\u001b[31m' is no format; there are text, markdown, json, sarif, github, gitlab, azure, junit, rdjson", "--format", "\u001b[31m")]
    [InlineData("--format text and json would both go to standard output; name a file for one of them, as in json=report.json", "--format", "text", "--format", "json")]
    [InlineData("--format json and sarif would both be written to 'a/x'; name a file for each", "--format", "json=a/x,sarif=a/../a/x")]
    [InlineData("--format json= names no file; write it as in --format json=report.json, or json alone for standard output", "--format", "json=")]
    public void Formats_that_cannot_be_meant_are_told(string problem, params string[] formats)
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment());
        var result = tool.Run(["check", "x.yaml", .. formats]);

        Assert.Equal((2, "", $"kubelint: {problem}\nTry 'kubelint --help'.\n"), (result.Code, result.Output, result.Error));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_told_and_the_others_are_written()
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment()).Add("folder/x", "").Add("old.json", "old");
        var result = tool.Run("check", "x.yaml", "--format", "sarif=folder", "--format", "json=old.json");

        Assert.Equal((3, "", $"kubelint: 'folder' can't be written: it is a folder\n{Summary}"), (result.Code, result.Output, result.Error));
        Assert.StartsWith("[\n", File.ReadAllText(Path.Combine(tool.Folder, "old.json")), StringComparison.Ordinal);
    }

    [ProgramFact("/dev/full")]
    public void Output_that_takes_no_more_is_told_in_one_line()
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment());

        Assert.Equal((3, "kubelint: standard output can't be written: No space left on device\n"), Full("check x.yaml"));
        Assert.Equal((3, $"kubelint: '/dev/full' can't be written: No space left on device\n{Summary}"), Full("check x.yaml --format json=/dev/full"));
        Assert.Equal((3, "kubelint: reading or writing failed: No space left on device\n"), Full("explain KUBE1001"));
        Assert.Equal((3, "kubelint: reading or writing failed: No space left on device\n"), Full("survive x.yaml"));

        (int, string) Full(string command)
        {
            var result = tool.Shell($"$kubelint {command} > /dev/full");
            return (result.Code, result.Error);
        }
    }

    [UnixFact]
    public void People_who_leave_early_change_no_exit_code()
    {
        using var tool = new Tool().Add("x.yaml", string.Concat(Enumerable.Repeat(SampleManifest.Deployment().Split("---")[0] + "---\n", 2000)));
        var result = tool.Shell("{ $kubelint check x.yaml; echo $? >&2; } | head -1");

        Assert.Equal(("x.yaml\n", "1\n"), (result.Output, result.Error));
    }

    [UnixFact]
    public void A_report_stands_between_what_others_write_to_the_same_file()
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment());
        tool.Shell("{ echo first; $kubelint check x.yaml --format json; echo last; } > out");
        var lines = File.ReadAllLines(Path.Combine(tool.Folder, "out"));

        Assert.Equal(("first", "[", "]", "last", 5), (lines[0], lines[1], lines[3], lines[4], lines.Length));
    }

    [UnixFact]
    public void The_summary_of_a_GitHub_job_keeps_what_other_steps_wrote()
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment()).Add("summary", "# Other\n");
        var run = "GITHUB_STEP_SUMMARY=$PWD/summary $kubelint check x.yaml --format markdown=./summary --format markdown=other.md";

        Assert.Equal(1, tool.Shell(run).Code);
        Assert.Equal(1, tool.Shell(run).Code);
        var own = File.ReadAllText(Path.Combine(tool.Folder, "other.md"));
        Assert.Equal("# Other\n" + own + own, File.ReadAllText(Path.Combine(tool.Folder, "summary")));
    }

    [UnixFact]
    public void Names_forge_nothing_in_what_fix_and_survive_print()
    {
        using var tool = new Tool();
        var hostile = new[] { "::error::forged", " ::add-mask::forged", "##[add-mask]forged", "##vso[task.complete]forged", "\u001b[2J\n::error::forged" };
        foreach (var name in hostile) tool.Add($"{name}.yaml", SampleManifest.Deployment(JsonSerializer.Serialize(name)));
        string[] outputs =
        [
            .. new[] { tool.Run("survive"), tool.Run("fix", "--rule", "KUBE5001"), tool.Run("fix"), tool.Run("explain", hostile[0]), tool.Run("explain", hostile[3]), tool.Run("check", hostile[4]), tool.Run("fix", "--prefer", hostile[2]), tool.Run(hostile[0]) }
                .SelectMany(r => new[] { r.Output, r.Error }),
        ];

        Assert.Contains("fixed KUBE1001", string.Concat(outputs), StringComparison.Ordinal);
        Assert.All(outputs, output => Assert.Empty(BuildServers.GitHub(output)));
        Assert.All(outputs, output => Assert.Empty(BuildServers.Azure(output)));
        Assert.All(outputs, output => Assert.DoesNotContain(output, c => char.IsControl(c) && c != '\n'));
    }
}
