using KubeLint.Findings;
using KubeLint.Kustomize;
using KubeLint.Syntax;

namespace KubeLint.Engine;

/// <summary>Says of what was not judged how it can be judged all the same.</summary>
internal static class ReadingNotes
{
    private const string ChartFile = "Chart.yaml";
    private const string TemplateFolder = "templates/";
    private const string SubchartFolder = "charts/";

    /// <summary>The notes on a run.</summary>
    /// <param name="source">Where its files are.</param>
    /// <param name="files">The files.</param>
    /// <param name="unbuilt">What of its kustomizations is not built.</param>
    public static IReadOnlyList<ReportedNote> Of(ManifestSource source, IReadOnlyList<ReadFile> files, IReadOnlyList<BuildNote> unbuilt) =>
        [.. Charts(files).Select(folder => OfChart(source, folder)), .. unbuilt.Select(note => OfKustomization(source, note))];

    // Folders end with a slash; that of a chart at the root of the files is empty.
    private static IEnumerable<string> Charts(IReadOnlyList<ReadFile> files)
    {
        var charts = files.Where(f => f.Path is not null && f.Name.Substring(f.Name.LastIndexOf('/') + 1) == ChartFile).Select(f => f.Name.Substring(0, f.Name.Length - ChartFile.Length)).ToList();
        var templates = files.Where(f => f.Content.Counts.Templates > 0).Select(f => f.Name).ToList();
        return charts.Where(chart => templates.Any(t => t.StartsWith(chart + TemplateFolder, StringComparison.Ordinal)) && !charts.Any(outer => chart.StartsWith(outer + SubchartFolder, StringComparison.Ordinal)));
    }

    private static ReportedNote OfChart(ManifestSource source, string folder)
    {
        // A release has the characters of a DNS name; what the chart's folder is called serves people best.
        var name = Path.GetFileName(PathNames.Full(source.Root, folder).TrimEnd(Path.DirectorySeparatorChar)).ToLowerInvariant();
        var release = new string([.. name.Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')]).Trim('-');
        var start = new LinePosition(1, 1);
        return Note(new ReportedPlace(folder + ChartFile, start, start), "what this Helm chart renders is not judged", $"helm template {(release.Length > 0 ? release : "release")} {Shown(source, folder)}");
    }

    private static ReportedNote OfKustomization(ManifestSource source, BuildNote note) =>
        Note(ReportedPlace.Of(note.Place), note.Message, $"{(note.HasCharts ? "kustomize build --enable-helm" : "kubectl kustomize")} {Shown(source, note.Folder)}");

    private static ReportedNote Note(ReportedPlace place, string what, string command) => new(place, Visible.Text($"{what}; to have it judged: {command} | kubelint check -"));

    private static string Shown(ManifestSource source, string folder)
    {
        var shown = PathNames.Shown(source.WorkingFolder, PathNames.Full(source.Root, folder).TrimEnd(Path.DirectorySeparatorChar));
        return ShellWord.Quote(shown.Length > 0 ? shown : ".");
    }
}
