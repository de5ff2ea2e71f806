namespace KubeLint.Benchmarks;

/// <summary>What generated code is about.</summary>
public enum CodeKind
{
    /// <summary>Nothing of Kubernetes.</summary>
    Plain,

    /// <summary>Kubernetes objects, built in the ways that real code builds them.</summary>
    Builders,
}

/// <summary>Makes C# of a common kind, the same for the same number each time.</summary>
internal static class CodeGenerator
{
    private const int Ways = 4;

    /// <summary>Writes some files into a folder.</summary>
    public static void Write(string folder, CodeKind kind, int count)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < count; i++) System.IO.File.WriteAllText(Path.Combine(folder, $"{kind}{i}.cs"), File(kind, i));
    }

    /// <summary>The text of one file.</summary>
    public static string File(CodeKind kind, int number) => kind == CodeKind.Plain ? Plain(number) : Builder(number);

    private static string Plain(int number) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Shop.Orders{{number}};

        public sealed record OrderLine(string Sku, int Quantity, decimal Price);

        public interface IOrderStore
        {
            Task<IReadOnlyList<OrderLine>> LinesOf(Guid order, CancellationToken cancellation);
            Task Save(Order order, CancellationToken cancellation);
        }

        public sealed class Order
        {
            private readonly List<OrderLine> lines = new();
            private readonly Dictionary<string, decimal> discounts = new() { ["summer"] = 0.1m, ["winter"] = 0.2m };

            public Guid Id { get; init; } = Guid.NewGuid();
            public string Customer { get; set; } = "";
            public string? Name { get; set; }
            public DateTimeOffset Placed { get; private set; }
            public IReadOnlyList<OrderLine> Lines => lines;

            public decimal Total(string? campaign = null)
            {
                var sum = 0m;
                foreach (var line in lines) sum += line.Quantity * line.Price;
                if (campaign is not null && discounts.TryGetValue(campaign, out var share)) sum -= sum * share;
                return Math.Round(sum, 2);
            }

            public void Add(string sku, int quantity, decimal price)
            {
                if (quantity <= 0) throw new ArgumentOutOfRangeException(nameof(quantity));
                var known = lines.FindIndex(l => l.Sku == sku);
                if (known < 0) lines.Add(new OrderLine(sku, quantity, price));
                else lines[known] = lines[known] with { Quantity = lines[known].Quantity + quantity };
            }

            public void Place(DateTimeOffset now)
            {
                Placed = now;
                Name ??= $"{Customer}-{now:yyyyMMdd}-{Id}";
            }
        }

        public sealed class OrderService
        {
            private readonly IOrderStore store;
            private readonly Dictionary<Guid, Order> cache = new();
            private int misses;

            public OrderService(IOrderStore store) => this.store = store;

            public async Task<Order> Load(Guid id, CancellationToken cancellation)
            {
                if (cache.TryGetValue(id, out var cached)) return cached;
                misses++;
                Order order = new() { Id = id, Customer = "c" + {{number}} };
                foreach (var line in await store.LinesOf(id, cancellation).ConfigureAwait(false))
                {
                    if (line.Quantity == 0) continue;
                    order.Add(line.Sku, line.Quantity, line.Price);
                }

                cache[id] = order;
                return order;
            }

            public async Task<IReadOnlyDictionary<string, decimal>> Report(IEnumerable<Guid> ids, CancellationToken cancellation)
            {
                var result = new Dictionary<string, decimal>(StringComparer.Ordinal);
                foreach (var id in ids)
                {
                    var order = await Load(id, cancellation);
                    result.TryGetValue(order.Customer, out var before);
                    result[order.Customer] = before + order.Total("summer");
                }

                return result;
            }

            public string Describe() => misses switch { 0 => "warm", < 10 => "cool", _ => $"cold ({misses} misses, {cache.Count} orders)" };

            public IReadOnlyList<string> Customers() => cache.Values.Select(o => o.Customer).Where(c => c.Length > 0).ToList();

            public async Task<bool> TryPlace(Order order, int attempts, CancellationToken cancellation)
            {
                for (var attempt = 1; attempt <= attempts; attempt++)
                {
                    try
                    {
                        order.Place(DateTimeOffset.UtcNow);
                        await store.Save(order, cancellation);
                        return true;
                    }
                    catch (InvalidOperationException) when (attempt < attempts)
                    {
                        await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), cancellation);
                    }
                }

                return false;
            }
        }
        """;

    private static string Builder(int number)
    {
        var name = $"app-{number}";
        var replicas = number % Ways == 1 ? "options.Replicas" : number % Ways == 2 ? "1" : "3";
        return $$"""
            using System.Collections.Generic;
            using System.Linq;
            using k8s;
            using k8s.Models;

            namespace Platform.App{{number}};

            public sealed class Options
            {
                public string Image { get; set; } = "registry.example/{{name}}";
                public string Tag { get; set; } = "1.{{number}}";
                public int Replicas { get; set; } = 2;
                public Dictionary<string, string> Variables { get; } = new();
            }

            public sealed class Builder
            {
                private const string AppLabel = "app.kubernetes.io/name";
                private readonly Options options;

                public Builder(Options options) => this.options = options;

                public IEnumerable<IKubernetesObject> All(string ns)
                {
                    yield return BuildDeployment(ns);
                    yield return BuildService(ns);
                }

            {{Deployment(name, replicas, number % Ways)}}

                public V1Service BuildService(string ns) => new V1Service
                {
                    Metadata = new V1ObjectMeta { Name = "{{name}}", NamespaceProperty = ns, Labels = Labels() },
                    Spec = new V1ServiceSpec
                    {
                        Type = "ClusterIP",
                        Selector = Labels(),
                        Ports = new List<V1ServicePort> { new V1ServicePort { Name = "http", Port = 80, TargetPort = 8080 } },
                    },
                };

                private static Dictionary<string, string> Labels() => new() { [AppLabel] = "{{name}}", ["team"] = "shop" };

                private V1Container BuildContainer(string name) => new V1Container
                {
                    Name = name,
                    Image = $"{options.Image}:{options.Tag}",
                    Ports = new List<V1ContainerPort> { new V1ContainerPort { ContainerPort = 8080, Name = "http" } },
                    Env = options.Variables.Select(v => new V1EnvVar { Name = v.Key, Value = v.Value }).ToList(),
                    ReadinessProbe = new V1Probe { HttpGet = new V1HTTPGetAction { Path = "/health", Port = 8080 }, PeriodSeconds = 5 },
                    Resources = new V1ResourceRequirements
                    {
                        Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new ResourceQuantity("100m"), ["memory"] = new ResourceQuantity("128Mi") },
                    },
                };
            }
            """;
    }

    private static string Deployment(string name, string replicas, int way)
    {
        const string Constraint = """TopologySpreadConstraints = [new() { MaxSkew = 1, TopologyKey = "topology.kubernetes.io/zone", WhenUnsatisfiable = "DoNotSchedule", LabelSelector = new() { MatchLabels = Labels() } }],""";
        return way switch
        {
            // All in one expression.
            0 or 1 => $$"""
                    public V1Deployment BuildDeployment(string ns) => new V1Deployment
                    {
                        Metadata = new V1ObjectMeta { Name = "{{name}}", NamespaceProperty = ns, Labels = Labels() },
                        Spec = new V1DeploymentSpec
                        {
                            Replicas = {{replicas}},
                            Selector = new V1LabelSelector { MatchLabels = Labels() },
                            Template = new V1PodTemplateSpec
                            {
                                Metadata = new V1ObjectMeta { Labels = Labels() },
                                Spec = new V1PodSpec
                                {
                                    {{(way == 0 ? "" : Constraint)}}
                                    Containers = new List<V1Container> { BuildContainer("{{name}}") },
                                },
                            },
                        },
                    };
                """,

            // Step by step.
            2 => $$"""
                    public V1Deployment BuildDeployment(string ns)
                    {
                        var labels = Labels();
                        var deployment = new V1Deployment().Initialize();
                        deployment.Metadata.Name = "{{name}}";
                        deployment.Metadata.NamespaceProperty = ns;
                        deployment.SetLabel("team", "shop");
                        var pod = new V1PodSpec { Containers = new List<V1Container>() };
                        pod.Containers.Add(BuildContainer("{{name}}"));
                        deployment.Spec = new V1DeploymentSpec
                        {
                            Replicas = {{replicas}},
                            Selector = new V1LabelSelector { MatchLabels = labels },
                            Template = new V1PodTemplateSpec { Metadata = new V1ObjectMeta { Labels = labels }, Spec = pod },
                        };
                        if (options.Variables.Count > 10) deployment.Spec.RevisionHistoryLimit = 3;
                        return deployment;
                    }
                """,

            // With helpers, and types that go without saying.
            _ => $$"""
                    public V1Deployment BuildDeployment(string ns)
                    {
                        V1Deployment deployment = new()
                        {
                            Metadata = new() { Name = "{{name}}", NamespaceProperty = ns, Labels = Labels() },
                            Spec = new() { Replicas = {{replicas}}, Selector = new() { MatchLabels = Labels() }, Template = BuildTemplate() },
                        };
                        foreach (var variable in options.Variables) deployment.SetAnnotation(variable.Key, variable.Value);
                        return deployment;
                    }

                    private V1PodTemplateSpec BuildTemplate() => new()
                    {
                        Metadata = new() { Labels = Labels() },
                        Spec = new() { {{Constraint}} Containers = [BuildContainer("{{name}}")] },
                    };
                """,
        };
    }
}
