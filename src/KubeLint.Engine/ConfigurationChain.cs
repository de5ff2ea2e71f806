using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using KubeLint.Configuration;
using KubeLint.Engine.Trees;
using KubeLint.Findings;
using KubeLint.Rules;
using KubeLint.Syntax;
using Microsoft.CodeAnalysis;

namespace KubeLint.Engine;

/// <summary>
/// What users configured where .NET users look for it: .editorconfig and .globalconfig, from a file's folder up to
/// <c>root = true</c>. Roslyn decides which sections apply; it is loaded only where a file speaks of KubeLint.
/// </summary>
/// <param name="root">The full path that reported paths are relative to.</param>
public sealed class ConfigurationChain(string root)
{
    private readonly ConcurrentDictionary<string, Lazy<Folder>> folders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Folder> asked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> looked = new();

    /// <summary>The names of the files.</summary>
    internal static IReadOnlyList<string> FileNames { get; } = [".editorconfig", ".globalconfig"];

    /// <summary>Where they are read from.</summary>
    internal IFileTree Tree { get; init; } = DiskTree.Instance;

    /// <summary>The full paths of all configuration files that were looked for, whether they are there or not.</summary>
    public IEnumerable<string> LookedFor => looked;

    /// <summary>Whether a configuration file that is there could not be read.</summary>
    public bool HasMissed { get; private set; }

    /// <summary>What is wrong in the configuration files that count for a file that was asked for, each told once.</summary>
    public IEnumerable<Finding> Problems => asked.Values.SelectMany(f => f.All).Distinct().ToList().SelectMany(ProblemsIn);

    /// <summary>What is configured for a file.</summary>
    /// <param name="path">Its full path.</param>
    public LintOptions OptionsFor(string path)
    {
        var folder = asked.GetOrAdd(Path.GetDirectoryName(path)!, At);
        return folder.IsConfigured ? folder.OptionsFor(path) : LintOptions.Default;
    }

    private Folder At(string path) => folders.GetOrAdd(path, p => new Lazy<Folder>(() => Read(p))).Value;

    private Folder Read(string path)
    {
        var own = new List<ConfigFile>();
        foreach (var name in FileNames)
        {
            var file = Path.Combine(path, name);
            looked.Enqueue(file);
            if (!Tree.HasFile(file)) continue;
            try
            {
                own.Add(new ConfigFile(file, Tree.ReadText(file)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The compiler, which reads the same files, says so; here they configure nothing.
                HasMissed = true;
            }
        }

        var parent = Path.GetDirectoryName(path);
        var isRoot = own.Any(f => Path.GetFileName(f.Path) == ".editorconfig" && Patterns.RootLine.IsMatch(f.Text));
        return new Folder(own, parent is null ? null : isRoot ? At(parent).GlobalOnly() : At(parent));
    }

    private IEnumerable<Finding> ProblemsIn(ConfigFile config)
    {
        if (!config.IsOurs) yield break;
        var file = new SourceFile(PathNames.Relative(root, config.Path), config.Text);
        var options = OptionsFor(config.Path);
        foreach (Match match in Patterns.OptionLine.Matches(config.Text))
        {
            var (key, id, value) = (match.Groups["key"], match.Groups["id"], match.Groups["value"]);
            var written = value.Value.Trim();
            if (!id.Success)
            {
                if (LintOptions.Problem(key.Value, written) is { } problem) yield return Told(HostRules.InvalidConfiguration, LintOptions.Keys.Contains(key.Value, StringComparer.OrdinalIgnoreCase) ? value : key, problem);
            }
            else if (RuleCatalogue.FindById(id.Value) is null)
            {
                yield return Told(HostRules.UnknownSuppression, id, $"'{id.Value}' is no rule of KubeLint, so this severity does nothing");
            }
            else if (ParseSeverity(written) is null && !written.Equals("default", StringComparison.OrdinalIgnoreCase))
            {
                yield return Told(HostRules.InvalidConfiguration, written.Length > 0 ? value : key, $"'{written}' is no severity; there are error, warning, suggestion, silent, none and default");
            }
        }

        Finding Told(RuleDescriptor rule, Group place, string message) =>
            new(rule, new SourceSpan(file, place.Index, place.Value.TrimEnd().Length), message) { Severity = options.SeverityOf(rule) };
    }

    private static Severity? ParseSeverity(string value) => value.ToLowerInvariant() switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "suggestion" => Severity.Info,
        "silent" or "none" => Severity.None,
        _ => null,
    };

    // A class of its own, so that most runs, which find no configuration, need not build them.
    private static class Patterns
    {
        public static readonly Regex OptionLine = new(@"^[ \t]*(?<key>kubelint\.[^=:\s]*|dotnet_diagnostic\.(?<id>KUBE[^.\s]*)\.severity)[ \t]*[=:][ \t]*(?<value>[^\r\n#;]*)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant);
        public static readonly Regex RootLine = new(@"\A(?:(?![ \t]*\[).*\n)*?[ \t]*root[ \t]*[=:][ \t]*true[ \t]*(?:[#;].*)?\r?$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant);
    }

    private sealed record ConfigFile(string Path, string Text)
    {
        public bool IsOurs { get; } = Text.IndexOf("kubelint", StringComparison.OrdinalIgnoreCase) >= 0 || Text.IndexOf("KUBE", StringComparison.OrdinalIgnoreCase) >= 0;

        public bool IsGlobal => System.IO.Path.GetFileName(Path) == ".globalconfig";
    }

    private sealed class Folder(IReadOnlyList<ConfigFile> own, Folder? parent)
    {
        private object? analyzerConfigs;

        public bool IsConfigured { get; } = own.Any(f => f.IsOurs) || parent?.IsConfigured == true;

        public IEnumerable<ConfigFile> All => parent is null ? own : parent.All.Concat(own);

        // Behind a root no .editorconfig counts, but every .globalconfig does.
        public Folder? GlobalOnly() => All.Any(f => f.IsGlobal) ? new Folder([.. All.Where(f => f.IsGlobal)], null) : null;

        // A method of its own, so that Roslyn is loaded only when it is called.
        [MethodImpl(MethodImplOptions.NoInlining)]
        public LintOptions OptionsFor(string path)
        {
            AnalyzerConfigSet set;
            lock (this)
            {
                set = (AnalyzerConfigSet)(analyzerConfigs ??= AnalyzerConfigSet.Create(All.Select(f => AnalyzerConfig.Parse(f.Text, f.Path)).ToImmutableArray()));
            }

            var found = set.GetOptionsForSourcePath(path.Replace('\\', '/'));
            var options = LintOptions.Default;
            foreach (var pair in found.AnalyzerOptions)
            {
                if (pair.Key.StartsWith(LintOptions.Prefix, StringComparison.OrdinalIgnoreCase)) options = options.With(pair.Key, pair.Value);
            }

            var severities = new Dictionary<string, Severity>(StringComparer.OrdinalIgnoreCase);
            foreach (var pair in set.GlobalConfigOptions.TreeOptions.Concat(found.TreeOptions))
            {
                var id = pair.Key.ToUpperInvariant();
                if (Convert(pair.Value) is { } severity) severities[id] = severity;
                else severities.Remove(id);
            }

            return options with { Severities = severities };
        }

        private static Severity? Convert(ReportDiagnostic diagnostic) => diagnostic switch
        {
            ReportDiagnostic.Error => Severity.Error,
            ReportDiagnostic.Warn => Severity.Warning,
            ReportDiagnostic.Info => Severity.Info,
            ReportDiagnostic.Hidden or ReportDiagnostic.Suppress => Severity.None,
            _ => null,
        };
    }
}
