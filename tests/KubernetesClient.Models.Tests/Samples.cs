namespace KubernetesClient.Models.Tests;

/// <summary>Objects as programs build them.</summary>
internal static class Samples
{
    public static V1Deployment Deployment()
    {
        var labels = new Dictionary<string, string> { ["app"] = "web" };
        return new V1Deployment
        {
            ApiVersion = "apps/v1",
            Kind = V1Deployment.KubeKind,
            Metadata = new() { Name = "web", NamespaceProperty = "shop", Labels = labels, Annotations = new Dictionary<string, string> { ["build"] = "0042" } },
            Spec = new()
            {
                Replicas = 6,
                Selector = new() { MatchLabels = labels },
                Strategy = new() { Type = "RollingUpdate", RollingUpdate = new() { MaxSurge = 2, MaxUnavailable = "25%" } },
                Template = new()
                {
                    Metadata = new() { Labels = labels },
                    Spec = new()
                    {
                        Containers =
                        [
                            new()
                            {
                                Name = "web",
                                Image = "web:1",
                                Args = ["--zone", "a b", "true"],
                                Command = ["sh", "-c", "set -e\nexec web\n"],
                                Env = [new() { Name = "PORT", Value = "8080" }, new() { Name = "EMPTY", Value = "" }],
                                Ports = [new() { ContainerPort = 8080, Name = "http" }],
                                ReadinessProbe = new() { HttpGet = new() { Path = "/", Port = "http" }, PeriodSeconds = 5 },
                                Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("0.5"), ["memory"] = "512Mi" } },
                                VolumeMounts = [new() { Name = "data", MountPath = "/data", ReadOnlyProperty = true }],
                            },
                        ],
                        TopologySpreadConstraints =
                        [
                            new()
                            {
                                MaxSkew = 1,
                                TopologyKey = "topology.kubernetes.io/zone",
                                WhenUnsatisfiable = "DoNotSchedule",
                                LabelSelector = new() { MatchLabels = labels },
                            },
                        ],
                        Volumes = [new() { Name = "data", EmptyDir = new() }],
                    },
                },
            },
        };
    }

    /// <summary>What <see cref="Deployment"/> is in YAML.</summary>
    public const string DeploymentYaml = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          annotations:
            build: "0042"
          labels:
            app: web
          name: web
          namespace: shop
        spec:
          replicas: 6
          selector:
            matchLabels:
              app: web
          strategy:
            rollingUpdate:
              maxSurge: 2
              maxUnavailable: 25%
            type: RollingUpdate
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
              - args:
                - --zone
                - a b
                - "true"
                command:
                - sh
                - -c
                - |
                  set -e
                  exec web
                env:
                - name: PORT
                  value: "8080"
                - name: EMPTY
                  value: ""
                image: web:1
                name: web
                ports:
                - containerPort: 8080
                  name: http
                readinessProbe:
                  httpGet:
                    path: /
                    port: http
                  periodSeconds: 5
                resources:
                  requests:
                    cpu: 500m
                    memory: 512Mi
                volumeMounts:
                - mountPath: /data
                  name: data
                  readOnly: true
              topologySpreadConstraints:
              - labelSelector:
                  matchLabels:
                    app: web
                maxSkew: 1
                topologyKey: topology.kubernetes.io/zone
                whenUnsatisfiable: DoNotSchedule
              volumes:
              - emptyDir: {}
                name: data

        """;

    public static V1Service Service() => new V1Service
    {
        Metadata = new() { Name = "web" },
        Spec = new() { Type = "LoadBalancer", Ports = [new() { Port = 80, TargetPort = 8080 }, new() { Port = 443, TargetPort = "https" }] },
    }.Initialize();

    public static V1StorageClass StorageClass() => new V1StorageClass
    {
        Metadata = new() { Name = "fast" },
        Provisioner = "ebs.csi.aws.com",
        VolumeBindingMode = "Immediate",
        AllowVolumeExpansion = true,
        Parameters = new Dictionary<string, string> { ["encrypted"] = "true", ["iops"] = "3000" },
    }.Initialize();

    public static V1Secret Secret() => new V1Secret
    {
        Metadata = new() { Name = "keys" },
        Data = new Dictionary<string, byte[]> { ["text"] = "hello"u8.ToArray(), ["number"] = Convert.FromBase64String("1234"), ["empty"] = [] },
    }.Initialize();

    public static V1PodDisruptionBudget Budget() => new V1PodDisruptionBudget
    {
        Metadata = new() { Name = "web" },
        Spec = new() { MaxUnavailable = 1, Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "web" } } },
    }.Initialize();

    public static IEnumerable<object> All => [Deployment(), Service(), StorageClass(), Secret(), Budget()];
}
