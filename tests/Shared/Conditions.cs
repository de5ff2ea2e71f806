namespace KubeLint.Testing;

/// <summary>A test of what Windows does otherwise; there it is skipped, and said to be.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no such thing." : null;
}

/// <summary>A test of what a user may not do; root may do all, so there it is skipped.</summary>
internal sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute() =>
        Skip = OperatingSystem.IsWindows() ? "Windows has no such thing." : Environment.IsPrivilegedProcess ? "Root may read everything." : null;
}

/// <summary>A test that needs a program; where it is not there, the test is skipped.</summary>
internal sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string path) => Skip = File.Exists(path) ? null : $"There is no {path}.";
}

/// <summary>The same for a test with several cases.</summary>
internal sealed class ProgramTheoryAttribute : TheoryAttribute
{
    public ProgramTheoryAttribute(string path) => Skip = File.Exists(path) ? null : $"There is no {path}.";
}
