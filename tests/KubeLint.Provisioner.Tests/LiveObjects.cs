using System.Text.Json;
using System.Text.Json.Nodes;

namespace KubeLint.Provisioner.Tests;

/// <summary>What a cluster answers to <c>kubectl get</c>.</summary>
internal sealed class LiveObjects
{
    private readonly List<JsonObject> items = [];

    /// <summary>The answer.</summary>
    public string Json => new JsonObject { ["kind"] = "List", ["items"] = new JsonArray([.. items.Select(item => item.DeepClone())]) }.ToJsonString();

    /// <summary>The smallest declared cluster with all that it is meant to have.</summary>
    public static LiveObjects Whole() => new LiveObjects().Nodes().Class("zonal-block").Class("sbs-default", isDefault: true)
        .Deployment("ingress-nginx", "ingress-nginx-controller", "fr-par-1", "fr-par-2", "fr-par-3")
        .Balancer("fr-par-1", "51.0.0.1").Balancer("fr-par-2", "51.0.0.2");

    public LiveObjects Nodes(params string[] zones)
    {
        foreach (var zone in zones.Length == 0 ? ["fr-par-1", "fr-par-2", "fr-par-3"] : zones) Node("node-" + zone, zone);
        return this;
    }

    public LiveObjects Node(string name, string? zone, bool isReady = true, bool isCordoned = false, string? drilled = null) => Add("Node", null, name, $$"""
        {
          "metadata": { "labels": { "topology.kubernetes.io/zone": {{Text(zone)}} }, "annotations": { "kubelint/drill": {{Text(drilled)}} } },
          "spec": { "unschedulable": {{(isCordoned ? "true" : "null")}} },
          "status": { "nodeInfo": { "kubeletVersion": "v1.34.2" }, "conditions": [{ "type": "Ready", "status": "{{(isReady ? "True" : "Unknown")}}" }] }
        }
        """);

    public LiveObjects Class(string name, bool waits = true, bool isDefault = false) => Add("StorageClass", null, name, $$"""
        { "metadata": { "annotations": { "storageclass.kubernetes.io/is-default-class": "{{(isDefault ? "true" : "false")}}" } }, "volumeBindingMode": "{{(waits ? "WaitForFirstConsumer" : "Immediate")}}" }
        """);

    public LiveObjects Balancer(string zone, params string[] addresses) => Add("Service", "ingress-nginx", "ingress-nginx-controller-" + zone, $$"""
        {
          "metadata": { "annotations": { "service.beta.kubernetes.io/scw-loadbalancer-zone": "{{zone}}" } },
          "spec": { "type": "LoadBalancer" },
          "status": { "loadBalancer": { "ingress": [{{string.Join(", ", addresses.Select(address => $$"""{ "ip": "{{address}}" }"""))}}] } }
        }
        """);

    /// <summary>A Deployment with a ready pod in each zone that is named.</summary>
    public LiveObjects Deployment(string space, string name, params string[] zones)
    {
        Add("Deployment", space, name, $$"""{ "spec": { "replicas": {{zones.Length}} } }""");
        Add("ReplicaSet", space, name + "-5d", Owned("Deployment", name));
        for (var i = 0; i < zones.Length; i++) Pod(space, $"{name}-5d-{i}", zones[i], "ReplicaSet", name + "-5d");
        return this;
    }

    /// <summary>A StatefulSet with a ready pod and a volume in each zone that is named.</summary>
    public LiveObjects StatefulSet(string space, string name, params string[] zones)
    {
        Add("StatefulSet", space, name, $$"""{ "spec": { "replicas": {{zones.Length}} } }""");
        for (var i = 0; i < zones.Length; i++)
        {
            Pod(space, $"{name}-{i}", zones[i], "StatefulSet", name, claim: $"data-{name}-{i}");
            Volume($"pvc-{name}-{i}", zones[i], space, $"data-{name}-{i}");
        }

        return this;
    }

    public LiveObjects Pod(string space, string name, string? zone, string ownerKind, string owner, bool isReady = true, string? claim = null, string? waits = null) => Add("Pod", space, name, $$"""
        {
          "metadata": { "ownerReferences": [{ "kind": "{{ownerKind}}", "name": "{{owner}}", "controller": true }] },
          "spec": { "nodeName": {{Text(zone is null ? null : "node-" + zone)}}, "volumes": [{{(claim is null ? "" : $$"""{ "persistentVolumeClaim": { "claimName": "{{claim}}" } }""")}}] },
          "status": { "phase": "Running", "conditions": [{ "type": "Ready", "status": "{{isReady}}" }], "containerStatuses": [{ "state": { "waiting": { "reason": {{Text(waits)}} } } }] }
        }
        """);

    public LiveObjects Volume(string name, string zone, string space, string claim, bool isRetained = true)
    {
        Add("PersistentVolumeClaim", space, claim, "{}");
        return Add("PersistentVolume", null, name, $$"""
            {
              "spec": {
                "claimRef": { "namespace": "{{space}}", "name": "{{claim}}" },
                "csi": { "driver": "csi.scaleway.com" },
                "persistentVolumeReclaimPolicy": "{{(isRetained ? "Retain" : "Delete")}}",
                "nodeAffinity": { "required": { "nodeSelectorTerms": [{ "matchExpressions": [{ "key": "topology.csi.scaleway.com/zone", "operator": "In", "values": ["{{zone}}"] }] }] } }
              }
            }
            """);
    }

    /// <summary>Takes objects of a name away.</summary>
    public LiveObjects Without(string name)
    {
        items.RemoveAll(item => item["metadata"]!["name"]!.GetValue<string>() == name);
        return this;
    }

    private LiveObjects Add(string kind, string? space, string name, string rest)
    {
        var item = JsonNode.Parse(rest)!.AsObject();
        item["kind"] = kind;
        var meta = item["metadata"]?.AsObject() ?? [];
        if (space is not null) meta["namespace"] = space;
        meta["name"] = name;
        item["metadata"] = meta;
        items.Add(item);
        return this;
    }

    private static string Owned(string kind, string name) => $$"""{ "metadata": { "ownerReferences": [{ "kind": "{{kind}}", "name": "{{name}}", "controller": true }] } }""";

    private static string Text(string? text) => JsonSerializer.Serialize(text);
}
