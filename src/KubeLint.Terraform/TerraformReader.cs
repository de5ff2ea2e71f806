using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Syntax;
using KubeLint.Views;
using KubeLint.Yaml;

namespace KubeLint.Terraform;

/// <summary>
/// Reads what Terraform declares, in JSON: plans and states (<c>terraform show -json</c>) and configuration
/// (<c>*.tf.json</c>). A resource of a Kubernetes provider becomes the object that it declares; another becomes an
/// object of group <see cref="Declaration.Group"/>, with its type as the kind and its arguments as the spec.
/// Sources: Terraform, "JSON Output Format" and "JSON Configuration Syntax".
/// </summary>
public static class TerraformReader
{
    private const string ConfigurationExtension = ".tf.json";

    /// <summary>Whether a file is configuration, by its name. All such files of a folder, and those of Terraform's own language, are one module.</summary>
    /// <param name="path">The path.</param>
    public static bool IsConfiguration(string path) => path.EndsWith(ConfigurationExtension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file is Terraform's. Nothing is read but its name and the words that every plan has.</summary>
    /// <param name="path">The path that reports show.</param>
    /// <param name="text">Its text.</param>
    public static bool Accepts(string path, string text) =>
        IsConfiguration(path)
        || (text.FirstOrDefault(c => !char.IsWhiteSpace(c)) == '{' && Mentions(text, "\"format_version\"") && Mentions(text, "\"terraform_version\"") && (Mentions(text, "\"planned_values\"") || Mentions(text, "\"values\"")));

    /// <summary>Reads a file that <see cref="Accepts"/> takes.</summary>
    /// <param name="path">The path that reports show.</param>
    /// <param name="text">Its text.</param>
    /// <param name="options">What the user configured for it.</param>
    public static ManifestFile Read(string path, string text, LintOptions options)
    {
        var file = new SourceFile(path, text);
        var tree = JsonTree.Read(file, text);
        var content = tree.Root is MappingNode root
            ? IsConfiguration(path) ? ConfigurationReader.Read(root) : PlanReader.Read(root)
            : new TerraformContent([], tree.Problem ?? "this is no object of JSON, as Terraform's files are", tree.Problem is null ? new SourceSpan(file, 0, 0) : tree.Place);
        if (content.Problem is { } problem)
            return new ManifestFile([], [], [new Finding(HostRules.UnreadableManifest, content.ProblemPlace, problem) { Severity = options.SeverityOf(HostRules.UnreadableManifest) }], new DocumentCounts(0, 0, 0, 0, 1));

        // Addresses are unique in one plan, and in the files of one folder.
        var scope = IsConfiguration(path) ? file.Folder : path;
        var documents = new List<Document>();
        var passedOver = 0;
        foreach (var resource in content.Resources)
        {
            var read = KubernetesObject.From(resource, file, options) ?? (IsRead(resource.Type) ? [TerraformObject.From(resource, scope)] : []);
            documents.AddRange(read.Select(node => new Document(file, node, options) { Declaration = new Declaration(resource.Type, resource.Address) }));
            if (read.Count == 0) passedOver++;
        }

        return new ManifestFile(documents, [], [], new DocumentCounts(documents.Count, passedOver, 0, documents.Count + passedOver == 0 ? 1 : 0, 0));
    }

    private static bool IsRead(string type) => ReadKinds.Contains(TerraformObject.ApiVersion, type);

    private static bool Mentions(string text, string word) => text.IndexOf(word, StringComparison.Ordinal) >= 0;
}
