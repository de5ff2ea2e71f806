using System.Text.Json;
using KubeLint.Provisioner.Declarations;
using KubeLint.Provisioner.Planning;
using KubeLint.Rules.Tests;

namespace KubeLint.Provisioner.Tests;

public sealed class SchemaTests
{
    // Every key, with a value that is not the default.
    private static readonly string[] All =
    [
        "name: shop",
        "region: pl-waw",
        "zones: [pl-waw-1, pl-waw-2]",
        "nodes:",
        "  type: PRO2-S",
        "  min: 2",
        "  max: 5",
        "kubernetes: '1.33'",
        "isolation: full",
        "maintenance:",
        "  day: monday",
        "  hour: 4",
        "domain: example.com",
        "subdomain: prod",
        "ingress:",
        "  replicas: 5",
        "workloads:",
        "- name: web",
        "  image: a/web:1",
        "  ports: [8080]",
        "  host: shop",
        "  health: /ready",
        "  cpu: 200m",
        "  memory: 256Mi",
        "  autoscaling:",
        "    min: 4",
        "    max: 9",
        "    cpu: 50",
        "- name: store",
        "  image: a/store:1",
        "  replicas: 4",
        "  stateful: true",
        "  volume: 20Gi",
        "  mount: /var/store",
    ];

    [Fact]
    public void The_file_in_the_repository_is_what_the_command_writes()
    {
        var path = Path.Combine(RepositoryPaths.Root, "src", "KubeLint.Provisioner", "schema", "cluster.schema.json");
        if (RepositoryPaths.Updates) File.WriteAllText(path, JsonSchema.Text);

        Assert.Equal(JsonSchema.Text, File.ReadAllText(path), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Every_key_of_the_schema_is_tried_here()
    {
        var keys = new SortedSet<string>();
        using var schema = JsonDocument.Parse(JsonSchema.Text);
        Collect(schema.RootElement);

        Assert.Equal(keys, new SortedSet<string>(All.Select(line => line.TrimStart('-', ' ').Split(':')[0])));

        void Collect(JsonElement at)
        {
            if (at.TryGetProperty("items", out var items)) Collect(items);
            if (!at.TryGetProperty("properties", out var properties)) return;
            foreach (var property in properties.EnumerateObject())
            {
                keys.Add(property.Name);
                Collect(property.Value);
            }
        }
    }

    [Fact]
    public void No_key_is_read_in_vain()
    {
        var whole = Planned(All);
        Assert.DoesNotContain("error", whole, StringComparison.Ordinal);

        Assert.All(All.Where(line => !line.EndsWith(':')), line =>
        {
            var others = All.Where(l => l != line).ToArray();

            // The first key of an item carries its mark.
            if (line.StartsWith('-')) others[Array.IndexOf(All, line)] = "- " + others[Array.IndexOf(All, line)].TrimStart();
            Assert.True(whole != Planned(others), $"without '{line}' all is planned alike");
        });
    }

    private static string Planned(string[] lines)
    {
        var read = DeclarationReader.Read("cluster.yaml", string.Join('\n', lines));
        return read.Cluster is null ? string.Join('\n', read.Diagnostics) : string.Join('\n', ClusterPlan.Of(read.Cluster).Select(f => f.Path + "\n" + f.Text));
    }
}
