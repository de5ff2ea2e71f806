using System.CommandLine;
using System.Text;
using KubeLint.Engine;
using KubeLint.Engine.Reports;

namespace KubeLint.Cli;

/// <summary>How <c>kubelint check</c> writes what it found.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string> format = new("--format")
    {
        Description = "How to write the findings: text, json or sarif.",
        DefaultValueFactory = _ => "text",
    };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        command.Options.Add(format);
    }

    /// <summary>Whether what is asked for tells how findings can be mended.</summary>
    public bool OffersFixes(ParseResult parsed) => parsed.GetValue(format) == "sarif";

    /// <summary>Writes a report as it was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="report">The report.</param>
    /// <param name="workingFolder">The full path that paths are shown relative to.</param>
    public void Write(ParseResult parsed, LintReport report, string workingFolder)
    {
        var asked = parsed.GetValue(format);
        using (var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16))
        {
            if (asked == "json") JsonReport.Write(report, output);
            else if (asked == "sarif") SarifReport.Write(report, output);
            else new TextReport(output, workingFolder, Terminal.UsesColor).Write(report);
        }

        if (asked != "text") Console.Error.WriteLine(TextReport.Summary(report));
    }
}
