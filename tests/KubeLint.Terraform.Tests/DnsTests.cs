using static KubeLint.Terraform.Tests.Linting;

namespace KubeLint.Terraform.Tests;

/// <summary>Address records, and the load balancers that they lead to.</summary>
public sealed class DnsTests
{
    private const string Dns = "KUBE4008 KUBE4009 KUBE4010";

    private const string Ips = """ "scaleway_lb_ip": {"a": {"zone": "fr-par-1"}, "b": {"zone": "fr-par-2"}, "c": {"zone": "fr-par-2"}, "d": {}, "e": {"zone": "${var.zone}"}} """;

    private static string Records(params string[] records) =>
        FoundIn(Dns, "{" + Ips + ", \"scaleway_domain_record\": {" + string.Join(",", records.Select((r, i) => $$""" "r{{i}}": {"dns_zone": "example.com", "name": "shop", "type": "A", {{r}}} """)) + "}}");

    private static string To(string ip) => $"\"data\": \"${{scaleway_lb_ip.{ip}.ip_address}}\"";

    private static string Checked(params string[] ips) => $"\"http_service\": {{\"ips\": [{string.Join(",", ips.Select(i => $"\"${{scaleway_lb_ip.{i}.ip_address}}\""))}], \"url\": \"http://x\"}}";

    [Fact]
    public void Several_load_balancers_without_a_check()
    {
        Assert.Equal("KUBE4008 scaleway_domain_record.r0", Records(To("a"), To("b")));
        Assert.Equal("KUBE4008 scaleway_domain_record.r0", Records(To("a"), To("e")));
        Assert.Equal("", Records(To("a") + ", \"ttl\": 60, " + Checked("a", "b")));
        Assert.Equal("", Records(To("a"), To("b").Replace("lb_ip.b.ip_address", "instance_ip.b.address")));
        Assert.Equal("", Records(To("a"), "\"data\": \"203.0.113.7\""));
        Assert.Equal("", Records(To("a"), To("b") + ", \"dynamic\": {\"http_service\": {}}"));
    }

    [Fact]
    public void Load_balancers_of_one_zone()
    {
        Assert.Equal("KUBE4009 scaleway_domain_record.r0", Records(To("a")));
        Assert.Equal("KUBE4009 scaleway_domain_record.r0", Records(To("b"), To("c")));
        Assert.Equal("KUBE4009 scaleway_domain_record.r0", Records(To("b") + ", \"ttl\": 60, " + Checked("b", "c")));
        Assert.Equal("KUBE4009 scaleway_domain_record.r0", Records(To("d")));
        Assert.Equal("", Records(To("e")));
        Assert.Equal("", Records("\"data\": \"${var.address}\""));
        Assert.Equal("", Records(To("a") + ", \"type\": \"CNAME\""));
    }

    [Fact]
    public void Answers_that_are_kept_for_long()
    {
        Assert.Equal("KUBE4010 scaleway_domain_record.r0", Records(To("a") + ", " + Checked("a", "b")));
        Assert.Equal("KUBE4010 scaleway_domain_record.r0", Records(To("a") + ", \"ttl\": 301, " + Checked("a", "b")));
        Assert.Equal("", Records(To("a") + ", \"ttl\": 300, " + Checked("a", "b")));
        Assert.Equal("", Records(To("a") + ", \"ttl\": \"${var.ttl}\", " + Checked("a", "b")));
    }

    [Fact]
    public void Services_of_the_Kubernetes_provider_are_load_balancers_too()
    {
        const string resources = """
            {"scaleway_vpc": {"v": {}},
             "kubernetes_service_v1": {"lb": {"for_each": {"fr-par-1": 1, "SECOND": 1}, "metadata": {"name": "lb-${each.key}", "annotations": {"service.beta.kubernetes.io/scw-loadbalancer-zone": "${each.key}"}}, "spec": {"type": "LoadBalancer", "selector": {"a": "b"}, "port": {"port": 80}}}},
             "scaleway_domain_record": {"r": {"dns_zone": "example.com", "name": "shop", "type": "A", "ttl": 60, "data": "${kubernetes_service_v1.lb[\"fr-par-1\"].status[0].load_balancer[0].ingress[0].ip}",
               "http_service": {"ips": ["${kubernetes_service_v1.lb[\"fr-par-1\"].status[0].load_balancer[0].ingress[0].ip}", "${kubernetes_service_v1.lb[\"fr-par-2\"].status[0].load_balancer[0].ingress[0].ip}"]}}}}
            """;
        Assert.Equal("", FoundIn(Dns, resources.Replace("SECOND", "fr-par-2")));
        Assert.Equal("KUBE4009 scaleway_domain_record.r", FoundIn(Dns, resources.Replace("SECOND", "fr-par-2").Replace("\"zone\": \"${each.key}\"", "\"\"").Replace("scw-loadbalancer-zone\": \"${each.key}\"", "scw-loadbalancer-zone\": \"fr-par-1\"")));
    }
}
