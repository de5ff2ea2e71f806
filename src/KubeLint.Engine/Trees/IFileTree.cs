using System.Text;

namespace KubeLint.Engine.Trees;

/// <summary>Where files are read from: the disk, or a revision in git as if it stood on the disk. Paths are full paths of the disk.</summary>
internal interface IFileTree
{
    /// <summary>Whether a path leads to a file, through links or not.</summary>
    bool HasFile(string path);

    /// <summary>Whether a path leads to a folder, through links or not.</summary>
    bool HasFolder(string path);

    /// <summary>What a folder holds, in any order.</summary>
    /// <exception cref="IOException">It can't be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be listed.</exception>
    IEnumerable<TreeEntry> List(string folder);

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    Stream Open(string path);
}

/// <summary>What stands in a folder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its full path.</param>
/// <param name="IsFolder">Whether it is a folder, or leads to one.</param>
/// <param name="IsLink">Whether it is a link.</param>
internal readonly record struct TreeEntry(string Name, string Path, bool IsFolder, bool IsLink);

/// <summary>What every tree can do.</summary>
internal static class FileTree
{
    /// <summary>The text of a file: UTF-8, or what its byte order mark says.</summary>
    public static string ReadText(this IFileTree tree, string path)
    {
        using var reader = new StreamReader(tree.Open(path), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
