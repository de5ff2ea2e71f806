using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Yaml;

/// <summary>Reads files of YAML and JSON. One reader serves one thread and may read many files.</summary>
/// <param name="readsAll">Whether to read what no rule reads too: objects of other kinds, and into containers.</param>
public sealed class ManifestReader(bool readsAll = false)
{
    private static readonly string[] PatchOperations = ["replace", "add", "remove", "move", "copy", "test"];

    private readonly StringPool strings = new();

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path that reports show.</param>
    /// <param name="text">Its text.</param>
    /// <param name="options">What the user configured for it.</param>
    /// <param name="decodingError">What is wrong with its bytes, where U+FFFD stands in the text for what could not be decoded; else null.</param>
    public ManifestFile Read(string path, string text, LintOptions options, string? decodingError = null)
    {
        // What names no version and no kind is no manifest, and most files of a repository are none.
        var isKustomization = KustomizationFile.IsNamed(path.Substring(path.LastIndexOf('/') + 1));
        var mayBePatch = text.IndexOf("op", StringComparison.Ordinal) >= 0 && text.IndexOf("path", StringComparison.Ordinal) >= 0;
        if (!isKustomization && !mayBePatch && !MentionsManifest(text, 0, text.Length)) return new ManifestFile([], [], [], new DocumentCounts(0, 0, 0, 1, 0));

        var reading = new Reading(new SourceFile(path, text), text, options, strings, isKustomization, decodingError, readsAll);
        foreach (var document in DocumentScanner.Scan(text)) reading.Read(document);
        return reading.Result;
    }

    /// <summary>Whether a text names both a version and a kind.</summary>
    internal static bool MentionsManifest(string text, int start, int end) =>
        text.IndexOf("apiVersion", start, end - start, StringComparison.Ordinal) >= 0 && text.IndexOf("kind", start, end - start, StringComparison.Ordinal) >= 0;

    private sealed class Reading(SourceFile file, string text, LintOptions options, StringPool strings, bool isKustomization, string? decodingError, bool readsAll)
    {
        private readonly List<Document> documents = [];
        private readonly List<Suppression> suppressions = [];
        private readonly List<Finding> problems = [];
        private DocumentCounts counts;
        private bool isTemplate;
        private string? parsed;
        private int joined;
        private (ReadingProblem Problem, int ReadTo)? outdentedQuote;

        public ManifestFile Result =>
            isTemplate ? new ManifestFile([], [], [], new DocumentCounts(0, 0, 1, 0, 0)) : new ManifestFile(documents, suppressions, problems, counts);

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
                    Parse(document);
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
                return readsAll || !isPlain || ReadKinds.Contains(apiVersion, kind) ? Worth.Read : Worth.PassOver;
            }

            return MentionsManifest(text, document.Start, document.End) || (document.Shape == RootShape.Other && IsJsonPatch(document)) ? Worth.Read : Worth.None;
        }

        private bool IsJsonPatch(DocumentText document) => Says(document, "op") && Says(document, "path") && Array.Exists(PatchOperations, operation => Says(document, operation));

        private bool Says(DocumentText document, string word) => text.IndexOf(word, document.Start, document.End - document.Start, StringComparison.Ordinal) >= 0;

        private static bool IsWord(string value) => value.Length > 0 && value.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '/' or '_');

        private void Parse(DocumentText document)
        {
            if (WrongCharacter(document) is { } problem)
            {
                Reject(problem, document, document.Start, problem.Start);
                return;
            }

            (joined, outdentedQuote) = (0, null);
            var hasMarker = text.IndexOf(Suppression.Marker, document.Start, document.End - document.Start, StringComparison.Ordinal) >= 0;
            for (var start = document.Start; start >= 0 && !isTemplate;) start = ParseOne(document, start, hasMarker);
        }

        private ReadingProblem? WrongCharacter(DocumentText document)
        {
            var length = document.End - document.Start;
            if (text.IndexOf('\0', document.Start, length) is >= 0 and var nul) return new ReadingProblem(nul, nul + 1, "there is a NUL character here, which YAML does not allow");
            return decodingError is not null && text.IndexOf('\ufffd', document.Start, length) is >= 0 and var bad ? new ReadingProblem(bad, bad + 1, decodingError) : null;
        }

        // Returns where the next object of the document starts, or -1.
        private int ParseOne(DocumentText document, int start, bool hasMarker)
        {
            var reader = new YamlReader(file, parsed ?? text, start, document.End, strings, hasMarker || readsAll);
            var next = -1;
            try
            {
                var root = reader.ReadRoot();
                next = JsonStream.Next(text, document.Start, reader.End, document.End);
                if (next < 0) reader.ReadRest();
                Accept(root, document, start, reader, hasMarker);
            }
            catch (TemplateException)
            {
                if (outdentedQuote is { } quote) Reject(quote.Problem, document, start, quote.ReadTo);
                else isTemplate = true;
            }
            catch (UnreadableException e) when (e.Problem.OutdentedFrom is not null && joined++ < LooseText.MostJoined)
            {
                // Where that does not help, the quote was not closed where it should be, and all that comes behind it only seems wrong.
                if (text[e.Problem.OutdentedFrom!.Value] == '"') outdentedQuote ??= (e.Problem, reader.End);
                parsed = LooseText.Join(parsed ?? text, e.Problem.OutdentedFrom!.Value, document.End);
                return start;
            }
            catch (UnreadableException e)
            {
                var (problem, readTo) = outdentedQuote ?? (e.Problem, reader.End);
                Reject(problem, document, start, readTo);
            }

            return next;
        }

        private void Accept(Node? root, DocumentText document, int start, YamlReader reader, bool hasMarker)
        {
            if (isKustomization && root is MappingNode mapping) root = new InlinePatches(parsed ?? text, strings, readsAll).Read(mapping);
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
            _ => KustomizationFile.IsJsonPatch(root),
        };

        private void Reject(ReadingProblem problem, DocumentText document, int start, int readTo)
        {
            if (TemplateMarks.Explain(text, start, document.End, readTo, problem.Start))
            {
                isTemplate = true;
            }
            else if (SaysThatItIsManifest(document, start))
            {
                counts += new DocumentCounts(0, 0, 0, 0, 1);
                Report(problem);
            }
            else
            {
                counts += new DocumentCounts(0, 0, 0, 1, 0);
            }
        }

        private bool SaysThatItIsManifest(DocumentText document, int start) => document.Shape switch
        {
            RootShape.Block => isKustomization || document is { ApiVersion: not null, Kind: not null },
            RootShape.List => isKustomization,
            _ => isKustomization || JsonStream.FirstCharacter(text, document.Start, document.End) switch { '{' => BrokenJson.HasVersion(text, start, document.End), '[' => false, _ => true },
        };

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
