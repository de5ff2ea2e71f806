using k8s;
using KubeLint.Provisioner.Planning;

namespace KubeLint.Provisioner.Tests;

public sealed class PlanTests
{
    public static TheoryData<string, string> Clusters => new()
    {
        { "fr-par", "controlled" },
        { "fr-par", "full" },
        { "nl-ams", "controlled" },
        { "nl-ams", "full" },
        { "pl-waw", "controlled" },
        { "pl-waw", "full" },
    };

    [Theory]
    [MemberData(nameof(Clusters))]
    public void Texts_are_made_for_comparing(string region, string isolation)
    {
        var files = Declared.Plan(Declared.Text(region, isolation));

        Assert.Equal(files, Declared.Plan(Declared.Text(region, isolation)));
        Assert.Equal(files.Select(f => f.Path).Order(StringComparer.Ordinal), files.Select(f => f.Path));
        Assert.All(files, file =>
        {
            Assert.DoesNotContain('\r', file.Text);
            Assert.DoesNotContain(" \n", file.Text, StringComparison.Ordinal);
            Assert.True(file.Text.EndsWith('\n') && !file.Text.EndsWith("\n\n", StringComparison.Ordinal), file.Path);
        });
    }

    [Fact]
    public void The_order_of_workloads_and_zones_changes_nothing()
    {
        const string Zones = "zones: [fr-par-3, fr-par-1, fr-par-2]\n";
        var (a, b) = ("- { name: a, image: a }", "- { name: b, image: b }");

        Assert.Equal(Declared.Plan($"{Declared.Smallest}workloads:\n{a}\n{b}\n"), Declared.Plan($"{Declared.Smallest}{Zones}workloads:\n{b}\n{a}\n"));
    }

    [Fact]
    public void Writing_twice_changes_nothing()
    {
        using var folder = new TempFolder();
        var (plan, files) = (new PlanFolder(folder.At("plan")), Declared.Plan(Declared.Text()));

        Assert.All(plan.Write(files), change => Assert.Equal(Change.Added, change.Change));
        var times = files.Select(f => File.GetLastWriteTimeUtc(folder.At("plan/" + f.Path))).ToList();
        Assert.All(plan.Write(files), change => Assert.Equal(Change.None, change.Change));
        Assert.Equal(times, files.Select(f => File.GetLastWriteTimeUtc(folder.At("plan/" + f.Path))));
    }

    [Fact]
    public void What_is_planned_no_more_goes_and_what_people_wrote_stays()
    {
        using var folder = new TempFolder();
        var plan = new PlanFolder(folder.Path);
        plan.Write(Declared.Plan(Declared.Text()));
        folder.Add("manifests/own.yaml", "a: b\n").Add("terraform.tfstate", "{}");

        var changes = plan.Write(Declared.Plan(Declared.Smallest + "domain: example.com\n"));

        Assert.Equal(["manifests/20-peers.yaml", "manifests/20-store.yaml", "manifests/20-web.yaml", "manifests/20-worker.yaml"], changes.Where(c => c.Change == Change.Removed).Select(c => c.Path));
        Assert.Equal(["main.tf.json"], changes.Where(c => c.Change == Change.Changed).Select(c => c.Path));
        Assert.True(File.Exists(folder.At("manifests/own.yaml")) && File.Exists(folder.At("terraform.tfstate")) && !File.Exists(folder.At("manifests/20-web.yaml")));
    }

    [Fact]
    public void Manifests_have_the_fields_of_the_API_and_no_others()
    {
        foreach (var file in Declared.Plan(Declared.Text()).Where(f => f.Path.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            var objects = KubernetesYaml.LoadAllFromString(file.Text, strict: true);

            Assert.NotEmpty(objects);
            Assert.Equal(file.Text, ClusterPlan.Header + KubernetesYaml.SerializeAll(objects));
        }
    }

    [Fact]
    public void Every_object_has_a_name_and_a_namespace_that_is_declared_before_it()
    {
        var spaces = new HashSet<string>();
        var seen = new HashSet<(string, string, string)>();
        foreach (var found in Declared.Plan(Declared.Text()).Where(f => f.Path.EndsWith(".yaml", StringComparison.Ordinal)).SelectMany(f => KubernetesYaml.LoadAllFromString(f.Text)).Cast<IKubernetesObject<k8s.Models.V1ObjectMeta>>())
        {
            if (found.Kind == "Namespace") spaces.Add(found.Metadata.Name);
            var isOfCluster = found.Kind is "Namespace" or "StorageClass" or "IngressClass" or "ClusterRole" or "ClusterRoleBinding";
            Assert.True(isOfCluster ? found.Metadata.NamespaceProperty is null : spaces.Contains(found.Metadata.NamespaceProperty ?? ""), $"{found.Kind} {found.Metadata.Name}");
            Assert.True(seen.Add((found.Kind, found.Metadata.NamespaceProperty ?? "", found.Metadata.Name)), found.Metadata.Name);
        }
    }

    [Fact]
    public void Without_a_domain_there_is_no_record_and_load_balancers_keep_their_addresses()
    {
        var plan = Declared.Plan(Declared.Smallest).ToDictionary(f => f.Path, f => f.Text);

        Assert.DoesNotContain("scaleway_domain", plan["main.tf.json"], StringComparison.Ordinal);
        Assert.Contains("scaleway_lb_ip", plan["main.tf.json"], StringComparison.Ordinal);
        Assert.Contains("--update-status=false", plan["manifests/10-ingress-nginx.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_variable_of_the_template_is_given()
    {
        var plan = Declared.Plan(Declared.Text("nl-ams")).ToDictionary(f => f.Path, f => f.Text);
        var variables = System.Text.RegularExpressions.Regex.Matches(plan["templates/load-balancers.yaml"], @"\$\{(\w+)\}").Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(["address_nl_ams_1", "address_nl_ams_2", "address_nl_ams_3"], variables);
        Assert.All(variables, variable => Assert.Contains($"{variable} = split(", plan["main.tf.json"], StringComparison.Ordinal));
    }
}
