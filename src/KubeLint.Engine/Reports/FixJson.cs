using KubeLint.Engine.Fixing;
using KubeLint.Syntax;
using KubeLint.Yaml;
using static KubeLint.Engine.Reports.JsonText;

namespace KubeLint.Engine.Reports;

/// <summary>
/// Writes what was mended as a JSON object of three arrays beside <c>dryRun</c>: <c>fixed</c> and <c>notFixed</c> have the members of a check's
/// findings and more, <c>files</c> says what is changed in which file. Places are those of the texts that were read.
/// </summary>
public static class FixJson
{
    /// <summary>Writes it.</summary>
    /// <param name="result">What became of the findings.</param>
    /// <param name="isDryRun">Whether nothing is written.</param>
    /// <param name="output">Where to.</param>
    public static void Write(FixResult result, bool isDryRun, TextWriter output)
    {
        output.Write($"{{\"dryRun\": {(isDryRun ? "true" : "false")},\n\"fixed\": ");
        WriteLines(output, result.Fixed.Select(f => Object([.. JsonReport.Members(f.Finding), ("title", Quote(f.Title)), ("choice", f.Choice.Length == 0 ? "null" : Quote(f.Choice))])));
        output.Write(",\n\"notFixed\": ");
        WriteLines(output, result.Left.Select(f => Object([.. JsonReport.Members(f.Finding), ("reason", Quote(f.Reason)), ("choices", Array(f.Choices.Select(Quote)))])));
        output.Write(",\n\"files\": ");
        WriteLines(output, result.Files.Select(File));
        output.Write("}\n");
    }

    private static string File(FixedFile file)
    {
        var text = new SourceFile(file.Name, ManifestText.Decode(file.Before, file.Before.Length, out _));
        return Object(("file", Quote(file.Name)), ("changes", Array(file.Changes.Select(change => Change(ReportedChange.Of(text, change))))));
    }

    private static string Change(ReportedChange change) => Object([.. JsonReport.Members(change.Place), ("newText", Quote(change.NewText))]);
}
