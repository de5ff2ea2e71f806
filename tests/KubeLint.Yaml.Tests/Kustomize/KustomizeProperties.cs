using FsCheck;
using FsCheck.Fluent;
using KubeLint.Resources;
using KubeLint.Syntax;
using KubeLint.Yaml.Tests.Editing;

namespace KubeLint.Yaml.Tests.Kustomize;

/// <summary>What holds for kustomizations of all manifests.</summary>
public sealed class KustomizeProperties
{
    private const int Cases = 300;

    private static readonly string[] Identities =
    [
        "",
        "patches: [{ target: { name: '.*' }, patch: '[{ op: add, path: /added, value: { a: [1] } }, { op: remove, path: /added }]' }]\n",
        "patches: [{ target: { name: '.*' }, patch: '{ apiVersion: v1, kind: Any, metadata: { name: any } }' }]\n",
        "namePrefix: ''\nnamespace: ''\ncommonLabels: {}\nreplicas: []\nimages: [{ name: no-such-image, newTag: x }]\n",
    ];

    private static readonly string[] Changes =
    [
        "namePrefix: p-\nnamespace: n\ncommonLabels: { l: v }\ncommonAnnotations: { a: v }\n",
        "patches: [{ target: { name: '.*' }, patch: '{ apiVersion: v1, kind: Any, metadata: { name: any, labels: { a: b } }, spec: { x: { y: z }, replicas: null } }' }]\n",
        "patches:\n- target: { name: '.*' }\n  patch: |-\n    - op: add\n      path: /metadata/annotations\n      value: { a: b }\n",
    ];

    private static readonly Gen<(int Text, int Choice)> Seeds = from text in Gen.Choose(0, int.MaxValue - 1) from choice in Gen.Choose(0, 11) select (text, choice);

    [Fact]
    public void What_changes_nothing_leaves_every_object_as_it_is() => ForAll(seeds =>
    {
        var text = WrittenAtRandom.Of(seeds.Text).Text;
        var sets = Kustomized.Sets([("kustomization.yaml", "resources: [app.yaml]\n" + Identities[seeds.Choice % Identities.Length]), ("app.yaml", text)]);
        Assert.Equal(Kustomized.Objects(text), Kustomized.Show(sets.Whole.All.Concat(sets.Whole.Doubtful).Where(r => !KustomizationFile.IsKustomization(r))));
    });

    [Fact]
    public void Every_place_is_one_of_the_files() => ForAll(seeds =>
    {
        var files = new Dictionary<string, string> { ["app.yaml"] = WrittenAtRandom.Of(seeds.Text).Text, ["kustomization.yaml"] = "resources: [app.yaml]\n" + Changes[seeds.Choice % Changes.Length] };
        foreach (var resource in Kustomized.Sets(files.Select(f => (f.Key, f.Value))).Whole.All) Check(resource.Root.Node!);

        void Check(Node node)
        {
            Inside(node.Span);
            foreach (var entry in (node as MappingNode)?.Entries ?? [])
            {
                Inside(entry.KeySpan);
                Check(entry.Value);
            }

            foreach (var item in (node as SequenceNode)?.Items ?? []) Check(item);
        }

        void Inside(SourceSpan span) => Assert.True(span.Start >= 0 && span.Length >= 0 && span.End <= files[span.File.Path].Length, $"{span.Start}..{span.End} in {span.File.Path}");
    });

    private static void ForAll(Action<(int Text, int Choice)> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true).WithReplay(20260301, 4711), Prop.ForAll(Seeds.ToArbitrary(), holds));
}
