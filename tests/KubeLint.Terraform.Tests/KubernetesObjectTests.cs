using KubeLint.Edits;
using KubeLint.Syntax;
using KubeLint.Yaml;
using static KubeLint.Terraform.Tests.Linting;

namespace KubeLint.Terraform.Tests;

/// <summary>Resources of the Kubernetes providers are the objects that they declare.</summary>
public sealed class KubernetesObjectTests
{
    public static TheoryData<string, string, string> Objects => new()
    {
        {
            "kubernetes_deployment_v1",
            """
            {"metadata": [{"name": "web", "namespace": "shop", "generate_name": "", "annotations": {"a_b": "c"}, "labels": null}], "wait_for_rollout": true,
             "spec": [{"replicas": "3", "min_ready_seconds": 0, "strategy": [{"type": "RollingUpdate", "rolling_update": [{"max_surge": "25%", "max_unavailable": "1"}]}],
               "selector": [{"match_labels": {"app_name": "web"}, "match_expressions": [{"key": "tier", "operator": "In", "values": ["a"]}]}],
               "template": [{"metadata": [{"labels": {"app_name": "web"}}], "spec": [{"node_name": "", "node_selector": {"disk_type": "ssd"}, "scheduler_name": "default-scheduler",
                 "container": [{"name": "c", "port": [{"container_port": 80}], "liveness_probe": [{"http_get": [{"port": "8080"}]}], "resources": [{"limits": {"cpu": "1"}}]}],
                 "topology_spread_constraint": [{"max_skew": 1, "topology_key": "topology.kubernetes.io/zone", "when_unsatisfiable": "DoNotSchedule", "min_domains": 0, "match_label_keys": ["pod-template-hash"], "label_selector": [{"match_labels": {"app_name": "web"}}]}],
                 "toleration": [], "affinity": [{"node_affinity": [{"required_during_scheduling_ignored_during_execution": [{"node_selector_term": [{"match_expressions": [{"key": "k", "operator": "Exists"}]}]}]}],
                   "pod_anti_affinity": [{"required_during_scheduling_ignored_during_execution": [{"topology_key": "h", "label_selector": [{"match_labels": {"x": "y"}}]}],
                     "preferred_during_scheduling_ignored_during_execution": [{"weight": 1, "pod_affinity_term": [{"topology_key": "h"}]}]}]}],
                 "volume": [{"name": "v", "persistent_volume_claim": [{"claim_name": "data"}]}]}]}]}]}
            """,
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop, annotations: {a_b: c}}
            waitForRollout: true
            spec:
              replicas: 3
              minReadySeconds: 0
              strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%, maxUnavailable: 1}}
              selector: {matchLabels: {app_name: web}, matchExpressions: [{key: tier, operator: In, values: [a]}]}
              template:
                metadata: {labels: {app_name: web}}
                spec:
                  nodeSelector: {disk_type: ssd}
                  schedulerName: default-scheduler
                  "containers": [{name: c, ports: [{containerPort: 80}], livenessProbe: {httpGet: {port: 8080}}, resources: {limits: {cpu: "1"}}}]
                  topologySpreadConstraints: [{maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule, matchLabelKeys: [pod-template-hash], labelSelector: {matchLabels: {app_name: web}}}]
                  affinity:
                    nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: k, operator: Exists}]}]}}
                    podAntiAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: h, labelSelector: {matchLabels: {x: "y"}}}]
                      preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm: {topologyKey: h}}]
                  volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]
            # cluster-autoscaler: containers are read
            """
        },
        {
            "kubernetes_stateful_set",
            """{"metadata": {"name": "db"}, "spec": {"replicas": 3, "service_name": "db", "selector": {"match_labels": {"a": "b"}}, "volume_claim_template": {"metadata": {"name": "d"}, "spec": {"storage_class_name": "fast", "access_modes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}}}}""",
            """{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db}, spec: {replicas: 3, serviceName: db, selector: {matchLabels: {a: b}}, volumeClaimTemplates: [{metadata: {name: d}, spec: {storageClassName: fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]}}"""
        },
        {
            "kubernetes_service",
            """{"metadata": [{"name": "lb"}], "spec": [{"type": "LoadBalancer", "selector": {"match_me": "web"}, "port": [{"port": 80, "target_port": "8080"}, {"port": 443, "target_port": "https"}], "external_traffic_policy": "Local"}]}""",
            """{apiVersion: v1, kind: Service, metadata: {name: lb}, spec: {type: LoadBalancer, selector: {match_me: web}, ports: [{port: 80, targetPort: 8080}, {port: 443, targetPort: https}], externalTrafficPolicy: Local}}"""
        },
        {
            "kubernetes_storage_class_v1",
            """{"id": "fast", "metadata": [{"name": "fast"}], "storage_provisioner": "csi.scaleway.com", "volume_binding_mode": "Immediate", "parameters": {"a_b": "c"}, "allowed_topologies": [{"match_label_expressions": [{"key": "topology.kubernetes.io/zone", "values": ["fr-par-1"]}]}]}""",
            """{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast}, provisioner: csi.scaleway.com, volumeBindingMode: Immediate, parameters: {a_b: c}, allowedTopologies: [{matchLabelExpressions: [{key: topology.kubernetes.io/zone, values: [fr-par-1]}]}]}"""
        },
        {
            "kubernetes_persistent_volume",
            """{"metadata": [{"name": "v"}], "spec": [{"capacity": {"storage": "1Gi"}, "node_affinity": [{"required": [{"node_selector_term": [{"match_expressions": [{"key": "z", "operator": "In", "values": ["a"]}]}]}]}], "persistent_volume_source": [{"csi": [{"driver": "ebs.csi.aws.com", "volume_handle": "vol-1"}]}]}]}""",
            """{apiVersion: v1, kind: PersistentVolume, metadata: {name: v}, spec: {capacity: {storage: 1Gi}, nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: z, operator: In, values: [a]}]}]}}, csi: {driver: ebs.csi.aws.com, volumeHandle: vol-1}}}"""
        },
        {
            "kubernetes_pod_disruption_budget_v1",
            """{"metadata": [{"name": "b"}], "spec": [{"max_unavailable": "0", "min_available": "", "selector": [{"match_labels": {"a": "b"}}]}]}""",
            """{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b}, spec: {maxUnavailable: 0, selector: {matchLabels: {a: b}}}}"""
        },
        {
            "kubernetes_horizontal_pod_autoscaler_v2",
            """{"metadata": [{"name": "h"}], "spec": [{"min_replicas": 2, "max_replicas": 5, "scale_target_ref": [{"api_version": "apps/v1", "kind": "Deployment", "name": "web"}], "metric": []}]}""",
            """{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: h}, spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}}"""
        },
        {
            "kubernetes_manifest",
            """{"manifest": {"apiVersion": "storage.k8s.io/v1", "kind": "StorageClass", "metadata": {"name": "x"}, "provisioner": "csi.scaleway.com"}}""",
            """{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: x}, provisioner: csi.scaleway.com}"""
        },
        {
            "kubectl_manifest",
            """{"yaml_body": "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata:\n  name: x\nprovisioner: csi.scaleway.com\nallowVolumeExpansion: true\n"}""",
            """{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: x}, provisioner: csi.scaleway.com, allowVolumeExpansion: true}"""
        },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void Each_type_gives_the_object_that_it_declares(string type, string values, string manifest)
    {
        var read = Assert.Single(Read("main.tf.json", $"{{\"resource\": {{\"{type}\": {{\"x\": {values}}}}}}}"));
        var expected = Assert.Single(new ManifestReader().Read("x.yaml", manifest, Configuration.LintOptions.Default).Documents).Root;
        Assert.True(EditedTree.AreEqual(expected, read.Root.Node!, inAnyOrder: true), Shown(read.Root));
        Assert.Equal((type, type + ".x"), (read.Identity.Kind, read.Identity.Name));
        Assert.Null(read.Identity.ApiVersion);
    }

    [Fact]
    public void Rules_find_in_them_what_they_find_in_yaml() =>
        Assert.Equal("KUBE3001 kubernetes_storage_class_v1.fast\nKUBE4001 kubernetes_service_v1.lb", FoundIn("KUBE3001 KUBE4001", """
            {"kubernetes_storage_class_v1": {"fast": {"metadata": {"name": "fast"}, "storage_provisioner": "csi.scaleway.com"}},
             "scaleway_vpc": {"v": {"name": "v"}},
             "kubernetes_service_v1": {"lb": {"metadata": {"name": "lb"}, "spec": {"type": "LoadBalancer", "selector": {"app": "web"}, "port": {"port": 80}}}}}
            """));

    [Fact]
    public void They_are_judged_in_one_set_with_manifests() =>
        Assert.Equal("", Found("KUBE5001",
            ("main.tf.json", """{"resource": {"kubernetes_pod_disruption_budget_v1": {"b": {"metadata": {"name": "b", "namespace": "shop"}, "spec": {"max_unavailable": "1", "selector": {"match_labels": {"app": "web"}}}}}}}"""),
            ("web.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec: {replicas: 3, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: a}]}}}
                """)));

    private static string Shown(Field field) => field.Node switch
    {
        MappingNode => "{" + string.Join(", ", field.Entries.Select(e => $"{e.Key}: {Shown(e)}")) + "}",
        SequenceNode => "[" + string.Join(", ", field.Items.Select(Shown)) + "]",
        ScalarNode scalar => $"{scalar.Text} ({scalar.Type})",
        _ => "?",
    };
}
