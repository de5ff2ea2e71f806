namespace KubeLint.Configuration;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Not reported at all.</summary>
    None,

    /// <summary>A suggestion; never fails a gate.</summary>
    Info,

    /// <summary>Would not survive the loss of a zone, or defeats what was meant.</summary>
    Warning,

    /// <summary>The API server would reject it, or the user's configuration raised it.</summary>
    Error,
}
