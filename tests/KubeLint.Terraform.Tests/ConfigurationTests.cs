using static KubeLint.Terraform.Tests.Linting;

namespace KubeLint.Terraform.Tests;

/// <summary>Configuration in JSON: every form that Terraform takes, and instances where they are literal.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("""{"resource": {"scaleway_k8s_pool": {"a": {"zone": "fr-par-1"}}}}""")]
    [InlineData("""{"resource": [{"scaleway_k8s_pool": {"a": {"zone": "fr-par-1"}}}]}""")]
    [InlineData("""{"resource": {"scaleway_k8s_pool": [{"a": {"zone": "fr-par-1"}}]}}""")]
    [InlineData("""{"resource": {"scaleway_k8s_pool": {"a": [{"zone": "fr-par-1"}]}}}""")]
    [InlineData("""{"//": "made by a program", "resource": {"//": "a comment", "scaleway_k8s_pool": {"//": "another", "a": {"//": 1, "zone": "fr-par-1"}}}}""")]
    public void Each_level_is_an_object_or_a_list_of_objects(string text)
    {
        var pool = Assert.Single(Read("main.tf.json", text));
        Assert.Equal(("scaleway_k8s_pool", "scaleway_k8s_pool.a"), (pool.Kind, pool.Name));
        Assert.Equal("fr-par-1", pool.Root["spec"]["zone"].Text);
        Assert.Equal("scaleway_k8s_pool.a", pool.DisplayName);
    }

    [Theory]
    [InlineData("""{"fr-par-1": {}, "fr-par-2": {}}""")]
    [InlineData("""${toset([\"fr-par-1\", \"fr-par-2\"])}""")]
    [InlineData("""${toset(local.zones)}""")]
    [InlineData("""${local.by_name}""")]
    public void A_literal_for_each_makes_an_instance_for_each_key(string forEach)
    {
        var value = forEach[0] == '{' ? forEach : $"\"{forEach}\"";
        var pools = Read("main.tf.json", """
            {"locals": {"zones": ["fr-par-1", "${local.second}"], "second": "fr-par-2", "by_name": {"fr-par-1": 1, "fr-par-2": 2}},
             "resource": {"scaleway_k8s_pool": {"p": {"for_each": EACH, "zone": "${each.key}", "name": "pool-${each.key}-x"}}}}
            """.Replace("EACH", value));
        Assert.Equal(["scaleway_k8s_pool.p[\"fr-par-1\"]", "scaleway_k8s_pool.p[\"fr-par-2\"]"], pools.Select(p => p.Name));
        Assert.Equal(["fr-par-1", "fr-par-2"], pools.Select(p => p.Root["spec"]["zone"].Text));
        Assert.Equal(["pool-fr-par-1-x", "pool-fr-par-2-x"], pools.Select(p => p.Root["spec"]["name"].Text));
    }

    [Fact]
    public void What_each_value_holds_is_followed()
    {
        var pools = Read("main.tf.json", """
            {"resource": {"scaleway_k8s_pool": {"p": {"for_each": {"a": {"zone": "fr-par-1", "sizes": [1, 3]}, "b": {"zone": "fr-par-2", "sizes": [2, 4]}},
             "zone": "${each.value.zone}", "min_size": "${each.value.sizes[0]}", "max_size": "${each.value[\"sizes\"][1]}", "tags": ["${each.value.none}"]}}}}
            """);
        Assert.Equal(["fr-par-1", "fr-par-2"], pools.Select(p => p.Root["spec"]["zone"].Text));
        Assert.Equal([1L, 2L], pools.Select(p => p.Root["spec"]["min_size"].Integer!.Value));
        Assert.Equal([3L, 4L], pools.Select(p => p.Root["spec"]["max_size"].Integer!.Value));
        Assert.All(pools, p => Assert.True(p.Root["spec"]["tags"][0].IsUnknown));
    }

    [Theory]
    [InlineData("2", "scaleway_k8s_pool.p[0] scaleway_k8s_pool.p[1]")]
    [InlineData("0", "")]
    [InlineData("\"${local.n}\"", "scaleway_k8s_pool.p[0]")]
    [InlineData("\"${var.n}\"", "scaleway_k8s_pool.p[*]")]
    [InlineData("\"${length(local.zones)}\"", "scaleway_k8s_pool.p[*]")]
    [InlineData("-1", "scaleway_k8s_pool.p[*]")]
    public void A_count_makes_as_many(string count, string expected) =>
        Assert.Equal(expected, string.Join(" ", Read("main.tf.json", """{"locals": {"n": 1}, "resource": {"scaleway_k8s_pool": {"p": {"count": COUNT, "zone": "fr-par-${count.index}"}}}}""".Replace("COUNT", count)).Select(p => p.Name)));

    [Theory]
    [InlineData("${var.zone}")]
    [InlineData("${local.missing}")]
    [InlineData("${local.itself}")]
    [InlineData("${data.scaleway_zones.all.names[0]}")]
    [InlineData("fr-par-${var.number}")]
    [InlineData("%{ if true }fr-par-1%{ endif }")]
    [InlineData("$${local.zone}")]
    [InlineData("${lower(\\\"FR-PAR-1\\\")}")]
    [InlineData("${")]
    [InlineData("${[}")]
    [InlineData("${local.zone")]
    public void What_is_not_literal_is_unknown(string zone) =>
        Assert.True(Assert.Single(Read("main.tf.json", """{"locals": {"zone": "fr-par-1", "itself": "${local.itself}"}, "resource": {"scaleway_k8s_pool": {"p": {"zone": "ZONE"}}}}""".Replace("ZONE", zone))).Root["spec"]["zone"].Text is null);

    [Fact]
    public void Pools_of_one_cluster_are_judged_together_and_those_of_others_apart()
    {
        const string two = """
            "scaleway_k8s_cluster": {"a": {"name": "a"}, "b": {"name": "b"}},
            "scaleway_k8s_pool": {
              "a1": {"cluster_id": "${scaleway_k8s_cluster.a.id}", "zone": "fr-par-1", "node_type": "PRO2-XXS", "size": 3},
              "a2": {"cluster_id": "${scaleway_k8s_cluster.a.id}", "zone": "ZONE", "node_type": "PRO2-XXS", "size": 3},
              "b1": {"cluster_id": "${scaleway_k8s_cluster.b.id}", "zone": "fr-par-2", "node_type": "PRO2-XXS", "size": 3}
            }
            """;
        Assert.Equal("KUBE2001 scaleway_k8s_pool.a1\nKUBE2001 scaleway_k8s_pool.b1", FoundIn("KUBE2001", "{" + two.Replace("ZONE", "fr-par-1") + "}"));
        Assert.Equal("KUBE2001 scaleway_k8s_pool.b1", FoundIn("KUBE2001", "{" + two.Replace("ZONE", "fr-par-2") + "}"));
        Assert.Equal("KUBE2001 scaleway_k8s_pool.b1", FoundIn("KUBE2001", "{" + two.Replace("ZONE", "${var.zone}") + "}"));
    }

    [Fact]
    public void Clusters_of_one_address_in_two_folders_are_two()
    {
        const string one = """{"resource": {"scaleway_k8s_cluster": {"main": {}}, "scaleway_k8s_pool": {"p": {"cluster_id": "${scaleway_k8s_cluster.main.id}", "zone": "fr-par-1", "size": 3}}}}""";
        Assert.Equal("KUBE2001 scaleway_k8s_pool.p\nKUBE2001 scaleway_k8s_pool.p", Found("KUBE2001", ("a/main.tf.json", one), ("b/main.tf.json", one.Replace("fr-par-1", "fr-par-2"))));
    }

    [Fact]
    public void A_cluster_and_its_pools_may_stand_in_two_files_of_one_folder() =>
        Assert.Equal("KUBE2005 scaleway_k8s_cluster.main", Found("KUBE2005",
            ("infra/cluster.tf.json", """{"resource": {"scaleway_k8s_cluster": {"main": {"autoscaler_config": {"balance_similar_node_groups": false}}}}}"""),
            ("infra/pools.tf.json", """
                {"resource": {"scaleway_k8s_pool": {"p": {"for_each": {"fr-par-1": 1, "fr-par-2": 1}, "cluster_id": "${scaleway_k8s_cluster.main.id}", "zone": "${each.key}",
                 "node_type": "PRO2-XXS", "size": 1, "min_size": 1, "max_size": 3, "autoscaling": true}}}}
                """)));

    [Fact]
    public void A_dynamic_block_makes_its_block_unknown() =>
        Assert.True(Assert.Single(Read("main.tf.json", """{"resource": {"scaleway_k8s_cluster": {"c": {"dynamic": {"autoscaler_config": {"for_each": [1], "content": {}}}}}}}""")).Root["spec"]["autoscaler_config"].IsUnknown);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"resource\": {\"scaleway_k8s_pool\": ")]
    [InlineData("\"text\"")]
    public void A_file_that_cannot_be_read_says_so(string text)
    {
        var found = Assert.Single(AllIn(("main.tf.json", text)));
        Assert.Equal("KUBE0001", found.Rule.Id);
    }

    [Theory]
    [InlineData("""{"resource": 1}""")]
    [InlineData("""{"resource": {"scaleway_k8s_pool": 1}}""")]
    [InlineData("""{"resource": {"scaleway_k8s_pool": {"a": 1}}}""")]
    [InlineData("""{"resource": {"scaleway_k8s_pool": {"a": {"for_each": 1, "count": {}, "zone": [], "size": {}, "cluster_id": []}}}}""")]
    [InlineData("""{"locals": [], "resource": {"kubernetes_deployment": {"a": {"metadata": 1, "spec": [1, null, []]}}}}""")]
    [InlineData("""{"resource": {"kubernetes_manifest": {"a": {"manifest": "${yamldecode(file(\"x\"))}"}}, "kubectl_manifest": {"b": {"yaml_body": "a: [\n"}}}}""")]
    public void Odd_shapes_are_silent(string text) => Assert.DoesNotContain(AllIn(("main.tf.json", text)), f => f.Rule.Id is not ("KUBE2003" or "KUBE2006"));
}
