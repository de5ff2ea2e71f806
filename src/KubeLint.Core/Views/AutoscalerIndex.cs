using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>Finds the autoscalers of a workload without comparing all with all.</summary>
internal sealed class AutoscalerIndex
{
    // What stands for a target name that is not written anywhere.
    private const string Unwritten = "";

    private readonly NamespaceIndex<string, Autoscaler> byTargetName = new();
    private readonly List<Autoscaler> all = [];
    private readonly HashSet<Resource> doubtful;
    private readonly ILookup<SourceFile, Autoscaler> byFile;
    private readonly ILookup<SourceFile, Autoscaler> placeholdersByFile;

    private AutoscalerIndex(IEnumerable<Resource> sure, IEnumerable<Resource> unsure)
    {
        doubtful = [.. unsure];
        var said = new HashSet<object>();
        foreach (var resource in sure.Concat(doubtful))
        {
            var autoscaler = new Autoscaler(resource);
            if (!autoscaler.IsComplete) continue;
            all.Add(autoscaler);

            // Of variants that say the same one is enough, so that many cost little. A placeholder may be what stands in their file.
            if (autoscaler.Saying is { } saying && !doubtful.Contains(resource) && !said.Add(saying)) continue;
            byTargetName.Add(resource, autoscaler.TargetName.Written ?? Unwritten, autoscaler);
        }

        byFile = all.ToLookup(a => a.Resource.Document.File);
        placeholdersByFile = all.Where(a => a.TargetName.IsUnknown).ToLookup(a => a.Resource.Document.File);
    }

    /// <summary>Finds those of a set; null where it holds none.</summary>
    public static AutoscalerIndex? Of(ResourceSet set)
    {
        List<Resource> sure = [];
        foreach (var kind in Autoscaler.Kinds) sure.AddRange(set.OfKind(kind.Group, kind.Kind));
        var unsure = set.Doubtful.Count == 0 ? [] : set.Doubtful.Where(r => Autoscaler.Kinds.Contains(r.GroupKind)).ToList();
        return sure.Count == 0 && unsure.Count == 0 ? null : new AutoscalerIndex(sure, unsure);
    }

    /// <summary>The autoscalers that target a workload, and those of which it cannot be known.</summary>
    public IEnumerable<(Autoscaler Autoscaler, bool? Targets)> Of(Resource workload)
    {
        foreach (var autoscaler in Candidates(workload).Distinct())
        {
            var targets = autoscaler.Targets(workload) & (doubtful.Contains(autoscaler.Resource) ? null : true);
            if (targets != false) yield return (autoscaler, targets);
        }
    }

    private IEnumerable<Autoscaler> Candidates(Resource workload)
    {
        var name = workload.NameField;
        if (name is { IsUnknown: true, Written: null }) return all;

        // A placeholder and a plain name may be one where they stand in one file.
        return byTargetName.Find(workload, name.Written ?? Unwritten)
            .Concat(byTargetName.Find(workload, Unwritten))
            .Concat((name.IsUnknown ? byFile : placeholdersByFile)[workload.Document.File]);
    }
}
