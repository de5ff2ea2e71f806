namespace KubeLint.Cli;

/// <summary>What the tool's exit codes mean.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above the gate.</summary>
    public const int Clean = 0;

    /// <summary>Findings at or above the gate.</summary>
    public const int Findings = 1;

    /// <summary>The command line can't be understood, or names what is not there.</summary>
    public const int Usage = 2;

    /// <summary>A fault in KubeLint, or a file that could not be written.</summary>
    public const int InternalFailure = 3;
}
