using KubeLint.Providers;
using KubeLint.Resources;

namespace KubeLint.Views;

/// <summary>Joins claims to their classes, volumes and pods without comparing all with all.</summary>
internal sealed class StorageIndex
{
    private readonly ResourceSet set;
    private readonly ILookup<string, StorageClass> classes;
    private readonly ILookup<string, PersistentVolumeClaim> claimsByClass;
    private readonly NamespaceIndex<string, PersistentVolumeClaim> claimsByName = new();
    private readonly NamespaceIndex<string, PodClaims> usersByClaim = new();
    private readonly ILookup<string, PersistentVolume> volumes;
    private readonly HashSet<string> classesOfVolumes;
    private readonly HashSet<string> kept;
    private readonly ILookup<string, StorageClass> oneZoneClasses;
    private readonly HashSet<string> provisionersOfOneZone;
    private readonly Dictionary<(string Name, string? Cloud), ClaimedClass?> known = [];
    private readonly Dictionary<(string? Namespace, string Name), NamedClaims> named = [];
    private readonly Lazy<IReadOnlyList<StorageClass>> rivals;
    private readonly Lazy<IReadOnlyList<PersistentVolumeClaim>> onNamedNodes;
    private readonly bool hasNamelessClass;

    public StorageIndex(Inventory inventory)
    {
        set = inventory.Set;
        var declared = set.OfKind(StorageClass.Group, StorageClass.Kind).Select(r => new StorageClass(r, inventory)).ToList();
        classes = declared.Where(c => c.Resource.NameField.Text is not null).ToLookup(c => c.Resource.Name!, StringComparer.Ordinal);
        hasNamelessClass = declared.Exists(c => c.Resource.NameField.Text is null);
        var whole = declared.FindAll(c => c.IsComplete);
        Defaults = [.. whole.Where(c => c.IsDefault != false)];
        rivals = new(() => FindRivals(inventory));
        onNamedNodes = new(() => [.. set.All.SelectMany(r => PodClaims.In(r, inventory)).Where(user => user.NodeName.Text is { Length: > 0 }).SelectMany(user => user.Claims)]);
        oneZoneClasses = whole.Where(c => c.AllowedZones is null or { Count: 1 }).ToLookup(c => c.Provisioner.Text ?? "", StringComparer.Ordinal);

        provisionersOfOneZone = new(oneZoneClasses.Where(g => g.All(c => c.AllowedZones is [var own] && own == g.First().AllowedZones?[0])).Select(g => g.Key), StringComparer.Ordinal);

        var claims = set.All.SelectMany(r => PersistentVolumeClaim.In(r, inventory)).ToList();
        claimsByClass = claims.Where(c => c.ClassName.Text is not null).ToLookup(c => c.ClassName.Text!, StringComparer.Ordinal);
        foreach (var claim in claims.Where(c => !c.IsTemplate && c.Name is not null)) claimsByName.Add(claim.Resource, claim.Name!, claim);
        HasClaimWithoutClass = claims.Exists(c => c.ClassName.IsAbsent);
        HasUnknownClaim = claims.Exists(c => !c.IsTemplate && c.Resource.NameField is { IsUnknown: true, Written: null });
        foreach (var user in set.All.SelectMany(r => PodClaims.In(r, inventory)))
        {
            foreach (var name in user.SharedNames) usersByClaim.Add(user.Resource, name.Text ?? AnyName, user);
            if (!user.AreAllSeen) usersByClaim.Add(user.Resource, AnyName, user);
        }

        var all = set.OfKind("", PersistentVolume.Kind).Select(r => new PersistentVolume(r, inventory)).Where(v => v.IsComplete).ToList();
        volumes = all.Where(v => v.Resource.NameField.Text is not null).ToLookup(v => v.Resource.Name!, StringComparer.Ordinal);
        classesOfVolumes = new(all.Select(v => v.ClassName.Text ?? (v.ClassName.IsUnknown ? AnyName : null)).OfType<string>(), StringComparer.Ordinal);
        kept = new(all.Where(v => !v.ClaimReference.IsAbsent).Select(v => v.ClaimReference["name"].Text ?? AnyName), StringComparer.Ordinal);
    }

    // What stands for a name that is not known.
    private const string AnyName = "";

    /// <summary>The classes that are marked as default, and those that may be.</summary>
    public IReadOnlyList<StorageClass> Defaults { get; }

    /// <summary>Whether there is a claim of which not even the name is known: it may be any.</summary>
    public bool HasUnknownClaim { get; }

    /// <summary>Whether there is a claim that names no class.</summary>
    public bool HasClaimWithoutClass { get; }

    /// <summary>The claims of pods that are put on a node without the scheduler.</summary>
    public IReadOnlyList<PersistentVolumeClaim> ClaimsOnNamedNodes => onNamedNodes.Value;

    /// <summary>The classes of one cluster that are all marked as its default, where there are two or more.</summary>
    public IReadOnlyList<StorageClass> RivalDefaults => rivals.Value;

    /// <summary>What is known of a claim's class; null where nothing is.</summary>
    public ClaimedClass? ClassOf(PersistentVolumeClaim claim)
    {
        if (claim.ClassName.Text is not { Length: > 0 } name)
        {
            // Without a class a claim gets the default one, where the set surely has the one cluster's.
            return claim.ClassName.IsAbsent && !set.IsOpen && !set.HasDuplicates && Defaults is [{ IsDefault: true, Resource.Name: { } only } byDefault] ? Known(only, [byDefault], null) : null;
        }

        var key = (name, claim.Provider?.Id);
        if (!known.TryGetValue(key, out var found)) known.Add(key, found = ClassOf(name, claim.Provider));
        return found;
    }

    /// <summary>The claims, and templates of claims, that name a class.</summary>
    public IEnumerable<PersistentVolumeClaim> ClaimsOf(StorageClass declared) =>
        declared.Resource.NameField.Text is { } name ? claimsByClass[name] : [];

    /// <summary>The claims of a name in the namespace of an object; none where either is not known.</summary>
    public NamedClaims ClaimsNamed(Resource resource, string? name)
    {
        if (name is null || resource.NamespaceField.IsUnknown) return new NamedClaims([]);
        var key = (resource.NamespaceName, name);
        if (!named.TryGetValue(key, out var found)) named.Add(key, found = new NamedClaims([.. claimsByName.Find(resource, name).Where(claim => claim.Resource.SharesNamespaceWith(resource) == true)]));
        return found;
    }

    /// <summary>The templates whose pods use, or may use, a claim in the namespace of an object.</summary>
    public IEnumerable<PodClaims> UsersOf(Resource resource, string name) => usersByClaim.Find(resource, name).Concat(usersByClaim.Find(resource, AnyName));

    /// <summary>Whether a volume stands in one zone; null where the set does not tell.</summary>
    public bool? IsZonal(string volume) => volumes[volume].Any() && volumes[volume].All(v => v.IsZonal) ? true : null;

    /// <summary>Whether a volume is, or may be, kept for a claim.</summary>
    public bool IsKept(PersistentVolumeClaim claim) => kept.Contains(AnyName) || (claim.Name is { } name && kept.Contains(name));

    /// <summary>Whether another class of the same provisioner has, or may have, another one zone.</summary>
    public bool IsCoveredInTurn(StorageClass declared, string zone) =>
        set.IsOpen || (provisionersOfOneZone.Contains(declared.Provisioner.Text!) ? [] : oneZoneClasses[declared.Provisioner.Text!]).Concat(oneZoneClasses[AnyName])
            .Any(other => !other.Resource.IsSameObjectAs(declared.Resource) && (other.AllowedZones is null || other.AllowedZones[0] != zone));

    // Variants of an object, several clusters and classes of several clouds are no one cluster.
    private IReadOnlyList<StorageClass> FindRivals(Inventory inventory)
    {
        var sure = Defaults.Where(c => c.IsDefault == true).ToList();
        var clouds = sure.Select(c => Provisioner.Find(c.Provisioner.Text)?.ProviderId).OfType<string>().Distinct().Count();
        return sure.Count < 2 || set.HasDuplicates || inventory.Clusters.Count > 1 || clouds > 1 || sure.Exists(c => c.Resource.NameField.Text is null) ? [] : sure;
    }

    private ClaimedClass? ClassOf(string name, Provider? cloud)
    {
        var declared = classes[name].ToList();
        if (declared.Count > 0) return declared.TrueForAll(c => c.IsComplete) ? Known(name, declared, null) : null;
        var managed = set.IsOpen || hasNamelessClass ? null : ManagedStorageClass.Find(cloud, name);
        return managed is null ? null : Known(name, [], managed);
    }

    // A volume that was made by hand for a class need not be like those that its provisioner makes.
    private ClaimedClass? Known(string name, IReadOnlyList<StorageClass> declared, ManagedStorageClass? managed) =>
        classesOfVolumes.Contains(name) || classesOfVolumes.Contains(AnyName) ? null : new ClaimedClass(name, declared, managed);
}
