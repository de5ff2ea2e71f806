using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace KubeLint.Provisioner.Programs;

/// <summary>What a program did.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">What it wrote to standard output; where it was asked for an answer that is as it is, and may hold secrets.</param>
/// <param name="Error">What it wrote to standard error, without secrets.</param>
internal sealed record ProgramResult(int Code, string Output, string Error);

/// <summary>A program could not be started.</summary>
/// <param name="message">Why, for people.</param>
internal sealed class ProgramException(string message) : Exception(message);

/// <summary>A program of the user's, whose words are passed on line by line without secrets.</summary>
/// <param name="path">Its full path.</param>
/// <param name="mask">What hides secrets.</param>
/// <param name="output">Where its standard output goes.</param>
/// <param name="error">Where its standard error goes.</param>
internal sealed class ExternalProgram(string path, SecretMask mask, TextWriter output, TextWriter error)
{
    private const int InterruptSignal = 2;

    // For how long a program may take to show that it heard of an interruption by itself.
    private static readonly TimeSpan Hearing = TimeSpan.FromSeconds(2);

    /// <summary>Its name, for messages.</summary>
    public string Name { get; } = Path.GetFileNameWithoutExtension(path);

    /// <summary>Variables of its environment beside those of this program.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Runs it and shows all that it says while it runs.</summary>
    /// <exception cref="ProgramException">It can't be started.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted, and has ended.</exception>
    public Task<ProgramResult> Stream(IEnumerable<string> arguments, CancellationToken cancellation) => Run(arguments, output, error, cancellation);

    /// <summary>Runs it for what it answers, of which nothing is shown.</summary>
    /// <exception cref="ProgramException">It can't be started.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted, and has ended.</exception>
    public Task<ProgramResult> Ask(IEnumerable<string> arguments, CancellationToken cancellation) => Run(arguments, null, null, cancellation);

    /// <summary>Shows what was not shown while it ran.</summary>
    public void Show(ProgramResult result)
    {
        foreach (var line in result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)) error.WriteLine(line);
    }

    private async Task<ProgramResult> Run(IEnumerable<string> arguments, TextWriter? shownOutput, TextWriter? shownError, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var process = Start(arguments);
        process.StandardInput.Close();
        var (said, cried) = (new StringBuilder(), new StringBuilder());
        var heard = 0;
        var lines = Task.WhenAll(Pass(process.StandardOutput, shownOutput is null, said, shownOutput, Hear), Pass(process.StandardError, false, cried, shownError, Hear));
        using (cancellation.Register(() => _ = Interrupt(process, () => Volatile.Read(ref heard) != 0)))
        {
            // An interrupted program is waited for: Terraform has to write its state.
            await process.WaitForExitAsync(CancellationToken.None);
            await lines;
        }

        cancellation.ThrowIfCancellationRequested();
        return new ProgramResult(process.ExitCode, said.ToString(), cried.ToString());

        void Hear(string line)
        {
            if (cancellation.IsCancellationRequested && line.Contains("interrupt", StringComparison.OrdinalIgnoreCase)) Volatile.Write(ref heard, 1);
        }
    }

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in Variables) start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ProgramException($"'{path}' can't be started: {e.Message}");
        }
    }

    private async Task Pass(StreamReader from, bool isAnswer, StringBuilder kept, TextWriter? shown, Action<string> hear)
    {
        while (await from.ReadLineAsync(CancellationToken.None) is { } line)
        {
            var text = isAnswer ? line : mask.Apply(line);
            kept.Append(text).Append('\n');
            hear(text);
            if (shown is null) continue;
            await shown.WriteLineAsync(text);
            await shown.FlushAsync(CancellationToken.None);
        }
    }

    // A terminal tells all programs of Ctrl+C, while others may tell this one alone. A second signal would make Terraform
    // leave without its state, so only who shows no sign of having heard is told.
    private static async Task Interrupt(Process process, Func<bool> hasHeard)
    {
        await Task.Delay(Hearing);
        try
        {
            if (!OperatingSystem.IsWindows() && !hasHeard() && !process.HasExited) _ = Kill(process.Id, InterruptSignal);
        }
        catch (InvalidOperationException)
        {
            // It has ended, and its handle is closed.
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
