using System.Text.RegularExpressions;
using KubeLint.Configuration;

namespace KubeLint.Rules.Tests;

public sealed partial class RuleClassTests
{
    private const int MostLines = 110;

    public static TheoryData<string> RuleNames => [.. RuleCatalogue.Rules.Select(rule => rule.GetType().Name)];

    [Fact]
    public void The_catalogue_holds_every_rule_class()
    {
        var classes = typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract);
        Assert.Equal(classes.Select(type => type.Name).Order(StringComparer.Ordinal), RuleCatalogue.Rules.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_are_unique_and_sorted()
    {
        var ids = RuleCatalogue.Descriptors.Select(rule => rule.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.Equal(ids.Count, RuleCatalogue.Descriptors.Select(rule => rule.Name).Distinct().Count());
    }

    [Fact]
    public void Ids_names_and_summaries_have_one_form()
    {
        foreach (var rule in RuleCatalogue.Descriptors)
        {
            Assert.Matches(IdForm(), rule.Id);
            Assert.Matches(NameForm(), rule.Name);
            Assert.True(char.IsUpper(rule.Summary[0]) && !rule.Summary.EndsWith('.'), $"{rule.Id}: a summary is a sentence without a full stop: '{rule.Summary}'");
            Assert.NotEqual(Severity.None, rule.DefaultSeverity);
        }
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void A_rule_is_one_sealed_class_in_one_short_file_named_for_the_offence(string className)
    {
        var rule = RuleCatalogue.Rules.Single(r => r.GetType().Name == className);
        Assert.True(rule.GetType().IsSealed, $"{className} is not sealed");
        Assert.Equal(rule.Descriptor.Name.Replace("-", ""), className.ToLowerInvariant());

        var path = Path.Combine(RepositoryPaths.RuleClasses, className + ".cs");
        Assert.True(File.Exists(path), $"src/KubeLint.Core/Rules/{className}.cs is missing");
        var lines = File.ReadLines(path).Count();
        Assert.True(lines <= MostLines, $"src/KubeLint.Core/Rules/{className}.cs has {lines} lines; a rule has at most {MostLines}");
    }

    [GeneratedRegex("^KUBE[0-9]{4}$")]
    private static partial Regex IdForm();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex NameForm();
}
