using KubeLint.Configuration;
using KubeLint.Engine.Fixing;
using KubeLint.Findings;
using KubeLint.Kustomize;
using KubeLint.Yaml;

namespace KubeLint.Engine;

/// <summary>The manifests of a run with what is found in them. Texts can be replaced in memory, which gives another set.</summary>
internal sealed class ManifestSet
{
    private readonly ManifestSource source;
    private readonly IReadOnlyList<ReadFile> files;
    private readonly Func<ReadManifests, ResourceSets, CancellationToken, IReadOnlyList<Finding>> lint;
    private readonly bool isOpen;
    private readonly Lazy<LintReport> report;
    private readonly Lazy<IReadOnlyDictionary<string, ReadFile>> byName;
    private readonly Lazy<IReadOnlyList<string>> identities;

    private ManifestSet(ManifestSource source, IReadOnlyList<ReadFile> files, bool isOpen, Func<ReadManifests, ResourceSets, CancellationToken, IReadOnlyList<Finding>> lint, CancellationToken cancellation)
    {
        (this.source, this.files, this.isOpen, this.lint) = (source, files, isOpen, lint);
        var read = source.Together(files);
        var sets = read.Sets(isOpen);
        Findings = lint(read, sets, cancellation);
        HasMissed = read.HasMissed;
        report = new(() => new LintReport(source.Root, ReportedFinding.From(Findings), read.Files, read.Counts)
        {
            Texts = read.Texts,
            ReadFiles = [.. files.Select(f => f.Name)],
            Kustomizations = sets.Built,
            Notes = ReadingNotes.Of(source, files, sets.Notes),
        });
        byName = new(() => files.ToDictionary(f => f.Name));
        identities = new(() => FindingIdentity.Of(Findings));
    }

    /// <summary>The files.</summary>
    public IReadOnlyList<ReadFile> Files => files;

    /// <summary>What is found in them, in source order.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The same as data that outlives them.</summary>
    public LintReport Report => report.Value;

    /// <summary>Whether something that is there could not be read.</summary>
    public bool HasMissed { get; }

    /// <summary>What names each finding while texts change; see <see cref="FindingIdentity"/>.</summary>
    public IReadOnlyList<string> Identities => identities.Value;

    /// <summary>Reads and lints what a run is asked for.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="reading">How to read it; bytes are kept where texts are going to be replaced.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ManifestSet Read(ManifestSource source, LintRequest request, Reading reading, CancellationToken cancellation)
    {
        var files = source.ReadEach(request.Input, request.NamesTemplates, request.Progress, reading, cancellation);
        var (isOpen, linter) = (request.IsOpen?.Invoke() == true, new Linter(request.Rules));
        return new ManifestSet(source, files, isOpen, Lint, cancellation);

        IReadOnlyList<Finding> Lint(ReadManifests read, ResourceSets sets, CancellationToken stop)
        {
            var findings = linter.Lint(sets, read.Suppressions, read.Problems, stop).Concat(read.ConfigurationProblems);
            return Linter.InSourceOrder(findings.Where(f => f.Severity != Severity.None));
        }
    }

    /// <summary>A file by its name in reports.</summary>
    public ReadFile File(string name) => byName.Value[name];

    /// <summary>The text of a file that declares something.</summary>
    public string TextOf(string name) => TextOf(name, out _);

    /// <summary>The same, and what is wrong with its bytes, where they can't be decoded; else null.</summary>
    public string TextOf(string name, out string? error) => ManifestText.Decode(File(name).Bytes!, File(name).Bytes!.Length, out error);

    /// <summary>The set that it would be with other texts.</summary>
    /// <param name="texts">New texts, by name of their file.</param>
    /// <param name="cancellation">Stops the work.</param>
    public ManifestSet With(IReadOnlyDictionary<string, string> texts, CancellationToken cancellation)
    {
        var reader = source.NewReader();
        return new ManifestSet(source, [.. files.Select(Reread)], isOpen, lint, cancellation);

        // Suppressions remember what they have silenced, so they are read anew too.
        ReadFile Reread(ReadFile file) =>
            texts.TryGetValue(file.Name, out var text) ? reader.Reread(file, ManifestText.Encode(text, file.Bytes!, file.Bytes!.Length))
            : file.Bytes is not null && file.Content.Suppressions.Count > 0 ? reader.Reread(file, file.Bytes) : file;
    }
}
