using System.Diagnostics;

namespace KubeLint.Cli;

/// <summary>Tells on a terminal how far a long run is; says nothing on a short one.</summary>
internal sealed class Progress(TextWriter terminal, bool isShown) : IDisposable
{
    private const long FirstAfter = 1_000;
    private const long Every = 200;

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private long lastTold;

    /// <summary>Tells how many files of all are read.</summary>
    public void Tell(int done, int all)
    {
        if (!isShown || watch.ElapsedMilliseconds < Math.Max(FirstAfter, Volatile.Read(ref lastTold) + Every)) return;
        lock (gate)
        {
            Volatile.Write(ref lastTold, watch.ElapsedMilliseconds);
            terminal.Write($"\rreading {done:N0} of {all:N0} files");
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (Interlocked.Exchange(ref lastTold, 0) > 0) terminal.Write("\r\u001b[K");
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();
}
