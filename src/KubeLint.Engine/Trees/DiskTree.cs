namespace KubeLint.Engine.Trees;

/// <summary>The files as they stand on the disk.</summary>
internal sealed class DiskTree : IFileTree
{
    private DiskTree()
    {
    }

    /// <summary>The only one.</summary>
    public static DiskTree Instance { get; } = new();

    /// <inheritdoc/>
    public bool HasFile(string path) => File.Exists(path);

    /// <inheritdoc/>
    public bool HasFolder(string path) => Directory.Exists(path);

    /// <inheritdoc/>
    public IEnumerable<TreeEntry> List(string folder) =>
        new DirectoryInfo(folder).GetFileSystemInfos().Select(e => new TreeEntry(e.Name, e.FullName, (e.Attributes & FileAttributes.Directory) != 0, (e.Attributes & FileAttributes.ReparsePoint) != 0));

    /// <inheritdoc/>
    public Stream Open(string path) => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
}
