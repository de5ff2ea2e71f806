using k8s;
using k8s.Models;
using KubeLint.Provisioner.Declarations;

namespace KubeLint.Provisioner.Manifests;

/// <summary>
/// The ingress controller, ingress-nginx. Roles and arguments follow kubernetes/ingress-nginx
/// deploy/static/provider/cloud/deploy.yaml of <see cref="Version"/>. Its admission webhook is left out: it needs a job
/// that makes certificates, and while no controller answers it refuses every Ingress.
/// </summary>
internal static class IngressManifests
{
    /// <summary>The name of the class of Ingresses that it serves.</summary>
    public const string ClassName = "nginx";

    /// <summary>The namespace.</summary>
    public const string Space = "ingress-nginx";

    private const string Version = "1.15.1";
    private const string Image = $"registry.k8s.io/ingress-nginx/controller:v{Version}@sha256:594ceea76b01c592858f803f9ff4d2cb40542cae2060410b2c95f75907d659e1";
    private const string Name = "ingress-nginx";
    private const string ControllerName = "ingress-nginx-controller";
    private const string ControllerClass = "k8s.io/ingress-nginx";
    private const string Leader = "ingress-nginx-leader";
    private const string RbacGroup = "rbac.authorization.k8s.io";

    /// <summary>All objects but the load balancers, in the order in which they are to be applied.</summary>
    public static IEnumerable<IKubernetesObject> Of(ClusterDeclaration cluster) =>
    [
        new V1Namespace { ApiVersion = "v1", Kind = "Namespace", Metadata = new V1ObjectMeta { Name = Space, Labels = Labels } },
        new V1ServiceAccount { ApiVersion = "v1", Kind = "ServiceAccount", Metadata = Meta(Name) },
        new V1ConfigMap { ApiVersion = "v1", Kind = "ConfigMap", Metadata = Meta(ControllerName), Data = new Dictionary<string, string>() },
        ClusterRole(),
        new V1ClusterRoleBinding
        {
            ApiVersion = $"{RbacGroup}/v1",
            Kind = "ClusterRoleBinding",
            Metadata = new V1ObjectMeta { Name = Name, Labels = Labels },
            RoleRef = new V1RoleRef { ApiGroup = RbacGroup, Kind = "ClusterRole", Name = Name },
            Subjects = [Account],
        },
        Role(),
        new V1RoleBinding
        {
            ApiVersion = $"{RbacGroup}/v1",
            Kind = "RoleBinding",
            Metadata = Meta(Name),
            RoleRef = new V1RoleRef { ApiGroup = RbacGroup, Kind = "Role", Name = Name },
            Subjects = [Account],
        },
        new V1IngressClass { ApiVersion = "networking.k8s.io/v1", Kind = "IngressClass", Metadata = new V1ObjectMeta { Name = ClassName, Labels = Labels }, Spec = new V1IngressClassSpec { Controller = ControllerClass } },
        Controller(cluster.IngressReplicas, StatusOf(cluster.Dns)),
        Budget(),
    ];

    /// <summary>
    /// One Service of type LoadBalancer. A load balancer of Scaleway stands in one zone, so there is a Service for each
    /// zone that has one, all with the same pods behind them.
    /// </summary>
    /// <param name="zone">The zone.</param>
    /// <param name="addressId">The id of its reserved address, without the zone (scaleway-cloud-controller-manager, docs/loadbalancer-annotations.md).</param>
    public static V1Service LoadBalancer(string zone, string addressId) => new()
    {
        ApiVersion = "v1",
        Kind = "Service",
        Metadata = new V1ObjectMeta
        {
            Name = $"{ControllerName}-{zone}",
            NamespaceProperty = Space,
            Labels = Labels,
            Annotations = new Dictionary<string, string>
            {
                ["service.beta.kubernetes.io/scw-loadbalancer-ip-ids"] = addressId,
                ["service.beta.kubernetes.io/scw-loadbalancer-zone"] = zone,
            },
        },
        Spec = new V1ServiceSpec
        {
            // With Local, the nodes without a controller would refuse what the load balancer sends them.
            ExternalTrafficPolicy = "Cluster",
            Ports =
            [
                new V1ServicePort { Name = "http", Port = 80, TargetPort = "http" },
                new V1ServicePort { Name = "https", Port = 443, TargetPort = "https" },
            ],
            Selector = ControllerLabels,
            Type = "LoadBalancer",
        },
    };

    private static V1Deployment Controller(int replicas, string status) => new()
    {
        ApiVersion = "apps/v1",
        Kind = "Deployment",
        Metadata = Meta(ControllerName),
        Spec = new V1DeploymentSpec
        {
            Replicas = replicas,
            Selector = new V1LabelSelector { MatchLabels = ControllerLabels },
            Strategy = new V1DeploymentStrategy { Type = "RollingUpdate", RollingUpdate = new V1RollingUpdateDeployment { MaxSurge = 1, MaxUnavailable = 0 } },
            Template = new V1PodTemplateSpec
            {
                Metadata = new V1ObjectMeta { Labels = ControllerLabels },
                Spec = new V1PodSpec
                {
                    Containers =
                    [
                        new V1Container
                        {
                            Name = "controller",
                            Image = Image,
                            Args =
                            [
                                "/nginx-ingress-controller",
                                $"--configmap=$(POD_NAMESPACE)/{ControllerName}",
                                $"--controller-class={ControllerClass}",
                                $"--election-id={Leader}",
                                $"--ingress-class={ClassName}",
                                status,
                            ],
                            Env =
                            [
                                new V1EnvVar { Name = "POD_NAME", ValueFrom = new V1EnvVarSource { FieldRef = new V1ObjectFieldSelector { FieldPath = "metadata.name" } } },
                                new V1EnvVar { Name = "POD_NAMESPACE", ValueFrom = new V1EnvVarSource { FieldRef = new V1ObjectFieldSelector { FieldPath = "metadata.namespace" } } },
                                new V1EnvVar { Name = "LD_PRELOAD", Value = "/usr/local/lib/libmimalloc.so" },
                            ],
                            Lifecycle = new V1Lifecycle { PreStop = new V1LifecycleHandler { Exec = new V1ExecAction { Command = ["/wait-shutdown"] } } },
                            LivenessProbe = new V1Probe { FailureThreshold = 5, HttpGet = new V1HTTPGetAction { Path = "/healthz", Port = 10254 }, InitialDelaySeconds = 10 },
                            Ports =
                            [
                                new V1ContainerPort { Name = "http", ContainerPort = 80 },
                                new V1ContainerPort { Name = "https", ContainerPort = 443 },
                            ],
                            ReadinessProbe = new V1Probe { HttpGet = new V1HTTPGetAction { Path = "/healthz", Port = 10254 }, PeriodSeconds = 5 },
                            Resources = new V1ResourceRequirements { Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("100m"), ["memory"] = new("90Mi") } },
                            SecurityContext = new V1SecurityContext
                            {
                                AllowPrivilegeEscalation = false,
                                Capabilities = new V1Capabilities { Add = ["NET_BIND_SERVICE"], Drop = ["ALL"] },
                                RunAsGroup = 82,
                                RunAsNonRoot = true,
                                RunAsUser = 101,
                                SeccompProfile = new V1SeccompProfile { Type = "RuntimeDefault" },
                            },
                        },
                    ],
                    NodeSelector = new Dictionary<string, string> { ["kubernetes.io/os"] = "linux" },
                    ServiceAccountName = Name,
                    TerminationGracePeriodSeconds = 300,
                    TopologySpreadConstraints = Spread.OfDeployment(ControllerLabels),
                },
            },
        },
    };

    private static V1PodDisruptionBudget Budget() => new()
    {
        ApiVersion = "policy/v1",
        Kind = "PodDisruptionBudget",
        Metadata = Meta(ControllerName),
        Spec = new V1PodDisruptionBudgetSpec
        {
            MaxUnavailable = 1,
            Selector = new V1LabelSelector { MatchLabels = ControllerLabels },
            UnhealthyPodEvictionPolicy = "AlwaysAllow",
        },
    };

    // There are several Services, and the controller can publish the address of one only: it publishes the name of all, or nothing.
    private static string StatusOf(DnsZone? dns) => dns is null ? "--update-status=false" : $"--publish-status-address={DnsZone.Entry}.{dns.Name}";

    private static V1ClusterRole ClusterRole() => new()
    {
        ApiVersion = $"{RbacGroup}/v1",
        Kind = "ClusterRole",
        Metadata = new V1ObjectMeta { Name = Name, Labels = Labels },
        Rules =
        [
            Allow("", ["configmaps", "endpoints", "nodes", "pods", "secrets", "namespaces"], ["list", "watch"]),
            Allow("coordination.k8s.io", ["leases"], ["list", "watch"]),
            Allow("", ["nodes"], ["get"]),
            Allow("", ["services"], ["get", "list", "watch"]),
            Allow("networking.k8s.io", ["ingresses"], ["get", "list", "watch"]),
            Allow("", ["events"], ["create", "patch"]),
            Allow("networking.k8s.io", ["ingresses/status"], ["update"]),
            Allow("networking.k8s.io", ["ingressclasses"], ["get", "list", "watch"]),
            Allow("discovery.k8s.io", ["endpointslices"], ["list", "watch", "get"]),
        ],
    };

    private static V1Role Role() => new()
    {
        ApiVersion = $"{RbacGroup}/v1",
        Kind = "Role",
        Metadata = Meta(Name),
        Rules =
        [
            Allow("", ["namespaces"], ["get"]),
            Allow("", ["configmaps", "pods", "secrets", "endpoints"], ["get", "list", "watch"]),
            Allow("", ["services"], ["get", "list", "watch"]),
            Allow("networking.k8s.io", ["ingresses"], ["get", "list", "watch"]),
            Allow("networking.k8s.io", ["ingresses/status"], ["update"]),
            Allow("networking.k8s.io", ["ingressclasses"], ["get", "list", "watch"]),
            new V1PolicyRule { ApiGroups = ["coordination.k8s.io"], ResourceNames = [Leader], Resources = ["leases"], Verbs = ["get", "update"] },
            Allow("coordination.k8s.io", ["leases"], ["create"]),
            Allow("", ["events"], ["create", "patch"]),
            Allow("discovery.k8s.io", ["endpointslices"], ["list", "watch", "get"]),
        ],
    };

    private static V1PolicyRule Allow(string group, List<string> resources, List<string> verbs) =>
        new() { ApiGroups = [group], Resources = resources, Verbs = verbs };

    private static V1ObjectMeta Meta(string name) => new() { Name = name, NamespaceProperty = Space, Labels = Labels };

    private static Rbacv1Subject Account => new() { Kind = "ServiceAccount", Name = Name, NamespaceProperty = Space };

    private static Dictionary<string, string> Labels => new()
    {
        ["app.kubernetes.io/instance"] = Name,
        ["app.kubernetes.io/name"] = Name,
        ["app.kubernetes.io/version"] = Version,
    };

    private static Dictionary<string, string> ControllerLabels => new()
    {
        ["app.kubernetes.io/component"] = "controller",
        ["app.kubernetes.io/instance"] = Name,
        ["app.kubernetes.io/name"] = Name,
    };
}
