using KubeLint.Findings;

namespace KubeLint.Engine;

/// <summary>Says of what was passed over how it can be judged all the same.</summary>
internal static class ReadingNotes
{
    private const string ChartFile = "Chart.yaml";
    private const string TemplateFolder = "templates/";
    private const string SubchartFolder = "charts/";

    /// <summary>The notes on a run.</summary>
    /// <param name="source">Where its files are.</param>
    /// <param name="files">The files.</param>
    public static IReadOnlyList<string> Of(ManifestSource source, IReadOnlyList<ReadFile> files) => [.. Charts(files).Select(folder => OfChart(source, folder))];

    // Folders end with a slash; that of a chart at the root of the files is empty.
    private static IEnumerable<string> Charts(IReadOnlyList<ReadFile> files)
    {
        var charts = files.Where(f => f.Path is not null && f.Name.Substring(f.Name.LastIndexOf('/') + 1) == ChartFile).Select(f => f.Name.Substring(0, f.Name.Length - ChartFile.Length)).ToList();
        var templates = files.Where(f => f.Content.Counts.Templates > 0).Select(f => f.Name).ToList();
        return charts.Where(chart => templates.Any(t => t.StartsWith(chart + TemplateFolder, StringComparison.Ordinal)) && !charts.Any(outer => chart.StartsWith(outer + SubchartFolder, StringComparison.Ordinal)));
    }

    private static string OfChart(ManifestSource source, string folder)
    {
        var full = PathNames.Full(source.Root, folder).TrimEnd(Path.DirectorySeparatorChar);
        var shown = PathNames.Shown(source.WorkingFolder, full) is { Length: > 0 } path ? path : ".";

        // A release has the characters of a DNS name; what the chart's folder is called serves people best.
        var release = new string([.. Path.GetFileName(full).ToLowerInvariant().Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')]).Trim('-');
        return $"{Visible.Text(shown)} is a Helm chart, and what it renders is judged by: helm template {(release.Length > 0 ? release : "release")} {ShellWord.Quote(shown)} | kubelint check -";
    }
}
