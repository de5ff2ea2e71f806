using KubeLint.Configuration;
using KubeLint.Kustomize;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Yaml.Tests.Kustomize;

/// <summary>Builds kustomizations of files in memory, with all that rules don't read.</summary>
internal static class Kustomized
{
    public static ResourceSets Sets(IEnumerable<(string Path, string Text)> files, params string[] missing)
    {
        var reader = new ManifestReader(readsAll: true);
        var read = files.Select(f => (f.Path, File: reader.Read(f.Path, f.Text, LintOptions.Default))).ToList();
        Assert.Empty(read.SelectMany(r => r.File.Problems).Select(p => p.Message));
        var states = read.ToDictionary(r => r.Path, _ => FileKnowledge.Whole);
        foreach (var path in missing) states.Add(path, FileKnowledge.Missing);
        return ResourceSets.Of(read.SelectMany(r => r.File.Documents), states: states);
    }

    /// <summary>The objects that are built, each in one line with its keys in order.</summary>
    public static string Built(params (string Path, string Text)[] files)
    {
        var sets = Sets(files);
        Assert.Empty(sets.Notes.Select(n => n.Message));
        return Show(sets.Whole.All);
    }

    /// <summary>Why the one kustomization is not built, or not as a whole.</summary>
    public static string Note(params (string Path, string Text)[] files) => Assert.Single(Sets(files).Notes).Message;

    /// <summary>What is expected, in the same form.</summary>
    public static string Objects(string yaml) => Show(new ManifestReader(readsAll: true).Read("expected.yaml", yaml, LintOptions.Default).Documents.SelectMany(Resource.ReadAll));

    /// <summary>Objects in the same form.</summary>
    public static string Show(IEnumerable<Resource> objects) => string.Join("\n", objects.Select(r => Reading.Show(Sorted(r.Root.Node!))).Order(StringComparer.Ordinal));

    private static Node Sorted(Node node) => node switch
    {
        MappingNode mapping => new MappingNode(mapping.Span, [.. mapping.Entries.Select(e => e with { Value = Sorted(e.Value) }).OrderBy(e => e.Key, StringComparer.Ordinal)], mapping.IsComplete),
        SequenceNode list => new SequenceNode(list.Span, [.. list.Items.Select(Sorted)], list.IsComplete),
        _ => node,
    };
}
