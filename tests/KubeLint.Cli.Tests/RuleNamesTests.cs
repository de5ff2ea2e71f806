using KubeLint.Engine.Fixing;

namespace KubeLint.Cli.Tests;

public sealed class RuleNamesTests
{
    [Fact]
    public void Preferences_name_a_choice_or_a_rule_and_its_choice()
    {
        var read = RuleNames.Preferences(["hard", "KUBE3001=soft, immediate-binding = fr-par-1"], out var problem);

        Assert.Null(problem);
        Assert.Equal([new FixPreference(null, "hard"), new FixPreference("KUBE3001", "soft"), new FixPreference("KUBE3001", "fr-par-1")], read);
    }

    [Theory]
    [InlineData("KUBE1009=hard", "KUBE1009 has no fixes to choose among")]
    [InlineData("KUBE9=hard", "'KUBE9' is no rule; 'kubelint rules' lists them")]
    [InlineData("KUBE3001=", "'KUBE3001=' names no fix; write it as in KUBE1003=hard")]
    public void A_preference_that_cannot_be_meant_is_told(string value, string expected)
    {
        RuleNames.Preferences([value], out var problem);
        Assert.Equal(expected, problem);
    }
}
