using System.Runtime.CompilerServices;
using KubeLint.Configuration;
using KubeLint.Engine;
using KubeLint.Engine.Reports;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace KubeLint.Build;

/// <summary>
/// Lints a project's Kubernetes manifests and logs the findings as the compiler logs its own. Findings of unchanged files
/// come from a cache.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class LintManifests : Task, ICancelableTask
{
    /// <summary>The metadata of items that the package's own pattern found, rather than the project's author.</summary>
    private const string DefaultMetadata = "IsKubeLintDefault";

    private readonly CancellationTokenSource cancellation = new();

    /// <summary>The project's full path.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>The manifests; paths are relative to the project's folder.</summary>
    public ITaskItem[] Manifests { get; set; } = [];

    /// <summary>Folders beside the project to search for manifests; paths are relative to the project's folder.</summary>
    public ITaskItem[] Roots { get; set; } = [];

    /// <summary>The file that keeps the findings for the next build; its path is relative to the project's folder.</summary>
    [Required]
    public string CacheFile { get; set; } = "";

    /// <summary>The project of this package that tells one build from another; its full path.</summary>
    [Required]
    public string TokenProject { get; set; } = "";

    /// <summary>Where to write the findings as SARIF 2.1.0; its path is relative to the project's folder. Empty for nowhere.</summary>
    public string? SarifFile { get; set; }

    /// <summary>The severity from which on findings fail the build: error (which is the default), warning, info or never.</summary>
    public string? FailOn { get; set; }

    /// <summary>NuGet's project.assets.json; its path is relative to the project's folder.</summary>
    public string? AssetsFile { get; set; }

    /// <summary>The compiler's folder; its full path.</summary>
    public string? RoslynTargetsPath { get; set; }

    /// <summary>The project's own references.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The project's property of this name.</summary>
    public string? NoWarn { get; set; }

    /// <summary>The project's property of this name.</summary>
    public string? WarningsAsErrors { get; set; }

    /// <summary>The project's property of this name.</summary>
    public string? WarningsNotAsErrors { get; set; }

    /// <summary>The project's property of this name.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>
    /// Whether to log full paths, as the compiler does, or paths relative to the project. The property of this name is
    /// missing in a build for several target frameworks, and true elsewhere.
    /// </summary>
    public bool GenerateFullPaths { get; set; } = true;

    private string Folder => Path.GetDirectoryName(Project)!;

    /// <inheritdoc/>
    public void Cancel() => cancellation.Cancel();

    /// <inheritdoc/>
    public override bool Execute()
    {
        var roslyn = new RoslynAssemblies(RoslynTargetsPath);
        AppDomain.CurrentDomain.AssemblyResolve += roslyn.Resolve;
        try
        {
            Lint();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        // A fault of KubeLint must not break the build that it is a guest in. That holds for missing assemblies too.
        catch (Exception e)
        {
            Log.LogMessage(MessageImportance.Low, "{0}", e);
            Log.LogWarning(null, "KUBE0005", null, Project, 0, 0, 0, 0, $"KubeLint failed, and the manifests of this project were not linted: {e.GetType().Name}: {e.Message.Replace('\r', ' ').Replace('\n', ' ').TrimEnd(' ', '.')}; please report this with the output of 'dotnet build -v:detailed', and set KubeLintEnabled to false until it is mended");
        }
        finally
        {
            AppDomain.CurrentDomain.AssemblyResolve -= roslyn.Resolve;
        }

        return !Log.HasLoggedErrors;
    }

    // Methods of their own, so that an assembly that can't be loaded throws where it can be caught.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Lint()
    {
        var switches = new CompilerSwitches(NoWarn, WarningsAsErrors, WarningsNotAsErrors, TreatWarningsAsErrors, FailOn);
        var log = new FindingLog(Log, BuildEngine, switches, Project, GenerateFullPaths);
        if (!switches.IsUnderstood) log.Tell($"KubeLintFailOn is '{FailOn}'; there are error, warning, info and never");
        var sources = new ManifestSources(Project, Manifests.Select(m => (FullPath(m.ItemSpec), m.GetMetadata(DefaultMetadata) == "true")), Roots.Select(r => FullPath(r.ItemSpec)), cancellation.Token);
        foreach (var folder in sources.MissingRoots) log.Tell($"KubeLintRoot names the folder '{folder}', which is not there");
        var claim = new BuildClaim(BuildEngine, TokenProject);
        var elsewhere = sources.SharedFiles(claim.TryTake);
        var writesSarif = SarifFile is { Length: > 0 };
        if (sources.Files.Count == elsewhere.Count && !writesSarif) return;

        var assets = AssetsFile is { Length: > 0 } ? FullPath(AssetsFile) : null;
        var report = LintRun.Execute(
            new LintRequest(Folder, sources.Files)
            {
                CacheFile = FullPath(CacheFile),
                IsOpen = () => KubernetesModels.AreReferenced(assets, References.Select(r => r.ItemSpec)),
                Sources = assets is null ? [Project] : [Project, assets],

                // Of the references only this: the others depend on which targets ran before.
                Variant = KubernetesModels.AreReferenced(null, References.Select(r => r.ItemSpec)) ? "with Kubernetes models" : "",
            },
            cancellation.Token);
        Log.LogMessage(MessageImportance.Low, "{0}", report.Reason is { } reason ? $"KubeLint read {report.Files} files: {reason}" : $"KubeLint repeats what it found in {report.Files} files: nothing has changed");

        // A configuration file above several projects is wrong once.
        elsewhere.UnionWith(report.Findings.Select(f => PathNames.Full(report.Root, f.Place.File)).Distinct().Except(sources.Files).Where(f => !claim.TryTake(f)).ToList());
        var own = report with { Findings = [.. Effective(report, switches, elsewhere)] };
        foreach (var finding in own.Findings) log.Tell(finding, report.Root);
        if (writesSarif) WriteSarif(own, log);
    }

    private static IEnumerable<ReportedFinding> Effective(LintReport report, CompilerSwitches switches, ISet<string> lintedElsewhere) =>
        from finding in report.Findings
        let severity = switches.Apply(finding.RuleId, finding.Severity)
        where severity != Severity.None && !lintedElsewhere.Contains(PathNames.Full(report.Root, finding.Place.File))
        select finding with { Severity = severity };

    private void WriteSarif(LintReport report, FindingLog log)
    {
        var file = FullPath(SarifFile!);
        try
        {
            using var text = new StringWriter();
            SarifReport.Write(report, text);

            // Who watches the file, or takes it as an input, sees a change only where there is one.
            if (File.Exists(file) && File.ReadAllText(file) == text.ToString()) return;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text.ToString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            log.Tell($"KubeLintSarifFile can't be written: {e.Message}");
        }
    }

    private string FullPath(string path) => Path.GetFullPath(Path.Combine(Folder, path));
}
