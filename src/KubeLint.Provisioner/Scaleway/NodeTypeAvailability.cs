using System.Text.Json;

namespace KubeLint.Provisioner.Scaleway;

/// <summary>How much of a type of Instance a zone has.</summary>
internal enum Stock
{
    /// <summary>The zone does not offer the type.</summary>
    NotOffered,

    /// <summary>None is left for now.</summary>
    Shortage,

    /// <summary>Few are left.</summary>
    Scarce,

    /// <summary>There are enough.</summary>
    Available,
}

/// <summary>Tells what Scaleway offers in a zone.</summary>
internal interface INodeTypeAvailability
{
    /// <summary>Asks for a type in a zone.</summary>
    /// <param name="type">The type of Instance.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="cancellation">Stops the asking.</param>
    /// <exception cref="AvailabilityException">There was no answer.</exception>
    Task<Stock> Of(string type, string zone, CancellationToken cancellation);
}

/// <summary>Scaleway gave no answer.</summary>
/// <param name="message">Why, for people.</param>
internal sealed class AvailabilityException(string message) : Exception(message);

/// <summary>
/// Scaleway's own answer: GET /instance/v1/zones/{zone}/products/servers/availability, a page at a time, with
/// the number of all in X-Total-Count (scaleway-sdk-go, api/instance/v1 GetServerTypesAvailability).
/// </summary>
/// <param name="client">Carries the key.</param>
internal sealed class NodeTypeAvailability(HttpClient client) : INodeTypeAvailability
{
    private const int MostPages = 50;

    /// <summary>The environment variable that holds the key, as for Scaleway's own tools.</summary>
    public const string KeyVariable = "SCW_SECRET_KEY";

    /// <summary>What asks with the key in the environment; null where there is none. The key goes to no other host.</summary>
    public static NodeTypeAvailability? FromEnvironment() =>
        Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key ? new NodeTypeAvailability(Client(key, new HttpClientHandler { AllowAutoRedirect = false })) : null;

    /// <summary>A client with a key.</summary>
    public static HttpClient Client(string key, HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { BaseAddress = new Uri("https://api.scaleway.com/"), Timeout = TimeSpan.FromSeconds(20) };
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Auth-Token", key);
        return client;
    }

    /// <inheritdoc/>
    public async Task<Stock> Of(string type, string zone, CancellationToken cancellation)
    {
        for (var (page, seen) = (1, 0); page <= MostPages; page++)
        {
            var (servers, total) = await Page(zone, page, cancellation);
            if (servers.TryGetProperty(type, out var found)) return StockOf(found);
            var count = servers.EnumerateObject().Count();
            seen += count;
            if (count == 0 || seen >= total) return Stock.NotOffered;
        }

        throw new AvailabilityException($"Scaleway's answer has more than {MostPages} pages");
    }

    private static Stock StockOf(JsonElement server) => (server.ValueKind == JsonValueKind.Object && server.TryGetProperty("availability", out var word) ? word.ToString() : null) switch
    {
        "available" => Stock.Available,
        "scarce" => Stock.Scarce,
        "shortage" => Stock.Shortage,
        var other => throw new AvailabilityException($"Scaleway's answer has the availability '{other}', which is not known here"),
    };

    private async Task<(JsonElement Servers, int? Total)> Page(string zone, int page, CancellationToken cancellation)
    {
        try
        {
            using var response = await client.GetAsync($"instance/v1/zones/{zone}/products/servers/availability?page={page}", cancellation);
            if (!response.IsSuccessStatusCode)
            {
                var hint = (int)response.StatusCode is 401 or 403 ? $"; look at {KeyVariable}" : "";
                throw new AvailabilityException($"Scaleway answered {(int)response.StatusCode}{hint}");
            }

            using var answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            if (answer.RootElement.ValueKind != JsonValueKind.Object || !answer.RootElement.TryGetProperty("servers", out var servers) || servers.ValueKind != JsonValueKind.Object)
                throw new AvailabilityException("Scaleway's answer has no servers");
            var total = response.Headers.TryGetValues("X-Total-Count", out var counts) && int.TryParse(counts.First(), out var all) ? all : (int?)null;
            return (servers.Clone(), total);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new AvailabilityException($"Scaleway did not answer as it should: {e.Message}");
        }
    }
}
