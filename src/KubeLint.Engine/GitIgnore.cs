using KubeLint.Engine.Trees;

namespace KubeLint.Engine;

/// <summary>
/// The .gitignore files that speak of a folder: its own and those above it up to the root of the repository. The last
/// pattern that matches counts, and deeper files come last.
/// </summary>
internal sealed class GitIgnore
{
    private static readonly string[] LineBreaks = ["\r\n", "\n", "\r"];

    private readonly GitIgnore? parent;
    private readonly string folder;
    private readonly List<IgnorePattern> patterns;

    private GitIgnore(GitIgnore? parent, string folder, List<IgnorePattern> patterns)
    {
        this.parent = parent;
        this.folder = folder;
        this.patterns = patterns;
    }

    /// <summary>Reads what speaks of a folder, from the root of its repository down.</summary>
    public static GitIgnore? For(string folder, string? gitRoot, IFileTree tree)
    {
        if (gitRoot is null) return null;
        GitIgnore? result = Read(null, gitRoot, ExcludeFile(gitRoot), DiskTree.Instance);
        var at = gitRoot;
        result = Read(result, at, Path.Combine(at, ".gitignore"), tree);
        foreach (var part in PathNames.Relative(gitRoot, folder).Split('/'))
        {
            if (part is "" or "..") continue;
            at = Path.Combine(at, part);
            result = Read(result, at, Path.Combine(at, ".gitignore"), tree);
        }

        return result;
    }

    /// <summary>What lines say that stand in no file.</summary>
    /// <param name="folder">The folder that they are written for.</param>
    /// <param name="lines">The lines of a .gitignore file.</param>
    /// <returns>What they say; null where they hold no pattern.</returns>
    public static GitIgnore? Of(string folder, IReadOnlyList<string> lines)
    {
        var patterns = lines.Select(IgnorePattern.Parse).OfType<IgnorePattern>().ToList();
        return patterns.Count == 0 ? null : new GitIgnore(null, folder, patterns);
    }

    /// <summary>What speaks of a folder below.</summary>
    public static GitIgnore? Below(GitIgnore? parent, string folder, IFileTree tree) => Read(parent, folder, Path.Combine(folder, ".gitignore"), tree);

    /// <summary>Whether a file or folder is ignored. Folders above it must be asked before.</summary>
    public static bool Ignores(GitIgnore? rules, string path, bool isFolder)
    {
        var name = Path.GetFileName(path);
        for (var at = rules; at is not null; at = at.parent)
        {
            var relative = PathNames.Relative(at.folder, path);
            for (var i = at.patterns.Count - 1; i >= 0; i--)
                if (at.patterns[i].Matches(relative, name, isFolder)) return !at.patterns[i].IsNegated;
        }

        return false;
    }

    /// <summary>Whether a file, or a folder that holds it, is ignored. What lies outside is not.</summary>
    public bool IgnoresWithin(string path)
    {
        var parts = PathNames.Relative(folder, path).Split('/');
        if (parts[0] == ".." || Path.IsPathRooted(parts[0])) return false;
        var at = folder;
        for (var i = 0; i < parts.Length; i++)
        {
            at = Path.Combine(at, parts[i]);
            if (Ignores(this, at, i < parts.Length - 1)) return true;
        }

        return false;
    }

    private static string ExcludeFile(string gitRoot)
    {
        var git = Path.Combine(gitRoot, ".git");
        try
        {
            // In worktrees and submodules .git is a file that says where the folder is.
            const string Link = "gitdir: ";
            if (File.Exists(git) && File.ReadAllText(git) is var text && text.StartsWith(Link, StringComparison.Ordinal)) git = Path.Combine(gitRoot, text.Substring(Link.Length).Trim());
            var common = Path.Combine(git, "commondir");
            if (File.Exists(common)) git = Path.Combine(git, File.ReadAllText(common).Trim());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Then there is no such file for us.
        }

        return Path.Combine(git, "info", "exclude");
    }

    private static GitIgnore? Read(GitIgnore? parent, string folder, string file, IFileTree tree)
    {
        if (!tree.HasFile(file)) return parent;
        try
        {
            var patterns = tree.ReadText(file).Split(LineBreaks, StringSplitOptions.None).Select(IgnorePattern.Parse).OfType<IgnorePattern>().ToList();
            return patterns.Count == 0 ? parent : new GitIgnore(parent, folder, patterns);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that git could not read either ignores nothing.
            return parent;
        }
    }
}
