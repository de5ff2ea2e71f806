using KubeLint.Providers;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A Service of type LoadBalancer.</summary>
public sealed class LoadBalancer
{
    private readonly Inventory inventory;

    private LoadBalancer(Resource resource, Inventory inventory)
    {
        Resource = resource;
        this.inventory = inventory;
    }

    /// <summary>The object.</summary>
    public Resource Resource { get; }

    /// <summary>The cloud that makes it; null where unknown.</summary>
    public Provider? Provider => inventory.ProviderOf(Resource);

    /// <summary>Whether its cluster surely has one place only.</summary>
    public bool IsInSingleSite => inventory.IsSingleSite(Resource);

    /// <summary>The class of the controller that shall make it.</summary>
    public Field Class => Resource.Root.At("spec", "loadBalancerClass");

    /// <summary>The load balancer that an object declares; null where it declares none, or only a patch of one.</summary>
    public static LoadBalancer? From(Resource resource, Inventory inventory)
    {
        var spec = resource.Root["spec"];
        return resource.Is("", "Service") && spec["type"].Text == "LoadBalancer" && !spec["ports"].IsAbsent && !resource.HasPatchDirective
            ? new LoadBalancer(resource, inventory) : null;
    }
}
