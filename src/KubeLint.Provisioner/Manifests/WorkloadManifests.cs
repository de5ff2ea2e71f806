using k8s;
using k8s.Models;
using KubeLint.Provisioner.Declarations;

namespace KubeLint.Provisioner.Manifests;

/// <summary>The objects of one workload.</summary>
internal static class WorkloadManifests
{
    private const string DataVolume = "data";

    /// <summary>All objects of a workload, in the order in which they are to be applied.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="cluster">The cluster that it runs in.</param>
    public static IEnumerable<IKubernetesObject> Of(WorkloadDeclaration workload, ClusterDeclaration cluster)
    {
        var space = cluster.Name;
        if (workload.Ports.Count > 0 || workload.State is not null) yield return Service(workload, space);
        yield return workload.State is { } state ? StatefulSet(workload, state, space) : Deployment(workload, space);
        yield return Budget(workload, space);
        if (workload.Autoscaling is { } scaling) yield return Autoscaler(workload, scaling, space);
        if (workload.Host is { } host && cluster.Dns is { } dns) yield return Ingress(workload, $"{host}.{dns.Name}", space);
    }

    private static V1Deployment Deployment(WorkloadDeclaration workload, string space) => new()
    {
        ApiVersion = "apps/v1",
        Kind = "Deployment",
        Metadata = new V1ObjectMeta { Name = workload.Name, NamespaceProperty = space, Labels = LabelsOf(workload) },
        Spec = new V1DeploymentSpec
        {
            // An autoscaler has the say over the count, and each apply would take it back.
            Replicas = workload.Autoscaling is null ? workload.Replicas : null,
            Selector = new V1LabelSelector { MatchLabels = LabelsOf(workload) },

            // A replica goes only after its successor serves.
            Strategy = new V1DeploymentStrategy { Type = "RollingUpdate", RollingUpdate = new V1RollingUpdateDeployment { MaxSurge = 1, MaxUnavailable = 0 } },
            Template = new V1PodTemplateSpec
            {
                Metadata = new V1ObjectMeta { Labels = LabelsOf(workload) },
                Spec = new V1PodSpec
                {
                    AutomountServiceAccountToken = false,
                    Containers = [ContainerOf(workload, [])],
                    TopologySpreadConstraints = Spread.OfDeployment(LabelsOf(workload)),
                },
            },
        },
    };

    private static V1StatefulSet StatefulSet(WorkloadDeclaration workload, StateDeclaration state, string space) => new()
    {
        ApiVersion = "apps/v1",
        Kind = "StatefulSet",
        Metadata = new V1ObjectMeta { Name = workload.Name, NamespaceProperty = space, Labels = LabelsOf(workload) },
        Spec = new V1StatefulSetSpec
        {
            // One after the other, a replica that waits for the volume in its lost zone would hold back all behind it.
            PodManagementPolicy = "Parallel",
            Replicas = workload.Autoscaling is null ? workload.Replicas : null,
            Selector = new V1LabelSelector { MatchLabels = LabelsOf(workload) },
            ServiceName = workload.Name,
            Template = new V1PodTemplateSpec
            {
                Metadata = new V1ObjectMeta { Labels = LabelsOf(workload) },
                Spec = new V1PodSpec
                {
                    AutomountServiceAccountToken = false,
                    Containers = [ContainerOf(workload, MountsOf(state))],
                    TopologySpreadConstraints = Spread.OfStatefulSet(LabelsOf(workload)),
                },
            },
            VolumeClaimTemplates = state.VolumeSize is { } size ? [ClaimOf(size)] : null,
        },
    };

    // The volume is made in the zone of the replica, and keeps it there from then on: it must be spread at its first start.
    private static V1PersistentVolumeClaim ClaimOf(string size) => new()
    {
        ApiVersion = "v1",
        Kind = "PersistentVolumeClaim",
        Metadata = new V1ObjectMeta { Name = DataVolume },
        Spec = new V1PersistentVolumeClaimSpec
        {
            AccessModes = ["ReadWriteOnce"],
            Resources = new V1VolumeResourceRequirements { Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = new(size) } },
            StorageClassName = StorageManifests.ClassName,
        },
    };

    private static List<V1VolumeMount>? MountsOf(StateDeclaration state) =>
        state.VolumeSize is null ? null : [new V1VolumeMount { Name = DataVolume, MountPath = state.MountPath }];

    private static V1Container ContainerOf(WorkloadDeclaration workload, List<V1VolumeMount>? mounts) => new()
    {
        Name = workload.Name,
        Image = workload.Image,
        Ports = workload.Ports.Count == 0 ? null : [.. workload.Ports.Select(port => new V1ContainerPort { ContainerPort = port, Name = PortName(port) })],
        ReadinessProbe = ProbeOf(workload),

        // The processor may be lent out while it is idle, memory may not.
        Resources = new V1ResourceRequirements
        {
            Limits = new Dictionary<string, ResourceQuantity> { ["memory"] = new(workload.Memory) },
            Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new(workload.Cpu), ["memory"] = new(workload.Memory) },
        },
        SecurityContext = new V1SecurityContext { AllowPrivilegeEscalation = false, SeccompProfile = new V1SeccompProfile { Type = "RuntimeDefault" } },
        VolumeMounts = mounts is { Count: > 0 } ? mounts : null,
    };

    private static V1Probe? ProbeOf(WorkloadDeclaration workload) => workload switch
    {
        { Ports: [] } => null,
        { HealthPath: { } path } => new V1Probe { HttpGet = new V1HTTPGetAction { Path = path, Port = workload.Ports[0] }, PeriodSeconds = 5 },
        _ => new V1Probe { TcpSocket = new V1TCPSocketAction { Port = workload.Ports[0] }, PeriodSeconds = 5 },
    };

    // Replicas of a StatefulSet are reached by name, for which their Service has no address of its own.
    private static V1Service Service(WorkloadDeclaration workload, string space) => new()
    {
        ApiVersion = "v1",
        Kind = "Service",
        Metadata = new V1ObjectMeta { Name = workload.Name, NamespaceProperty = space, Labels = LabelsOf(workload) },
        Spec = new V1ServiceSpec
        {
            ClusterIP = workload.State is null ? null : "None",
            Ports = workload.Ports.Count == 0 ? null : [.. workload.Ports.Select(port => new V1ServicePort { Name = PortName(port), Port = port, TargetPort = port })],
            Selector = LabelsOf(workload),
        },
    };

    // One replica at a time may be drained. What is broken anyway must not hold a node back.
    private static V1PodDisruptionBudget Budget(WorkloadDeclaration workload, string space) => new()
    {
        ApiVersion = "policy/v1",
        Kind = "PodDisruptionBudget",
        Metadata = new V1ObjectMeta { Name = workload.Name, NamespaceProperty = space, Labels = LabelsOf(workload) },
        Spec = new V1PodDisruptionBudgetSpec
        {
            MaxUnavailable = 1,
            Selector = new V1LabelSelector { MatchLabels = LabelsOf(workload) },
            UnhealthyPodEvictionPolicy = "AlwaysAllow",
        },
    };

    private static V2HorizontalPodAutoscaler Autoscaler(WorkloadDeclaration workload, AutoscalingDeclaration scaling, string space) => new()
    {
        ApiVersion = "autoscaling/v2",
        Kind = "HorizontalPodAutoscaler",
        Metadata = new V1ObjectMeta { Name = workload.Name, NamespaceProperty = space, Labels = LabelsOf(workload) },
        Spec = new V2HorizontalPodAutoscalerSpec
        {
            MaxReplicas = scaling.Max,
            Metrics = [new V2MetricSpec { Type = "Resource", Resource = new V2ResourceMetricSource { Name = "cpu", Target = new V2MetricTarget { Type = "Utilization", AverageUtilization = scaling.CpuPercent } } }],
            MinReplicas = workload.Replicas,
            ScaleTargetRef = new V2CrossVersionObjectReference { ApiVersion = "apps/v1", Kind = workload.State is null ? "Deployment" : "StatefulSet", Name = workload.Name },
        },
    };

    private static V1Ingress Ingress(WorkloadDeclaration workload, string host, string space) => new()
    {
        ApiVersion = "networking.k8s.io/v1",
        Kind = "Ingress",
        Metadata = new V1ObjectMeta { Name = workload.Name, NamespaceProperty = space, Labels = LabelsOf(workload) },
        Spec = new V1IngressSpec
        {
            IngressClassName = IngressManifests.ClassName,
            Rules =
            [
                new V1IngressRule
                {
                    Host = host,
                    Http = new V1HTTPIngressRuleValue
                    {
                        Paths =
                        [
                            new V1HTTPIngressPath
                            {
                                Backend = new V1IngressBackend { Service = new V1IngressServiceBackend { Name = workload.Name, Port = new V1ServiceBackendPort { Number = workload.Ports[0] } } },
                                Path = "/",
                                PathType = "Prefix",
                            },
                        ],
                    },
                },
            ],
        },
    };

    private static Dictionary<string, string> LabelsOf(WorkloadDeclaration workload) => new() { ["app.kubernetes.io/name"] = workload.Name };

    private static string PortName(int port) => $"tcp-{port}";
}
