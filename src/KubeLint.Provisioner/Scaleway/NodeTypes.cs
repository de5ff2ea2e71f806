namespace KubeLint.Provisioner.Scaleway;

/// <summary>
/// Types of Instances that nodes can be. Sources: scaleway/terraform-provider-scaleway docs/resources/k8s_pool.md
/// (types that are not eligible), scaleway/docs-content products-availability.mdx (GPUs by zone; not L4, which Scaleway's
/// API listed in another zone since), answers of the API of July 2026 for fr-par-1 (well-known types). Where other types
/// are offered, the API tells (<see cref="INodeTypeAvailability"/>).
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
        ("RENDER-", ["fr-par-1"]),
    ];

    private static readonly string[] WellKnownTypes = """
        BASIC2-A12C-24G BASIC2-A12C-48G BASIC2-A16C-32G BASIC2-A16C-64G BASIC2-A2C-4G BASIC2-A2C-8G BASIC2-A4C-16G BASIC2-A4C-8G BASIC2-A6C-12G BASIC2-A6C-24G
        BASIC2-A8C-16G BASIC2-A8C-32G BASIC3-X12C-24G BASIC3-X12C-48G BASIC3-X16C-32G BASIC3-X16C-64G BASIC3-X2C-4G BASIC3-X2C-8G BASIC3-X4C-16G BASIC3-X4C-8G
        BASIC3-X6C-12G BASIC3-X6C-24G BASIC3-X8C-16G BASIC3-X8C-32G COMPUTE3-X12C-24G COMPUTE3-X16C-32G COMPUTE3-X24C-48G COMPUTE3-X2C-4G COMPUTE3-X32C-64G
        COMPUTE3-X48C-96G COMPUTE3-X4C-8G COMPUTE3-X64C-128G COMPUTE3-X6C-12G COMPUTE3-X8C-16G COMPUTE3-X96C-192G DEV1-L DEV1-M DEV1-XL GP1-L GP1-M GP1-S
        GP1-XL GP1-XS L4-1-24G L4-2-24G L4-4-24G L4-8-24G MEMORY3-X12C-96G MEMORY3-X16C-128G MEMORY3-X2C-16G MEMORY3-X32C-256G MEMORY3-X48C-384G
        MEMORY3-X4C-32G MEMORY3-X6C-48G MEMORY3-X8C-64G PLAY2-MICRO PLAY2-NANO POP2-12C-48G POP2-16C-64G POP2-24C-96G POP2-2C-8G POP2-32C-128G POP2-48C-192G
        POP2-4C-16G POP2-64C-256G POP2-6C-24G POP2-8C-32G POP2-HC-12C-24G POP2-HC-16C-32G POP2-HC-24C-48G POP2-HC-2C-4G POP2-HC-32C-64G POP2-HC-48C-96G
        POP2-HC-4C-8G POP2-HC-64C-128G POP2-HC-6C-12G POP2-HC-8C-16G POP2-HM-12C-96G POP2-HM-16C-128G POP2-HM-24C-192G POP2-HM-2C-16G POP2-HM-32C-256G
        POP2-HM-48C-384G POP2-HM-4C-32G POP2-HM-64C-512G POP2-HM-6C-48G POP2-HM-8C-64G POP2-HN-10 POP2-HN-3 POP2-HN-5 PRO2-L PRO2-M PRO2-S PRO2-XS PRO2-XXS
        STANDARD2-A12C-48G STANDARD2-A16C-64G STANDARD2-A24C-96G STANDARD2-A2C-8G STANDARD2-A32C-128G STANDARD2-A48C-192G STANDARD2-A4C-16G
        STANDARD2-A64C-256G STANDARD2-A6C-24G STANDARD2-A8C-32G STANDARD3-X12C-48G STANDARD3-X16C-64G STANDARD3-X24C-96G STANDARD3-X2C-8G STANDARD3-X32C-128G
        STANDARD3-X48C-192G STANDARD3-X4C-16G STANDARD3-X64C-256G STANDARD3-X6C-24G STANDARD3-X8C-32G
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Why a type can be no node of these zones, for people; null where it may be one.</summary>
    public static string? Problem(string type, IReadOnlyList<string> zones)
    {
        if (Array.Exists(TooSmall, small => type == small || type.StartsWith(small + "1-", StringComparison.Ordinal) || type.StartsWith(small + "-", StringComparison.Ordinal)))
            return $"{type} has too little memory to be a node of Kapsule (as have {string.Join(", ", TooSmall)}); take PRO2-XXS";
        var (prefix, offered) = Array.Find(OfSomeZones, t => type.StartsWith(t.Prefix, StringComparison.Ordinal));
        if (prefix is not null && zones.Except(offered).ToList() is { Count: > 0 } missing)
            return $"{type} is not offered in {string.Join(", ", missing)}, only in {string.Join(", ", offered)}; every zone needs nodes of one type, so that its work can move";
        return null;
    }

    /// <summary>The well-known types.</summary>
    public static IReadOnlyList<string> WellKnown => WellKnownTypes;

    /// <summary>Whether a type is in this table. One that is not may be newer than it.</summary>
    public static bool IsKnown(string type) => WellKnownTypes.Contains(type) || OfSomeZones.Any(t => type.StartsWith(t.Prefix, StringComparison.Ordinal));
}
