using System.Collections;
using System.Text.Json;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace KubeLint.Build.Tests;

/// <summary>What a build's log says when manifests and files have hostile names.</summary>
public sealed class LogTests
{
    private static readonly string[] Hostile =
    [
        "x%0A::error::forged", "::error::forged", " ::stop-commands::forged", "##[add-mask]forged", "#\u200b#[add-mask]forged", "##vso[task.complete result=Succeeded;]forged",
        "a\nb.yaml(1,1): error KUBE9999: forged", "a\r\n::error::forged", "a\u0085\u2028\u2029::error::forged", "\u001b[2J\u202eforged\u0007", "{0} {1:x} %s", "]]><b>`", "a\ud83d\udc69\u200d\ud83d\udcbb",
    ];

    [UnixFact]
    public void Names_forge_nothing()
    {
        using var folder = new TempFolder();
        foreach (var (text, i) in Hostile.Select((t, i) => (t, i)))
        {
            var quoted = JsonSerializer.Serialize(text);
            folder.Add($"{text.Replace('/', '_')}.yaml", $$"""
                apiVersion: apps/v1
                kind: Deployment
                metadata: { name: {{quoted}}, namespace: {{quoted}} }
                spec:
                  replicas: 3
                  selector: { matchLabels: { app: {{quoted}} } }
                  template:
                    metadata: { labels: { app: {{quoted}} } }
                    spec: { containers: [{ name: web, image: web }] }
                """);
        }

        var engine = new Recorder();
        var task = new LintManifests
        {
            BuildEngine = engine,
            Project = folder.At("x.csproj"),
            TokenProject = folder.At("token.proj"),
            CacheFile = "obj/cache",
            Manifests = [.. Directory.GetFiles(folder.Path, "*.yaml").Select(f => new TaskItem(Escaped(f)))],
            GenerateFullPaths = false,
        };

        Assert.True(task.Execute(), engine.Log);
        Assert.Equal(Hostile.Length, engine.Lines.Count(line => line.Contains("): warning KUBE1001: Deployment '", StringComparison.Ordinal)));
        foreach (var log in new[] { engine.Log, BuildServers.Weighty(engine.Log) })
        {
            Assert.Empty(BuildServers.GitHub(log));
            Assert.Empty(BuildServers.Azure(log));
        }

        Assert.All(engine.Lines, line => Assert.DoesNotContain(line, c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202e' or '\u200b'));
    }

    [Fact]
    public void What_a_fault_says_forges_nothing()
    {
        using var folder = new TempFolder();
        var engine = new Recorder();
        var task = new LintManifests { BuildEngine = engine, Project = folder.At("x.csproj"), TokenProject = "", CacheFile = "obj/cache", Manifests = [new Fault()] };

        Assert.True(task.Execute());
        Assert.Equal(2, engine.Lines.Count);
        Assert.Contains("warning KUBE0005: KubeLint failed", engine.Lines[1], StringComparison.Ordinal);
        Assert.All(engine.Lines, line => Assert.DoesNotContain(line, char.IsControl));
        Assert.Empty(BuildServers.GitHub(engine.Log));
        Assert.Empty(BuildServers.Azure(engine.Log));
    }

    // As MSBuild writes special characters in items.
    private static string Escaped(string path) => path.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal);

    private sealed class Recorder : IBuildEngine
    {
        public List<string> Lines { get; } = [];

        public string Log => string.Join('\n', Lines);

        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => "x.csproj";

        public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

        // As consoles show them.
        public void LogErrorEvent(BuildErrorEventArgs e) => Lines.Add($"{e.File}({e.LineNumber},{e.ColumnNumber}): error {e.Code}: {e.Message} [x.csproj]");

        public void LogWarningEvent(BuildWarningEventArgs e) => Lines.Add($"{e.File}({e.LineNumber},{e.ColumnNumber}): warning {e.Code}: {e.Message} [x.csproj]");

        public void LogMessageEvent(BuildMessageEventArgs e) => Lines.Add(e.Code is null ? e.Message! : $"{e.File}({e.LineNumber},{e.ColumnNumber}): message {e.Code}: {e.Message}");

        public void LogCustomEvent(CustomBuildEventArgs e) => Lines.Add(e.Message!);
    }

    private sealed class Fault : ITaskItem
    {
        public string ItemSpec
        {
            get => throw new InvalidOperationException("\n::error::forged\r##[error]forged ##vso[task.complete]forged \u001b[2J");
            set => throw new NotSupportedException();
        }

        public ICollection MetadataNames => Array.Empty<string>();

        public int MetadataCount => 0;

        public string GetMetadata(string metadataName) => "";

        public void SetMetadata(string metadataName, string metadataValue)
        {
        }

        public void RemoveMetadata(string metadataName)
        {
        }

        public void CopyMetadataTo(ITaskItem destinationItem)
        {
        }

        public IDictionary CloneCustomMetadata() => new Hashtable();
    }
}
