using System.Runtime.ExceptionServices;
using KubeLint.Configuration;
using KubeLint.Engine.Trees;
using KubeLint.Findings;
using KubeLint.Kustomize;
using KubeLint.Resources;
using KubeLint.Yaml;

namespace KubeLint.Engine;

/// <summary>What manifest files hold, before anything is concluded from it.</summary>
/// <param name="Documents">Their documents, by file in the files' order.</param>
/// <param name="Suppressions">Their suppression comments.</param>
/// <param name="Problems">What was found while reading them.</param>
/// <param name="ConfigurationProblems">What was found in the configuration files that count for them.</param>
/// <param name="Files">How many files were read.</param>
/// <param name="Counts">What became of their documents.</param>
public sealed record ReadManifests(
    IEnumerable<Document> Documents,
    IEnumerable<Suppression> Suppressions,
    IReadOnlyList<Finding> Problems,
    IReadOnlyList<Finding> ConfigurationProblems,
    int Files,
    DocumentCounts Counts)
{
    /// <summary>Text that can't be read again, by path.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether something that is there could not be read, so that another run may read more.</summary>
    public bool HasMissed { get; init; }

    /// <summary>What is known of the files that kustomizations may name, by path.</summary>
    public IReadOnlyDictionary<string, FileKnowledge> States { get; init; } = new Dictionary<string, FileKnowledge>();

    /// <summary>What is linted of them: the one way from files to sets.</summary>
    /// <param name="isOpen">See <see cref="ResourceSet.IsOpen"/>.</param>
    public ResourceSets Sets(bool isOpen = false) => ResourceSets.Of(Documents, isOpen, States);
}

/// <summary>How files are read.</summary>
/// <param name="KeepsBytes">Whether to keep the bytes of files that declare something.</param>
/// <param name="ContentId">Names the content of files, of so many bytes; null where that is not asked for.</param>
/// <param name="Known">Gives a file, by its full path, that was read before and holds the same; null where none was.</param>
internal readonly record struct Reading(bool KeepsBytes = false, Func<byte[], int, string>? ContentId = null, Func<string, ReadFile?>? Known = null);

/// <summary>The manifest files below some paths, and their configuration.</summary>
public sealed class ManifestSource
{
    /// <summary>How reports call standard input.</summary>
    public const string InputName = "<stdin>";

    private const int FewFiles = 8;

    private readonly IFileTree tree;
    private readonly ConfigurationChain configuration;
    private bool hasMissed;
    private KustomizedFiles? kustomized;

    /// <summary>Looks for the files.</summary>
    /// <param name="workingFolder">The full path that relative paths start from.</param>
    /// <param name="paths">Files and folders.</param>
    /// <param name="excluded">Files and folders to leave out, as lines of a .gitignore file in the working folder; null for none.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ManifestSource(string workingFolder, IReadOnlyList<string> paths, IReadOnlyList<string>? excluded = null, CancellationToken cancellation = default)
        : this(workingFolder, paths, excluded, DiskTree.Instance, cancellation)
    {
    }

    /// <summary>Looks for the files in a tree.</summary>
    internal ManifestSource(string workingFolder, IReadOnlyList<string> paths, IReadOnlyList<string>? excluded, IFileTree tree, CancellationToken cancellation)
    {
        (WorkingFolder, this.tree) = (workingFolder, tree);
        var full = paths.Select(p => Path.GetFullPath(Path.Combine(workingFolder, p))).ToList();
        Root = PathNames.GitRoot(FolderOf(full, workingFolder)) ?? workingFolder;
        (Files, Unlisted) = ManifestDiscovery.Find(full, tree, cancellation);
        if (GitIgnore.Of(workingFolder, excluded ?? []) is { } exclusion) Files = [.. Files.Where(file => !exclusion.IgnoresWithin(file))];
        configuration = new ConfigurationChain(Root) { Tree = tree };
    }

    /// <summary>The full path that relative paths start from.</summary>
    public string WorkingFolder { get; }

    /// <summary>The full path that reported paths are relative to: the git root, else the working folder.</summary>
    public string Root { get; }

    /// <summary>The full paths of the files.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The full paths of folders that can't be listed.</summary>
    public IReadOnlyList<string> Unlisted { get; }

    /// <summary>The full paths of all configuration files, and of files that kustomizations name, that were looked for beside <see cref="Files"/>, whether they are there or not.</summary>
    public IEnumerable<string> LookedFor => ConfigurationFiles.Concat(kustomized?.LookedFor ?? []);

    /// <summary>The configuration files among them.</summary>
    internal IEnumerable<string> ConfigurationFiles => configuration.LookedFor;

    /// <summary>What else the options of every file say; by default nothing.</summary>
    public Func<LintOptions, LintOptions> Configure { get; init; } = options => options;

    /// <summary>The folder whose repository is the root: that of the first path, else the working folder.</summary>
    /// <param name="paths">Full paths.</param>
    /// <param name="workingFolder">The full path of the working folder.</param>
    internal static string FolderOf(IReadOnlyList<string> paths, string workingFolder) =>
        paths.Count == 0 ? workingFolder : Directory.Exists(paths[0]) ? paths[0] : Path.GetDirectoryName(paths[0])!;

    /// <summary>Reads the files.</summary>
    /// <param name="input">Text to read beside them, as from standard input; null for none.</param>
    /// <param name="progress">Told of the number of files read, and of all, now and then.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ReadManifests Read(byte[]? input = null, Action<int, int>? progress = null, CancellationToken cancellation = default) =>
        Together(ReadEach(input, false, progress, default, cancellation));

    /// <summary>Reads the files one by one; see <see cref="Read"/>.</summary>
    internal IReadOnlyList<ReadFile> ReadEach(byte[]? input, bool namesTemplates, Action<int, int>? progress, Reading reading, CancellationToken cancellation)
    {
        var read = new ReadFile[Files.Count];
        var next = -1;
        var done = 0;

        // Each reader works to the end: a new one would start without the strings that the files share.
        void ReadFiles()
        {
            var reader = new FileReader(Root, OptionsFor, tree, reading.KeepsBytes, reading.ContentId);
            for (int i; !cancellation.IsCancellationRequested && (i = Interlocked.Increment(ref next)) < Files.Count;)
            {
                read[i] = reading.Known?.Invoke(Files[i]) ?? reader.Read(Files[i]);
                progress?.Invoke(Interlocked.Increment(ref done), Files.Count);
            }

            if (reader.HasMissed) Volatile.Write(ref hasMissed, true);
        }

        // A few files are read before other threads have started. Readers stop by themselves: Parallel fails with
        // something else where it is stopped while it starts them.
        if (Files.Count < FewFiles) ReadFiles();
        else InParallel(ReadFiles);
        cancellation.ThrowIfCancellationRequested();
        var all = Complete(read, reading);
        return input is null ? all : WithInput(all, input, namesTemplates);
    }

    private IReadOnlyList<ReadFile> Complete(IReadOnlyList<ReadFile> read, Reading reading)
    {
        var reader = new FileReader(Root, OptionsFor, tree, reading.KeepsBytes, reading.ContentId);
        kustomized = new KustomizedFiles(Root, tree, reader.Read);
        var all = kustomized.Complete(read);
        hasMissed |= reader.HasMissed;
        return all;
    }

    /// <summary>What files hold together.</summary>
    internal ReadManifests Together(IReadOnlyList<ReadFile> files)
    {
        var unlisted = Unlisted.Select(folder => FileReader.Unreadable(PathNames.Relative(Root, folder), "this folder can't be listed", OptionsFor(folder)));
        return new ReadManifests(
            files.SelectMany(f => f.Content.Documents),
            files.SelectMany(f => f.Content.Suppressions),
            [.. files.SelectMany(f => f.Content.Problems), .. unlisted],
            [.. configuration.Problems],
            files.Count,
            files.Aggregate(default(DocumentCounts), (sum, f) => sum + f.Content.Counts))
        {
            Texts = files.Where(f => f.Path is null).ToDictionary(f => f.Name, f => ManifestText.Decode(f.Bytes!, f.Bytes!.Length, out _)),
            HasMissed = hasMissed || configuration.HasMissed,
            States = StatesOf(files),
        };
    }

    /// <summary>A reader of the files.</summary>
    internal FileReader NewReader() => new(Root, OptionsFor, tree);

    private IReadOnlyList<ReadFile> WithInput(IReadOnlyList<ReadFile> read, byte[] input, bool namesTemplates)
    {
        var reader = NewReader();
        var text = ManifestText.Decode(input, input.Length, out var error);
        var rest = text;

        // What is a manifest by itself is never taken for the template of another.
        var taken = new HashSet<string>(read.Where(file => file.Content.Counts.Templates == 0).Select(file => file.Name), StringComparer.Ordinal);
        var parts = namesTemplates && error is null ? RenderedTemplates.Part(text, template => !taken.Contains(NameOf(template)), out rest) : [];
        var rendered = parts.Select(part => (Name: NameOf(part.Template), part.Text, Path: Path.Combine(WorkingFolder, part.Template))).ToList();
        var names = new HashSet<string>(rendered.Select(part => part.Name), StringComparer.Ordinal);

        // A template that was passed over is judged as it was rendered.
        return
        [
            .. read.Where(file => !names.Contains(file.Name)),
            .. rendered.Select(part => Read(part.Name, part.Path, part.Text, true)),
            .. parts.Count == 0 || !string.IsNullOrWhiteSpace(rest) ? [Read(InputName, Path.Combine(WorkingFolder, "stdin.yaml"), rest, false)] : Array.Empty<ReadFile>(),
        ];

        ReadFile Read(string name, string path, string content, bool isRendered) => reader.Reread(
            new ReadFile(null, name, OptionsFor(path), new ManifestFile([], [], [], default)) { IsRendered = isRendered },
            ReferenceEquals(content, text) ? input : ManifestText.Encode(content, input, input.Length));

        string NameOf(string template) => PathNames.Relative(Root, Path.GetFullPath(Path.Combine(WorkingFolder, template)));
    }

    private Dictionary<string, FileKnowledge> StatesOf(IReadOnlyList<ReadFile> files)
    {
        var states = (kustomized?.Missing ?? []).ToDictionary(path => path, _ => FileKnowledge.Missing);
        foreach (var file in files)
        {
            var counts = file.Content.Counts;
            states[file.Name] = counts.Unreadable + counts.Templates > 0 ? FileKnowledge.Partial : file.Content.Documents.Count == 0 && counts.NoManifests > 0 ? FileKnowledge.Other : FileKnowledge.Whole;
        }

        return states;
    }

    private LintOptions OptionsFor(string path) => Configure(configuration.OptionsFor(path));

    private static void InParallel(Action work)
    {
        try
        {
            Parallel.Invoke([.. Enumerable.Repeat(work, Environment.ProcessorCount)]);
        }
        catch (AggregateException e)
        {
            // Each has failed for the same reason, most likely.
            ExceptionDispatchInfo.Capture(e.InnerExceptions[0]).Throw();
        }
    }
}
