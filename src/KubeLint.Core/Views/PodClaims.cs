using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>The claims to volumes that the pods of a template use.</summary>
public sealed class PodClaims
{
    private readonly Inventory inventory;

    internal PodClaims(PodTemplate pods, Inventory inventory)
    {
        Pods = pods;
        this.inventory = inventory;
    }

    /// <summary>The template.</summary>
    public PodTemplate Pods { get; }

    /// <summary>The object that holds it.</summary>
    public Resource Resource => Pods.Resource;

    /// <summary>The node that the pods are put on without a scheduler; an empty name is none.</summary>
    public Field NodeName => Pods.Spec["nodeName"];

    /// <summary>Whether it may be the template of several replicas.</summary>
    public bool MayHaveReplicas => inventory.WorkloadsIn(Resource).Any(w => w.Replicas.AreSeveral != false);

    /// <summary>The places where the template names claims that all its pods share.</summary>
    public IEnumerable<Field> SharedNames => Pods.Volumes.Node is not SequenceNode ? [] :
        Pods.Volumes.Items.Select(volume => volume.At("persistentVolumeClaim", "claimName")).Where(name => !name.IsAbsent);

    /// <summary>The claims that the set knows: those that each pod has of its own, and those that all share.</summary>
    internal IEnumerable<PersistentVolumeClaim> Claims =>
        PersistentVolumeClaim.FromTemplates(Pods, inventory).Select(p => p.Claim).Concat(SharedNames.SelectMany(name => Named(name).Variants));

    /// <summary>Whether no volume of the pods is hidden.</summary>
    internal bool AreAllSeen => Pods.Volumes.IsComplete;

    /// <summary>What the pods of an object claim, by template; none where it has none.</summary>
    internal static IReadOnlyList<PodClaims> In(Resource resource, Inventory inventory)
    {
        var templates = PodTemplate.In(resource);
        var claims = templates.Count == 0 ? [] : new PodClaims[templates.Count];
        for (var i = 0; i < claims.Length; i++) claims[i] = new PodClaims(templates[i], inventory);
        return claims;
    }

    /// <summary>
    /// The first claim that surely stays without a volume: its class waits for the scheduler, and nothing but a
    /// scheduler would say which node the pod runs on. Null where there is none.
    /// </summary>
    public PersistentVolumeClaim? NeverBound
    {
        get
        {
            // What runs has its volumes: a live object was scheduled, or put where they are.
            if (NodeName.Text is not { Length: > 0 } || Resource.Root["status"] is not { IsAbsent: true }) return null;
            var own = PersistentVolumeClaim.FromTemplates(Pods, inventory).Select(p => p.Claim).FirstOrDefault(WaitsInVain);
            return own ?? SharedNames.Where(IsUsedOnNodesByNameOnly).Select(name => Named(name).Variants)
                .Where(variants => variants.Count > 0 && variants.All(WaitsInVain)).Select(variants => variants[0]).FirstOrDefault();
        }
    }

    /// <summary>Whether all its pods share a volume that stands in one zone; false too where the set does not tell, null where a claim of the set may be that.</summary>
    internal bool? SharesZonalVolume(out (Field Name, PersistentVolumeClaim Claim)? shared)
    {
        shared = null;
        bool? result = false;
        foreach (var name in SharedNames)
        {
            var claims = Named(name);
            if (claims.Variants.Count == 0 && inventory.Storage.HasUnknownClaim) result = null;
            if (!claims.AreZonal) continue;
            shared = (name, claims.Variants[0]);
            return true;
        }

        return result;
    }

    /// <summary>Whether every volume that all its pods share can surely be mounted in several zones.</summary>
    internal bool ReachEveryZone => AreAllSeen && SharedNames.All(name => Named(name).Variants is { Count: > 0 } variants && variants.All(claim =>
        claim.IsZonal == false || (claim.IsZonal is null && claim.AccessModes.Items.Any(mode => mode.Text is "ReadWriteMany" or "ReadOnlyMany"))));

    private NamedClaims Named(Field name) => inventory.Storage.ClaimsNamed(Resource, name.Text);

    // A pod of another template that a scheduler places binds it; what the set does not hold may be such a pod.
    private bool IsUsedOnNodesByNameOnly(Field name) =>
        !inventory.Set.IsOpen && name.Text is { } text && inventory.Storage.UsersOf(Resource, text).All(user => user.NodeName.Text is { Length: > 0 });

    private bool WaitsInVain(PersistentVolumeClaim claim) =>
        claim is { IsProvisioned: true, IsBound: false, Class.BindsImmediately: false } && claim.Class.IsProvisioning && !inventory.Storage.IsKept(claim);
}
