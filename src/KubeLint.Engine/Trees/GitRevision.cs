using KubeLint.Findings;

namespace KubeLint.Engine.Trees;

/// <summary>
/// The state of a repository from which on findings are new: the newest commit that a revision and HEAD have in common.
/// It is read from git's objects, without a checkout.
/// </summary>
public sealed class GitRevision : IDisposable
{
    private const int ShortLength = 7;

    private readonly GitObjects objects;

    private GitRevision(string root, string commit, Git git)
    {
        Commit = commit;
        objects = new GitObjects(git);
        var skipped = Sparse(git, root);
        Tree = new GitTree(root, Files(git, commit).Where(f => !skipped.Contains(f.Path)), objects);
        Renames = Renamed(git, commit);
    }

    /// <summary>The name of the commit.</summary>
    public string Commit { get; }

    /// <summary>The same, as people write it.</summary>
    public string ShortName => Commit.Substring(0, ShortLength);

    /// <summary>Its files.</summary>
    internal GitTree Tree { get; }

    /// <summary>What its files are called now, where git takes them for renamed; paths relative to the root.</summary>
    internal IReadOnlyDictionary<string, string> Renames { get; }

    /// <summary>Finds the state.</summary>
    /// <param name="workingFolder">The full path that relative paths start from.</param>
    /// <param name="paths">The files and folders that are linted; their repository is asked.</param>
    /// <param name="revision">A branch, tag or commit, in any way that git understands.</param>
    /// <exception cref="GitException">It can't be found; the message says why and what to do.</exception>
    public static GitRevision Open(string workingFolder, IReadOnlyList<string> paths, string revision)
    {
        var full = paths.Select(p => Path.GetFullPath(Path.Combine(workingFolder, p))).ToList();
        var root = PathNames.GitRoot(ManifestSource.FolderOf(full, workingFolder)) ?? throw new GitException($"needs a git repository, and '{Visible.Text(ManifestSource.FolderOf(full, workingFolder))}' is in none");
        if (full.FirstOrDefault(p => PathNames.Relative(root, p) is var name && (name == ".." || name.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(name))) is { } outside)
            throw new GitException($"compares within one repository, and '{Visible.Text(outside)}' is outside of '{Visible.Text(root)}'; check it in a run of its own");
        var git = new Git(root);
        return new GitRevision(root, MergeBase(git, root, revision), git);
    }

    /// <summary>The name that git gives to the content of a file; see <see cref="GitTree.ContentId"/>.</summary>
    internal string ContentId(byte[] bytes, int length) => GitObjects.IdOf(bytes, length, Commit);

    /// <summary>Makes sure that all could be read that was asked for.</summary>
    /// <exception cref="GitException">It could not.</exception>
    internal void ThrowIfIncomplete()
    {
        if (objects.Fault is { } fault) throw new GitException(fault);
    }

    /// <inheritdoc/>
    public void Dispose() => objects.Dispose();

    private static string MergeBase(Git git, string root, string revision)
    {
        var shown = Visible.Text(revision);
        if (revision.Trim().Length == 0 || revision.Any(char.IsControl)) throw new GitException($"'{shown}' is no revision; name a branch, tag or commit, as in --since origin/main");
        var answers = Asked(git.Run("cat-file --batch-check", $"HEAD^{{commit}}\n{revision}^{{commit}}\n"), root).Split('\n');
        if (IdIn(answers[0]) is not { } head) throw new GitException("needs a commit, and HEAD has none yet");
        if (IdIn(answers[1]) is not { } named)
        {
            throw new GitException(IsShallow(git)
                ? $"'{shown}' is not in this clone, which is shallow; fetch the history with 'git fetch --unshallow', in GitHub Actions with 'fetch-depth: 0' of actions/checkout"
                : $"'{shown}' is no commit that git knows here; name a branch, tag or commit, as in --since origin/main, or fetch it first");
        }

        var common = git.Run($"merge-base {named} {head}");
        if (common.Code == 0) return common.Output.Trim();
        if (common.Code != 1) Asked(common, root);
        throw new GitException(IsShallow(git)
            ? $"'{shown}' and HEAD have no commit in common in this clone, which is shallow; fetch the history with 'git fetch --unshallow', in GitHub Actions with 'fetch-depth: 0' of actions/checkout"
            : $"'{shown}' and HEAD have no commit in common, so there is nothing to compare with");
    }

    private static string? IdIn(string answer) => answer.Split(' ') is [{ Length: >= 40 } id, "commit", _] ? id : null;

    private static bool IsShallow(Git git) => git.Run("rev-parse --is-shallow-repository").Output.Trim() == "true";

    private static IEnumerable<GitFile> Files(Git git, string commit)
    {
        var listed = git.Run($"ls-tree -r -z --full-tree {commit}");
        if (listed.Code != 0) throw Told(listed);
        foreach (var line in listed.Parts)
        {
            // <mode> <type> <id>\t<path>
            var tab = line.IndexOf('\t');
            var words = line.Substring(0, tab).Split(' ');
            var path = line.Substring(tab + 1);

            // A name that is no UTF-8 can't be opened on the disk either.
            if (path.IndexOf('\ufffd') < 0) yield return new GitFile(words[0], words[2], path);
        }
    }

    // What a sparse checkout leaves out is not linted now, and must not be missing from one side alone.
    private static HashSet<string> Sparse(Git git, string root) =>
        new(git.Run("ls-files -t -z").Parts.Where(p => p.StartsWith("S ", StringComparison.Ordinal)).Select(p => p.Substring(2)).Where(p => !File.Exists(Path.Combine(root, p))), StringComparer.Ordinal);

    private static Dictionary<string, string> Renamed(Git git, string commit)
    {
        // R<similarity>, old path, new path; of the index, since git would run filters over the working tree.
        var parts = git.Run($"diff-index --cached -M --diff-filter=R --name-status -z {commit}").Parts;
        var renames = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 2 < parts.Length; i += 3) renames[parts[i + 1]] = parts[i + 2];
        return renames;
    }

    private static string Asked(GitResult result, string root)
    {
        if (result.Code == 0) return result.Output;
        if (result.Error.Contains("dubious ownership")) throw new GitException($"needs a repository that is yours, and '{Visible.Text(root)}' belongs to somebody else; if you trust it: git config --global --add safe.directory '{Visible.Text(root)}'");
        throw Told(result);
    }

    private static GitException Told(GitResult result) =>
        new($"needs git, which says: {Visible.Text(result.Error.Split('\n')[0].Trim())}");
}
