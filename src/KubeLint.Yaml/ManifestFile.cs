using KubeLint.Findings;
using KubeLint.Resources;

namespace KubeLint.Yaml;

/// <summary>What was read from a file of YAML or JSON.</summary>
/// <param name="Documents">The documents that rules may read.</param>
/// <param name="Suppressions">The suppression comments in them.</param>
/// <param name="Problems">Faults in documents that say they are manifests.</param>
/// <param name="Counts">What became of the documents.</param>
public sealed record ManifestFile(IReadOnlyList<Document> Documents, IReadOnlyList<Suppression> Suppressions, IReadOnlyList<Finding> Problems, DocumentCounts Counts);

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
