using static KubeLint.Yaml.Tests.Reading;

namespace KubeLint.Yaml.Tests;

public sealed class TemplateTests
{
    private const string Head = "apiVersion: apps/v1\nkind: Deployment\n";

    [Theory]
    [InlineData("{{- if .Values.on }}\n" + Head + "{{- end }}\n")]
    [InlineData(Head + "metadata:\n  name: {{ .Values.name }}\n")]
    [InlineData(Head + "metadata:\n  name: {{ .Values.name }}-web\n")]
    [InlineData(Head + "metadata:\n  name: \"{{ .Values.name | default \"web\" }}\"\n")]
    [InlineData(Head + "metadata:\n  labels:\n    {{- include \"labels\" . | nindent 4 }}\n")]
    [InlineData(Head + "metadata:\n{{ toYaml .Values.metadata | indent 2 }}\n")]
    [InlineData(Head + "{{- range .Values.list }}\n---\n" + Head + "{{- end }}\n")]
    [InlineData("{{/*\nA comment.\n*/}}\n" + Head)]
    [InlineData(Head + "metadata:\n  name: {% name %}\n")]
    [InlineData("{% if x %}\n" + Head + "{% endif %}\n")]
    [InlineData(Head + "metadata:\n  name: a\n<% if x %>\nspec:\n<% end %>\n")]
    [InlineData(Head + "metadata:\n  { { .Values.metadata } }\n")]
    [InlineData(Head + "metadata:\n  name: @NAME@\n")]
    [InlineData(Head + "metadata:\n  name: %NAME%\n")]
    [InlineData("{\"apiVersion\": \"apps/v1\", \"kind\": \"Deployment\",\n \"spec\": {\"replicas\": ${REPLICAS}}}\n")]
    [InlineData(Head + "zones: [${A}, ${B}]\n")]
    public void A_template_is_counted_and_never_blamed(string text)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var file = Read(text.Replace("\n", lineEnd));
            Assert.Empty(file.Problems);
            Assert.Empty(file.Documents);
            Assert.Equal(new DocumentCounts(0, 0, 1, 0, 0), file.Counts);
        }
    }

    [Fact]
    public void One_template_makes_the_whole_file_one() =>
        Assert.Equal(new DocumentCounts(0, 0, 1, 0, 0), Read(Deployment + "---\n{{ if x }}\n" + Head + "{{ end }}\n---\n" + Deployment).Counts);

    [Theory]
    [InlineData("args: [\"{{ inputs.parameters.x }}\", '{{item}}']")]
    [InlineData("text: |\n  {{ range .Items }}\n  {{ .Name }}\n  {{ end }}")]
    [InlineData("text: up {{ $labels.instance }} is down")]
    [InlineData("# {{ a comment }}")]
    public void Actions_in_texts_make_no_template(string lines)
    {
        var text = StorageClass + lines + "\n";
        Assert.Equal(1, Read(text).Counts.Read);
        Assert.Equal("KUBE3001@6:20", Found(text));
    }

    [Theory]
    [InlineData("metadata:\n  name: \"open\n  x: y\n", 4)]
    [InlineData("metadata:\n  name: a\n bad: b\n", 5)]
    public void A_fault_far_from_the_actions_in_texts_is_told(string broken, int line)
    {
        var text = Head + broken + "spec:\n  text: \"{{ x }}\"\n  more: up {{ y }}\n---\n" + StorageClass;
        var findings = Lint(text);
        Assert.Equal(["KUBE0001", "KUBE3001"], findings.Select(f => f.Rule.Id));
        Assert.Equal(line, findings[0].Span.StartPosition.Line);
    }

    [Fact]
    public void A_rule_of_Prometheus_and_a_workflow_of_Argo_are_passed_over()
    {
        const string text = """
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            spec:
              groups:
              - rules:
                - annotations:
                    summary: "{{ $labels.pod }} is down"
            ---
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            spec:
              templates:
              - container:
                  args: ["{{inputs.parameters.message}}"]
            """;
        Assert.Equal(new DocumentCounts(0, 2, 0, 0, 0), Read(text).Counts);
        Assert.Equal("KUBE3001@21:20", Found(text + "\n---\n" + StorageClass));
    }
}
