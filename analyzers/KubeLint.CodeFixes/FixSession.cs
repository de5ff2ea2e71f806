using KubeLint.Analyzers;
using KubeLint.Edits;
using KubeLint.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace KubeLint.CodeFixes;

/// <summary>
/// Makes fixes in a project's code. What is made is read again: the objects must be just what the fixes' edits ask for and
/// all others what they were, with the findings gone and no other come, and the compiler must say nothing new. Where that
/// does not hold for all of them together, it is tried with fewer.
/// </summary>
internal sealed class FixSession
{
    private readonly Project project;
    private readonly ReadCode before;
    private readonly bool isWhole;
    private readonly CodeFiles code;
    private readonly CancellationToken cancellation;

    private FixSession(Project project, ReadCode before, bool isWhole, CancellationToken cancellation)
    {
        this.project = project;
        this.before = before;
        this.isWhole = isWhole;
        this.cancellation = cancellation;
        code = new CodeFiles(before, cancellation);
    }

    /// <summary>Reads a project's code for its fixes; null where it has none that can be read.</summary>
    /// <param name="project">The project.</param>
    /// <param name="diagnostics">What is to be mended.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<FixSession?> Begin(Project project, IReadOnlyCollection<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var files = diagnostics.Select(d => project.Solution.GetDocument(d.Location.SourceTree)?.Id).OfType<DocumentId>().Distinct().ToList();

        // What needed all of the code to be found needs it to be mended.
        var isWhole = diagnostics.Any(d => d.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd));
        return await ReadCode.Read(project, isWhole ? null : files, cancellation).ConfigureAwait(false) is { } read ? new FixSession(project, read, isWhole, cancellation) : null;
    }

    /// <summary>What was reported as a diagnostic; null where the code has changed since.</summary>
    public FoundPlace? PlaceOf(Diagnostic diagnostic) =>
        before.Found.FirstOrDefault(f => f.Finding.Rule.Id == diagnostic.Id && f.Location.SourceSpan == diagnostic.Location.SourceSpan && f.Location.SourceTree!.FilePath == diagnostic.Location.SourceTree?.FilePath);

    /// <summary>The fixes that its rule offers for a diagnostic, whether or not they can be made here.</summary>
    public IReadOnlyList<ChosenFix> FixesFor(Diagnostic diagnostic) => PlaceOf(diagnostic) is { } place ? [.. place.Finding.Fixes.Select(fix => new ChosenFix(place, fix))] : [];

    /// <summary>Makes as many of some fixes as can be made together with certainty.</summary>
    /// <returns>The changed solution; null where none can be made.</returns>
    public async Task<Solution?> Make(IReadOnlyList<ChosenFix> fixes)
    {
        var (accepted, result) = (new List<ChosenFix>(), default(Solution));
        await Grow(fixes).ConfigureAwait(false);
        return result;

        async Task Grow(IReadOnlyList<ChosenFix> more)
        {
            if (more.Count == 0) return;
            if (await Try([.. accepted, .. more]).ConfigureAwait(false) is { } changed)
            {
                accepted.AddRange(more);
                result = changed;
            }
            else if (more.Count > 1)
            {
                await Grow([.. more.Take(more.Count / 2)]).ConfigureAwait(false);
                await Grow([.. more.Skip(more.Count / 2)]).ConfigureAwait(false);
            }
        }
    }

    private async Task<Solution?> Try(IReadOnlyList<ChosenFix> fixes)
    {
        try
        {
            var wanted = WantedBy(fixes);
            var edits = new TextEdits();
            foreach (var change in wanted.OrderBy(w => w.Key))
            {
                var plan = new ObjectPlan(before.Objects[change.Key], code, edits);
                plan.Make(change.Value);
                await CheckReach(before.Objects[change.Key], plan.Touched).ConfigureAwait(false);
            }

            var changed = project.Solution;
            var files = new List<DocumentId>();
            foreach (var tree in edits.Trees)
            {
                if (changed.GetDocument(tree) is not { } document) throw new RefusedEditException("the file is no document");
                changed = changed.WithDocumentText(document.Id, edits.Apply(tree, cancellation));
                files.Add(document.Id);
            }

            return files.Count > 0 && await IsRight(changed.GetProject(project.Id)!, files, wanted, fixes).ConfigureAwait(false) ? changed : null;
        }
        catch (RefusedEditException)
        {
            return null;
        }
    }

    // What each object shall be, by its number.
    private Dictionary<int, MappingNode> WantedBy(IEnumerable<ChosenFix> fixes)
    {
        var edits = new Dictionary<int, List<Edit>>();
        foreach (var edit in fixes.SelectMany(f => f.Fix.Edits))
        {
            if (edit is AddDocument) throw new RefusedEditException("where another object is declared is not known");
            var place = EditPlan.PlaceOf(edit);
            var made = ObjectOf(place) ?? throw new RefusedEditException("the object is made by no code");
            if (!edits.TryGetValue(made, out var list)) edits.Add(made, list = []);
            list.Add(EditPlan.At(edit, Field.Root(ReadCode.NodeOf(before.Objects[made])).At(place.Steps)));
        }

        return edits.ToDictionary(e => e.Key, e => (MappingNode)EditedTree.Apply(ReadCode.NodeOf(before.Objects[e.Key]), e.Value));
    }

    private int? ObjectOf(Field place)
    {
        while (place.Parent is { } parent) place = parent;
        for (var i = 0; i < before.Objects.Count; i++)
            if (before.Objects[i].Is(place.Node)) return i;
        return null;
    }

    // Code that other objects are made by, too, is left alone: a helper counts as the object's own when it is called once.
    private async Task CheckReach(MadeObject made, IEnumerable<SyntaxNode> touched)
    {
        var home = Written.Member(made.Value.Place);
        foreach (var member in touched.Select(Written.Member).Distinct().Where(m => m != home))
        {
            if (!await Leads(member, home).ConfigureAwait(false) && !await Leads(home, member).ConfigureAwait(false)) throw new RefusedEditException("other code may use it, too");
        }
    }

    private async Task<bool> Leads(SyntaxNode? from, SyntaxNode? to)
    {
        for (var steps = 0; from is not null && steps < 4; steps++)
        {
            if (from == to) return true;
            var node = from is FieldDeclarationSyntax { Declaration.Variables: [var variable] } ? variable : from;
            if (code.ModelOf(from.SyntaxTree).GetDeclaredSymbol(node, cancellation) is not { } symbol) return false;
            var uses = (await SymbolFinder.FindReferencesAsync(symbol, project.Solution, cancellation).ConfigureAwait(false)).SelectMany(r => r.Locations).Where(l => !l.IsImplicit).ToList();
            if (uses.Select(u => (u.Document.FilePath, u.Location.SourceSpan)).Distinct().Count() != 1) return false;
            var use = uses.FirstOrDefault(u => u.Document.Project.Id == project.Id);
            if (use.Location?.SourceTree is not { } tree) return false;
            from = Written.Member(tree.GetRoot(cancellation).FindNode(use.Location.SourceSpan));
        }

        return false;
    }

    private async Task<bool> IsRight(Project changed, IReadOnlyList<DocumentId> files, IReadOnlyDictionary<int, MappingNode> wanted, IReadOnlyList<ChosenFix> fixes)
    {
        var seen = before.Objects.Select(o => project.Solution.GetDocument(o.Tree)?.Id).OfType<DocumentId>().Distinct().ToList();
        if (await ReadCode.Read(changed, isWhole ? null : seen, cancellation).ConfigureAwait(false) is not { } after) return false;
        if (after.Objects.Count != before.Objects.Count) return false;
        for (var i = 0; i < after.Objects.Count; i++)
        {
            var now = ReadCode.NodeOf(after.Objects[i]);
            if (!EditedTree.AreEqual(now, wanted.TryGetValue(i, out var tree) ? tree : ReadCode.NodeOf(before.Objects[i]), inAnyOrder: true)) return false;
        }

        return TellsLess(after, fixes) && CompilesAsWell(changed, after.Compilation, files);
    }

    private bool TellsLess(ReadCode after, IReadOnlyList<ChosenFix> fixes)
    {
        var left = before.Found.GroupBy(NameOf).ToDictionary(g => g.Key, g => g.Count());
        foreach (var fixedPlace in fixes.Select(f => f.Place).Distinct()) left[NameOf(fixedPlace)]--;
        return after.Found.GroupBy(NameOf).All(g => left.TryGetValue(g.Key, out var count) && g.Count() <= count);

        // The object by its name, for a place in the text moves.
        static string NameOf(FoundPlace place) => $"{place.Finding.Rule.Id}\n{place.Location.SourceTree!.FilePath}\n{place.Finding.Resource?.DisplayName}\n{place.Finding.FieldPath}";
    }

    private bool CompilesAsWell(Project changed, Compilation now, IEnumerable<DocumentId> files)
    {
        foreach (var file in files)
        {
            if (!project.GetDocument(file)!.TryGetSyntaxTree(out var old) || !changed.GetDocument(file)!.TryGetSyntaxTree(out var tree)) return false;
            var known = Count(before.Compilation, old);
            if (Count(now, tree).Any(c => !known.TryGetValue(c.Key, out var count) || c.Value > count)) return false;
        }

        return true;

        Dictionary<string, int> Count(Compilation compilation, SyntaxTree tree) =>
            compilation.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancellation).Where(d => d.Severity >= DiagnosticSeverity.Warning).GroupBy(d => d.Id).ToDictionary(g => g.Key, g => g.Count());
    }
}

/// <summary>A fix of a finding.</summary>
/// <param name="Place">The finding.</param>
/// <param name="Fix">The fix.</param>
internal sealed record ChosenFix(FoundPlace Place, Fix Fix)
{
    /// <summary>What all fixes of one rule and choice share.</summary>
    public string Key => Fix.Id.Length == 0 ? Place.Finding.Rule.Id : $"{Place.Finding.Rule.Id}:{Fix.Id}";
}
