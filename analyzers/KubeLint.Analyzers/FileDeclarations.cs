using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.Analyzers;

/// <summary>What a file declares, as far as its syntax tells. It is remembered with the file's tree.</summary>
internal sealed class FileDeclarations
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileDeclarations> Known = new();

    private HashSet<string>? bases;

    private FileDeclarations(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        Aliases = [.. AliasesIn(root.Usings, root.Members)];
        if (SourceNames.Of(tree, cancellation).MayHavePart(EntityNames.Attribute))
            Entities = [.. TypesIn(root).Where(t => t.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString().Contains(EntityNames.Attribute))).Select(t => t.Identifier.ValueText)];
    }

    /// <summary>Other names that it gives to types.</summary>
    public IReadOnlyList<(string Alias, string Name)> Aliases { get; }

    /// <summary>The types that it marks as objects of their own.</summary>
    public IReadOnlyList<string> Entities { get; } = [];

    /// <summary>What a file declares.</summary>
    public static FileDeclarations Of(SyntaxTree tree, CancellationToken cancellation) =>
        Known.TryGetValue(tree, out var known) ? known : Known.GetValue(tree, t => new FileDeclarations(t, cancellation));

    /// <summary>Whether a class or a struct of it names a type as one that it is derived from.</summary>
    public static bool DerivesFrom(SyntaxTree tree, string name, CancellationToken cancellation)
    {
        if (!SourceNames.Of(tree, cancellation).MayHave(SourceNames.NumberOf(name))) return false;
        var file = Of(tree, cancellation);
        file.bases ??= new(TypesIn(tree.GetRoot(cancellation)).Where(t => t is not InterfaceDeclarationSyntax).SelectMany(t => t.BaseList?.Types ?? default).Select(b => NameOf(b.Type)), StringComparer.Ordinal);
        return file.bases.Contains(name);
    }

    /// <summary>The innermost member that something stands in: a type where it is none of the type's members, the file for statements at the top.</summary>
    public static SyntaxNode MemberAround(SyntaxNode place) => place.FirstAncestorOrSelf<SyntaxNode>(IsMember)!;

    /// <summary>Whether it is a member, as <see cref="MemberAround"/> means it.</summary>
    public static bool IsMember(SyntaxNode node) => node is CompilationUnitSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax;

    /// <summary>All members of a file, in order: what stands in one follows it.</summary>
    public static IEnumerable<SyntaxNode> MembersIn(SyntaxNode root) => root.DescendantNodesAndSelf(HasMembers).Where(IsMember);

    /// <summary>The last part of a type's name; empty where it has none.</summary>
    public static string NameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => NameOf(qualified.Right),
        AliasQualifiedNameSyntax qualified => NameOf(qualified.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        _ => "",
    };

    // Types stand in types and namespaces, never in code.
    private static IEnumerable<TypeDeclarationSyntax> TypesIn(SyntaxNode root) =>
        root.DescendantNodes(HasMembers).OfType<TypeDeclarationSyntax>();

    private static bool HasMembers(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax;

    private static IEnumerable<(string Alias, string Name)> AliasesIn(SyntaxList<UsingDirectiveSyntax> usings, SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var directive in usings)
            if (directive is { Alias.Name.Identifier.ValueText: var alias, NamespaceOrType: NameSyntax name }) yield return (alias, NameOf(name));
        foreach (var member in members)
        {
            if (member is not BaseNamespaceDeclarationSyntax space) continue;
            foreach (var inner in AliasesIn(space.Usings, space.Members)) yield return inner;
        }
    }
}
