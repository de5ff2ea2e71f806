using System.Text.RegularExpressions;

namespace KubeLint.Providers;

/// <summary>
/// How a cloud calls its regions and zones. Where the list of its zones is known to be whole, a zone that is not in it
/// does not exist; where it is not, only the form of a name is judged, and whether a zone lies in a region that is
/// stated beside it. The table is data. Sources: scaleway/scaleway-sdk-go scw/locality.go; AWS's and Google Cloud's
/// "Regions and zones" pages; Azure's "What are availability zones?".
/// </summary>
/// <param name="ProviderId">The cloud.</param>
public sealed record ZoneNaming(string ProviderId)
{
    private const string AwsRegion = "[a-z]{2,4}(-[a-z]+)?-(north|south|east|west|central|northeast|northwest|southeast|southwest)-[1-9]";
    private const string GoogleRegion = "[a-z]+-(north|south|east|west|central|northeast|northwest|southeast|southwest)[0-9]{1,2}";

    /// <summary>The form of a region's name; null where regions stand in no zone's name.</summary>
    public Regex? RegionForm { get; private init; }

    /// <summary>The form of a zone's name.</summary>
    public Regex? ZoneForm { get; private init; }

    /// <summary>Every zone by region, where the list is known to be whole; empty where it is not.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Zones { get; private init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The form, for messages.</summary>
    public string Form { get; private init; } = "";

    /// <summary>Whether the zones of a region start with its name.</summary>
    public bool ZonesCarryRegion { get; private init; } = true;

    /// <summary>The clouds whose zones KubeLint can judge.</summary>
    public static IReadOnlyList<ZoneNaming> All { get; } =
    [
        new("scaleway")
        {
            RegionForm = Only("[a-z]{2}-[a-z]{3}"),
            Form = "a region with the number of a zone, as fr-par-1",
            Zones = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                ["fr-par"] = ["fr-par-1", "fr-par-2", "fr-par-3"],
                ["nl-ams"] = ["nl-ams-1", "nl-ams-2", "nl-ams-3"],
                ["pl-waw"] = ["pl-waw-1", "pl-waw-2", "pl-waw-3"],
                ["it-mil"] = ["it-mil-1"],
            },
        },

        // Local and Wavelength Zones have more behind the region; zone ids (euw1-az1) are a second name for each.
        new("aws")
        {
            RegionForm = Only(AwsRegion),
            ZoneForm = Only($"{AwsRegion}([a-z]|-[a-z0-9-]+-[0-9][a-z])|[a-z]+[0-9]+-[a-z0-9-]*az[0-9]+"),
            Form = "a region with a letter behind it, as eu-west-1a",
        },
        new("gcp") { RegionForm = Only(GoogleRegion), ZoneForm = Only($"{GoogleRegion}-([a-z]|ai[0-9][a-z])"), Form = "a region with a letter, as europe-west1-b" },

        // Karpenter's provider writes the region before the number.
        new("azure") { ZoneForm = Only("([a-z]+[a-z0-9]*-)?[1-3]"), Form = "1, 2 or 3", ZonesCarryRegion = false },
    ];

    // Regions of Azure with availability zones. A region that is not here may have got them since.
    // Source: MicrosoftDocs, "Azure regions with availability zone support".
    private static readonly HashSet<string> AzureWithoutZones = new(StringComparer.OrdinalIgnoreCase)
    {
        "northcentralus", "westcentralus", "westus", "ukwest", "canadaeast", "australiasoutheast", "southindia", "westindia", "francesouth", "germanynorth",
        "norwaywest", "switzerlandwest", "southafricawest", "uaecentral", "koreasouth", "brazilsoutheast",
    };

    private static readonly Regex AwsZone = Only(AwsRegion + "[a-z]");
    private static readonly Regex GoogleZone = Only(GoogleRegion + "-[a-z]");

    /// <summary>The naming of a cloud; null where KubeLint cannot judge its zones.</summary>
    public static ZoneNaming? Of(Provider? provider) => provider is null ? null : All.FirstOrDefault(n => n.ProviderId == provider.Id);

    /// <summary>Whether a text has the form of an ordinary zone of AWS.</summary>
    public static bool IsAwsZone(string text) => AwsZone.IsMatch(text);

    /// <summary>Whether a text has the form of a zone of Google Cloud, and not that of a region.</summary>
    public static bool IsGoogleZone(string text) => GoogleZone.IsMatch(text);

    /// <summary>Whether a region of Azure had no availability zones when this was written.</summary>
    public static bool IsAzureRegionWithoutZones(string region) => AzureWithoutZones.Contains(region.Replace(" ", ""));

    /// <summary>Whether a region surely has one zone only.</summary>
    public bool HasOneZone(string region) => Zones.TryGetValue(region, out var zones) && zones.Count == 1;

    /// <summary>What is wrong with a zone's name, for people; null where nothing surely is.</summary>
    /// <param name="zone">The name.</param>
    /// <param name="region">The region stated beside it; null where none is.</param>
    public string? Problem(string zone, string? region)
    {
        // A word alone stands for a name that is filled in later.
        if (!zone.Any(char.IsDigit) && !zone.Contains('-')) return null;
        var cloud = Provider.Find(ProviderId)!.DisplayName;
        if (RegionForm?.IsMatch(zone) == true) return $"is a region of {cloud} and no zone; a zone is {Form}";
        if (Zones.Count > 0 && !Zones.Values.Any(z => z.Contains(zone, StringComparer.Ordinal)))
        {
            var own = Zones.FirstOrDefault(r => zone.StartsWith(r.Key + "-", StringComparison.Ordinal));
            return own.Key is null
                ? $"is no zone of {cloud}, whose regions are {string.Join(", ", Zones.Keys)}"
                : $"is no zone of {cloud}; {own.Key} has {string.Join(", ", own.Value)}";
        }

        if (ZoneForm?.IsMatch(zone) == false) return $"is no zone of {cloud}; a zone is {Form}";

        // A zone's id names its region in another way.
        if (!ZonesCarryRegion || region is null || RegionForm?.IsMatch(region) != true || RegionPrefix(zone) is not { } prefix) return null;
        return prefix == region ? null : $"is a zone of {prefix}, and not of {region}, which is stated beside it";
    }

    private string? RegionPrefix(string zone)
    {
        for (var length = zone.Length - 1; length > 0; length--)
        {
            if (RegionForm!.IsMatch(zone.Substring(0, length))) return zone.Substring(0, length);
        }

        return null;
    }

    private static Regex Only(string form) => new($"^({form})$", RegexOptions.CultureInvariant);
}
