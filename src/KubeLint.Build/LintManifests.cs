using System.Runtime.CompilerServices;
using System.Text;
using KubeLint.Configuration;
using KubeLint.Engine;
using KubeLint.Engine.Reports;
using KubeLint.Findings;
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

    /// <summary>The file with the findings that are accepted for now; its path is relative to the project's folder. Empty for none.</summary>
    public string? Baseline { get; set; }

    /// <summary>Whether to write that file, with all that is found.</summary>
    public bool WriteBaseline { get; set; }

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
            Log.LogMessage(MessageImportance.Low, "{0}", Harmless(e.ToString()));
            DiscardSarif();
            var message = $"KubeLint failed, and the manifests of this project were not linted: {e.GetType().Name}: {Harmless(e.Message).TrimEnd(' ', '.')}; please report this with the output of 'dotnet build -v:detailed', and set KubeLintEnabled to false until it is mended";
            if (IsOnlyAMessage("KUBE0005")) Log.LogMessage(null, "KUBE0005", null, Project, 0, 0, 0, 0, MessageImportance.High, message);
            else Log.LogWarning(null, "KUBE0005", null, Project, 0, 0, 0, 0, message);
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
        var writesSarif = SarifFile is { Length: > 0 };
        if (sources.Files.Count == 0 && !writesSarif) return;

        var assets = AssetsFile is { Length: > 0 } ? FullPath(AssetsFile) : null;
        var baseline = new ProjectBaseline(Baseline, FullPath(Baseline ?? ""), WriteBaseline, log, Log);
        var report = LintRun.Execute(
            new LintRequest(Folder, sources.Files)
            {
                CacheFile = FullPath(CacheFile),
                Baseline = baseline.Read(),
                OffersFixes = writesSarif,
                IsOpen = () => KubernetesModels.AreReferenced(assets, References.Select(r => r.ItemSpec)),
                Sources = assets is null ? [Project] : [Project, assets],

                // Of the references only this: the others depend on which targets ran before.
                Variant = KubernetesModels.AreReferenced(null, References.Select(r => r.ItemSpec)) ? "with Kubernetes models" : "",
            },
            cancellation.Token);
        Log.LogMessage(MessageImportance.Low, "{0}", report.Reason is { } reason ? $"KubeLint read {report.Files} files: {Visible.Text(reason)}" : $"KubeLint repeats what it found in {report.Files} files: nothing has changed");

        report = baseline.Update(report with { Findings = [.. Effective(report, switches)] });

        // Several projects may have one file, or one project may be built in several ways: the first to come tells of it.
        var claim = new BuildClaim(BuildEngine, TokenProject);
        var own = report with { Findings = [.. report.Findings.GroupBy(f => f.Place.File).Where(file => claim.TryTake(PathNames.Full(report.Root, file.Key))).SelectMany(file => file)] };
        foreach (var finding in own.Findings) log.Tell(finding, report.Root);
        if (writesSarif) WriteSarif(own, log);
    }

    private static IEnumerable<ReportedFinding> Effective(LintReport report, CompilerSwitches switches) =>
        from finding in report.Findings
        let severity = switches.Apply(finding.RuleId, finding.Severity)
        where severity != Severity.None
        select finding with { Severity = severity };

    private void WriteSarif(LintReport report, FindingLog log)
    {
        var file = FullPath(SarifFile!);
        try
        {
            using var text = new StringWriter();
            if (SarifReport.Write(report, text) is { } missing) Log.LogMessage(MessageImportance.High, "{0}", missing);

            // Who watches the file, or takes it as an input, sees a change only where there is one.
            if (File.Exists(file) && File.ReadAllText(file) == text.ToString()) return;
            AtomicFile.Write(file, new(new UTF8Encoding(false).GetBytes(text.ToString())));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            log.Tell($"KubeLintSarifFile can't be written: {e.Message}");
        }
    }

    // On one line, and without what a build server would take for a command. Nothing of KubeLint's own is loaded for it, as
    // Visible would be: that may be what failed.
    private static string Harmless(string text) => new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Replace("##", "# #");

    // Nothing of KubeLint's own is loaded for it: that may be what failed.
    private bool IsOnlyAMessage(string id) =>
        string.Equals(FailOn?.Trim(), "never", StringComparison.OrdinalIgnoreCase) && BuildEngine is IBuildEngine8 engine && engine.ShouldTreatWarningAsError(id);

    // A report of an earlier build must not pass for this one's.
    private void DiscardSarif()
    {
        try
        {
            if (SarifFile is { Length: > 0 }) File.Delete(FullPath(SarifFile));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // Then it was none of ours.
        }
    }

    private string FullPath(string path) => Path.GetFullPath(Path.Combine(Folder, path));
}
