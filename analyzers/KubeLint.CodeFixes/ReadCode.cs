using KubeLint.Analyzers;
using KubeLint.Findings;
using KubeLint.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KubeLint.CodeFixes;

/// <summary>
/// What the analyzer reads in a project's code and finds in it, seen from within: the objects with the code that makes
/// them. It is asked anew at each state of the code, so that nothing it tells is older than the text.
/// </summary>
internal sealed class ReadCode : IListener
{
    private readonly List<MadeObject> made = [];
    private readonly List<FoundPlace> found = [];

    private ReadCode(Compilation compilation) => Compilation = compilation;

    /// <summary>The code.</summary>
    public Compilation Compilation { get; }

    /// <summary>The objects in an order that stays while code is changed and no object added.</summary>
    public IReadOnlyList<MadeObject> Objects => made;

    /// <summary>What was found, and what was reported of it.</summary>
    public IReadOnlyList<FoundPlace> Found => found;

    /// <summary>Reads code.</summary>
    /// <param name="project">The project that holds it.</param>
    /// <param name="files">The files to read, for what an object says alone; null for all, and what they say together.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ReadCode?> Read(Project project, IReadOnlyCollection<DocumentId>? files, CancellationToken cancellation)
    {
        if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation) return null;
        var read = new ReadCode(compilation);

        // One after the other, which keeps the order of what is read.
        var options = new CompilationWithAnalyzersOptions(project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var driver = compilation.WithAnalyzers([new KubeLintAnalyzer(read)], options);
        if (files is null)
        {
            await driver.GetAnalyzerDiagnosticsAsync(cancellation).ConfigureAwait(false);
        }
        else
        {
            foreach (var file in files)
            {
                if (project.GetDocument(file) is { } document && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model)
                    await driver.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, cancellation).ConfigureAwait(false);
            }
        }

        read.Sort();
        return read;
    }

    /// <inheritdoc/>
    public void Made(MadeObject made)
    {
        lock (this.made) this.made.Add(made);
    }

    /// <inheritdoc/>
    void IListener.Found(Finding finding, Diagnostic diagnostic)
    {
        lock (found) found.Add(new FoundPlace(finding, diagnostic.Location));
    }

    /// <summary>An object's node as its own code makes it.</summary>
    public static MappingNode NodeOf(MadeObject made) => made.NodeIn(new SourceFiles());

    private void Sort()
    {
        var sorted = made.OrderBy(m => m.Tree.FilePath, StringComparer.Ordinal).ThenBy(m => m.Value.Place.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(m => m.Value.Place.SpanStart).ToList();
        made.Clear();
        made.AddRange(sorted);
    }
}

/// <summary>Something that was found, and where it was reported.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Location">The place in the code.</param>
internal sealed record FoundPlace(Finding Finding, Location Location);
