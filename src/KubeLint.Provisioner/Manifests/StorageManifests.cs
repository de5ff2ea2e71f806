using k8s.Models;
using KubeLint.Provisioner.Declarations;

namespace KubeLint.Provisioner.Manifests;

/// <summary>The namespace of the workloads and the class of their volumes.</summary>
internal static class StorageManifests
{
    /// <summary>The name of the class.</summary>
    public const string ClassName = "zonal-block";

    /// <summary>The namespace.</summary>
    public static V1Namespace Namespace(ClusterDeclaration cluster) => new()
    {
        ApiVersion = "v1",
        Kind = "Namespace",
        Metadata = new V1ObjectMeta { Name = cluster.Name },
    };

    /// <summary>
    /// The class. Block storage stands in one zone; a volume that waits for its first pod is made where the scheduler
    /// puts the pod, and does not decide it. Kapsule's own default class depends on the version; this one does not.
    /// </summary>
    public static V1StorageClass Class() => new()
    {
        ApiVersion = "storage.k8s.io/v1",
        Kind = "StorageClass",
        Metadata = new V1ObjectMeta { Name = ClassName },
        AllowVolumeExpansion = true,
        Provisioner = "csi.scaleway.com",

        // A claim that is deleted by mistake does not take the data with it.
        ReclaimPolicy = "Retain",
        VolumeBindingMode = "WaitForFirstConsumer",
    };
}
