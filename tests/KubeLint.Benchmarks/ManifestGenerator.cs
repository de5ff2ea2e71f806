using System.Globalization;
using System.Text;

namespace KubeLint.Benchmarks;

/// <summary>
/// Makes folders of manifests: the same ones each time. Of eight files five hold workloads with what belongs to them,
/// one storage classes and a load balancer beside a workload, one a ConfigMap and one a CustomResourceDefinition; each
/// has about 160 lines. Some have faults and some have none.
/// </summary>
internal static class ManifestGenerator
{
    private const int FilesInFolder = 50;

    private static readonly string[] Sizes = ["64Mi", "128Mi", "256Mi", "512Mi", "1Gi"];
    private static readonly string[] Levels = ["debug", "info", "warn", "error"];

    /// <summary>Writes files into a folder, 50 into each folder below it.</summary>
    public static void Write(string folder, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var team = Path.Combine(folder, Team(i));
            Directory.CreateDirectory(team);
            System.IO.File.WriteAllText(Path.Combine(team, App(i) + ".yaml"), File(i));
        }
    }

    /// <summary>The text of a file.</summary>
    public static string File(int index)
    {
        var text = new Lines();
        switch (index % 8)
        {
            case 0 or 2 or 5:
                Workload(text, index, isStateful: false);
                Service(text, index, isLoadBalancer: index % 3 == 0);
                Autoscaler(text, index);
                DisruptionBudget(text, index);
                break;
            case 1 or 4:
                Workload(text, index, isStateful: true);
                Service(text, index, isLoadBalancer: false);
                DisruptionBudget(text, index);
                break;
            case 3:
                StorageClasses(text, index);
                Workload(text, index, isStateful: true);
                Service(text, index, isLoadBalancer: true);
                break;
            case 6:
                ConfigMap(text, index);
                break;
            default:
                ResourceDefinition(text, index);
                break;
        }

        return text.ToString();
    }

    /// <summary>The text of an application: a workload with its Service, autoscaler, budget and claim, five documents. All applications stand in one namespace.</summary>
    public static string Application(int index)
    {
        var text = new Lines();
        Workload(text, index, isStateful: false);
        text.Add($"""
                    - name: data
                      persistentVolumeClaim:
                        claimName: {App(index)}
            """);
        Service(text, index, isLoadBalancer: index % 3 == 0);
        Autoscaler(text, index);
        DisruptionBudget(text, index);
        Claim(text, index);
        return text.ToString().Replace($"namespace: {Team(index)}\n", "namespace: shop\n", StringComparison.Ordinal);
    }

    private static string App(int index) => string.Create(CultureInfo.InvariantCulture, $"app-{index:00000}");

    private static string Team(int index) => string.Create(CultureInfo.InvariantCulture, $"team-{index / FilesInFolder:000}");

    private static void Workload(Lines text, int index, bool isStateful)
    {
        var app = App(index);
        text.Add($"""
            apiVersion: apps/v1
            kind: {(isStateful ? "StatefulSet" : "Deployment")}
            metadata:
              name: {app}
              namespace: {Team(index)}
              labels: &labels-{index}
                app.kubernetes.io/name: {app}
                app.kubernetes.io/part-of: {Team(index)}
                app.kubernetes.io/version: "1.{index % 40}.{index % 7}"
              annotations:
                example.com/owner: {Team(index)}@example.com
                example.com/description: "Serves part {index} of the shop; see the runbook before you restart it"
            spec:
              replicas: {1 + (index % 6)}
            """);
        if (isStateful) text.Add($"  serviceName: {app}");
        text.Add($"""
              selector:
                matchLabels:
                  app.kubernetes.io/name: {app}
              template:
                metadata:
                  labels:
                    app.kubernetes.io/name: {app}
                    app.kubernetes.io/part-of: {Team(index)}
                  annotations:
                    prometheus.io/scrape: "true"
                    prometheus.io/port: "9090"
                spec:
                  serviceAccountName: {app}
                  terminationGracePeriodSeconds: {30 + (index % 3 * 15)}
            """);
        if (index % 2 == 0)
        {
            text.Add($"""
                      topologySpreadConstraints:
                        - maxSkew: 1
                          topologyKey: topology.kubernetes.io/zone
                          whenUnsatisfiable: {(index % 4 == 0 ? "DoNotSchedule" : "ScheduleAnyway")}
                          labelSelector:
                            matchLabels:
                              app.kubernetes.io/name: {app}
                """);
        }
        else if (index % 5 == 0)
        {
            text.Add("""
                      nodeSelector:
                        topology.kubernetes.io/zone: fr-par-1
                """);
        }

        text.Add("      containers:");
        Container(text, index, "server", 8080);
        Container(text, index, "proxy", 9090);
        text.Add($"""
                  volumes:
                    - name: config
                      configMap:
                        name: {app}
                    - name: cache
                      emptyDir: {"{}"}
            """);
        if (!isStateful) return;
        text.Add($"""
              volumeClaimTemplates:
                - metadata:
                    name: data
                  spec:
                    accessModes: [ReadWriteOnce]
                    storageClassName: class-{index % 16}
                    resources:
                      requests:
                        storage: {1 + (index % 20)}Gi
            """);
    }

    private static void Container(Lines text, int index, string name, int port)
    {
        text.Add($"""
                    - name: {name}
                      image: registry.example.com/{Team(index)}/{name}:1.{index % 40}.{index % 7}
                      imagePullPolicy: IfNotPresent
                      args: ["--listen=:{port}", "--log-level={Levels[index % Levels.Length]}"]
                      ports:
                        - name: http
                          containerPort: {port}
                          protocol: TCP
                      env:
                        - name: POD_NAME
                          valueFrom:
                            fieldRef:
                              fieldPath: metadata.name
                        - name: DATABASE_URL
                          valueFrom:
                            secretKeyRef:
                              name: {App(index)}-database
                              key: url
                        - name: CACHE_SIZE
                          value: "{index % 512}"
                      resources:
                        requests:
                          cpu: {50 + (index % 10 * 25)}m
                          memory: {Sizes[index % Sizes.Length]}
                        limits:
                          memory: {Sizes[index % Sizes.Length]}
                      livenessProbe:
                        httpGet:
                          path: /healthz
                          port: http
                        initialDelaySeconds: 10
                        periodSeconds: 10
                      readinessProbe:
                        httpGet:
                          path: /readyz
                          port: http
                        periodSeconds: 5
                        failureThreshold: 3
                      volumeMounts:
                        - name: config
                          mountPath: /etc/{name}
                          readOnly: true
            """);
    }

    private static void Service(Lines text, int index, bool isLoadBalancer)
    {
        text.Add($"""
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: {App(index)}
              namespace: {Team(index)}
            """);
        if (isLoadBalancer)
        {
            text.Add($"""
                  annotations:
                    service.beta.kubernetes.io/scw-loadbalancer-{(index % 2 == 0 ? "zone: fr-par-2" : "type: LB-S")}
                """);
        }

        text.Add($"""
            spec:
              type: {(isLoadBalancer ? "LoadBalancer" : "ClusterIP")}
              selector:
                app.kubernetes.io/name: {App(index)}
              ports:
                - name: http
                  port: 80
                  targetPort: http
            """);
    }

    private static void Autoscaler(Lines text, int index) => text.Add($"""
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: {App(index)}
          namespace: {Team(index)}
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: {App(index)}
          minReplicas: {1 + (index % 4)}
          maxReplicas: {6 + (index % 10)}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target:
                  type: Utilization
                  averageUtilization: 70
        """);

    private static void DisruptionBudget(Lines text, int index) => text.Add($"""
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: {App(index)}
          namespace: {Team(index)}
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              app.kubernetes.io/name: {App(index)}
        """);

    private static void Claim(Lines text, int index) => text.Add($"""
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: {App(index)}
          namespace: {Team(index)}
        spec:
          accessModes: [ReadWriteOnce]
          storageClassName: class-{index % 16}
          resources:
            requests:
              storage: {1 + (index % 20)}Gi
        """);

    private static void StorageClasses(Lines text, int index)
    {
        for (var i = 0; i < 2; i++)
        {
            text.Add($"""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata:
                  name: class-{index}-{i}
                provisioner: csi.scaleway.com
                reclaimPolicy: {(i == 0 ? "Delete" : "Retain")}
                allowVolumeExpansion: true
                """);
            if ((index + i) % 3 != 0) text.Add("volumeBindingMode: WaitForFirstConsumer");
            text.Add("---");
        }
    }

    private static void ConfigMap(Lines text, int index)
    {
        text.Add($"""
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: {App(index)}
              namespace: {Team(index)}
            data:
            """);
        for (var i = 0; i < 60; i++) text.Add($"  SETTING_{i}: \"{(index * 31) + i}\"");
        text.Add("  server.properties: |");
        for (var i = 0; i < 60; i++) text.Add($"    server.part-{i}.threads={i + (index % 9)}");
        text.Add("  dashboard.json: |\n    {");
        for (var i = 0; i < 30; i++) text.Add($$"""      "panel-{{i}}": { "title": "Part {{i}}", "width": {{12 + i}} },""");
        text.Add("      \"version\": 1\n    }");
    }

    private static void ResourceDefinition(Lines text, int index)
    {
        text.Add($"""
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: parts{index}.shop.example.com
            spec:
              group: shop.example.com
              scope: Namespaced
              names:
                kind: Part{index}
                plural: parts{index}
                singular: part{index}
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        spec:
                          type: object
                          properties:
            """);
        for (var i = 0; i < 23; i++)
        {
            text.Add($"""
                                field{i}:
                                  description: |-
                                    Field {i} of part {index}. It says how the part is to be made,
                                    and defaults to {i % 5} where nobody sets it.
                                  type: {(i % 2 == 0 ? "integer" : "string")}
                                  nullable: {(i % 3 == 0 ? "true" : "false")}
                """);
        }

        text.Add("            required: [field0, field1]");
    }

    /// <summary>Lines that end alike on every system.</summary>
    private sealed class Lines
    {
        private readonly StringBuilder text = new();

        public void Add(string lines) => text.Append(lines.ReplaceLineEndings("\n")).Append('\n');

        public override string ToString() => text.ToString();
    }
}
