using KubeLint.Findings;
using KubeLint.Provisioner.Programs;

namespace KubeLint.Provisioner.Applying;

/// <summary>How long to wait for what takes its time.</summary>
/// <param name="Pause">The time between two looks.</param>
/// <param name="Looks">How often to look at the most.</param>
/// <param name="Minutes">The whole time, for programs that wait by themselves.</param>
internal sealed record Patience(TimeSpan Pause, int Looks, int Minutes)
{
    // Scaleway's own tools look every five seconds.
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(5);

    /// <summary>Looks for so many minutes.</summary>
    public static Patience Of(int minutes) => new(Usual, (int)(TimeSpan.FromMinutes(minutes) / Usual), minutes);

    /// <summary>Looks until something is done, and tells of each change.</summary>
    /// <param name="look">The look.</param>
    /// <param name="output">Where to tell.</param>
    /// <param name="cancellation">Interrupts the waiting.</param>
    /// <exception cref="StepFailure">It was not done in time.</exception>
    public async Task Until(Func<Task<StepStatus>> look, TextWriter output, CancellationToken cancellation)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var looks = 1; ; looks++)
        {
            var status = await look();
            foreach (var news in status.Items.Select(item => item.ToString()).Where(told.Add)) output.WriteLine($"      {Visible.Text(news)}");
            if (status.IsDone) return;
            if (looks >= Looks) throw new StepFailure($"{string.Join("; ", status.Items.Where(item => !item.IsDone))}, and nothing more came in time");
            await Task.Delay(Pause, cancellation);
        }
    }
}
