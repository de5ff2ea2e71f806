using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Rules;
using KubeLint.Yaml.Editing;
using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Running;

/// <summary>Makes fixes that are offered, each by itself, and looks at what is left.</summary>
internal static class Mending
{
    private const string Path = "app.yaml";

    /// <summary>
    /// The titles of the fixes that a rule offers in a file, with <c>id: </c> before those that are a choice. Each is made, and
    /// takes its finding away without bringing any other.
    /// </summary>
    public static string Offered(string id, string yaml, LintOptions? options = null, params (string Path, string Text)[] beside)
    {
        var before = All(yaml, options, beside);
        var fixes = before.Where(f => f.Rule.Id == id && f.Span.File.Path == Path).SelectMany(f => f.Fixes, (finding, fix) => (finding, fix)).ToList();
        foreach (var (finding, fix) in fixes)
        {
            var text = Made(yaml, fix);
            var after = All(text, options, beside).Select(NameOf).ToList();
            Assert.True(after.Count(name => name == NameOf(finding)) < before.Count(f => NameOf(f) == NameOf(finding)), $"'{fix.Title}' leaves '{finding.Message}'\n{text}");
            Assert.Empty(after.Except(before.Select(NameOf)));
        }

        return string.Join("; ", fixes.Select(f => (f.fix.Id.Length > 0 ? f.fix.Id + ": " : "") + f.fix.Title));
    }

    /// <summary>What the one fix of a rule, or the one that is chosen by its id, makes of a file.</summary>
    public static string Mended(string id, string yaml, LintOptions? options = null, string choice = "") =>
        Made(yaml, Assert.Single(All(yaml, options, []).Where(f => f.Rule.Id == id).SelectMany(f => f.Fixes), fix => fix.Id == choice));

    private static string Made(string yaml, Fix fix)
    {
        var outcome = YamlEditor.Edit(Path, yaml, fix.Edits);
        Assert.Null(outcome.Refusal);
        return outcome.Text;
    }

    private static IReadOnlyList<Finding> All(string yaml, LintOptions? options, (string Path, string Text)[] beside) => Find([(Path, yaml), .. beside], options, RuleCatalogue.Rules);

    private static string NameOf(Finding finding) => $"{finding.Rule.Id} {finding.Span.File.Path} {finding.Resource?.DisplayName} {finding.FieldPath}";
}
