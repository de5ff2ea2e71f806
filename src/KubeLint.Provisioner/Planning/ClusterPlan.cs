using k8s;
using KubeLint.Provisioner.Declarations;
using KubeLint.Provisioner.Manifests;
using KubeLint.Provisioner.Terraform;

namespace KubeLint.Provisioner.Planning;

/// <summary>A file of a plan.</summary>
/// <param name="Path">Its path below the plan's folder, with forward slashes.</param>
/// <param name="Text">Its text.</param>
internal sealed record PlannedFile(string Path, string Text);

/// <summary>All that is planned for a cluster, as files. One declaration always makes the same bytes.</summary>
internal static class ClusterPlan
{
    /// <summary>The folder of the manifests, all of which belong to a plan.</summary>
    public const string ManifestFolder = "manifests";

    /// <summary>The folder of the templates.</summary>
    public const string TemplateFolder = "templates";

    /// <summary>The configuration of Terraform.</summary>
    public const string TerraformFile = "main.tf.json";

    /// <summary>The manifest of what all others need: namespace and class of volumes.</summary>
    public const string BaseManifest = ManifestFolder + "/00-base.yaml";

    /// <summary>The first line of each manifest, by which a later plan knows its own.</summary>
    public const string Header = "# Planned by kubelint-kapsule; change the declaration, not this file.\n";

    /// <summary>The files of a plan, sorted by path, which is also the order in which manifests are to be applied.</summary>
    public static IReadOnlyList<PlannedFile> Of(ClusterDeclaration cluster)
    {
        var files = new List<PlannedFile>
        {
            new(".gitignore", "# Terraform's state holds the keys of the cluster.\n*.tfstate*\n.rendered/\n.terraform/\n"),
            new(TerraformFile, PlainJson.WriteTerraform(ClusterConfiguration.Of(cluster))),
            Manifests(BaseManifest, [StorageManifests.Namespace(cluster), StorageManifests.Class()]),
            Manifests($"{ManifestFolder}/10-ingress-nginx.yaml", IngressManifests.Of(cluster)),
            Manifests(ClusterConfiguration.LoadBalancerTemplate, cluster.LoadBalancerZones.Select(zone => IngressManifests.LoadBalancer(zone, $"${{{ClusterConfiguration.AddressVariable(zone)}}}"))),
        };
        files.AddRange(cluster.Workloads.Select(workload => Manifests($"{ManifestFolder}/20-{workload.Name}.yaml", WorkloadManifests.Of(workload, cluster))));
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static PlannedFile Manifests(string path, IEnumerable<IKubernetesObject> objects) => new(path, Header + KubernetesYaml.SerializeAll(objects));
}
