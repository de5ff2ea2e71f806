using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Views;
using KubeLint.Yaml;

namespace KubeLint.Terraform.Tests;

/// <summary>Lints files of Terraform, and of Kubernetes beside them.</summary>
internal static class Linting
{
    /// <summary>The objects of one file of Terraform.</summary>
    public static IReadOnlyList<Resource> Read(string name, string text)
    {
        Assert.True(TerraformReader.Accepts(name, text), $"{name} is not taken for Terraform's");
        return [.. TerraformReader.Read(name, text, LintOptions.Default).Documents.SelectMany(Resource.ReadAll)];
    }

    /// <summary>All findings of files as one set.</summary>
    public static IReadOnlyList<Finding> AllIn(params (string Name, string Text)[] files)
    {
        var read = files.Select(f => TerraformReader.Accepts(f.Name, f.Text) ? TerraformReader.Read(f.Name, f.Text, LintOptions.Default) : new ManifestReader().Read(f.Name, f.Text, LintOptions.Default)).ToList();
        var set = new ResourceSet(read.SelectMany(f => f.Documents).SelectMany(Resource.ReadAll));
        return new Linter().Lint(new Inventory(set), read.SelectMany(f => f.Suppressions), read.SelectMany(f => f.Problems));
    }

    /// <summary>The findings of some rules, one line each: the id and how reports name the object.</summary>
    public static string Found(string rules, params (string Name, string Text)[] files) =>
        string.Join("\n", AllIn(files).Where(f => rules.Split(' ').Contains(f.Rule.Id)).Select(f => $"{f.Rule.Id} {f.Resource?.Identity.Name}"));

    /// <summary>The same of one configuration that consists of these resources.</summary>
    public static string FoundIn(string rules, string resources) => Found(rules, ("main.tf.json", $$"""{"resource": {{resources}}}"""));
}
