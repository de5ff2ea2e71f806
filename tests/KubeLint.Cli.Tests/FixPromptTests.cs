using KubeLint.Configuration;
using KubeLint.Engine;
using KubeLint.Engine.Fixing;
using KubeLint.Syntax;
using KubeLint.Yaml.Editing;

namespace KubeLint.Cli.Tests;

public sealed class FixPromptTests
{
    [Fact]
    public void A_question_shows_the_finding_and_the_change()
    {
        var output = new StringWriter { NewLine = "\n" };
        var answer = new FixPrompt(new StringReader("what\ny\n"), output, false).Ask(Proposal("KUBE3001", ""));

        Assert.Equal(new FixAnswer(0), answer);
        Assert.Equal(
            """

            a.yaml:1:1 KUBE3001 m
            Set it
            diff --git a/a.yaml b/a.yaml
            --- a/a.yaml
            +++ b/a.yaml
            @@ -1,1 +1,1 @@
            -a: b\u001b
            +a: c\u001b
            Mend it? [y, a (all of KUBE3001), n, q] Mend it? [y, a (all of KUBE3001), n, q] 
            """,
            output.ToString());
    }

    [Theory]
    [InlineData("Y", 0, false)]
    [InlineData("yes", 0, false)]
    [InlineData("n", null, false)]
    [InlineData(" No ", null, false)]
    [InlineData("q", null, true)]
    [InlineData("quit", null, true)]
    [InlineData("1\ny", 0, false)]
    [InlineData("", null, true)]
    public void Answers_are_understood(string typed, int? choice, bool stops) =>
        Assert.Equal(new FixAnswer(choice, stops), new FixPrompt(new StringReader(typed.Length == 0 ? "" : typed + "\n"), TextWriter.Null, false).Ask(Proposal("KUBE3001", "")));

    [Theory]
    [InlineData("2", 1)]
    [InlineData("y\na\n0\n3\n1", 0)]
    public void Among_several_a_number_chooses(string typed, int choice) =>
        Assert.Equal(new FixAnswer(choice), new FixPrompt(new StringReader(typed + "\n"), TextWriter.Null, false).Ask(Proposal("KUBE1003", "hard", "soft")));

    [Fact]
    public void All_of_a_rule_are_answered_at_once()
    {
        var prompt = new FixPrompt(new StringReader("a\n2a\nn\n"), TextWriter.Null, false);

        Assert.Equal(new FixAnswer(0), prompt.Ask(Proposal("KUBE3001", "")));
        Assert.Equal(new FixAnswer(1), prompt.Ask(Proposal("KUBE1003", "hard", "soft")));
        Assert.Equal(new FixAnswer(0), prompt.Ask(Proposal("KUBE3001", "")));
        Assert.Equal(new FixAnswer(0), prompt.Ask(Proposal("KUBE1003", "soft", "other")));
        Assert.Equal(new FixAnswer(null), prompt.Ask(Proposal("KUBE1003", "hard", "other")));
        Assert.Equal(new FixAnswer(null, true), prompt.Ask(Proposal("KUBE1001", "")));
    }

    private static FixProposal Proposal(string rule, params string[] choices) => new(
        new ReportedFinding(rule, Severity.Warning, "m", new ReportedPlace("a.yaml", new LinePosition(1, 1), new LinePosition(1, 2))),
        [.. choices.Select(c => new ProposedFix("Set it", c, [new ProposedText("a.yaml", "a: b\u001b\n", [new TextChange(3, 1, "c")])]))]);
}
