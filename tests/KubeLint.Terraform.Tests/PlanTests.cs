using static KubeLint.Terraform.Tests.Linting;

namespace KubeLint.Terraform.Tests;

/// <summary>Plans and states, as <c>terraform show -json</c> writes them.</summary>
public sealed class PlanTests
{
    private const string Head = "\"format_version\": \"1.2\", \"terraform_version\": \"1.9.8\"";

    // A root module with one cluster, and a module that is called once for each zone and holds a pool.
    private const string Modules = """
        {HEAD,
         "planned_values": {"root_module": {
           "resources": [{"address": "scaleway_k8s_cluster.main", "mode": "managed", "type": "scaleway_k8s_cluster", "name": "main", "values": {"name": "shop", "type": null}}],
           "child_modules": [
             {"address": "module.pool[\"fr-par-1\"]", "resources": [{"address": "module.pool[\"fr-par-1\"].scaleway_k8s_pool.this", "mode": "managed", "type": "scaleway_k8s_pool", "name": "this",
               "values": {"zone": "fr-par-1", "node_type": "PRO2-XXS", "size": 3, "autohealing": true}}]},
             {"address": "module.pool[\"fr-par-2\"]", "resources": [{"address": "module.pool[\"fr-par-2\"].scaleway_k8s_pool.this", "mode": "managed", "type": "scaleway_k8s_pool", "name": "this",
               "values": {"zone": "ZONE", "node_type": "PRO2-XXS", "size": 3, "autohealing": true}}]}]}},
         "resource_changes": [
           {"address": "scaleway_k8s_cluster.main", "change": {"actions": ["create"], "after_unknown": {"id": true, "autoscaler_config": true}}},
           {"address": "module.pool[\"fr-par-1\"].scaleway_k8s_pool.this", "change": {"actions": ["create"], "after_unknown": {"id": true, "cluster_id": true, "nodes": true}}},
           {"address": "module.pool[\"fr-par-2\"].scaleway_k8s_pool.this", "change": {"actions": ["create"], "after_unknown": {"id": true, "cluster_id": true, "nodes": true}}}],
         "configuration": {"root_module": {
           "resources": [{"address": "scaleway_k8s_cluster.main", "expressions": {"name": {"constant_value": "shop"}}}],
           "module_calls": {"pool": {
             "expressions": {"cluster": {"references": ["scaleway_k8s_cluster.main.id", "scaleway_k8s_cluster.main"]}, "zone": {"references": ["each.key"]}},
             "module": {"resources": [{"address": "scaleway_k8s_pool.this", "expressions": {"cluster_id": {"references": ["var.cluster"]}, "zone": {"references": ["var.zone"]}}}]}}}}}}
        """;

    [Fact]
    public void Resources_of_child_modules_have_their_addresses_and_follow_variables_to_the_caller()
    {
        Assert.Equal("KUBE2001 module.pool[\"fr-par-1\"].scaleway_k8s_pool.this", Found("KUBE2001", Plan(Modules.Replace("ZONE", "fr-par-1"))));
        Assert.Equal("", Found("KUBE2001", Plan(Modules.Replace("ZONE", "fr-par-2"))));
        var pool = Read("plan.json", Modules.Replace("HEAD", Head)).Single(r => r.Name == "module.pool[\"fr-par-1\"].scaleway_k8s_pool.this");
        Assert.Equal("scaleway_k8s_cluster.main", pool.Root["spec"]["cluster_id"].Text);
        Assert.Equal(("scaleway_k8s_pool", null, pool.Name), (pool.Identity.Kind, pool.Identity.Namespace, pool.Identity.Name));
    }

    [Fact]
    public void An_output_of_a_module_is_followed_to_its_resource()
    {
        const string plan = """
            {HEAD,
             "planned_values": {"root_module": {
               "resources": [{"address": "scaleway_k8s_pool.p", "mode": "managed", "type": "scaleway_k8s_pool", "name": "p", "values": {"zone": "fr-par-1", "size": 3}}],
               "child_modules": [{"address": "module.k8s", "resources": [{"address": "module.k8s.scaleway_k8s_cluster.c", "mode": "managed", "type": "scaleway_k8s_cluster", "name": "c", "values": {}}]}]}},
             "resource_changes": [{"address": "scaleway_k8s_pool.p", "change": {"after_unknown": {"cluster_id": true}}}],
             "configuration": {"root_module": {
               "resources": [{"address": "scaleway_k8s_pool.p", "expressions": {"zone": {}, "cluster_id": {"references": ["module.k8s.id", "module.k8s"]}}}],
               "module_calls": {"k8s": {"module": {"outputs": {"id": {"expression": {"references": ["scaleway_k8s_cluster.c.id", "scaleway_k8s_cluster.c"]}}}, "resources": [{"address": "scaleway_k8s_cluster.c"}]}}}}}}
            """;
        Assert.Equal("module.k8s.scaleway_k8s_cluster.c", Read("plan.json", plan.Replace("HEAD", Head)).Single(r => r.Kind == "scaleway_k8s_pool").Root["spec"]["cluster_id"].Text);
    }

    [Theory]
    [InlineData("{}", "{\"name\": {}}", "KUBE2003 scaleway_k8s_pool.p")]
    [InlineData("{\"zone\": true}", "{\"name\": {}}", "KUBE2003 scaleway_k8s_pool.p")]
    [InlineData("{\"zone\": true}", "{\"name\": {}, \"zone\": {\"references\": [\"var.zone\"]}}", "")]
    [InlineData("{\"zone\": true}", null, "")]
    public void What_the_provider_computes_and_nobody_wrote_is_absent(string unknown, string? expressions, string expected) =>
        Assert.Equal(expected, Found("KUBE2003", Plan("""
            {HEAD, "planned_values": {"root_module": {"resources": [{"address": "scaleway_k8s_pool.p", "mode": "managed", "type": "scaleway_k8s_pool", "name": "p", "values": {"name": "p", "zone_id": null}}]}},
             "resource_changes": [{"address": "scaleway_k8s_pool.p", "change": {"after_unknown": UNKNOWN}}], "configuration": {"root_module": {"resources": [CONFIGURATION]}}}
            """.Replace("UNKNOWN", unknown).Replace("CONFIGURATION", expressions is null ? "" : "{\"address\": \"scaleway_k8s_pool.p\", \"expressions\": " + expressions + "}"))));

    [Fact]
    public void Parts_of_blocks_may_be_unknown()
    {
        const string plan = """
            {HEAD, "planned_values": {"root_module": {"resources": [{"address": "kubernetes_deployment_v1.d", "mode": "managed", "type": "kubernetes_deployment_v1", "name": "d", "values":
              {"metadata": [{"name": "web", "namespace": "default"}], "spec": [{"replicas": "3", "selector": [{"match_labels": {"app": "web"}}], "template": [{"metadata": [{"labels": {"app": "web"}}], "spec": [{"container": [{"name": "a"}]}]}]}]}}]}},
             "resource_changes": [{"address": "kubernetes_deployment_v1.d", "change": {"after_unknown": {"id": true, "metadata": [{"uid": true}], "spec": [{"template": [{"spec": [{"hostname": true, "topology_spread_constraint": UNKNOWN}]}]}]}}}],
             "configuration": {"root_module": {"resources": [{"address": "kubernetes_deployment_v1.d", "expressions": {"metadata": [{"name": {}}], "spec": [{"replicas": {}, "selector": [{}], "template": [{"metadata": [{}], "spec": [{"container": [{}]WRITTEN}]}]}]}}]}}}
            """;
        Assert.Equal("KUBE1001 kubernetes_deployment_v1.d", Found("KUBE1001", Plan(plan.Replace("UNKNOWN", "[]").Replace("WRITTEN", ""))));
        Assert.Equal("", Found("KUBE1001", Plan(plan.Replace("UNKNOWN", "true").Replace("WRITTEN", ", \"topology_spread_constraint\": {}"))));
    }

    [Theory]
    [InlineData("\"aws_subnet.private\"", "us-east-1a us-east-1b", "")]
    [InlineData("\"aws_subnet.private\"", "us-east-1a us-east-1a", "KUBE2001 aws_eks_node_group.n")]
    [InlineData("\"aws_subnet.private[0].id\", \"aws_subnet.private[0]\", \"aws_subnet.private\"", "us-east-1a us-east-1b", "KUBE2001 aws_eks_node_group.n")]
    [InlineData("\"data.aws_subnets.all.ids\", \"data.aws_subnets.all\"", "us-east-1a us-east-1a", "")]
    [InlineData("\"var.subnets\"", "us-east-1a us-east-1a", "")]
    [InlineData("\"local.subnets\"", "us-east-1a us-east-1a", "")]
    public void Zones_are_followed_into_subnets(string references, string zones, string expected)
    {
        const string plan = """
            {HEAD, "planned_values": {"root_module": {"resources": [
              {"address": "aws_eks_cluster.c", "mode": "managed", "type": "aws_eks_cluster", "name": "c", "values": {"name": "shop"}},
              {"address": "aws_subnet.private[0]", "mode": "managed", "type": "aws_subnet", "name": "private", "index": 0, "values": {"availability_zone": "FIRST"}},
              {"address": "aws_subnet.private[1]", "mode": "managed", "type": "aws_subnet", "name": "private", "index": 1, "values": {"availability_zone": "SECOND"}},
              {"address": "aws_eks_node_group.n", "mode": "managed", "type": "aws_eks_node_group", "name": "n", "values": {"cluster_name": "shop", "scaling_config": [{"min_size": 3, "max_size": 3, "desired_size": 3}]}}]}},
             "resource_changes": [{"address": "aws_eks_node_group.n", "change": {"after_unknown": {"subnet_ids": true}}}],
             "configuration": {"root_module": {"resources": [{"address": "aws_eks_node_group.n", "expressions": {"cluster_name": {"references": ["aws_eks_cluster.c.name", "aws_eks_cluster.c"]}, "subnet_ids": {"references": [REFERENCES]}, "scaling_config": [{}]}}]}}}
            """;
        var pair = zones.Split(' ');
        Assert.Equal(expected, Found("KUBE2001", Plan(plan.Replace("FIRST", pair[0]).Replace("SECOND", pair[1]).Replace("REFERENCES", references))));
    }

    [Fact]
    public void A_state_has_values_and_joins_by_them()
    {
        const string state = """
            {HEAD, "values": {"root_module": {"resources": [
              {"address": "scaleway_k8s_cluster.c", "mode": "managed", "type": "scaleway_k8s_cluster", "name": "c", "values": {"id": "fr-par/11", "private_network_id": "fr-par/33", "autoscaler_config": [{"balance_similar_node_groups": false}]}},
              {"address": "scaleway_k8s_pool.a", "mode": "managed", "type": "scaleway_k8s_pool", "name": "a", "values": {"cluster_id": "fr-par/11", "zone": "fr-par-1", "node_type": "pro2_xxs", "autoscaling": true, "autohealing": true, "min_size": 1, "max_size": 3, "size": 1}},
              {"address": "scaleway_k8s_pool.b", "mode": "managed", "type": "scaleway_k8s_pool", "name": "b", "values": {"cluster_id": "fr-par/11", "zone": "fr-par-2", "node_type": "pro2_xxs", "autoscaling": true, "autohealing": true, "min_size": 1, "max_size": 3, "size": 1}},
              {"address": "data.scaleway_k8s_pool.d", "mode": "data", "type": "scaleway_k8s_pool", "name": "d", "values": {"cluster_id": "fr-par/11", "zone": "fr-par-1"}}]}}}
            """;
        Assert.Equal("KUBE2005 scaleway_k8s_cluster.c\nKUBE2002 scaleway_k8s_pool.a", Found("KUBE2001 KUBE2002 KUBE2003 KUBE2005 KUBE2006 KUBE2007", ("state.json", state.Replace("HEAD", Head))));
    }

    [Fact]
    public void Findings_point_to_the_value_or_to_the_address()
    {
        var text = """
            {HEAD, "values": {"root_module": {"resources": [
              {"address": "scaleway_vpc_public_gateway.g",
               "mode": "managed", "type": "scaleway_vpc_public_gateway", "name": "g", "values": {"zone": "fr-par-9"}},
              {"address": "scaleway_k8s_pool.p",
               "mode": "managed", "type": "scaleway_k8s_pool", "name": "p", "values": {}}]}}}
            """.Replace("HEAD", Head);
        var found = AllIn(("state.json", text)).Where(f => f.Rule.Id is "KUBE2008" or "KUBE2003").ToDictionary(f => f.Rule.Id, f => text.Substring(f.Span.Start, f.Span.Length));
        Assert.Equal("\"fr-par-9\"", found["KUBE2008"]);
        Assert.Equal("\"scaleway_k8s_pool.p\"", found["KUBE2003"]);
    }

    [Fact]
    public void Another_major_version_of_the_format_is_refused()
    {
        var found = Assert.Single(AllIn(("plan.json", """{"format_version": "2.0", "terraform_version": "9.0.0", "planned_values": {}}""")));
        Assert.Equal("KUBE0001", found.Rule.Id);
        Assert.Contains("format 2.0", found.Message);
    }

    [Theory]
    [InlineData("""{"format_version": "1.2", "terraform_version": "1.9.8", "planned_values": {}}""")]
    [InlineData("""{"format_version": "1.2", "terraform_version": "1.9.8", "planned_values": {"root_module": {"resources": [{}, 1, null, {"mode": "managed", "type": "scaleway_k8s_pool", "address": "]["}, {"mode": "managed", "type": "scaleway_k8s_pool", "address": "][", "values": {"cluster_id": [[]]}}]}}, "resource_changes": [{"address": 1}], "configuration": {"root_module": {"resources": [1], "module_calls": 1}}}""")]
    public void Odd_plans_are_silent(string plan) => Assert.DoesNotContain(AllIn(("plan.json", plan)), f => f.Rule.Id.StartsWith("KUBE0", StringComparison.Ordinal));

    [Theory]
    [InlineData("plan.json", """{"apiVersion": "v1", "kind": "Service"}""")]
    [InlineData("package.json", """{"format_version": "1.2"}""")]
    [InlineData("notes.yaml", "# \"format_version\", \"terraform_version\" and \"planned_values\"\nx: 1\n")]
    public void Other_files_are_not_taken_for_plans(string name, string text) => Assert.False(TerraformReader.Accepts(name, text));

    private static (string, string) Plan(string text) => ("plan.json", text.Replace("HEAD", Head));
}
