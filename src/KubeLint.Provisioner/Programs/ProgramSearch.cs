namespace KubeLint.Provisioner.Programs;

/// <summary>Finds programs as a shell would.</summary>
internal static class ProgramSearch
{
    /// <summary>The full path of the first of several programs that is there; null where none is.</summary>
    /// <param name="names">Names, or paths.</param>
    /// <param name="path">The folders to look in, as the environment variable PATH has them.</param>
    public static string? Find(IReadOnlyList<string> names, string? path) => names.SelectMany(name => Candidates(name, path ?? "")).FirstOrDefault(IsProgram);

    private static IEnumerable<string> Candidates(string name, string path) =>
        from folder in name.AsSpan().IndexOfAny('/', Path.DirectorySeparatorChar) >= 0 ? [""] : path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from ending in OperatingSystem.IsWindows() ? new[] { ".exe", ".cmd", "" } : [""]
        select Path.GetFullPath(Path.Combine(folder, name + ending));

    private static bool IsProgram(string file) =>
        File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
