using KubeLint.Syntax;

namespace KubeLint.Terraform;

/// <summary>A module of the configuration that a plan carries: what its resources' arguments refer to.</summary>
internal sealed class PlanConfiguration
{
    private readonly Dictionary<string, Node> expressions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlanConfiguration> children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Field> outputs = new(StringComparer.Ordinal);

    private PlanConfiguration(Field module, PlanConfiguration? parent, Field? call)
    {
        Parent = parent;
        Arguments = call;
        foreach (var resource in module["resources"].Items)
        {
            if (resource["address"].Text is { } address && resource.Node is { } node) expressions[address] = resource["expressions"].Node ?? new MappingNode(node.Span, []);
        }

        foreach (var output in module["outputs"].Entries) outputs[output.Key] = output["expression"];
        foreach (var child in module["module_calls"].Entries) children[child.Key] = new PlanConfiguration(child["module"], this, child["expressions"]);
    }

    /// <summary>The module that calls it; null for the root.</summary>
    public PlanConfiguration? Parent { get; }

    /// <summary>What the call gives to its variables; null for the root.</summary>
    public Field? Arguments { get; }

    /// <summary>Reads the root; null where the plan carries none, as a state does not.</summary>
    public static PlanConfiguration? Read(Field root) => root.IsPresent ? new PlanConfiguration(root, null, null) : null;

    /// <summary>The module of a call; null where there is none.</summary>
    public PlanConfiguration? Child(string call) => children.TryGetValue(call, out var child) ? child : null;

    /// <summary>The module at a path, as <c>module.a.module.b</c>.</summary>
    public PlanConfiguration? At(string path)
    {
        var module = this;
        foreach (var step in path.Split('.').Where((_, i) => i % 2 == 1)) module = module?.Child(step);
        return module;
    }

    /// <summary>What the arguments of a resource are made of; an empty mapping where it has none, null where it is not there.</summary>
    /// <param name="name">Type and name.</param>
    public Node? ExpressionsOf(string name) => expressions.TryGetValue(name, out var found) ? found : null;

    /// <summary>What an output is made of; null where there is none.</summary>
    public Field? Output(string name) => outputs.TryGetValue(name, out var output) ? output : null;
}
