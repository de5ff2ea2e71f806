namespace KubeLint.Analyzers;

/// <summary>Stretches of code that run as a whole, or not: what one makes is certain in it, and only perhaps changed in others.</summary>
internal sealed class Regions
{
    private int last;

    /// <summary>The one that is being followed.</summary>
    public int Current { get; private set; }

    /// <summary>The innermost one around it that may run again; -1 where there is none.</summary>
    public int Loop { get; private set; } = -1;

    /// <summary>Follows code that may run, once, several times, or never.</summary>
    /// <param name="follow">Follows it.</param>
    /// <param name="mayRepeat">Whether it may run several times.</param>
    public void Apart(Action follow, bool mayRepeat = false)
    {
        var (outside, around) = (Current, Loop);
        Current = ++last;
        if (mayRepeat) Loop = Current;
        follow();
        (Current, Loop) = (outside, around);
    }
}
