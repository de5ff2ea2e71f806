using System.Text;
using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Yaml.Tests;

/// <summary>Reads texts the way the tool does, and shows what came of them.</summary>
internal static class Reading
{
    /// <summary>A StorageClass whose last line is a finding (KUBE3001).</summary>
    public const string StorageClass = """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: fast
        provisioner: ebs.csi.aws.com
        volumeBindingMode: Immediate

        """;

    /// <summary>A Deployment that is a finding at the <c>spec</c> of its template (KUBE1001).</summary>
    public const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 3
          selector:
            matchLabels: {app: web}
          template:
            metadata:
              labels: {app: web}
            spec:
              containers:
              - name: web
                image: web:1

        """;

    public static ManifestFile Read(string text, string path = "a.yaml") => new ManifestReader().Read(path, text, LintOptions.Default);

    public static ManifestFile Read(byte[] bytes)
    {
        var text = ManifestText.Decode(bytes, bytes.Length, out var error);
        return new ManifestReader().Read("a.yaml", text, LintOptions.Default, error);
    }

    public static IReadOnlyList<Resource> Objects(ManifestFile file) => [.. file.Documents.SelectMany(Resource.ReadAll)];

    public static IReadOnlyList<Resource> Objects(string text, string path = "a.yaml") => Objects(Read(text, path));

    /// <summary>The kinds of the objects that were read, in order.</summary>
    public static string Kinds(string text) => string.Join(" ", Objects(text).Select(r => r.Kind));

    public static IReadOnlyList<Finding> Lint(ManifestFile file) =>
        [.. new Linter().Lint(new Inventory(new ResourceSet(Objects(file))), file.Suppressions, file.Problems).Where(f => !ChattyRules.Ids.Contains(f.Rule.Id))];

    public static IReadOnlyList<Finding> Lint(string text) => Lint(Read(text));

    /// <summary>The findings as <c>KUBE1001@15:5</c>, in order.</summary>
    public static string Found(string text) => Show(Lint(text));

    public static string Show(IEnumerable<Finding> findings) =>
        string.Join(" ", findings.Select(f => $"{f.Rule.Id}@{f.Span.StartPosition.Line}:{f.Span.StartPosition.Column}"));

    /// <summary>The value of the key <c>v</c> of a Service with these lines.</summary>
    public static Node Value(string lines)
    {
        var file = Read("apiVersion: v1\nkind: Service\n" + lines);
        Assert.Empty(file.Problems);
        return Assert.IsType<MappingNode>(Assert.Single(file.Documents).Root).Find("v")!.Value.Value;
    }

    /// <summary>What was read as the key <c>v</c>, as <see cref="Show(Node)"/> writes it.</summary>
    public static string Shown(string lines) => Show(Value(lines));

    /// <summary>The text that a span covers.</summary>
    public static string At(string text, SourceSpan span) => text.Substring(span.Start, span.Length);

    /// <summary>A node in one line: texts in quotes, <c>?</c> for what is unknown, and <c>…</c> at the end of what is incomplete.</summary>
    public static string Show(Node node)
    {
        var text = new StringBuilder();
        Append(node, text);
        return text.ToString();
    }

    private static void Append(Node node, StringBuilder text)
    {
        switch (node)
        {
            case ScalarNode { Type: ScalarType.Null }:
                text.Append("null");
                break;
            case ScalarNode { Type: ScalarType.Boolean } scalar:
                text.Append(scalar.Boolean == true ? "true" : "false");
                break;
            case ScalarNode { Type: ScalarType.Integer } scalar:
                text.Append(scalar.Integer);
                break;
            case ScalarNode { Type: ScalarType.Float } scalar:
                text.Append("float ").Append(scalar.Text);
                break;
            case ScalarNode scalar:
                text.Append('\'').Append(scalar.Text.Replace("\n", "\\n")).Append('\'');
                break;
            case SequenceNode sequence:
                Append('[', sequence.Items.Select<Node, Action>(i => () => Append(i, text)), sequence.IsComplete, ']', text);
                break;
            case MappingNode mapping:
                Append('{', mapping.Entries.Select<MappingEntry, Action>(e => () =>
                {
                    text.Append(e.Key).Append(": ");
                    Append(e.Value, text);
                }), mapping.IsComplete, '}', text);
                break;
            default:
                text.Append('?');
                break;
        }
    }

    private static void Append(char open, IEnumerable<Action> parts, bool isComplete, char close, StringBuilder text)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var part in parts)
        {
            if (!isFirst) text.Append(", ");
            isFirst = false;
            part();
        }

        text.Append(isComplete ? "" : " …").Append(close);
    }
}
