using FsCheck;
using FsCheck.Fluent;
using KubeLint.Edits;
using KubeLint.Resources;
using KubeLint.Syntax;
using KubeLint.Yaml.Editing;

namespace KubeLint.Yaml.Tests.Editing;

/// <summary>What holds for all edits of all manifests.</summary>
public sealed class EditProperties
{
    private const int Cases = 1_500;

    private static readonly Node[] Values =
    [
        Literal.Text("zone"), Literal.Text("yes"), Literal.Text("a: b, [c] #d"), Literal.Text("two\nlines\n"), Literal.Text(" x\n\ty\u0001"), Literal.Text(""),
        Literal.Integer(3), Literal.Boolean(true), Literal.Null, Literal.Map(), Literal.List(),
        Literal.Map(("a", Literal.Integer(1)), ("on", Literal.List(Literal.Text("x"), Literal.Map(("b", Literal.Text("two\nlines")), ("c", Literal.Map())), Literal.List(Literal.Integer(1), Literal.Text("3"))))),
        Literal.List(Literal.Map(("maxSkew", Literal.Integer(1)), ("topologyKey", Literal.Text("topology.kubernetes.io/zone"))), Literal.Text("- x")),
    ];

    private static readonly Gen<(int Text, int Edits)> Seeds = from text in Gen.Choose(0, int.MaxValue - 1) from edits in Gen.Choose(0, int.MaxValue - 1) select (text, edits);

    [Fact]
    public void Edits_do_what_they_say_and_nothing_else()
    {
        var (made, refused) = (0, new List<string>());
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true).WithReplay(20260301, 4711), Prop.ForAll(Seeds.ToArbitrary(), seeds =>
        {
            var text = WrittenAtRandom.Of(seeds.Text).Text;
            var file = Reading.Read(text);
            Assert.Empty(file.Problems);
            var objects = Reading.Objects(file);
            var edits = Choose(objects, new Random(seeds.Edits));
            var expected = Intended(file, edits);
            var outcome = YamlEditor.Edit("a.yaml", text, edits);
            if (expected is null)
            {
                Assert.NotNull(outcome.Refusal);
                return;
            }

            if (outcome.Refusal is not null)
            {
                refused.Add(Show(edits, text));
                return;
            }

            made++;
            Assert.Equal(outcome.Text, EditText.Apply(text, outcome.Changes));
            var found = Reading.Read(outcome.Text);
            Assert.Empty(found.Problems);
            Assert.Equal(expected.Select(Reading.Show), found.Documents.Select(d => Reading.Show(d.Root)));
            CheckLines(text, outcome);
        }));
        Assert.True(refused.Count == 0 && made > Cases / 2, $"{made} made, {refused.Count} refused; {refused.FirstOrDefault()}");
    }

    [Fact]
    public void What_adds_something_keeps_every_comment()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true).WithReplay(20260302, 4711), Prop.ForAll(Seeds.ToArbitrary(), seeds =>
        {
            var written = WrittenAtRandom.Of(seeds.Text);
            var random = new Random(seeds.Edits);
            var fields = Reading.Objects(written.Text).SelectMany(r => Below(r.Root)).ToList();
            var value = Values[random.Next(Values.Length)];
            Edit? edit = fields[random.Next(fields.Count)] switch
            {
                { Node: MappingNode } mapping => new SetValue(mapping["added"]["below"], value),
                { Node: SequenceNode } list => new AppendItem(list, value),
                { Node: ScalarNode } scalar => new SetValue(scalar, value),
                _ => null,
            };
            if (edit is null) return;
            var outcome = YamlEditor.Edit("a.yaml", written.Text, [edit]);
            Assert.True(outcome.Refusal is null, Show([edit], written.Text));
            for (var i = 0; i < written.Comments; i++) Assert.Contains($"#c{i}.", outcome.Text);
        }));
    }

    [Fact]
    public void Setting_a_value_twice_changes_nothing()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true).WithReplay(20260303, 4711), Prop.ForAll(Seeds.ToArbitrary(), seeds =>
        {
            var text = WrittenAtRandom.Of(seeds.Text).Text;
            var random = new Random(seeds.Edits);
            var fields = Below(Reading.Objects(text)[0].Root).ToList();
            var place = fields[random.Next(fields.Count)];
            var value = Values[random.Next(Values.Length)];
            var once = YamlEditor.Edit("a.yaml", text, [new SetValue(place, value)]);
            Assert.True(once.Refusal is null, Show([new SetValue(place, value)], text));
            var again = Reading.Objects(once.Text)[0].Root.At(place.Steps);
            Assert.Empty(YamlEditor.Edit("a.yaml", once.Text, [new SetValue(again, value)]).Changes);
        }));
    }

    private static string Show(IEnumerable<Edit> edits, string text) => string.Join(", ", edits.Select(e => $"{e.GetType().Name} {EditPlan.PlaceOf(e).Path} {(e is SetValue set ? Reading.Show(set.Value) : "")}")) + " in\n" + text;

    private static List<Edit> Choose(IReadOnlyList<Resource> objects, Random random)
    {
        var fields = objects.Select(r => Below(r.Root).ToList()).ToList();
        var edits = new List<Edit>();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var index = random.Next(objects.Count);
            var place = fields[index][random.Next(fields[index].Count)];
            var value = Values[random.Next(Values.Length)];
            edits.Add((random.Next(7), place.Node) switch
            {
                (0, _) => new Remove(place),
                (1, _) when place.Key.Length > 0 => new RenameKey(place, place.Key + (random.Next(2) == 0 ? "s" : ": s")),
                (2, MappingNode) => new SetValue(place["new"], value),
                (3, MappingNode) => new SetValue(place.At("new", "yes", "x"), value),
                (4 or 5, SequenceNode) or (5, null) => new AppendItem(place, value),
                (6, _) when random.Next(4) == 0 => new AddDocument(objects[index], Literal.Map(("apiVersion", Literal.Text("v1")), ("kind", Literal.Text("Service")), ("x", value))),
                _ => new SetValue(place, value),
            });
        }

        return edits;
    }

    // The roots of all documents as they are to be; null where the edits contradict each other.
    private static List<Node>? Intended(ManifestFile file, List<Edit> edits)
    {
        try
        {
            return [.. file.Documents.SelectMany(d => new[] { EditedTree.Apply(d.Root, edits.Where(e => IsOf(e, d))) }.Concat(edits.OfType<AddDocument>().Where(e => IsOf(e, d)).Select(e => e.Root)))];
        }
        catch (RefusedEditException)
        {
            return null;
        }
    }

    private static bool IsOf(Edit edit, Document document)
    {
        var field = EditPlan.PlaceOf(edit);
        while (field.Parent is { } parent) field = parent;
        return field.Node == document.Root;
    }

    private static IEnumerable<Field> Below(Field field) =>
        field.Entries.Where(e => e.Key is not ("apiVersion" or "kind")).Concat(field.Items).SelectMany(f => Below(f).Prepend(f));

    // Whatever is written, it has no blanks at the end of a line, and breaks lines as the file does.
    private static void CheckLines(string text, EditOutcome outcome)
    {
        foreach (var change in outcome.Changes)
        {
            Assert.DoesNotContain(" \n", change.NewText.Replace("\r\n", "\n"));
            if (text.Contains("\r\n")) Assert.DoesNotContain("\n", change.NewText.Replace("\r\n", ""));
            else Assert.DoesNotContain("\r", change.NewText);
        }

        // A text of several lines that comes to stand last needs its line break.
        var last = outcome.Text.TrimEnd().Split('\n')[^1].Trim();
        Assert.True(text.EndsWith('\n') == outcome.Text.EndsWith('\n') || last.StartsWith("line #", StringComparison.Ordinal) || last == "lines", outcome.Text);
    }
}
