using KubeLint.CodeFixes;
using KubeLint.Edits;
using KubeLint.Resources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;
using Document = Microsoft.CodeAnalysis.Document;

namespace KubeLint.Analyzers.Tests;

/// <summary>Mends C# and compares what comes of it.</summary>
internal sealed partial class Verifier
{
    /// <summary>Edits to make in place of those that the rule offers, as the object asks for them.</summary>
    public Func<Resource, Edit[]>? Instead { get; init; }

    /// <summary>Whether the code says itself which namespaces it uses.</summary>
    public bool HasOwnUsings { get; init; }

    /// <summary>What kind of workspace holds the code: an editor's, or that of a tool like dotnet format.</summary>
    public string Workspace { get; init; } = WorkspaceKind.Host;

    /// <summary>The language version.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    /// <summary>Mends the first finding, and compares. Both texts must compile, and the finding be gone with no other come.</summary>
    public async Task VerifyFix(string source, string wanted, string choice = "", params string[] others)
    {
        var project = ProjectOf([source, .. others]);
        var found = await Find(project);
        var first = found.First(d => d.Id == Expected);
        var mended = Instead is null
            ? (await Offered(project, first)).Where(o => o.EquivalenceKey == (choice.Length == 0 ? Expected : $"{Expected}:{choice}")).Select(ChangeOf).SingleOrDefault()
            : await MakeInstead(project, first);
        Assert.True(mended is not null, $"No fix is made for '{first.GetMessage()}'.");
        var after = mended.GetProject(project.Id)!;
        var made = await TextOf(after.Documents.First(d => d.Name == "0.cs"));
        Assert.True(wanted == made, $"wanted:\n{wanted}\nmade:\n{made}");
        await CheckMended(after, found, Expected, 1);
    }

    /// <summary>Checks that no fix is offered for the first finding.</summary>
    public async Task VerifyNoFix(string source)
    {
        var project = ProjectOf(source);
        var first = (await Find(project)).First(d => d.Id == Expected);
        if (Instead is not null) Assert.Null(await MakeInstead(project, first));
        else Assert.Empty(await Offered(project, first));
    }

    /// <summary>Mends all findings of a scope at once, and compares the files.</summary>
    public async Task VerifyFixAll(FixAllScope scope, int count, string[] sources, string[] wanted, string? choice = null, bool isChosen = true)
    {
        var project = ProjectOf(sources);
        var after = (await FixAll([project], scope, choice, isChosen))?.GetProject(project.Id);
        Assert.True(after is not null, string.Join("\n", await Find(project)));
        var texts = new List<string>();
        foreach (var document in after.Documents.Where(d => d.Name != "Usings.cs").Take(wanted.Length)) texts.Add(await TextOf(document));
        Assert.Equal(wanted, texts);
        await CheckMended(after, await Find(project), Expected, count);
    }

    /// <summary>The fixes that are offered for a diagnostic.</summary>
    public static async Task<IReadOnlyList<CodeAction>> Offered(Project project, Diagnostic diagnostic)
    {
        var result = new List<CodeAction>();
        var document = project.Solution.GetDocument(diagnostic.Location.SourceTree)!;
        await new KubeLintCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => result.Add(action), default));
        return result;
    }

    /// <summary>Mends what is found in some projects of one solution, begun at the first.</summary>
    public async Task<Solution?> FixAll(IReadOnlyList<Project> projects, FixAllScope scope, string? choice = null, bool isChosen = true)
    {
        var provider = new KubeLintCodeFixProvider();
        var found = new Dictionary<ProjectId, IReadOnlyList<Diagnostic>>();
        foreach (var one in projects) found.Add(one.Id, [.. (await Find(one)).Where(d => d.Id == Expected)]);
        var key = isChosen ? choice is null ? Expected : $"{Expected}:{choice}" : null;
        var context = new FixAllContext(projects[0].Documents.First(d => d.Name == "0.cs"), provider, scope, key!, [Expected], new Diagnostics(found), default);
        return await provider.GetFixAllProvider().GetFixAsync(context) is { } action ? ChangeOf(action) : null;
    }

    /// <summary>A project with some files.</summary>
    public Project ProjectOf(params string[] sources) => AddTo(new AdhocWorkspace(MefHostServices.DefaultHost, Workspace).CurrentSolution, "Sample", sources);

    /// <summary>Adds a project to a solution.</summary>
    public Project AddTo(Solution solution, string name, params string[] sources)
    {
        var id = ProjectId.CreateNewId();
        solution = solution.AddProject(ProjectInfo.Create(id, VersionStamp.Default, name, name, LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithParseOptions(new CSharpParseOptions(Language))
            .WithMetadataReferences([.. Framework, .. HasOwnModels ? [] : new[] { Models }, .. MoreReferences]));
        if (!HasOwnUsings && !HasOwnModels) solution = solution.AddDocument(DocumentId.CreateNewId(id), "Usings.cs", SourceText.From(Usings), filePath: $"/{name}/Usings.cs");
        foreach (var (text, i) in sources.Select((text, i) => (text, i))) solution = solution.AddDocument(DocumentId.CreateNewId(id), $"{i}.cs", SourceText.From(text), filePath: $"/{name}/{i}.cs");
        var options = string.Concat(Options.Select(o => $"{o.Key} = {o.Value}\n"));
        solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", SourceText.From("is_global = true\n" + options), filePath: $"/{name}/.globalconfig");
        return solution.GetProject(id)!;
    }

    /// <summary>What is found in a project.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Find(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        if (!IsUnfinished) Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        var options = new CompilationWithAnalyzersOptions(project.AnalyzerOptions, (e, _, _) => throw new InvalidOperationException("The analyzer failed.", e), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return [.. (await compilation.WithAnalyzers([new KubeLintAnalyzer()], options).GetAnalyzerDiagnosticsAsync()).OrderBy(d => d.Location.SourceTree?.FilePath).ThenBy(d => d.Location.SourceSpan.Start)];
    }

    private static async Task<string> TextOf(Document document) => (await document.GetTextAsync()).ToString();

    /// <summary>What an action makes of a solution.</summary>
    public static Solution ChangeOf(CodeAction action) => Assert.IsType<ApplyChangesOperation>(Assert.Single(action.GetOperationsAsync(default).GetAwaiter().GetResult())).ChangedSolution;

    private async Task<Solution?> MakeInstead(Project project, Diagnostic diagnostic)
    {
        var session = (await FixSession.Begin(project, [diagnostic], default))!;
        var place = session.PlaceOf(diagnostic)!;
        return await session.Make([new ChosenFix(place, new Fix("Mend it", Instead!(place.Finding.Resource!)))]);
    }

    /// <summary>Checks that code compiles after fixes, with so many findings of a rule less and no other come.</summary>
    public async Task CheckMended(Project after, IReadOnlyList<Diagnostic> before, string rule, int count)
    {
        var left = await Find(after);
        Assert.Equal(before.Count(d => d.Id == rule) - count, left.Count(d => d.Id == rule));
        Assert.All(left.GroupBy(d => d.Id), g => Assert.True(g.Count() <= before.Count(d => d.Id == g.Key), g.First().ToString()));
    }

    private sealed class Diagnostics(Dictionary<ProjectId, IReadOnlyList<Diagnostic>> found) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(found.TryGetValue(project.Id, out var all) ? all : []);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(d => d.Location.SourceTree!.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
