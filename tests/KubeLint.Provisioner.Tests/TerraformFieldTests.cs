using System.Text.Json;

namespace KubeLint.Provisioner.Tests;

/// <summary>What is written for Terraform has the fields of the providers' resources, and their types.</summary>
public sealed class TerraformFieldTests
{
    // s text, n number, b truth value, l list of texts; a block's own fields behind its name and a dot.
    // Sources: scaleway/terraform-provider-scaleway v2.81 docs/resources and docs/data-sources; hashicorp/terraform-provider-local docs/resources/file.md.
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["scaleway_vpc"] = "name:s tags:l enable_routing:b enable_custom_routes_propagation:b enable_transitivity:b region:s project_id:s",
        ["scaleway_vpc_private_network"] = "name:s tags:l project_id:s ipv4_subnet.subnet:s ipv6_subnets.subnet:s region:s vpc_id:s enable_default_route_propagation:b",
        ["scaleway_k8s_cluster"] = """
            name:s type:s description:s version:s cni:s delete_additional_resources:b private_network_id:s tags:l
            autoscaler_config.disable_scale_down:b autoscaler_config.scale_down_delay_after_add:s autoscaler_config.scale_down_unneeded_time:s autoscaler_config.estimator:s
            autoscaler_config.expander:s autoscaler_config.ignore_daemonsets_utilization:b autoscaler_config.balance_similar_node_groups:b autoscaler_config.expendable_pods_priority_cutoff:n
            autoscaler_config.scale_down_utilization_threshold:n autoscaler_config.max_graceful_termination_sec:n autoscaler_config.skip_nodes_with_local_storage:b autoscaler_config.log_level:n
            auto_upgrade.enable:b auto_upgrade.maintenance_window_start_hour:n auto_upgrade.maintenance_window_day:s
            upgrade_pools:b feature_gates:l admission_plugins:l apiserver_cert_sans:l pod_cidr:s service_cidr:s service_dns_ip:s region:s project_id:s depends_on:l
            """,
        ["scaleway_k8s_pool"] = """
            cluster_id:s name:s node_type:s size:n version:s min_size:n max_size:n tags:l placement_group_id:s autoscaling:b autohealing:b container_runtime:s
            upgrade_policy.max_surge:n upgrade_policy.max_unavailable:n root_volume_type:s root_volume_size_in_gb:n zone:s region:s wait_for_pool_ready:b public_ip_disabled:b security_group_id:s
            """,
        ["scaleway_vpc_public_gateway"] = "type:s name:s tags:l zone:s project_id:s ip_id:s bastion_enabled:b bastion_port:n allowed_ip_ranges:l enable_smtp:b refresh_ssh_keys:s",
        ["scaleway_vpc_gateway_network"] = "gateway_id:s private_network_id:s ipam_config.push_default_route:b ipam_config.ipam_ip_id:s enable_masquerade:b zone:s",
        ["scaleway_lb_ip"] = "zone:s project_id:s reverse:s tags:l is_ipv6:b",
        ["scaleway_domain_record"] = "dns_zone:s name:s type:s data:s ttl:n priority:n http_service.ips:l http_service.must_contain:s http_service.url:s http_service.user_agent:s http_service.strategy:s",
        ["scaleway_domain_zone"] = "domain:s subdomain:s project_id:s",
        ["local_file"] = "filename:s content:s file_permission:s directory_permission:s",
    };

    private static readonly Dictionary<string, string> Required = new()
    {
        ["scaleway_k8s_cluster"] = "name version cni delete_additional_resources private_network_id",
        ["scaleway_k8s_pool"] = "cluster_id node_type size zone",
        ["scaleway_vpc_public_gateway"] = "type",
        ["scaleway_vpc_gateway_network"] = "gateway_id private_network_id",
        ["scaleway_domain_record"] = "dns_zone type data",
        ["scaleway_domain_zone"] = "domain subdomain",
        ["local_file"] = "filename content",
    };

    [Theory]
    [MemberData(nameof(PlanTests.Clusters), MemberType = typeof(PlanTests))]
    public void Every_field_is_one_of_its_resource(string region, string isolation)
    {
        using var plan = JsonDocument.Parse(Declared.Plan(Declared.Text(region, isolation)).Single(f => f.Path == "main.tf.json").Text);
        var wrong = new List<string>();
        foreach (var group in new[] { "data", "resource" })
        {
            foreach (var type in plan.RootElement.GetProperty(group).EnumerateObject())
            {
                var known = Fields[type.Name].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet();
                foreach (var named in type.Value.EnumerateObject())
                {
                    var written = FieldsOf(named.Value, "").ToList();
                    wrong.AddRange(written.Where(f => !known.Contains(f)).Select(f => $"{type.Name}.{named.Name}: {f}"));
                    wrong.AddRange(Required.GetValueOrDefault(type.Name, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(r => !named.Value.TryGetProperty(r, out _)).Select(r => $"{type.Name}.{named.Name} has no {r}"));
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_reference_names_what_is_declared()
    {
        var text = Declared.Plan(Declared.Text(isolation: "full")).Single(f => f.Path == "main.tf.json").Text;
        using var plan = JsonDocument.Parse(text);
        var declared = plan.RootElement.GetProperty("resource").EnumerateObject().SelectMany(t => t.Value.EnumerateObject().Select(n => $"{t.Name}.{n.Name}"))
            .Concat(plan.RootElement.GetProperty("data").EnumerateObject().SelectMany(t => t.Value.EnumerateObject().Select(n => $"data.{t.Name}.{n.Name}"))).ToHashSet();
        var references = System.Text.RegularExpressions.Regex.Matches(text, @"(?<=\$\{|split\(\\""/\\"", )(data\.)?[a-z]\w+\.[\w-]+(?=[.\[])").Select(m => m.Value).Where(r => r != "path.module")
            .Concat(plan.RootElement.GetProperty("resource").GetProperty("scaleway_k8s_cluster").GetProperty("main").GetProperty("depends_on").EnumerateArray().Select(d => d.GetString()!)).ToHashSet();

        Assert.True(references.Count >= 7, string.Join(' ', references));
        Assert.Empty(references.Except(declared));
    }

    private static IEnumerable<string> FieldsOf(JsonElement block, string prefix) => block.EnumerateObject().SelectMany(field => field.Value.ValueKind switch
    {
        JsonValueKind.Object => FieldsOf(field.Value, $"{prefix}{field.Name}."),
        JsonValueKind.Array => [$"{prefix}{field.Name}:l"],
        JsonValueKind.Number => [$"{prefix}{field.Name}:n"],
        JsonValueKind.True or JsonValueKind.False => [$"{prefix}{field.Name}:b"],
        _ => [$"{prefix}{field.Name}:s"],
    });
}
