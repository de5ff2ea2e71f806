using KubeLint.Edits;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>Fixes that name the zone of a load balancer, for the rules that find none, or a wrong one.</summary>
internal static class ZoneChoice
{
    /// <summary>One for each zone, with the zone as its id where there are several; none where one of them would bring another finding.</summary>
    /// <param name="view">The load balancer.</param>
    /// <param name="place">Where its zone is named, or would be.</param>
    /// <param name="zones">The zones to choose from.</param>
    public static IEnumerable<Fix> Among(LoadBalancer view, Field place, IReadOnlyList<string> zones)
    {
        var edits = zones.Select(zone => (Zone: zone, Edit: new SetValue(place, Literal.Text(zone)))).ToList();
        if (!edits.TrueForAll(e => view.IsSoundAfter(e.Edit))) yield break;
        foreach (var (zone, edit) in edits)
            yield return new Fix($"Set {place.Key} to {zone}", [edit]) { Id = zones.Count > 1 ? zone : "" };
    }
}
