using System.Globalization;
using KubeLint.Analyzers.Tests;
using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Engine;
using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Terraform;
using KubeLint.Views;
using KubeLint.Yaml;
using KubeLint.Yaml.Editing;
using Microsoft.CodeAnalysis;

namespace KubeLint.Rules.Tests;

/// <summary>Lints examples. Each is about one rule: what others merely inform of is left out.</summary>
internal static class ExampleRun
{
    private const string FileName = "example.yaml";

    /// <summary>The findings of an example, one line each: <c>line:column severity ID message</c>.</summary>
    public static IReadOnlyList<string> Lint(Example example) =>
        example.IsConfiguration ? LintConfiguration(example.Block.Text)
        : example.IsCSharp ? LintCSharp(example)
        : LintManifest(example, example.Block.Text);

    /// <summary>The findings of an example's manifest, as it is or changed.</summary>
    public static IReadOnlyList<string> LintManifest(Example example, string text) =>
        [.. ReportedFinding.From([.. FindIn(example, text).Where(f => IsOwn(example, f.Rule.Id, f.Severity == Severity.Info))]).Select(Shown)];

    /// <summary>All findings of an example's manifest, as it is or changed.</summary>
    public static IReadOnlyList<Finding> FindIn(Example example, string text)
    {
        var options = OptionsOf(example);
        var file = example.IsTerraform ? TerraformReader.Read("main.tf.json", text, options) : new ManifestReader().Read(FileName, text, options);
        var set = new ResourceSet(file.Documents.SelectMany(Resource.ReadAll));
        return [.. new Linter().Lint(new Inventory(set), file.Suppressions, file.Problems).Where(f => f.Severity != Severity.None)];
    }

    /// <summary>What fixes make of an example's manifest.</summary>
    /// <exception cref="InvalidOperationException">They can't be made.</exception>
    public static string Edit(string text, IEnumerable<Fix> fixes) =>
        YamlEditor.Edit(FileName, text, [.. fixes.SelectMany(fix => fix.Edits)]) is var outcome && outcome.Refusal is { } refusal ? throw new InvalidOperationException(refusal) : outcome.Text;

    /// <summary>The options that stand before an example.</summary>
    /// <exception cref="FormatException">A line is no setting, or none that KubeLint understands.</exception>
    public static LintOptions OptionsOf(Example example)
    {
        var options = LintOptions.Default;
        foreach (var line in example.Settings?.Lines ?? [])
        {
            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is not [var key, var value]) throw new FormatException($"{example.Settings!.Place}: '{line}' is no setting");
            if (LintOptions.Problem(key, value) is { } problem) throw new FormatException($"{example.Settings!.Place}: {problem}");
            options = options.With(key, value);
        }

        return options;
    }

    // The engine reads configuration from files, so the example becomes the .editorconfig beside a manifest.
    private static IReadOnlyList<string> LintConfiguration(string text)
    {
        var root = Directory.CreateTempSubdirectory("kubelint-example-");
        try
        {
            File.WriteAllText(Path.Combine(root.FullName, ".editorconfig"), "root = true\n");
            var folder = root.CreateSubdirectory("deploy").FullName;
            File.WriteAllText(Path.Combine(folder, ".editorconfig"), text);
            File.WriteAllText(Path.Combine(folder, "example.yaml"), "apiVersion: v1\nkind: Service\n");
            return [.. LintRun.Execute(new LintRequest(root.FullName, [folder])).Findings.Select(Shown)];
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static List<string> LintCSharp(Example example)
    {
        var settings = (example.Settings?.Lines ?? []).Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries)).ToDictionary(pair => pair[0], pair => pair[1]);
        var found = new Verifier { IsProgram = true, Options = settings }.Diagnose(example.Block.Text).GetAwaiter().GetResult();
        return [.. found.Where(d => IsOwn(example, d.Id, d.Severity == DiagnosticSeverity.Info)).OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal).Select(Shown)];
    }

    private static bool IsOwn(Example example, string id, bool isInfo) => !isInfo || example.Block.Page.StartsWith(id, StringComparison.Ordinal);

    private static string Shown(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        return $"{start.Line + 1}:{start.Character + 1} {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private static string Shown(ReportedFinding f) =>
        $"{f.Place.Start.Line}:{f.Place.Start.Column} {f.Severity.ToString().ToLowerInvariant()} {f.RuleId} {f.Message}";
}
