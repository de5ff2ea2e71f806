using System.Text;
using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Engine.Fixing;
using KubeLint.Findings;
using KubeLint.Rules;
using KubeLint.Views;

namespace KubeLint.Engine.Tests.Fixing;

public sealed class FixRunTests
{
    private static readonly Rule[] OnlyBinding = [RuleCatalogue.Rules.Single(r => r.Descriptor.Id == "KUBE3001")];

    [Fact]
    public void Several_findings_of_several_files_are_mended_and_nothing_else_is_touched()
    {
        using var folder = new TempFolder()
            .Add("a.yaml", $"# kept\r\n{Class("one").ReplaceLineEndings("\r\n")}---   # too\r\n{Class("two", "volumeBindingMode: Immediate   # why\n").ReplaceLineEndings("\r\n")}")
            .Add("b.yaml", Class("three").TrimEnd('\n'));
        File.WriteAllBytes(folder.At("c.yaml"), [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Class("é"))]);
        var result = Fix(folder, OnlyBinding);

        Assert.Equal(["a.yaml:3 one", "a.yaml:13 two", "b.yaml:2 three", "c.yaml:2 é"], result.Fixed.Select(f => $"{f.Finding.Place.File}:{f.Finding.Place.Start.Line} {f.Finding.Object!.Name}"));
        Assert.Equal(("Set volumeBindingMode to WaitForFirstConsumer", ""), (result.Fixed[0].Title, result.Fixed[0].Choice));
        Assert.Empty(result.Left);
        Assert.Empty(result.Report.Findings);
        Assert.Equal(
            $"# kept\r\n{Class("one", "volumeBindingMode: WaitForFirstConsumer\n").ReplaceLineEndings("\r\n")}---   # too\r\n{Class("two", "volumeBindingMode: WaitForFirstConsumer   # why\n").ReplaceLineEndings("\r\n")}",
            Encoding.UTF8.GetString(result.Files[0].After));
        Assert.Equal(Class("three", "volumeBindingMode: WaitForFirstConsumer"), Encoding.UTF8.GetString(result.Files[1].After));
        Assert.Equal([.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Class("é", "volumeBindingMode: WaitForFirstConsumer\n"))], result.Files[2].After);
        Assert.All(result.Files, file => Assert.Equal(File.ReadAllBytes(folder.At(file.Name)), file.Before));
        Assert.All(result.Files, file => Assert.Equal(folder.At(file.Name), file.Path));
    }

    [Fact]
    public void Mending_twice_changes_nothing()
    {
        using var folder = new TempFolder().Add("a.yaml", Class("one") + "---\n" + Class("two"));
        Rule[] rules = [.. OnlyBinding, TestRule.Wants("KUBE9001", "a"), TestRule.Offers("KUBE9002", "b", "x", "y"), Whole("KUBE9003", "c")];
        Write(folder, Fix(folder, rules));
        var second = Fix(folder, rules);

        Assert.Empty(second.Fixed);
        Assert.Empty(second.Files);
        Assert.Equal(4, second.Left.Count);
    }

    [Fact]
    public void Among_several_repairs_none_is_taken_without_a_word()
    {
        using var folder = new TempFolder().Add("a.yaml", Class("one"));
        var result = Fix(folder, [TestRule.Offers("KUBE9001", "a", "hard", "soft")]);
        var left = Assert.Single(result.Left);

        Assert.Empty(result.Files);
        Assert.Equal("there are several ways; choose one with --prefer: KUBE9001=hard (Set a to hard), KUBE9001=soft (Set a to soft)", left.Reason);
        Assert.Equal(["hard", "soft"], left.Choices);
        Assert.Single(result.Report.Findings);
    }

    [Fact]
    public void A_choice_that_a_rule_does_not_offer_is_told()
    {
        using var folder = new TempFolder().Add("a.yaml", Class("one"));
        var result = Fix(folder, [TestRule.Offers("KUBE9001", "a", "hard", "soft")], r => r with { Preferences = [new FixPreference("KUBE9001", "firm"), new FixPreference("KUBE9002", "hard")] });

        Assert.Equal("'firm' is no fix of it; choose one with --prefer: KUBE9001=hard (Set a to hard), KUBE9001=soft (Set a to soft)", Assert.Single(result.Left).Reason);
    }

    [Theory]
    [InlineData("a: hard, b: soft", "hard", "KUBE9002=soft")]
    [InlineData("a: hard, b: soft", "KUBE9002=soft", "hard")]
    [InlineData("a: soft, b: soft", "other", "SOFT", "hard")]
    [InlineData("b: hard", "KUBE9002=hard")]
    public void A_word_chooses_and_one_for_the_rule_comes_before_others(string labels, params string[] preferences)
    {
        using var folder = new TempFolder().Add("a.yaml", Class("one").Replace("name: one", "name: one\n  labels: { x: x }", StringComparison.Ordinal));
        var result = Fix(folder, [TestRule.Offers("KUBE9001", "a", "hard", "soft"), TestRule.Offers("KUBE9002", "b", "hard", "soft")], r => r with
        {
            Preferences = [.. preferences.Select(p => p.Split('=')).Select(p => new FixPreference(p.Length > 1 ? p[0] : null, p[^1]))],
        });

        Assert.Contains($"labels: {{ x: x, {labels} }}\n", TextOf(result), StringComparison.Ordinal);
        Assert.Equal(preferences.Length > 1 ? 2 : 1, result.Fixed.Count);
        Assert.All(result.Fixed, f => Assert.Contains(f.Choice, labels, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_edits_that_contradict_each_other_the_first_is_made_and_the_other_in_the_next_round()
    {
        using var folder = new TempFolder().Add("a.yaml", Class("one"));
        var result = Fix(folder, [Whole("KUBE9001", "a"), TestRule.Wants("KUBE9002", "b"), TestRule.Wants("KUBE9003", "c")]);

        Assert.Equal(["KUBE9001", "KUBE9002", "KUBE9003"], result.Fixed.Select(f => f.Finding.RuleId).Order());
        Assert.Empty(result.Left);
        Assert.Contains("  labels:\n    a: \"yes\"\n    b: \"yes\"\n    c: \"yes\"\n", TextOf(result), StringComparison.Ordinal);
        Assert.Equal("  labels:\n    a: \"yes\"\n    b: \"yes\"\n    c: \"yes\"\n", Assert.Single(result.Files[0].Changes).NewText.TrimStart('\n') + "\n");
    }

    [Fact]
    public void A_repair_that_brings_a_finding_back_is_taken_back_and_told()
    {
        using var folder = new TempFolder().Add("a.yaml", Class("one"));
        var result = Fix(folder, [Whole("KUBE9001", "a"), Whole("KUBE9002", "b")]);
        var left = Assert.Single(result.Left);

        Assert.Equal("KUBE9001", Assert.Single(result.Fixed).Finding.RuleId);
        Assert.Equal(("KUBE9002", "it would bring KUBE9001 in a.yaml: StorageClass 'one': KUBE9001"), (left.Finding.RuleId, left.Reason));
        Assert.Equal("KUBE9002", Assert.Single(result.Report.Findings).RuleId);
    }

    [Fact]
    public void What_does_not_keep_its_promise_takes_nothing_else_with_it()
    {
        using var folder = new TempFolder();
        for (var i = 0; i < 40; i++) folder.Add($"{i:00}.yaml", Class($"c{i:00}") + "---\n" + Class($"d{i:00}"));
        var noChange = new TestRule("KUBE9001", labels => labels["a"].IsAbsent, r => [new Fix("Set b", [new SetValue(r.Metadata["labels"][r.Name is "c07" or "d31" ? "b" : "a"], Literal.Text("yes"))])]);
        var newFault = new TestRule("KUBE9002", labels => labels["c"].IsAbsent, r => [new Fix("Set c", [new SetValue(r.Metadata["labels"]["c"], Literal.Text(r.Name is "c07" or "d12" ? "fault" : "yes"))])]);
        var fault = new TestRule("KUBE9003", labels => labels["c"].Text == "fault", _ => []);
        var result = Fix(folder, [noChange, newFault, fault]);

        Assert.Equal(
            [
                "KUBE9001 c07 with it KUBE9001 would still be found there", "KUBE9002 c07 it would bring KUBE9003 in 07.yaml: StorageClass 'c07': KUBE9003",
                "KUBE9002 d12 it would bring KUBE9003 in 12.yaml: StorageClass 'd12': KUBE9003", "KUBE9001 d31 with it KUBE9001 would still be found there",
            ],
            result.Left.Select(f => $"{f.Finding.RuleId} {f.Finding.Object!.Name} {f.Reason}"));
        Assert.Equal(156, result.Fixed.Count);
        Assert.Equal(4, result.Report.Findings.Count);
    }

    [Fact]
    public void A_repair_that_cannot_be_written_takes_nothing_else_with_it()
    {
        const string Shared = """
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata:
              name: shared
              labels: &same { x: x }
              annotations: *same
            provisioner: csi.scaleway.com
            ---

            """;
        using var folder = new TempFolder().Add("a.yaml", Class("one") + "---\n" + Shared + Class("two"));
        var result = Fix(folder, [.. OnlyBinding, TestRule.Wants("KUBE9001", "a")]);
        var left = Assert.Single(result.Left);

        Assert.Equal(("shared", "an anchor or a merge key shares what stands here with other places, which would change too"), (left.Finding.Object!.Name, left.Reason));
        Assert.Equal(5, result.Fixed.Count);
    }

    [Fact]
    public void A_repair_that_another_rule_asks_for_too_is_made_once()
    {
        using var folder = new TempFolder().Add("a.yaml", Class("one"));
        var result = Fix(folder, [TestRule.Wants("KUBE9001", "a"), TestRule.Wants("KUBE9002", "a")]);

        Assert.Equal(2, result.Fixed.Count);
        Assert.Contains("  labels:\n    a: \"yes\"\nprovisioner", TextOf(result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_repair_may_mend_a_finding_of_another_file()
    {
        using var folder = new TempFolder().Add("a.yaml", Default("one")).Add("b.yaml", Default("two"));
        var result = Fix(folder, [SeveralDefaults, NoDefault("two")], r => r with { From = Severity.Info });

        Assert.Equal("b.yaml", Assert.Single(result.Files).Name);
        Assert.Equal("KUBE9001", Assert.Single(result.Fixed).Finding.RuleId);
        Assert.Equal((1, 0, 0), (result.Gone, result.Left.Count, result.Report.Findings.Count));
    }

    [Fact]
    public void A_finding_of_an_item_that_moves_up_is_no_new_one()
    {
        using var folder = new TempFolder().Add("a.yaml", Class("one", "mountOptions:\n- bad\n- good\n- bad\n- worse\n"));
        var result = Fix(folder, [new OptionRule()]);

        Assert.Equal(2, result.Fixed.Count);
        Assert.Equal("mountOptions[1]", Assert.Single(result.Left).Finding.FieldPath);
        Assert.EndsWith("mountOptions:\n- good\n- worse\n", TextOf(result), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_about_one_of_several_like_it_is_none_about_the_others()
    {
        using var folder = new TempFolder().Add("a.yaml", Class("same") + "---\n" + Class("same") + "---\n" + Class("same"));
        var asked = 0;
        var result = Fix(folder, OnlyBinding, r => r with { Ask = _ => new FixAnswer(asked++ == 0 ? 0 : null) });

        Assert.Single(result.Fixed);
        Assert.Equal(["it was declined", "it was declined"], result.Left.Select(f => f.Reason));
        Assert.Equal(Class("same", "volumeBindingMode: WaitForFirstConsumer\n") + "---\n" + Class("same") + "---\n" + Class("same"), TextOf(result));
    }

    [Fact]
    public void A_suppression_that_would_silence_nothing_any_more_is_a_finding_that_is_brought()
    {
        using var folder = new TempFolder().Add("a.yaml", "# kubelint:disable KUBE3006 -- known\n" + Default("one")).Add("b.yaml", Default("two"));
        var result = Fix(folder, [SeveralDefaults, NoDefault("two")]);

        Assert.Empty(result.Files);
        Assert.StartsWith("it would bring KUBE0003 in a.yaml: ", Assert.Single(result.Left).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repair_may_change_several_files_or_none()
    {
        using var folder = new TempFolder().Add("a.yaml", Class("one")).Add("b.yaml", Class("two")).Add("c.yaml", Class("three"));
        var seen = new List<Resources.Resource>();
        var rule = new TestRule("KUBE9001", labels => labels["a"].IsAbsent && labels.Parent!["name"].Text == "two", r => [new Fix("Set a on both", [.. seen.TakeLast(2).Append(r).Select(s => new SetValue(s.Metadata["labels"]["a"], Literal.Text("yes")))])]);
        var watch = new TestRule("KUBE9002", labels => labels["gone"].IsPresent, _ => []);
        var collect = new TestRule("KUBE9003", labels => labels["a"].IsAbsent && labels.Parent!["name"].Text == "one", r =>
        {
            seen.Add(r);
            return [];
        });
        var result = Fix(folder, [collect, rule, watch]);

        Assert.Equal(["a.yaml", "b.yaml"], result.Files.Select(f => f.Name));
        Assert.Equal(["a.yaml", "b.yaml"], Assert.Single(result.Fixed).Files.Order());
        var without = result.Without(new Dictionary<string, string> { ["a.yaml"] = "no" });
        Assert.Equal(["b.yaml"], without.Files.Select(f => f.Name));
        Assert.Empty(without.Fixed);
        Assert.Equal("no", Assert.Single(without.Left).Reason);
    }

    [Fact]
    public void Informations_are_mended_where_they_are_asked_for()
    {
        using var folder = new TempFolder().Add("a.yaml", Class("one"));
        Rule[] rules = [TestRule.Wants("KUBE9001", "a", Severity.Info), TestRule.Wants("KUBE9002", "b"), TestRule.Wants("KUBE9003", "c", Severity.Error)];

        Assert.Equal(["KUBE9002", "KUBE9003"], Mended(r => r));
        Assert.Equal(["KUBE9003"], Mended(r => r with { From = Severity.Error }));
        Assert.Equal(["KUBE9001", "KUBE9002", "KUBE9003"], Mended(r => r with { From = Severity.Info }));
        Assert.Equal(["KUBE9001"], Mended(r => r with { RuleIds = ["KUBE9001"] }));

        IEnumerable<string> Mended(Func<FixRequest, FixRequest> configure)
        {
            var result = Fix(folder, rules, configure);
            Assert.Empty(result.Left);
            return result.Fixed.Select(f => f.Finding.RuleId).Order();
        }
    }

    [Fact]
    public void What_is_suppressed_or_switched_off_or_a_template_stays()
    {
        using var folder = new TempFolder()
            .Add("suppressed.yaml", "# kubelint:disable KUBE3001 -- on purpose\n" + Class("one"))
            .Add("off/b.yaml", Class("two")).Add("off/.editorconfig", "[*]\ndotnet_diagnostic.KUBE3001.severity = none\n")
            .Add("template.yaml", Class("{{ .Values.name }}") + "{{- if .Values.x }}\n---\n" + Class("two") + "{{- end }}\n")
            .Add("not-asked/x.yaml", Class("three"));
        var result = FixRun.Execute(new FixRequest(new LintRequest(folder.Path, ["suppressed.yaml", "off", "template.yaml"])));

        Assert.Empty(result.Files);
        Assert.Empty(result.Left);
    }

    [Fact]
    public void A_file_that_must_stay_says_why()
    {
        using var folder = new TempFolder().Add("a.yaml", Class("one")).Add("b.yaml", Class("two"));
        var result = Fix(folder, OnlyBinding, r => r with { WhyKept = path => path == folder.At("a.yaml") ? "not this one" : null });

        Assert.Equal(("a.yaml", "not this one"), (Assert.Single(result.Left).Finding.Place.File, result.Left[0].Reason));
        Assert.Equal("b.yaml", Assert.Single(result.Files).Name);
    }

    [Fact]
    public void A_file_that_cannot_be_decoded_in_full_is_not_written()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.At("a.yaml"), [.. Encoding.UTF8.GetBytes(Class("one")), .. "---\nx: "u8, 0xff, (byte)'\n']);

        Assert.Equal("this is not valid UTF-8 (byte 108)", Assert.Single(Fix(folder, OnlyBinding).Left, f => f.Finding.RuleId == "KUBE3001").Reason);
    }

    [Fact]
    public void A_rule_that_fails_to_mend_is_told_and_the_others_go_on()
    {
        using var folder = new TempFolder().Add("a.yaml", Class("one"));
        var result = Fix(folder, [new TestRule("KUBE9001", labels => labels["a"].IsAbsent, Broken), new TestRule("KUBE9002", labels => labels["a"].IsAbsent, _ => [new Fix("Do nothing", [])]), .. OnlyBinding]);

        Assert.Equal(["KUBE9001 failed to say how: InvalidOperationException: broken\\u000a; please report this with the manifest", null], result.Left.Select(f => f.Reason));
        Assert.Single(result.Fixed);

        static IEnumerable<Fix> Broken(Resources.Resource resource)
        {
            if (resource.Kind.Length > 0) throw new InvalidOperationException("broken\n");
            yield break;
        }
    }

    [Fact]
    public void Standard_input_is_mended_too()
    {
        using var folder = new TempFolder();
        var input = Encoding.UTF8.GetBytes("\ufeff" + Class("one"));
        var file = Assert.Single(FixRun.Execute(new FixRequest(new LintRequest(folder.Path, []) { Input = input })).Files);

        Assert.Equal((ManifestSource.InputName, (string?)null), (file.Name, file.Path));
        Assert.Equal("\ufeff" + Class("one", "volumeBindingMode: WaitForFirstConsumer\n"), Encoding.UTF8.GetString(file.After));
    }

    [Fact]
    public void Somebody_may_be_asked_about_each()
    {
        using var folder = new TempFolder().Add("a.yaml", Class("one") + "---\n" + Class("two") + "---\n" + Class("three") + "---\n" + Class("four"));
        var asked = new List<string>();
        var result = Fix(folder, [TestRule.Offers("KUBE9001", "a", "hard", "soft"), TestRule.Wants("KUBE9002", "b")], r => r with { Ask = Answer });

        Assert.Equal(["one KUBE9001", "one KUBE9002", "two KUBE9001", "two KUBE9002", "three KUBE9001"], asked);
        Assert.Equal(["one soft", "two "], result.Fixed.Select(f => $"{f.Finding.Object!.Name} {f.Choice}"));
        Assert.Equal(["it was declined", "it was declined", "it was not asked for any more", "it was not asked for any more", "it was not asked for any more", "it was not asked for any more"], result.Left.Select(f => f.Reason));

        FixAnswer Answer(FixProposal proposal)
        {
            asked.Add($"{proposal.Finding.Object!.Name} {proposal.Finding.RuleId}");
            Assert.All(proposal.Choices, choice => Assert.Single(Assert.Single(choice.Files).Changes));
            return asked[^1] switch
            {
                "one KUBE9001" => new FixAnswer(1),
                "two KUBE9002" => new FixAnswer(0),
                "three KUBE9001" => new FixAnswer(null, true),
                _ => new FixAnswer(null),
            };
        }
    }

    private static SeveralDefaultClasses SeveralDefaults { get; } = new();

    private static string Class(string name, string end = "") =>
        $"apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata:\n  name: {name}\nprovisioner: csi.scaleway.com\n{end}";

    private static string Default(string name) =>
        Class(name, "volumeBindingMode: WaitForFirstConsumer\n").Replace($"name: {name}\n", $"name: {name}\n  labels: {{ x: {name} }}\n  annotations: {{ storageclass.kubernetes.io/is-default-class: \"true\" }}\n", StringComparison.Ordinal);

    // Replaces all labels.
    private static TestRule Whole(string id, string label) =>
        new(id, labels => labels[label].IsAbsent, r => [new Fix($"Set {label} alone", [new SetValue(r.Metadata["labels"], Literal.Map((label, Literal.Text("yes"))))])]);

    private static TestRule NoDefault(string name) => new(
        "KUBE9001",
        labels => labels["x"].Text == name && labels.Parent!["annotations"]["storageclass.kubernetes.io/is-default-class"].IsPresent,
        r => [new Fix("Remove the default", [new Remove(r.Annotations["storageclass.kubernetes.io/is-default-class"])])]);

    private static FixResult Fix(TempFolder folder, IReadOnlyList<Rule> rules, Func<FixRequest, FixRequest>? configure = null) =>
        FixRun.Execute((configure ?? (r => r))(new FixRequest(new LintRequest(folder.Path, ["."]) { Rules = rules })));

    private static string TextOf(FixResult result) => Encoding.UTF8.GetString(Assert.Single(result.Files).After);

    private static void Write(TempFolder folder, FixResult result)
    {
        foreach (var file in result.Files) File.WriteAllBytes(folder.At(file.Name), file.After);
    }

    // A rule about items of a list.
    private sealed class OptionRule : Rule<StorageClass>
    {
        public override RuleDescriptor Descriptor { get; } = new("KUBE9001", "test", "An option is bad", Severity.Warning);

        public override IEnumerable<Finding> Check(StorageClass view) =>
            from option in view.Resource.Root["mountOptions"].Items
            where option.Text is "bad" or "worse"
            select Report(view.Resource, option, option.Text!) with { Fixes = option.Text == "bad" ? [new Fix("Remove it", [new Remove(option)])] : [] };
    }
}
