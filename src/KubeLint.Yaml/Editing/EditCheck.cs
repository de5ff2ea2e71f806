using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Syntax;

namespace KubeLint.Yaml.Editing;

/// <summary>What a document is to say once it is edited.</summary>
/// <param name="Index">Which document of the file it is.</param>
/// <param name="Units">What it held.</param>
/// <param name="Roots">What is to stand in the place of each root.</param>
/// <param name="Added">The documents that are to follow it.</param>
internal sealed record ExpectedDocument(int Index, IReadOnlyList<TextUnit> Units, IReadOnlyList<Node?> Roots, IReadOnlyList<Node> Added);

/// <summary>Reads a new text, and holds it against what it is to say.</summary>
internal static class EditCheck
{
    /// <summary>Whether a new text says all of what it is to say, nothing else, and has no fault that was not there.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="old">The old text.</param>
    /// <param name="text">The new text.</param>
    /// <param name="documents">The documents of the old text.</param>
    /// <param name="expected">Those of them that were edited.</param>
    public static bool Passes(string path, string old, string text, IReadOnlyList<DocumentText> documents, IReadOnlyList<ExpectedDocument> expected)
    {
        var file = new SourceFile(path, text);
        using var found = DocumentScanner.Scan(text).GetEnumerator();
        for (var i = 0; i < documents.Count; i++)
        {
            if (!found.MoveNext()) return false;
            var edited = expected.FirstOrDefault(e => e.Index == i);
            if (edited is null)
            {
                var (before, now) = (documents[i], found.Current);
                if (before.End - before.Start != now.End - now.Start || string.CompareOrdinal(old, before.Start, text, now.Start, now.End - now.Start) != 0) return false;
                continue;
            }

            if (!Says(edited.Roots, edited.Units.Sum(u => u.Faults), TextUnit.Read(file, text, found.Current.Start, found.Current.End))) return false;
            foreach (var added in edited.Added)
            {
                if (!found.MoveNext() || !Says([added], 0, TextUnit.Read(file, text, found.Current.Start, found.Current.End))) return false;
            }
        }

        return !found.MoveNext() && HasNoNewFault(path, old, text, expected.Sum(e => e.Added.Count));
    }

    /// <summary>Whether two trees say the same. Where merge keys bring entries, own ones come first, and a new own one moves.</summary>
    public static bool IsSame(Node expected, Node found) => EditedTree.AreEqual(expected, found) || EditedTree.AreEqual(expected, found, inAnyOrder: true);

    private static bool Says(IReadOnlyList<Node?> roots, int faults, IReadOnlyList<TextUnit> units)
    {
        if (roots.Count != units.Count || units.Sum(u => u.Faults) > faults) return false;
        for (var i = 0; i < units.Count; i++)
        {
            if (roots[i] is not { } root ? units[i].Root is not null : units[i].Root is not { } found || !IsSame(root, found)) return false;
        }

        return true;
    }

    private static bool HasNoNewFault(string path, string old, string text, int added)
    {
        var (before, now) = (new ManifestReader().Read(path, old, LintOptions.Default), new ManifestReader().Read(path, text, LintOptions.Default));
        return now.Problems.Count <= before.Problems.Count && now.Counts.Templates == before.Counts.Templates && now.Counts.Unreadable == before.Counts.Unreadable
            && now.Suppressions.Count <= before.Suppressions.Count && now.Documents.Count - before.Documents.Count is >= 0 and var more && more <= added;
    }
}
