namespace KubeLint.Engine.Trees;

/// <summary>
/// The files of a revision as if they stood in the working tree. Links lead where they led then; what is no part of the
/// repository, above it, behind a link or in a submodule, is as it is on the disk now.
/// </summary>
internal sealed class GitTree : IFileTree
{
    private const string LinkMode = "120000";
    private const string SubmoduleMode = "160000";

    // As many as Linux follows.
    private const int MostLinks = 40;

    private readonly string root;
    private readonly GitObjects objects;
    private readonly Dictionary<string, GitFile> files = new(PathNames.Comparer);
    private readonly Dictionary<string, List<string>> folders = new(PathNames.Comparer);

    /// <summary>Takes the files of a revision.</summary>
    /// <param name="root">The full path of the repository's working tree.</param>
    /// <param name="entries">The files, by paths relative to it.</param>
    /// <param name="objects">Gives what they hold.</param>
    public GitTree(string root, IEnumerable<GitFile> entries, GitObjects objects)
    {
        (this.root, this.objects) = (root, objects);
        folders.Add(root, []);
        foreach (var entry in entries)
        {
            var path = Path.Combine(root, entry.Path.Replace('/', Path.DirectorySeparatorChar));
            if (files.ContainsKey(path)) continue;
            files.Add(path, entry);
            AddToFolder(path);
        }
    }

    private enum Kind
    {
        Missing,
        File,
        Folder,
        OnDisk,
    }

    /// <summary>The full paths of all files.</summary>
    public IEnumerable<string> Files => files.Keys;

    /// <summary>The name that git has for the content of a file; null where a path is no file of the repository, or a link.</summary>
    public string? ContentId(string path) => files.TryGetValue(path, out var file) && !IsSpecial(file) ? file.Id : null;

    /// <inheritdoc/>
    public bool HasFile(string path) => Find(path, out var real) is var kind && (kind == Kind.File || (kind == Kind.OnDisk && DiskTree.Instance.HasFile(real)));

    /// <inheritdoc/>
    public bool HasFolder(string path) => Find(path, out var real) is var kind && (kind == Kind.Folder || (kind == Kind.OnDisk && DiskTree.Instance.HasFolder(real)));

    /// <inheritdoc/>
    public IEnumerable<TreeEntry> List(string folder) => Find(folder, out var real) switch
    {
        Kind.Folder => folders[real].Select(name => Entry(folder, name, Path.Combine(real, name))),
        Kind.OnDisk => DiskTree.Instance.List(real).Select(e => e with { Path = Path.Combine(folder, e.Name) }),
        _ => throw new DirectoryNotFoundException(folder),
    };

    /// <inheritdoc/>
    public Stream Open(string path) => Find(path, out var real) switch
    {
        Kind.File => objects.ReadFile(files[real].Id),
        Kind.OnDisk => DiskTree.Instance.Open(real),
        _ => throw new FileNotFoundException(path),
    };

    private static bool IsSpecial(GitFile file) => file.Mode is LinkMode or SubmoduleMode;

    private void AddToFolder(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!folders.TryGetValue(folder, out var names))
        {
            folders.Add(folder, names = []);
            AddToFolder(folder);
        }

        names.Add(Path.GetFileName(path));
    }

    private TreeEntry Entry(string folder, string name, string real)
    {
        var path = Path.Combine(folder, name);
        if (!files.TryGetValue(real, out var file)) return new TreeEntry(name, path, IsFolder: true, IsLink: false);
        return new TreeEntry(name, path, IsSpecial(file) && HasFolder(real), file.Mode == LinkMode);
    }

    // Follows the links on the way.
    private Kind Find(string path, out string real)
    {
        path = path.TrimEnd(Path.DirectorySeparatorChar);
        for (var links = 0; links < MostLinks; links++)
        {
            real = path;
            if (folders.ContainsKey(path)) return Kind.Folder;
            if (files.TryGetValue(path, out var file) && !IsSpecial(file)) return Kind.File;

            // Most questions are for configuration that is not there, in a folder that is.
            if (file is null && Path.GetDirectoryName(path) is { } parent && folders.ContainsKey(parent)) return Kind.Missing;
            var parts = PathNames.Relative(root, path).Split('/');
            if (parts[0] == ".." || Path.IsPathRooted(parts[0])) return Kind.OnDisk;
            if (FirstSpecial(parts) is not var (count, special)) return Kind.Missing;
            if (special.Mode == SubmoduleMode) return Kind.OnDisk;
            var target = LinkTarget(special);
            if (target.IndexOf('\0') >= 0) return Kind.Missing;
            path = Path.GetFullPath(Path.Combine([root, .. parts.Take(count - 1), target, .. parts.Skip(count)]));
        }

        real = path;
        return Kind.Missing;
    }

    private string LinkTarget(GitFile link)
    {
        using var reader = new StreamReader(objects.Read(link.Id));
        return reader.ReadToEnd();
    }

    // The first link or submodule on the way, and how many parts of the path lead to it.
    private (int Count, GitFile File)? FirstSpecial(string[] parts)
    {
        var at = root;
        for (var i = 0; i < parts.Length; i++)
        {
            at = Path.Combine(at, parts[i]);
            if (files.TryGetValue(at, out var file)) return IsSpecial(file) ? (i + 1, file) : null;
        }

        return null;
    }
}

/// <summary>A file of a revision.</summary>
/// <param name="Mode">What it is, as git writes it: 100644, 100755, 120000 for a link, 160000 for a submodule.</param>
/// <param name="Id">The name of its content, in hexadecimal digits.</param>
/// <param name="Path">The path relative to the repository's root, with forward slashes.</param>
internal sealed record GitFile(string Mode, string Id, string Path);
