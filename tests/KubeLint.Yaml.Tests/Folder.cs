using System.Text;
using KubeLint.Engine;

namespace KubeLint.Yaml.Tests;

/// <summary>A folder of its own, linted as the tool does it.</summary>
internal sealed class Folder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Path { get; } = Directory.CreateTempSubdirectory("kubelint").FullName;

    public string Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));

    public string Add(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Lints the folder; fails where that takes longer than anybody waits.</summary>
    public async Task<LintReport> Lint() => await Task.Run(() => LintRun.Execute(new LintRequest(Path, ["."]))).WaitAsync(Patience);

    /// <summary>The findings as <c>a.yaml:KUBE1001@15:5</c>, in order.</summary>
    public async Task<string> Findings() => Show((await Lint()).Findings);

    public static string Show(IEnumerable<ReportedFinding> findings) =>
        string.Join(" ", findings.Where(f => !ChattyRules.Ids.Contains(f.RuleId)).Select(f => $"{System.IO.Path.GetFileName(f.Place.File)}:{f.RuleId}@{f.Place.Start.Line}:{f.Place.Start.Column}"));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
