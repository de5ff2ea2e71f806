using System.Net;
using KubeLint.Provisioner.Declarations;
using KubeLint.Provisioner.Scaleway;

namespace KubeLint.Provisioner.Tests;

public sealed class AvailabilityTests
{
    private const string All = """{"servers": {"PRO2-XXS": {"availability": "available"}}}""";

    [Fact]
    public async Task Every_zone_is_asked_with_the_key()
    {
        var scaleway = new StandIn(_ => (HttpStatusCode.OK, All));
        var read = await Ask(scaleway);

        Assert.NotNull(read.Cluster);
        Assert.Empty(read.Diagnostics);
        Assert.Equal(new[] { 1, 2, 3 }.Select(zone => $"/instance/v1/zones/fr-par-{zone}/products/servers/availability"), scaleway.Asked.Select(r => r.RequestUri!.AbsolutePath));
        Assert.All(scaleway.Asked, request => Assert.Equal(["key"], request.Headers.GetValues("X-Auth-Token")));
    }

    [Theory]
    [InlineData("{\"servers\": {}}", "error: PRO2-XXS is not offered in fr-par-3, as Scaleway says; every zone needs nodes of one type, so that its work can move")]
    [InlineData("{\"servers\": {\"PRO2-XXS\": {\"availability\": \"shortage\"}}}", "warning: fr-par-3 has no PRO2-XXS left for now, as Scaleway says: its pool can't be made, and nothing can move there")]
    [InlineData("{\"servers\": {\"PRO2-XXS\": {\"availability\": \"scarce\"}}}", "warning: fr-par-3 has few PRO2-XXS left, as Scaleway says")]
    [InlineData("{\"servers\": {\"PRO2-XXS\": {\"availability\": \"plenty\"}}}", "warning: whether every zone offers PRO2-XXS is not known: Scaleway's answer has the availability 'plenty', which is not known here")]
    [InlineData("{}", "warning: whether every zone offers PRO2-XXS is not known: Scaleway's answer has no servers")]
    public async Task What_a_zone_lacks_is_told_where_the_type_stands(string answer, string expected)
    {
        var read = await Ask(new StandIn(uri => (HttpStatusCode.OK, uri.AbsolutePath.Contains("fr-par-3", StringComparison.Ordinal) ? answer : All)));

        Assert.Equal("cluster.yaml(4,16): " + expected, Assert.Single(read.Diagnostics).ToString());
        Assert.Equal(expected.StartsWith("error", StringComparison.Ordinal), read.Cluster is null);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "{}", "Scaleway answered 403; look at SCW_SECRET_KEY")]
    [InlineData(HttpStatusCode.BadGateway, "<html>", "Scaleway answered 502")]
    public async Task No_answer_is_no_error(HttpStatusCode status, string answer, string expected)
    {
        var read = await Ask(new StandIn(_ => (status, answer)));

        Assert.NotNull(read.Cluster);
        Assert.EndsWith("is not known: " + expected, Assert.Single(read.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_JSON_is_no_error()
    {
        var read = await Ask(new StandIn(_ => (HttpStatusCode.OK, "<html>")));

        Assert.NotNull(read.Cluster);
        Assert.Contains("Scaleway did not answer as it should", Assert.Single(read.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", 6)]
    [InlineData(null, 9)]
    public async Task Pages_are_asked_for_until_all_are_seen(string? total, int expected)
    {
        var scaleway = new StandIn(uri => (HttpStatusCode.OK, uri.Query switch
        {
            "?page=1" => All.Replace("PRO2-XXS", "A", StringComparison.Ordinal),
            "?page=2" => All.Replace("PRO2-XXS", "B", StringComparison.Ordinal),
            _ => "{\"servers\": {}}",
        }))
        { Total = total };
        var read = await Ask(scaleway);

        Assert.Equal(["fr-par-1", "fr-par-2", "fr-par-3"], read.Diagnostics.Select(d => d.Message.Split(' ')[5].TrimEnd(',')));
        Assert.Equal(expected, scaleway.Asked.Count);
    }

    [Fact]
    public async Task What_Scaleway_says_counts_more_than_the_table()
    {
        var text = Declared.Smallest + "nodes: { type: NEW1-S }";
        Assert.Contains("no type of Instance that is known here", Declared.Problems(text), StringComparison.Ordinal);

        Assert.Empty((await Ask(new StandIn(_ => (HttpStatusCode.OK, All.Replace("PRO2-XXS", "NEW1-S", StringComparison.Ordinal))), text)).Diagnostics);
    }

    [Fact]
    public async Task What_has_errors_is_not_asked_for()
    {
        var scaleway = new StandIn(_ => (HttpStatusCode.OK, All));
        await Ask(scaleway, "name: shop");

        Assert.Empty(scaleway.Asked);
    }

    private static async Task<ReadDeclaration> Ask(StandIn scaleway, string text = Declared.Smallest + "nodes: { type: PRO2-XXS }")
    {
        using var client = NodeTypeAvailability.Client("key", scaleway);
        return await AvailabilityCheck.Add(DeclarationReader.Read("cluster.yaml", text), new NodeTypeAvailability(client), default);
    }

    private sealed class StandIn(Func<Uri, (HttpStatusCode Status, string Body)> answer) : HttpMessageHandler
    {
        public List<HttpRequestMessage> Asked { get; } = [];

        public string? Total { get; init; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request);
            var (status, body) = answer(request.RequestUri!);
            var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
            if (Total is not null) response.Headers.Add("X-Total-Count", Total);
            return Task.FromResult(response);
        }
    }
}
