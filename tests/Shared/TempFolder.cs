using System.Text;

namespace KubeLint.Testing;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder() => Path = Directory.CreateTempSubdirectory("kubelint-").FullName;

    public string Path { get; }

    public string At(string name) => System.IO.Path.Combine([Path, .. name.Split('/')]);

    public TempFolder Add(string name, string text = "")
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text, new UTF8Encoding(false));
        return this;
    }

    /// <summary>Makes it look like the root of a git repository; no git is needed.</summary>
    public TempFolder AsRepository()
    {
        Directory.CreateDirectory(At(".git/info"));
        return this;
    }

    public void Dispose() => Directory.Delete(Path, true);
}
