using KubeLint.Cli;
using KubeLint.Findings;
using KubeLint.Provisioner.Programs;

namespace KubeLint.Provisioner.Applying;

/// <summary>A step on the way to a cluster. It looks at what is there, so that taking it again is right.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Work">What it does, for people.</param>
/// <param name="Take">Takes it.</param>
internal sealed record Step(string Name, string Work, Func<CancellationToken, Task> Take);

/// <summary>The way ends here without a fault, as where people do not agree.</summary>
/// <param name="why">Why, for people.</param>
/// <param name="code">The exit code.</param>
internal sealed class StepsEnd(string why, int code) : Exception(why)
{
    /// <summary>The exit code.</summary>
    public int Code { get; } = code;
}

/// <summary>Takes steps one after the other.</summary>
/// <param name="output">Where the steps are told.</param>
/// <param name="error">Where it is told why one failed.</param>
internal sealed class Steps(TextWriter output, TextWriter error)
{
    /// <summary>The exit code of a run that was interrupted, as of shells: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;

    /// <summary>Takes the steps until one fails, and then says which, why, and what continues.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="command">The command that continues.</param>
    /// <param name="cancellation">Interrupts them.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> Take(IReadOnlyList<Step> steps, string command, CancellationToken cancellation)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var place = $"step {i + 1} of {steps.Count}, {steps[i].Name}";
            output.WriteLine($"[{i + 1}/{steps.Count}] {steps[i].Work}");
            try
            {
                await steps[i].Take(cancellation);
            }
            catch (StepsEnd end)
            {
                output.WriteLine(end.Message);
                return end.Code;
            }
            catch (Exception e) when (e is StepFailure or ProgramException or IOException or UnauthorizedAccessException)
            {
                error.WriteLine($"kubelint-kapsule: {place}: {Visible.Text(e.Message)}; '{command}' goes on from here");
                return ExitCode.Findings;
            }
            catch (OperationCanceledException)
            {
                error.WriteLine($"kubelint-kapsule: {place}: interrupted; '{command}' goes on from here");
                return Interrupted;
            }
        }

        return ExitCode.Clean;
    }
}
