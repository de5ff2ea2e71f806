using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Rules;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Yaml;

/// <summary>What was read from a file of YAML or JSON.</summary>
/// <param name="File">The file.</param>
/// <param name="Documents">The documents that rules may read.</param>
/// <param name="Suppressions">The suppression comments in them.</param>
/// <param name="Problems">Faults in documents that say they are manifests.</param>
/// <param name="Counts">What became of the documents.</param>
public sealed record ManifestFile(SourceFile? File, IReadOnlyList<Document> Documents, IReadOnlyList<Suppression> Suppressions, IReadOnlyList<Finding> Problems, DocumentCounts Counts);

/// <summary>What became of the documents of files.</summary>
/// <param name="Read">Read as manifests.</param>
/// <param name="PassedOver">Manifests of kinds that no rule reads.</param>
/// <param name="Templates">Helm templates, or those of another tool.</param>
/// <param name="NoManifests">Something else.</param>
/// <param name="Unreadable">Manifests that can't be read.</param>
public readonly record struct DocumentCounts(int Read, int PassedOver, int Templates, int NoManifests, int Unreadable)
{
    /// <summary>Adds the counts of another file.</summary>
    public static DocumentCounts operator +(DocumentCounts a, DocumentCounts b) =>
        new(a.Read + b.Read, a.PassedOver + b.PassedOver, a.Templates + b.Templates, a.NoManifests + b.NoManifests, a.Unreadable + b.Unreadable);
}

/// <summary>Reads files of YAML and JSON. One reader serves one thread and may read many files.</summary>
public sealed class ManifestReader
{
    private readonly StringPool strings = new();

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path that reports show.</param>
    /// <param name="text">Its text.</param>
    /// <param name="options">What the user configured for it.</param>
    public ManifestFile Read(string path, string text, LintOptions options)
    {
        // What names no version and no kind is no manifest, and most files of a repository are none.
        var isKustomization = KustomizationFile.IsNamed(path.Substring(path.LastIndexOf('/') + 1));
        var mayBePatch = text.IndexOf("op", StringComparison.Ordinal) >= 0 && text.IndexOf("path", StringComparison.Ordinal) >= 0;
        if (!isKustomization && !mayBePatch && !MentionsManifest(text, 0, text.Length)) return new ManifestFile(null, [], [], [], new DocumentCounts(0, 0, 0, 1, 0));

        var reading = new Reading(new SourceFile(path, text), text, options, strings, isKustomization);
        foreach (var document in DocumentScanner.Scan(text)) reading.Read(document);
        return reading.Result;
    }

    /// <summary>Whether a text names both a version and a kind.</summary>
    internal static bool MentionsManifest(string text, int start, int end) =>
        text.IndexOf("apiVersion", start, end - start, StringComparison.Ordinal) >= 0 && text.IndexOf("kind", start, end - start, StringComparison.Ordinal) >= 0;

    private sealed class Reading(SourceFile file, string text, LintOptions options, StringPool strings, bool isKustomization)
    {
        private readonly List<Document> documents = [];
        private readonly List<Suppression> suppressions = [];
        private readonly List<Finding> problems = [];
        private DocumentCounts counts;
        private bool isTemplate;

        public ManifestFile Result =>
            isTemplate ? new ManifestFile(null, [], [], [], new DocumentCounts(0, 0, 1, 0, 0)) : new ManifestFile(file, documents, suppressions, problems, counts);

        public void Read(DocumentText document)
        {
            if (isTemplate || document.Shape == RootShape.Empty) return;
            switch (Judge(document))
            {
                case Worth.None:
                    counts += new DocumentCounts(0, 0, 0, 1, 0);
                    break;
                case Worth.PassOver:
                    counts += new DocumentCounts(0, 1, 0, 0, 0);
                    break;
                default:
                    Parse(document, document.Start);
                    break;
            }
        }

        private Worth Judge(DocumentText document)
        {
            if (isKustomization) return Worth.Read;
            if (document.Shape == RootShape.List) return IsJsonPatch(document) ? Worth.Read : Worth.None;
            if (document is { Shape: RootShape.Block, ApiVersion: { } apiVersion, Kind: { } kind })
            {
                var isPlain = IsWord(apiVersion) && IsWord(kind);
                return !isPlain || ReadKinds.Contains(apiVersion, kind) ? Worth.Read : Worth.PassOver;
            }

            return MentionsManifest(text, document.Start, document.End) || (document.Shape == RootShape.Other && IsJsonPatch(document)) ? Worth.Read : Worth.None;
        }

        private bool IsJsonPatch(DocumentText document)
        {
            var length = document.End - document.Start;
            return text.IndexOf("op", document.Start, length, StringComparison.Ordinal) >= 0 && text.IndexOf("path", document.Start, length, StringComparison.Ordinal) >= 0
                && (text.IndexOf("replace", document.Start, length, StringComparison.Ordinal) >= 0 || text.IndexOf("add", document.Start, length, StringComparison.Ordinal) >= 0 || text.IndexOf("remove", document.Start, length, StringComparison.Ordinal) >= 0);
        }

        private static bool IsWord(string value) => value.Length > 0 && value.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '/' or '_');

        private void Parse(DocumentText document, int start)
        {
            var hasMarker = text.IndexOf(Suppression.Marker, start, document.End - start, StringComparison.Ordinal) >= 0;
            var reader = new YamlReader(file, text, start, document.End, strings, hasMarker);
            var next = -1;
            try
            {
                if (text.IndexOf('\0', start, document.End - start) is >= 0 and var nul) throw new UnreadableException(new ReadingProblem(nul, nul + 1, "there is a NUL character here, which YAML does not allow"));
                var root = reader.ReadRoot();
                next = NextJson(reader.End, document);
                if (next < 0) reader.ReadRest();
                Accept(root, document, start, reader, hasMarker);
            }
            catch (TemplateException)
            {
                isTemplate = true;
            }
            catch (UnreadableException e)
            {
                Reject(e.Problem, document, start);
            }

            if (next >= 0) Parse(document, next);
        }

        // Kubernetes reads JSON objects one behind the other, without a marker between them.
        private int NextJson(int end, DocumentText document)
        {
            if (document.Shape != RootShape.Other) return -1;
            while (end < document.End && char.IsWhiteSpace(text[end])) end++;
            return end < document.End && text[end] == '{' && text.Substring(document.Start, end - document.Start).TrimStart().StartsWith("{", StringComparison.Ordinal) ? end : -1;
        }

        private void Accept(Node? root, DocumentText document, int start, YamlReader reader, bool hasMarker)
        {
            if (isKustomization && root is MappingNode mapping) root = InlinePatches.Read(mapping, strings);
            if (root is null || !IsManifest(root))
            {
                counts += new DocumentCounts(0, 0, 0, 1, 0);
                return;
            }

            counts += new DocumentCounts(1, 0, 0, 0, 0);
            foreach (var problem in reader.Problems) Report(problem);
            var span = new SourceSpan(file, start, document.End - start);
            if (hasMarker) suppressions.AddRange(SuppressionComments.Find(text, options, span, root.Span.Start, reader.Scalars));
            documents.Add(new Document(file, root, options));
        }

        private bool IsManifest(Node root) => root switch
        {
            MappingNode mapping => isKustomization || (mapping.Find("apiVersion") is not null && mapping.Find("kind") is not null),
            SequenceNode => true,
            _ => false,
        };

        private void Reject(ReadingProblem problem, DocumentText document, int start)
        {
            // What is no YAML because another tool has yet to make it is a template, and no fault.
            if (HoldsTemplate(start, document.End))
            {
                isTemplate = true;
                return;
            }

            if (document is { Shape: RootShape.Block, ApiVersion: null } or { Shape: RootShape.Block, Kind: null } && !isKustomization)
            {
                counts += new DocumentCounts(0, 0, 0, 1, 0);
                return;
            }

            if (document.Shape == RootShape.List)
            {
                counts += new DocumentCounts(0, 0, 0, 1, 0);
                return;
            }

            counts += new DocumentCounts(0, 0, 0, 0, 1);
            Report(problem);
        }

        private bool HoldsTemplate(int start, int end)
        {
            foreach (var mark in new[] { "{{", "{%", "<%" })
            {
                if (text.IndexOf(mark, start, end - start, StringComparison.Ordinal) >= 0) return true;
            }

            return false;
        }

        private void Report(ReadingProblem problem) => problems.Add(
            new Finding(HostRules.UnreadableManifest, new SourceSpan(file, problem.Start, problem.End - problem.Start), problem.Message) { Severity = options.SeverityOf(HostRules.UnreadableManifest) });

        private enum Worth
        {
            None,
            PassOver,
            Read,
        }
    }
}
