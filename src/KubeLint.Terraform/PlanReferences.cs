using KubeLint.Syntax;

namespace KubeLint.Terraform;

/// <summary>Follows what a plan says arguments refer to, through variables and outputs of modules, to the resources of the plan.</summary>
internal sealed class PlanReferences
{
    private const int Deepest = 16;

    private readonly ILookup<(string ModulePath, string Name), ResourceAddress> instances;
    private readonly Dictionary<ResourceAddress, string> written = [];
    private readonly PlanConfiguration? configuration;

    /// <summary>Prepares to follow them.</summary>
    public PlanReferences(IEnumerable<TerraformResource> resources, PlanConfiguration? configuration)
    {
        this.configuration = configuration;
        foreach (var resource in resources)
        {
            if (ResourceAddress.Parse(resource.Address) is { } address) written[address] = resource.Address;
        }

        instances = written.Keys.ToLookup(a => (a.ModulePath, a.Name));
    }

    /// <summary>The addresses of what an argument refers to; null where it refers to something else too, or where that is not known.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="path">Where the argument stands in it.</param>
    /// <param name="targets">The types that count.</param>
    public IReadOnlyList<string>? Of(TerraformResource resource, IReadOnlyList<string> path, IReadOnlyList<string> targets)
    {
        if (ResourceAddress.Parse(resource.Address) is not { } own || configuration?.At(own.ModulePath) is not { } module || module.ExpressionsOf(own.Name) is not { } expressions) return null;
        var field = Field.Root(expressions);
        foreach (var step in path) field = field[step] is { Node: SequenceNode { Items.Count: 1 } } block ? block[0] : field[step];
        var found = new List<string>();
        return Follow(field["references"], module, own, targets, found, 0) ? found : null;
    }

    private bool Follow(Field references, PlanConfiguration module, ResourceAddress source, IReadOnlyList<string> targets, List<string> found, int depth)
    {
        var all = references.Items.Select(r => r.Text ?? "").ToList();

        // Terraform lists what a reference starts with as references of their own.
        var longest = all.Where(r => !all.Exists(other => other.Length > r.Length && other.StartsWith(r, StringComparison.Ordinal) && other[r.Length] is '.' or '[')).ToList();
        var isIndexed = longest.RemoveAll(r => r is "each.key" or "each.value" or "count.index" || r.StartsWith("each.value.", StringComparison.Ordinal)) > 0;
        if (longest.Count == 0 || depth > Deepest) return false;
        foreach (var reference in longest)
        {
            var parts = ResourceAddress.WithoutIndexes(reference).Split('.');
            if (parts.Length < 2) return false;
            if (parts[0] == "var")
            {
                if (module is not { Parent: { } parent, Arguments: { } arguments } || !Follow(arguments[parts[1]]["references"], parent, Outside(source), targets, found, depth + 1)) return false;
            }
            else if (parts[0] == "module")
            {
                if (parts.Length < 3 || module.Child(parts[1]) is not { } child || child.Output(parts[2]) is not { } output) return false;
                if (!Follow(output["references"], child, Inside(source, parts[1]), targets, found, depth + 1)) return false;
            }
            else if (!Collect(reference, parts, source, isIndexed, targets, found))
            {
                return false;
            }
        }

        return true;
    }

    private bool Collect(string reference, string[] parts, ResourceAddress source, bool isIndexed, IReadOnlyList<string> targets, List<string> found)
    {
        var name = parts[0] + "." + parts[1];
        if (!targets.Contains(parts[0])) return false;
        var all = instances[(source.ModulePath, name)].ToList();
        var near = all.Where(a => a.Module == source.Module).ToList();
        if (near.Count > 0) all = near;
        if (all.Count > 1 && reference.StartsWith(name + "[", StringComparison.Ordinal))
            all.RemoveAll(a => !reference.StartsWith($"{name}[{a.Index}]", StringComparison.Ordinal));
        else if (all.Count > 1 && isIndexed)
            all.RemoveAll(a => a.Index != source.Index);
        if (all.Count == 0) return false;
        found.AddRange(all.Select(a => written[a]).Where(a => !found.Contains(a)));
        return true;
    }

    // Instances of modules are told apart by the address of the resource that refers to them, as long as they hold it.
    private static ResourceAddress Outside(ResourceAddress source)
    {
        var index = source.Module.LastIndexOf("module.", StringComparison.Ordinal);
        return source with { Module = index <= 0 ? "" : source.Module.Substring(0, index).TrimEnd('.') };
    }

    private static ResourceAddress Inside(ResourceAddress source, string call) => source with { Module = source.Module.Length == 0 ? "module." + call : $"{source.Module}.module.{call}" };
}
