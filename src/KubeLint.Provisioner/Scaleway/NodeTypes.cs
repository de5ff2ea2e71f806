namespace KubeLint.Provisioner.Scaleway;

/// <summary>
/// Types of Instances that nodes can be. Sources: scaleway/terraform-provider-scaleway docs/resources/k8s_pool.md
/// (types that are not eligible), scaleway/docs-content products-availability.mdx (GPUs by zone). Other types are
/// offered in most zones; which, Scaleway's API tells (<see cref="INodeTypeAvailability"/>).
/// </summary>
internal static class NodeTypes
{
    private static readonly string[] TooSmall = ["DEV1-S", "PLAY2-PICO", "STARDUST"];

    private static readonly (string Prefix, string[] Zones)[] OfSomeZones =
    [
        ("B300-", ["fr-par-2"]),
        ("H100-SXM-", ["fr-par-2"]),
        ("H100-", ["fr-par-2", "pl-waw-2"]),
        ("L40S-", ["fr-par-2", "pl-waw-2"]),
        ("L4-", ["fr-par-2", "pl-waw-2"]),
        ("RENDER-", ["fr-par-1"]),
    ];

    private static readonly string[] WellKnownTypes =
    [
        "DEV1-M", "DEV1-L", "DEV1-XL", "PLAY2-NANO", "PLAY2-MICRO", "GP1-XS", "GP1-S", "GP1-M", "GP1-L", "GP1-XL",
        "PRO2-XXS", "PRO2-XS", "PRO2-S", "PRO2-M", "PRO2-L",
        "POP2-2C-8G", "POP2-4C-16G", "POP2-8C-32G", "POP2-16C-64G", "POP2-32C-128G", "POP2-64C-256G",
        "POP2-HC-2C-4G", "POP2-HC-4C-8G", "POP2-HC-8C-16G", "POP2-HM-2C-16G", "POP2-HM-4C-32G", "POP2-HM-8C-64G",
    ];

    /// <summary>Why a type can be no node of these zones, for people; null where it may be one.</summary>
    public static string? Problem(string type, IReadOnlyList<string> zones)
    {
        if (Array.Exists(TooSmall, small => type == small || type.StartsWith(small + "1-", StringComparison.Ordinal) || type.StartsWith(small + "-", StringComparison.Ordinal)))
            return $"{type} has too little memory to be a node of Kapsule (as have {string.Join(", ", TooSmall)}); PRO2-XXS is the smallest for production";
        var (prefix, offered) = Array.Find(OfSomeZones, t => type.StartsWith(t.Prefix, StringComparison.Ordinal));
        if (prefix is not null && zones.Except(offered).ToList() is { Count: > 0 } missing)
            return $"{type} is not offered in {string.Join(", ", missing)}, only in {string.Join(", ", offered)}; every zone needs nodes of one type, so that its work can move";
        return null;
    }

    /// <summary>The well-known types that are offered in most zones.</summary>
    public static IReadOnlyList<string> WellKnown => WellKnownTypes;

    /// <summary>Whether a type is in this table. One that is not may be newer than it.</summary>
    public static bool IsKnown(string type) => WellKnownTypes.Contains(type) || OfSomeZones.Any(t => type.StartsWith(t.Prefix, StringComparison.Ordinal));
}
