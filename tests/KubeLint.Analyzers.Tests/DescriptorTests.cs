using KubeLint.Configuration;
using KubeLint.Rules;
using Microsoft.CodeAnalysis;

namespace KubeLint.Analyzers.Tests;

/// <summary>What the compiler is told of the rules is what the catalogue says; that is what release tracking would watch.</summary>
public sealed class DescriptorTests
{
    private static readonly IReadOnlyList<DiagnosticDescriptor> Descriptors = new KubeLintAnalyzer().SupportedDiagnostics;

    [Fact]
    public void Every_rule_has_a_descriptor_for_an_object_and_one_for_a_compilation()
    {
        foreach (var rule in RuleCatalogue.Descriptors)
        {
            var own = Descriptors.Where(d => d.Id == rule.Id).ToList();
            Assert.Equal([false, true], own.Select(d => d.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd)).Order());
            Assert.All(own, d => Assert.Equal(
                (rule.Summary, "{0}", "KubeLint", SeverityOf(rule), true, RuleLinks.To(rule) ?? ""),
                (d.Title.ToString(), d.MessageFormat.ToString(), d.Category, d.DefaultSeverity, d.IsEnabledByDefault, d.HelpLinkUri)));
        }

        Assert.Equal(RuleCatalogue.Descriptors.Count * 2, Descriptors.Count);
    }

    private static DiagnosticSeverity SeverityOf(RuleDescriptor rule) => rule.DefaultSeverity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
