using System.Runtime.ExceptionServices;
using KubeLint.Configuration;
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

/// <summary>The manifest files below some paths, and their configuration.</summary>
public sealed class ManifestSource
{
    /// <summary>How reports call standard input.</summary>
    public const string InputName = "<stdin>";

    private const int FewFiles = 8;

    private readonly string working;
    private readonly ConfigurationChain configuration;
    private bool hasMissed;
    private KustomizedFiles? kustomized;

    /// <summary>Looks for the files.</summary>
    /// <param name="workingFolder">The full path that relative paths start from.</param>
    /// <param name="paths">Files and folders.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ManifestSource(string workingFolder, IReadOnlyList<string> paths, CancellationToken cancellation = default)
    {
        working = workingFolder;
        var full = paths.Select(p => Path.GetFullPath(Path.Combine(workingFolder, p))).ToList();
        Root = PathNames.GitRoot(full.Count == 0 ? workingFolder : Directory.Exists(full[0]) ? full[0] : Path.GetDirectoryName(full[0])!) ?? workingFolder;
        (Files, Unlisted) = ManifestDiscovery.Find(full, cancellation);
        configuration = new ConfigurationChain(Root);
    }

    /// <summary>The full path that reported paths are relative to: the git root, else the working folder.</summary>
    public string Root { get; }

    /// <summary>The full paths of the files.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The full paths of folders that can't be listed.</summary>
    public IReadOnlyList<string> Unlisted { get; }

    /// <summary>The full paths of all configuration files, and of files that kustomizations name, that were looked for beside <see cref="Files"/>, whether they are there or not.</summary>
    public IEnumerable<string> LookedFor => configuration.LookedFor.Concat(kustomized?.LookedFor ?? []);

    /// <summary>What else the options of every file say; by default nothing.</summary>
    public Func<LintOptions, LintOptions> Configure { get; init; } = options => options;

    /// <summary>Reads the files.</summary>
    /// <param name="input">Text to read beside them, as from standard input; null for none.</param>
    /// <param name="progress">Told of the number of files read, and of all, now and then.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ReadManifests Read(byte[]? input = null, Action<int, int>? progress = null, CancellationToken cancellation = default) =>
        Together(ReadEach(input, progress, false, cancellation));

    /// <summary>Reads the files one by one; see <see cref="Read"/>.</summary>
    internal IReadOnlyList<ReadFile> ReadEach(byte[]? input, Action<int, int>? progress, bool keepsBytes, CancellationToken cancellation)
    {
        var read = new ReadFile[Files.Count];
        var next = -1;
        var done = 0;

        // Each reader works to the end: a new one would start without the strings that the files share.
        void ReadFiles()
        {
            var reader = new FileReader(Root, OptionsFor, keepsBytes);
            for (int i; !cancellation.IsCancellationRequested && (i = Interlocked.Increment(ref next)) < Files.Count;)
            {
                read[i] = reader.Read(Files[i]);
                progress?.Invoke(Interlocked.Increment(ref done), Files.Count);
            }

            if (reader.HasMissed) Volatile.Write(ref hasMissed, true);
        }

        // A few files are read before other threads have started. Readers stop by themselves: Parallel fails with
        // something else where it is stopped while it starts them.
        if (Files.Count < FewFiles) ReadFiles();
        else InParallel(ReadFiles);
        cancellation.ThrowIfCancellationRequested();
        var all = Complete(read, keepsBytes);
        if (input is null) return all;
        var none = new ReadFile(null, InputName, OptionsFor(Path.Combine(working, "stdin.yaml")), new ManifestFile([], [], [], default));
        return [.. all, NewReader().Reread(none, input)];
    }

    private IReadOnlyList<ReadFile> Complete(IReadOnlyList<ReadFile> read, bool keepsBytes)
    {
        var reader = new FileReader(Root, OptionsFor, keepsBytes);
        kustomized = new KustomizedFiles(Root, reader.Read);
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
    internal FileReader NewReader() => new(Root, OptionsFor);

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
