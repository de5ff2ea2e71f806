namespace k8s.Models;

/// <summary>A wish for storage, and what it was bound to.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1PersistentVolumeClaim : IKubernetesObject<V1ObjectMeta>, ISpec<V1PersistentVolumeClaimSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "PersistentVolumeClaim";
    public const string KubeGroup = "";
    public const string KubePluralName = "persistentvolumeclaims";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1PersistentVolumeClaimSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1PersistentVolumeClaimStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1PersistentVolumeClaim"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1PersistentVolumeClaimList : IKubernetesObject<V1ListMeta>, IItems<V1PersistentVolumeClaim>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "PersistentVolumeClaimList";
    public const string KubeGroup = "";
    public const string KubePluralName = "persistentvolumeclaims";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1PersistentVolumeClaim> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1PersistentVolumeClaim"/>.</summary>
public partial record V1PersistentVolumeClaimSpec
{
    /// <summary>ReadWriteOnce, ReadOnlyMany, ReadWriteMany or ReadWriteOncePod.</summary>
    [JsonPropertyName("accessModes")] public IList<string> AccessModes { get; set; }

    /// <summary>A snapshot or claim in the same namespace to start from.</summary>
    [JsonPropertyName("dataSource")] public V1TypedLocalObjectReference DataSource { get; set; }

    /// <summary>As DataSource, of any kind.</summary>
    [JsonPropertyName("dataSourceRef")] public V1TypedObjectReference DataSourceRef { get; set; }
    [JsonPropertyName("resources")] public V1VolumeResourceRequirements Resources { get; set; }
    [JsonPropertyName("selector")] public V1LabelSelector Selector { get; set; }

    /// <summary>The class; null means the default one, empty means none.</summary>
    [JsonPropertyName("storageClassName")] public string StorageClassName { get; set; }
    [JsonPropertyName("volumeAttributesClassName")] public string VolumeAttributesClassName { get; set; }

    /// <summary>Filesystem (where null) or Block.</summary>
    [JsonPropertyName("volumeMode")] public string VolumeMode { get; set; }

    /// <summary>The volume that it is bound to.</summary>
    [JsonPropertyName("volumeName")] public string VolumeName { get; set; }
}

/// <summary>How much storage is asked for.</summary>
public partial record V1VolumeResourceRequirements
{
    [JsonPropertyName("limits")] public IDictionary<string, ResourceQuantity> Limits { get; set; }
    [JsonPropertyName("requests")] public IDictionary<string, ResourceQuantity> Requests { get; set; }
}

/// <summary>What is observed of a <see cref="V1PersistentVolumeClaim"/>.</summary>
public partial record V1PersistentVolumeClaimStatus
{
    [JsonPropertyName("accessModes")] public IList<string> AccessModes { get; set; }
    [JsonPropertyName("allocatedResources")] public IDictionary<string, ResourceQuantity> AllocatedResources { get; set; }
    [JsonPropertyName("capacity")] public IDictionary<string, ResourceQuantity> Capacity { get; set; }
    [JsonPropertyName("conditions")] public IList<V1PersistentVolumeClaimCondition> Conditions { get; set; }

    /// <summary>Pending, Bound or Lost.</summary>
    [JsonPropertyName("phase")] public string Phase { get; set; }
}

/// <summary>One aspect of the state of a <see cref="V1PersistentVolumeClaim"/>.</summary>
public partial record V1PersistentVolumeClaimCondition
{
    [JsonPropertyName("lastProbeTime")] public DateTime? LastProbeTime { get; set; }
    [JsonPropertyName("lastTransitionTime")] public DateTime? LastTransitionTime { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
    [JsonPropertyName("status")] public string Status { get; set; }
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>A piece of storage in the cluster.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1PersistentVolume : IKubernetesObject<V1ObjectMeta>, ISpec<V1PersistentVolumeSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "PersistentVolume";
    public const string KubeGroup = "";
    public const string KubePluralName = "persistentvolumes";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1PersistentVolumeSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1PersistentVolumeStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1PersistentVolume"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1PersistentVolumeList : IKubernetesObject<V1ListMeta>, IItems<V1PersistentVolume>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "PersistentVolumeList";
    public const string KubeGroup = "";
    public const string KubePluralName = "persistentvolumes";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1PersistentVolume> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1PersistentVolume"/>.</summary>
public partial record V1PersistentVolumeSpec
{
    /// <summary>ReadWriteOnce, ReadOnlyMany, ReadWriteMany or ReadWriteOncePod.</summary>
    [JsonPropertyName("accessModes")] public IList<string> AccessModes { get; set; }
    [JsonPropertyName("awsElasticBlockStore")] public V1AWSElasticBlockStoreVolumeSource AwsElasticBlockStore { get; set; }
    [JsonPropertyName("azureDisk")] public V1AzureDiskVolumeSource AzureDisk { get; set; }
    [JsonPropertyName("azureFile")] public V1AzureFilePersistentVolumeSource AzureFile { get; set; }
    [JsonPropertyName("capacity")] public IDictionary<string, ResourceQuantity> Capacity { get; set; }
    [JsonPropertyName("cinder")] public V1CinderPersistentVolumeSource Cinder { get; set; }
    [JsonPropertyName("claimRef")] public V1ObjectReference ClaimRef { get; set; }
    [JsonPropertyName("csi")] public V1CSIPersistentVolumeSource Csi { get; set; }
    [JsonPropertyName("fc")] public V1FCVolumeSource Fc { get; set; }
    [JsonPropertyName("gcePersistentDisk")] public V1GCEPersistentDiskVolumeSource GcePersistentDisk { get; set; }
    [JsonPropertyName("hostPath")] public V1HostPathVolumeSource HostPath { get; set; }
    [JsonPropertyName("iscsi")] public V1ISCSIPersistentVolumeSource Iscsi { get; set; }
    [JsonPropertyName("local")] public V1LocalVolumeSource Local { get; set; }
    [JsonPropertyName("mountOptions")] public IList<string> MountOptions { get; set; }
    [JsonPropertyName("nfs")] public V1NFSVolumeSource Nfs { get; set; }

    /// <summary>The nodes from which the volume can be reached; for zonal storage, those of its zone.</summary>
    [JsonPropertyName("nodeAffinity")] public V1VolumeNodeAffinity NodeAffinity { get; set; }

    /// <summary>Retain or Delete.</summary>
    [JsonPropertyName("persistentVolumeReclaimPolicy")] public string PersistentVolumeReclaimPolicy { get; set; }
    [JsonPropertyName("storageClassName")] public string StorageClassName { get; set; }
    [JsonPropertyName("volumeAttributesClassName")] public string VolumeAttributesClassName { get; set; }

    /// <summary>Filesystem (where null) or Block.</summary>
    [JsonPropertyName("volumeMode")] public string VolumeMode { get; set; }
    [JsonPropertyName("vsphereVolume")] public V1VsphereVirtualDiskVolumeSource VsphereVolume { get; set; }
}

/// <summary>An Azure file share, by the old built-in driver.</summary>
public partial record V1AzureFilePersistentVolumeSource
{
    [JsonPropertyName("readOnly")] public bool? ReadOnlyProperty { get; set; }
    [JsonPropertyName("secretName")] public string SecretName { get; set; }
    [JsonPropertyName("secretNamespace")] public string SecretNamespace { get; set; }
    [JsonPropertyName("shareName")] public string ShareName { get; set; }
}

/// <summary>A Cinder volume, by the old built-in driver.</summary>
public partial record V1CinderPersistentVolumeSource
{
    [JsonPropertyName("fsType")] public string FsType { get; set; }
    [JsonPropertyName("readOnly")] public bool? ReadOnlyProperty { get; set; }
    [JsonPropertyName("secretRef")] public V1SecretReference SecretRef { get; set; }
    [JsonPropertyName("volumeID")] public string VolumeID { get; set; }
}

/// <summary>A volume of a CSI driver.</summary>
public partial record V1CSIPersistentVolumeSource
{
    [JsonPropertyName("controllerExpandSecretRef")] public V1SecretReference ControllerExpandSecretRef { get; set; }
    [JsonPropertyName("controllerPublishSecretRef")] public V1SecretReference ControllerPublishSecretRef { get; set; }
    [JsonPropertyName("driver")] public string Driver { get; set; }
    [JsonPropertyName("fsType")] public string FsType { get; set; }
    [JsonPropertyName("nodeExpandSecretRef")] public V1SecretReference NodeExpandSecretRef { get; set; }
    [JsonPropertyName("nodePublishSecretRef")] public V1SecretReference NodePublishSecretRef { get; set; }
    [JsonPropertyName("nodeStageSecretRef")] public V1SecretReference NodeStageSecretRef { get; set; }
    [JsonPropertyName("readOnly")] public bool? ReadOnlyProperty { get; set; }
    [JsonPropertyName("volumeAttributes")] public IDictionary<string, string> VolumeAttributes { get; set; }

    /// <summary>The volume's name, as the driver knows it.</summary>
    [JsonPropertyName("volumeHandle")] public string VolumeHandle { get; set; }
}

/// <summary>An iSCSI volume.</summary>
public partial record V1ISCSIPersistentVolumeSource
{
    [JsonPropertyName("chapAuthDiscovery")] public bool? ChapAuthDiscovery { get; set; }
    [JsonPropertyName("chapAuthSession")] public bool? ChapAuthSession { get; set; }
    [JsonPropertyName("fsType")] public string FsType { get; set; }
    [JsonPropertyName("initiatorName")] public string InitiatorName { get; set; }
    [JsonPropertyName("iqn")] public string Iqn { get; set; }
    [JsonPropertyName("iscsiInterface")] public string IscsiInterface { get; set; }
    [JsonPropertyName("lun")] public int Lun { get; set; }
    [JsonPropertyName("portals")] public IList<string> Portals { get; set; }
    [JsonPropertyName("readOnly")] public bool? ReadOnlyProperty { get; set; }
    [JsonPropertyName("secretRef")] public V1SecretReference SecretRef { get; set; }
    [JsonPropertyName("targetPortal")] public string TargetPortal { get; set; }
}

/// <summary>A disk or folder of one node.</summary>
public partial record V1LocalVolumeSource
{
    [JsonPropertyName("fsType")] public string FsType { get; set; }
    [JsonPropertyName("path")] public string Path { get; set; }
}

/// <summary>The nodes from which a volume can be reached.</summary>
public partial record V1VolumeNodeAffinity
{
    [JsonPropertyName("required")] public V1NodeSelector Required { get; set; }
}

/// <summary>What is observed of a <see cref="V1PersistentVolume"/>.</summary>
public partial record V1PersistentVolumeStatus
{
    [JsonPropertyName("lastPhaseTransitionTime")] public DateTime? LastPhaseTransitionTime { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }

    /// <summary>Pending, Available, Bound, Released or Failed.</summary>
    [JsonPropertyName("phase")] public string Phase { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }
}

/// <summary>How volumes for claims are made.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1StorageClass : IKubernetesObject<V1ObjectMeta>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "StorageClass";
    public const string KubeGroup = "storage.k8s.io";
    public const string KubePluralName = "storageclasses";

    [JsonPropertyName("allowVolumeExpansion")] public bool? AllowVolumeExpansion { get; set; }

    /// <summary>Where volumes may be made; null means anywhere.</summary>
    [JsonPropertyName("allowedTopologies")] public IList<V1TopologySelectorTerm> AllowedTopologies { get; set; }
    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("mountOptions")] public IList<string> MountOptions { get; set; }

    /// <summary>What the driver is told; each has its own.</summary>
    [JsonPropertyName("parameters")] public IDictionary<string, string> Parameters { get; set; }
    [JsonPropertyName("provisioner")] public string Provisioner { get; set; }

    /// <summary>What becomes of a volume after its claim: Delete (where null) or Retain.</summary>
    [JsonPropertyName("reclaimPolicy")] public string ReclaimPolicy { get; set; }

    /// <summary>Immediate (where null) makes the volume before the pod's node is known, WaitForFirstConsumer after.</summary>
    [JsonPropertyName("volumeBindingMode")] public string VolumeBindingMode { get; set; }
}

/// <summary>A list of <see cref="V1StorageClass"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1StorageClassList : IKubernetesObject<V1ListMeta>, IItems<V1StorageClass>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "StorageClassList";
    public const string KubeGroup = "storage.k8s.io";
    public const string KubePluralName = "storageclasses";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1StorageClass> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>Selects a topology by node labels; all requirements hold.</summary>
public partial record V1TopologySelectorTerm
{
    [JsonPropertyName("matchLabelExpressions")] public IList<V1TopologySelectorLabelRequirement> MatchLabelExpressions { get; set; }
}

/// <summary>A node label and its possible values.</summary>
public partial record V1TopologySelectorLabelRequirement
{
    [JsonPropertyName("key")] public string Key { get; set; }
    [JsonPropertyName("values")] public IList<string> Values { get; set; }
}
