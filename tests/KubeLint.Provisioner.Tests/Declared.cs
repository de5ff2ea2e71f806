using KubeLint.Provisioner.Declarations;
using KubeLint.Provisioner.Planning;

namespace KubeLint.Provisioner.Tests;

/// <summary>Declarations to plan.</summary>
internal static class Declared
{
    /// <summary>What a cluster has to say.</summary>
    public const string Smallest = """
        name: shop
        region: fr-par
        kubernetes: "1.34"

        """;

    /// <summary>Every kind of workload, and a domain.</summary>
    public const string Workloads = """
        domain: example.com
        workloads:
          - name: web
            image: ghcr.io/example/web:1.4
            ports: [8080, 9090]
            host: shop
            health: /healthz
            autoscaling: { min: 3, max: 9 }
          - name: worker
            image: ghcr.io/example/worker:1.4
            replicas: 4
          - name: store
            image: ghcr.io/example/store:2.0
            ports: [7000]
            stateful: true
            volume: 20Gi
          - name: peers
            image: ghcr.io/example/peers:2.0
            stateful: true

        """;

    /// <summary>A whole declaration.</summary>
    public static string Text(string region = "fr-par", string isolation = "controlled") => $"""
        name: shop
        region: {region}
        kubernetes: "1.34"
        isolation: {isolation}
        {Workloads}
        """;

    /// <summary>The cluster of a declaration without errors.</summary>
    public static ClusterDeclaration Cluster(string text)
    {
        var read = DeclarationReader.Read("cluster.yaml", text);
        Assert.True(read.Cluster is not null, string.Join("\n", read.Diagnostics));
        return read.Cluster;
    }

    /// <summary>The files of a declaration without errors.</summary>
    public static IReadOnlyList<PlannedFile> Plan(string text) => ClusterPlan.Of(Cluster(text));

    /// <summary>What is wrong with a declaration, one line each.</summary>
    public static string Problems(string text) => string.Join("\n", DeclarationReader.Read("cluster.yaml", text).Diagnostics);
}
