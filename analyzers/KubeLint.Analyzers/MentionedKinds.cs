using System.Collections.Concurrent;

namespace KubeLint.Analyzers;

/// <summary>Kinds that join others, where the compilation may make some: one that looks at a single object can't know what they say.</summary>
/// <param name="source">The compilation's code.</param>
internal sealed class MentionedKinds(SourceCode source)
{
    private static readonly Mention[] All =
    [
        // They set the replicas of workloads.
        new("autoscaling/v2", "HorizontalPodAutoscaler", ["Autoscaler", "ScaledObject"]),

        // They join workloads.
        new("v1", "Service", ["V1Service"]),

        // They gather the pods that share one.
        new("v1", "PersistentVolumeClaim", ["V1PersistentVolumeClaim"]),
    ];

    private readonly ConcurrentDictionary<Mention, bool> known = new();

    /// <summary>The kinds.</summary>
    public IEnumerable<(string ApiVersion, string Kind)> In(CancellationToken cancellation) =>
        All.Where(mention => known.GetOrAdd(mention, m => IsIn(m, cancellation))).Select(m => (m.ApiVersion, m.Kind));

    private bool IsIn(Mention mention, CancellationToken cancellation) =>
        source.Files(cancellation).Any(file => mention.Ends.Any(end => file.HasNameWith(end, cancellation)));

    private sealed record Mention(string ApiVersion, string Kind, string[] Ends);
}
