namespace KubeLint.Provisioner.Programs;

/// <summary>A folder that only its user can look into, for what must not outlive the run. It is deleted at the end, however that comes.</summary>
internal sealed class PrivateFolder : IDisposable
{
    // Its mode is 700 on Unix; on Windows a user's own temporary folder is closed to others already.
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kubelint-kapsule-");

    /// <summary>The full path of a file in it, which need not be there.</summary>
    public string At(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Writes a file that only its user can read, and returns its full path.</summary>
    public string Write(string name, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(At(name), options);
        writer.Write(text);
        return At(name);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
