using System.Text.Json;

namespace KubeLint.Cli.Tests;

public sealed class SurviveTests
{
    [Fact]
    public void A_table_tells_what_remains()
    {
        using var tool = new Tool().Add("k8s/web.yaml", SampleManifest.Deployment());
        var result = tool.Run("survive", "k8s", "--zones", "fr-par-1, fr-par-2");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("in the worst placement that the scheduler admits: 2 zones (--zones)", result.Output, StringComparison.Ordinal);
        Assert.Contains("│ Deployment 'web' │        3 │                0 │                0 │ nothing              │", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("Losing fr-par-1 may leave 1 of 1 workloads without a replica\nLosing fr-par-2 may leave 1 of 1 workloads without a replica\n\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_zone_alone_and_zones_that_are_not_known()
    {
        using var tool = new Tool().Add("web.yaml", SampleManifest.Deployment());

        Assert.Contains("│ Workload         │ Replicas │ without b │ What bounds the loss │", tool.Run("survive", "--zones", "a,b", "--lose=b").Output, StringComparison.Ordinal);
        Assert.Contains("│ Workload         │ Replicas │ without any one │ What bounds the loss │", tool.Run("survive").Output, StringComparison.Ordinal);
        Assert.Contains("3 zones (assumed)", tool.Run("survive").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_as_json()
    {
        using var tool = new Tool();
        var result = tool.RunWith(SampleManifest.Deployment(), "survive", "-", "--zones", "a,b", "--format", "json");
        var workload = Assert.Single(JsonDocument.Parse(result.Output).RootElement.GetProperty("workloads").EnumerateArray());

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(
            """{"file": "<stdin>", "line": 2, "apiVersion": "apps/v1", "kind": "Deployment", "namespace": null, "name": "web", "zonesFrom": "options", "replicas": 3, "zones": [{"zone": "a", "remaining": 0}, {"zone": "b", "remaining": 0}], "bound": "nothing", "volumes": [], "unknown": null}""",
            workload.GetRawText());
        Assert.Equal("{\"workloads\": [],\n\"volumes\": [],\n\"loadBalancers\": []}\n", tool.RunWith("", "survive", "-", "--format", "json").Output);
    }

    [Fact]
    public void Volumes_and_load_balancers_go_with_their_zone()
    {
        using var tool = new Tool().Add("entry.yaml", """
            apiVersion: v1
            kind: Service
            metadata: { name: web, annotations: { service.beta.kubernetes.io/scw-loadbalancer-zone: fr-par-1 } }
            spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 443 }] }
            """);

        Assert.Contains("│ Service 'web' │ fr-par-1 │             lost │            stays │       │", tool.Run("survive", "--zones", "fr-par-1,fr-par-2").Output, StringComparison.Ordinal);
        var balancer = Assert.Single(JsonDocument.Parse(tool.Run("survive", "--zones", "fr-par-1,fr-par-2", "--format", "json").Output).RootElement.GetProperty("loadBalancers").EnumerateArray());
        Assert.Equal("""[{"zone": "fr-par-1", "lost": true}, {"zone": "fr-par-2", "lost": false}]""", balancer.GetProperty("zones").GetRawText());
    }

    [Fact]
    public void What_is_not_known_or_not_there_is_said()
    {
        using var tool = new Tool().Add("web.yaml", SampleManifest.Deployment("\"[red]\\u001b[/]\"").Replace("replicas: 3", "replicas: ${N}", StringComparison.Ordinal)).Add("bad.yaml", "apiVersion: apps/v1\nkind: Deployment\nspec: {");
        var result = tool.Run("survive");

        Assert.Contains("│ Deployment '[red]\\u001b[/]' │        ? │               ? │ unknown: the number of replicas is not known │", result.Output, StringComparison.Ordinal);
        Assert.Contains("Losing one zone may leave 0 of 1 workloads without a replica; 1 unknown\n", result.Output, StringComparison.Ordinal);
        Assert.Equal("kubelint: 1 of the files or documents could not be read; 'kubelint check' tells which and why\n", result.Error);
        Assert.Equal("There is no workload here\n", tool.RunWith("", "survive", "-").Output);
    }

    [Theory]
    [InlineData("kubelint: 'gone.yaml' is not there; name files, folders, or - for standard input\n", "gone.yaml")]
    [InlineData("kubelint: --lose needs to know the zones of the cluster; name them, as in --zones fr-par-1,fr-par-2,fr-par-3\n", "--lose", "a")]
    [InlineData("kubelint: 'c\\u001b' is no zone of the cluster; it has a, b\n", "--lose", "c\u001b", "--zones", "a,b")]
    [InlineData("kubelint: --zones names no zone; write them as in --zones fr-par-1,fr-par-2,fr-par-3\n", "--zones", ",")]
    public void A_command_line_that_cannot_be_meant_is_told(string error, params string[] arguments)
    {
        using var tool = new Tool().Add("x.yaml", SampleManifest.Deployment());
        var result = tool.Run(["survive", .. arguments]);

        Assert.Equal((2, "", error), (result.Code, result.Output, result.Error));
    }
}
