using KubeLint.Engine.Fixing;

namespace KubeLint.Cli.Tests;

public sealed class RuleNamesTests
{
    [Fact]
    public void Preferences_name_a_choice_or_a_rule_and_its_choice()
    {
        var read = Read(out var problem, "hard", "KUBE1003=soft, spread-only-preferred=HARD");

        Assert.Null(problem);
        Assert.Equal([new FixPreference(null, "hard"), new FixPreference("KUBE1003", "soft"), new FixPreference("KUBE1003", "HARD")], read);
    }

    [Theory]
    [InlineData("KUBE1003=sft", "'sft' is no fix of KUBE1003; there are hard, soft")]
    [InlineData("firm", "'firm' is a fix of no rule; there are hard, other, soft")]
    [InlineData("KUBE1001=hard", "KUBE1001 has no fixes to choose among")]
    [InlineData("KUBE9=hard", "'KUBE9' is no rule; 'kubelint rules' lists them")]
    public void A_choice_that_is_not_there_is_told(string value, string expected)
    {
        Read(out var problem, value);
        Assert.Equal(expected, problem);
    }

    private static IReadOnlyList<FixPreference> Read(out string? problem, params string[] values) =>
        RuleNames.Preferences(values, rule => rule.Id switch { "KUBE1003" => ["hard", "soft"], "KUBE1004" => ["other"], _ => [] }, out problem);
}
