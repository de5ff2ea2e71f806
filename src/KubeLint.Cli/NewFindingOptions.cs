using System.CommandLine;
using KubeLint.Engine;
using KubeLint.Engine.Gating;
using KubeLint.Engine.Reports;
using KubeLint.Engine.Trees;
using KubeLint.Findings;

namespace KubeLint.Cli;

/// <summary>How <c>kubelint check</c> is asked for new findings only.</summary>
internal sealed class NewFindingOptions
{
    private readonly Option<string?> baseline = new("--baseline")
    {
        Description = "Leave out the findings that this file has accepted.",
        HelpName = "FILE",
    };

    private readonly Option<string?> writeBaseline = new("--write-baseline")
    {
        Description = "Accept all that is found: write it to this file, as kubelint.baseline.json, instead of reporting it. The exit code is 0.",
        HelpName = "FILE",
    };

    private readonly Option<string?> since = new("--since")
    {
        Description = "Tell only what this revision's manifests did not have, as --since origin/main. The newest commit that it and HEAD have in common is linted as well, from git, without a checkout.",
        HelpName = "REV",
    };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(since);
        command.Options.Add(baseline);
        command.Options.Add(writeBaseline);
    }

    /// <summary>What is asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="request">What else is asked for.</param>
    /// <param name="hasStandardInput">Whether standard input is linted.</param>
    /// <param name="problem">Why that can't be done, for people; null where it can.</param>
    public LintRequest Apply(ParseResult parsed, LintRequest request, bool hasStandardInput, out string? problem)
    {
        problem = null;
        try
        {
            var (file, revision) = (parsed.GetValue(baseline), parsed.GetValue(since));
            problem = parsed.GetValue(writeBaseline) is not null && (file ?? revision) is not null ? "--write-baseline accepts all that is found, so it goes without --baseline and --since"
                : revision is not null && hasStandardInput ? "--since has nothing to compare standard input with; check files, or use --baseline"
                : null;
            if (problem is not null) return request;
            if (file is not null) request = request with { Baseline = Read(file, request.WorkingFolder) };
            return revision is null ? request : request with { Since = GitRevision.Open(request.WorkingFolder, request.Paths, revision) };
        }
        catch (IOException e)
        {
            problem = e.Message;
        }
        catch (GitException e)
        {
            problem = Told(e);
        }

        return request;
    }

    /// <summary>Why git could not answer, for people.</summary>
    public static string Told(GitException e) => $"--since {e.Message}";

    /// <summary>Writes the baseline where that is asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="report">All that was found.</param>
    /// <param name="workingFolder">The full path that relative paths start from.</param>
    /// <returns>The exit code; null where it is not asked for.</returns>
    public int? Write(ParseResult parsed, LintReport report, string workingFolder)
    {
        if (parsed.GetValue(writeBaseline) is not { } file) return null;
        var written = Baseline.Of(Path.GetFullPath(file, workingFolder), report);
        try
        {
            written.Write();
        }
        catch (IOException e)
        {
            Console.Error.WriteLine($"kubelint: the baseline '{Visible.Text(file)}' can't be written: {e.Message}");
            return ExitCode.InternalFailure;
        }

        Console.WriteLine($"{Visible.Text(file)} accepts {TextReport.Many(written.Known.Total, "finding")} from now on; name it with --baseline");
        var refused = report.Findings.Count - written.Known.Total;
        if (refused > 0) Console.Error.WriteLine($"kubelint: {TextReport.Many(refused, "finding")} about KubeLint or its configuration can't be accepted; 'kubelint check' tells what to mend");
        return ExitCode.Clean;
    }

    /// <summary>Tells what the baseline accepts and nothing finds any more.</summary>
    public static void TellStale(LintReport report, TextWriter error)
    {
        var prefix = "kubelint: ";
        foreach (var line in report.LeftOut?.StaleLines("--write-baseline") ?? [])
        {
            error.WriteLine(prefix + line);
            prefix = "";
        }
    }

    private static Baseline Read(string file, string workingFolder)
    {
        try
        {
            return Baseline.Read(Path.GetFullPath(file, workingFolder));
        }
        catch (IOException e)
        {
            throw new IOException($"the baseline '{Visible.Text(file)}' {e.Message}", e);
        }
    }
}
