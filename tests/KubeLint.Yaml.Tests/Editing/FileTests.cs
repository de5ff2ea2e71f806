using System.Text;
using KubeLint.Edits;
using KubeLint.Yaml.Editing;

namespace KubeLint.Yaml.Tests.Editing;

/// <summary>Files of several documents, lists, new documents, and what is refused.</summary>
public sealed class FileTests
{
    private const string Add = "add = {apiVersion: policy/v1, kind: PodDisruptionBudget, spec: {zones: [a]}}";
    private const string Added = "apiVersion: policy/v1\nkind: PodDisruptionBudget\nspec:\n  zones:\n    - a\n";

    [Theory]
    [InlineData("<head>", "<head>---\n<added>")]
    [InlineData("---\n<head>", "---\n<head>---\n<added>")]
    [InlineData("<head>\n\n", "<head>---\n<added>\n\n")]
    [InlineData("<head># end\n", "<head># end\n---\n<added>")]
    [InlineData("<head>---\n# other\nv: 1\n", "<head>---\n<added>---\n# other\nv: 1\n")]
    [InlineData("<head>\n---\n# other\nv: 1\n", "<head>\n---\n<added>\n---\n# other\nv: 1\n")]
    [InlineData("v: 1\n\n---\n<head>", "v: 1\n\n---\n<head>\n---\n<added>")]
    [InlineData("<head>...\n", "<head>...\n---\n<added>...\n")]
    [InlineData("<head>...\n%YAML 1.1\n---\nv: 1\n", "<head>...\n---\n<added>...\n%YAML 1.1\n---\nv: 1\n")]
    [InlineData("<head>v: |+\n  x\n\n---\nv: 1\n", "<head>v: |+\n  x\n\n---\n<added>---\nv: 1\n")]
    [InlineData("<head>v:\n- a\n", "<head>v:\n- a\n---\n<left>")]
    public void A_new_document_stands_behind_the_one_of_its_object(string before, string after)
    {
        string Text(string lines) => lines.Replace("<head>", EditText.Head).Replace("<added>", Added).Replace("<left>", Added.Replace("    - a", "  - a"));
        Assert.Equal(Text(after), EditText.Edited(Text(before), Add));
        Assert.Equal(Text(after).Replace("\n", "\r\n"), EditText.Edited(Text(before).Replace("\n", "\r\n"), Add));
    }

    [Fact]
    public void A_new_document_leaves_the_missing_line_break_missing() =>
        Assert.Equal(EditText.Head + "---\n" + Added.TrimEnd(), EditText.Edited(EditText.Head.TrimEnd(), Add));

    [Fact]
    public void New_documents_and_other_edits_go_together()
    {
        const string Edits = Add + "\nset v = 2\nadd = {apiVersion: v1, kind: Service}";
        Assert.Equal(EditText.Head + "v: 2\n---\n" + Added + "---\n" + EditText.Head, EditText.Edited(EditText.Head + "v: 1\n", Edits));
    }

    [Fact]
    public void Beside_JSON_in_a_file_of_YAML_stands_JSON()
    {
        const string One = "{\"apiVersion\": \"v1\", \"kind\": \"Service\"}\n";
        Assert.Equal(One + "---\n" + One, EditText.Edited(One, "add = {apiVersion: v1, kind: Service}"));
        const string Many = "{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"Service\"\n}\n";
        Assert.Equal(Many + "---\n" + Many, EditText.Edited(Many, "add = {apiVersion: v1, kind: Service}"));
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n", "- apiVersion: v1\n  kind: Service\n  spec:\n    zones:\n    - a\n")]
    [InlineData("apiVersion: template.openshift.io/v1\nkind: Template\nobjects:\n  - apiVersion: v1\n    kind: Service\n", "  - apiVersion: v1\n    kind: Service\n    spec:\n      zones:\n        - a\n")]
    public void A_new_object_beside_an_item_is_an_item(string text, string added) =>
        Assert.Equal(text + added + "---\nv: 1\n", EditText.Edited(text + "---\nv: 1\n", "add = {apiVersion: v1, kind: Service, spec: {zones: [a]}}"));

    [Fact]
    public void A_new_object_beside_an_item_of_JSON_is_an_item()
    {
        const string Text = "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":[{\"apiVersion\":\"v1\",\"kind\":\"Service\"}]}";
        Assert.Equal(Text.Replace("}]", "},{\"apiVersion\":\"v1\",\"kind\":\"Service\"}]"), EditText.Edited(Text, "add = {apiVersion: v1, kind: Service}", path: "a.json"));
    }

    [Theory]
    [InlineData("a.json", "{\"apiVersion\": \"v1\", \"kind\": \"Service\"}", "JSON")]
    [InlineData("a.yaml", "{\"apiVersion\": \"v1\", \"kind\": \"Service\"}\n{\"apiVersion\": \"v1\", \"kind\": \"Service\"}", "JSON")]
    [InlineData("a.yaml", "apiVersion: v1\nkind: ServiceList\nitems:\n- metadata: {name: a}\n", "ServiceList")]
    public void Where_no_new_object_can_stand_none_is_written(string path, string text, string reason) =>
        Assert.Contains(reason, EditText.Edit(text, Add, path: path).Refusal);

    [Fact]
    public void Objects_of_one_text_are_edited_together()
    {
        var text = string.Join("---\n", Enumerable.Range(0, 4).Select(i => $"{EditText.Head}v: {i}\n"));
        var edits = Reading.Objects(text).SelectMany(r => EditText.Parse("set v = 7\nset w.x = y\n" + Add, r)).Reverse().ToList();
        var expected = string.Join("---\n", Enumerable.Repeat($"{EditText.Head}v: 7\nw:\n  x: y\n---\n{Added}", 4));
        Assert.Equal(expected, YamlEditor.Edit("a.yaml", text, edits).Text);
    }

    [Fact]
    public void Items_of_one_list_are_edited_together()
    {
        var text = "apiVersion: apps/v1\nkind: DeploymentList\nitems:\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"- metadata: {{name: n{i}}}\n  spec:\n    replicas: 1\n"));
        var edits = Reading.Objects(text).SelectMany(r => EditText.Parse("set spec.replicas = 2\nset spec.x.k = z\nremove metadata.name", r)).ToList();
        var expected = "apiVersion: apps/v1\nkind: DeploymentList\nitems:\n" + string.Concat(Enumerable.Repeat("- metadata: {}\n  spec:\n    replicas: 2\n    x:\n      k: z\n", 300));
        Assert.Equal(expected, YamlEditor.Edit("a.yaml", text, edits).Text);
    }

    [Theory]
    [InlineData("v: ${X}\nw: <<Y>>\nu: \"{{ z }}\"\nt: 1 # {{ z }}\n", "set t = 2", true)]
    [InlineData("v: ${X}\n", "set v = 2", false)]
    [InlineData("v: ${X}\n", "set v.a = 2", false)]
    [InlineData("v: ${X}\n", "append v = 2", false)]
    [InlineData("v:\n  ${X}: 1\n", "set v.a = 2", false)]
    [InlineData("v: !Ref {a: 1}\n", "set v.a = 2", false)]
    [InlineData("v: !Ref {a: 1}\nt: 1\n", "set t = 2", true)]
    [InlineData("v: {a: 1}\n", "set v.a.b = 2", false)]
    [InlineData("v: {a: 1}\n", "set v[0] = 2", false)]
    [InlineData("v: [a]\n", "set v[1] = 2", false)]
    [InlineData("v: [a]\n", "set v.b = 2", false)]
    [InlineData("v: a\n", "append v = b", false)]
    [InlineData("v: a\n", "remove w", false)]
    [InlineData("v: a\n", "rename w = u", false)]
    [InlineData("v: a\nw: b\n", "rename w = v", false)]
    [InlineData("v: a\n", "remove ", false)]
    [InlineData("v: a\n", "set v = ${X}", true)]
    [InlineData("v: a\n", "set v = 1\nset v = 2", false)]
    [InlineData("v: a\n", "set v = 1\nremove v", false)]
    [InlineData("v: {a: 1}\n", "set v = 1\nset v.a = 2", false)]
    [InlineData("v: [a]\n", "remove v\nappend v = b", false)]
    [InlineData("v: a\nv: b\n", "remove v", false)]
    [InlineData("v: a\nv: b\n", "set v = c", true)]
    [InlineData("v: a\nv: b\nt: 1\n", "set t = 2", true)]
    [InlineData("? [a]\n: b\nt: 1\n", "set t = 2", true)]
    public void What_is_not_known_or_can_not_be_meant_is_refused(string lines, string edits, bool isDone)
    {
        var text = EditText.Head + lines;
        var outcome = EditText.Edit(text, edits);
        Assert.Equal(isDone, outcome.Refusal is null);
        if (!isDone) Assert.Equal(text, outcome.Text);
        if (!isDone) Assert.False(char.IsUpper(outcome.Refusal![0]) || outcome.Refusal.EndsWith('.'), outcome.Refusal);
    }

    [Fact]
    public void An_object_of_another_text_is_refused()
    {
        var other = Reading.Objects(EditText.Head + "v: 1\nw: 2\n", "b.yaml")[0];
        Assert.NotNull(YamlEditor.Edit("a.yaml", EditText.Head + "v: 1\nw: 2\n", EditText.Parse("set v = 2", other)).Refusal);
        Assert.NotNull(YamlEditor.Edit("b.yaml", EditText.Head + "v: 1\n", EditText.Parse("set v = 2", other)).Refusal);
        Assert.NotNull(YamlEditor.Edit("b.yaml", "", EditText.Parse("set v = 2", other)).Refusal);
    }

    [Fact]
    public void What_stands_in_containers_is_edited_too()
    {
        var edit = new SetValue(Reading.Objects(Reading.Deployment)[0].Root.At("spec", "template", "spec", "containers")[0]["image"], Literal.Text("web:2"));
        Assert.Equal(Reading.Deployment.Replace("web:1", "web:2"), YamlEditor.Edit("a.yaml", Reading.Deployment, [edit]).Text);
    }

    [Fact]
    public void A_text_whose_lines_stand_too_far_left_is_kept()
    {
        const string Lines = "v:\n    w:\n      - \"a \\\n    b \\\n    c\"\n    u: 1\n";
        Assert.Equal(EditText.Head + Lines.Replace("u: 1", "u: 2\n    t: 3"), EditText.Edited(EditText.Head + Lines, "set v.u = 2\nset v.t = 3"));
    }

    [Fact]
    public void A_document_on_the_line_of_its_mark_is_edited() =>
        Assert.Equal("--- {apiVersion: v1, kind: Service, v: 2}\n--- # x\nv: 1\n", EditText.Edited("--- {apiVersion: v1, kind: Service, v: 1}\n--- # x\nv: 1\n", "set v = 2"));

    [Fact]
    public void A_byte_order_mark_between_documents_stays() =>
        Assert.Equal("v: 1\n---\n\ufeff" + EditText.Head + "w: 1\n---\n\ufeff" + EditText.Head, EditText.Edited("v: 1\n---\n\ufeff" + EditText.Head + "---\n\ufeff" + EditText.Head, "set w = 1"));

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    public void A_text_is_encoded_as_its_file_was(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] Bytes(string text) => [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        var text = ManifestText.Decode(Bytes("a: é"), Bytes("a: é").Length, out _);
        Assert.Equal(Bytes(text + "🚢"), ManifestText.Encode(text + "🚢", Bytes("a: é"), Bytes("a: é").Length));
    }
}
