using KubeLint.Provisioner.Declarations;

namespace KubeLint.Provisioner.Scaleway;

/// <summary>Whether each zone of a declaration offers its type of nodes.</summary>
internal static class AvailabilityCheck
{
    /// <summary>A declaration with what Scaleway says of it. One that has errors already is not asked for.</summary>
    public static async Task<ReadDeclaration> Add(ReadDeclaration read, INodeTypeAvailability availability, CancellationToken cancellation)
    {
        if (read is not { Cluster: { } cluster, Nodes: { } place }) return read;
        try
        {
            var found = new List<Diagnostic>();
            foreach (var zone in cluster.Zones)
            {
                var stock = await availability.Of(cluster.Nodes.Type, zone, cancellation);
                if (Tell(stock, cluster.Nodes.Type, zone) is { } message) found.Add(new Diagnostic(place, message, IsError: stock == Stock.NotOffered));
            }

            // Scaleway knows better than the table.
            return read with { Cluster = found.Exists(d => d.IsError) ? null : cluster, Diagnostics = [.. read.Diagnostics.Where(d => d.Place != place), .. found] };
        }
        catch (AvailabilityException e)
        {
            return read with { Diagnostics = [.. read.Diagnostics, new Diagnostic(place, $"whether every zone offers {cluster.Nodes.Type} is not known: {e.Message}", IsError: false)] };
        }
    }

    private static string? Tell(Stock stock, string type, string zone) => stock switch
    {
        Stock.NotOffered => $"{type} is not offered in {zone}, as Scaleway says; every zone needs nodes of one type, so that its work can move",
        Stock.Shortage => $"{zone} has no {type} left for now, as Scaleway says: its pool can't be made, and nothing can move there",
        Stock.Scarce => $"{zone} has few {type} left, as Scaleway says",
        _ => null,
    };
}
