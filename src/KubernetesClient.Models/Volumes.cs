namespace k8s.Models;

/// <summary>Files for the containers of a pod; one source is set.</summary>
public partial record V1Volume
{
    [JsonPropertyName("awsElasticBlockStore")] public V1AWSElasticBlockStoreVolumeSource AwsElasticBlockStore { get; set; }
    [JsonPropertyName("azureDisk")] public V1AzureDiskVolumeSource AzureDisk { get; set; }
    [JsonPropertyName("azureFile")] public V1AzureFileVolumeSource AzureFile { get; set; }
    [JsonPropertyName("cinder")] public V1CinderVolumeSource Cinder { get; set; }
    [JsonPropertyName("configMap")] public V1ConfigMapVolumeSource ConfigMap { get; set; }
    [JsonPropertyName("csi")] public V1CSIVolumeSource Csi { get; set; }
    [JsonPropertyName("downwardAPI")] public V1DownwardAPIVolumeSource DownwardAPI { get; set; }
    [JsonPropertyName("emptyDir")] public V1EmptyDirVolumeSource EmptyDir { get; set; }
    [JsonPropertyName("ephemeral")] public V1EphemeralVolumeSource Ephemeral { get; set; }
    [JsonPropertyName("fc")] public V1FCVolumeSource Fc { get; set; }
    [JsonPropertyName("gcePersistentDisk")] public V1GCEPersistentDiskVolumeSource GcePersistentDisk { get; set; }
    [JsonPropertyName("hostPath")] public V1HostPathVolumeSource HostPath { get; set; }
    [JsonPropertyName("image")] public V1ImageVolumeSource Image { get; set; }
    [JsonPropertyName("iscsi")] public V1ISCSIVolumeSource Iscsi { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("nfs")] public V1NFSVolumeSource Nfs { get; set; }
    [JsonPropertyName("persistentVolumeClaim")] public V1PersistentVolumeClaimVolumeSource PersistentVolumeClaim { get; set; }
    [JsonPropertyName("projected")] public V1ProjectedVolumeSource Projected { get; set; }
    [JsonPropertyName("secret")] public V1SecretVolumeSource Secret { get; set; }
    [JsonPropertyName("vsphereVolume")] public V1VsphereVirtualDiskVolumeSource VsphereVolume { get; set; }
}

/// <summary>An EBS volume, by the old built-in driver.</summary>
public partial record V1AWSElasticBlockStoreVolumeSource
{
    [JsonPropertyName("fsType")] public string FsType { get; set; }
    [JsonPropertyName("partition")] public int? Partition { get; set; }
    [JsonPropertyName("readOnly")] public bool? ReadOnlyProperty { get; set; }
    [JsonPropertyName("volumeID")] public string VolumeID { get; set; }
}

/// <summary>An Azure disk, by the old built-in driver.</summary>
public partial record V1AzureDiskVolumeSource
{
    [JsonPropertyName("cachingMode")] public string CachingMode { get; set; }
    [JsonPropertyName("diskName")] public string DiskName { get; set; }
    [JsonPropertyName("diskURI")] public string DiskURI { get; set; }
    [JsonPropertyName("fsType")] public string FsType { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("readOnly")] public bool? ReadOnlyProperty { get; set; }
}

/// <summary>An Azure file share, by the old built-in driver.</summary>
public partial record V1AzureFileVolumeSource
{
    [JsonPropertyName("readOnly")] public bool? ReadOnlyProperty { get; set; }
    [JsonPropertyName("secretName")] public string SecretName { get; set; }
    [JsonPropertyName("shareName")] public string ShareName { get; set; }
}

/// <summary>A Cinder volume, by the old built-in driver.</summary>
public partial record V1CinderVolumeSource
{
    [JsonPropertyName("fsType")] public string FsType { get; set; }
    [JsonPropertyName("readOnly")] public bool? ReadOnlyProperty { get; set; }
    [JsonPropertyName("secretRef")] public V1LocalObjectReference SecretRef { get; set; }
    [JsonPropertyName("volumeID")] public string VolumeID { get; set; }
}

/// <summary>The entries of a ConfigMap as files.</summary>
public partial record V1ConfigMapVolumeSource
{
    /// <summary>Permission bits; null means 0644, which is 420 in decimal.</summary>
    [JsonPropertyName("defaultMode")] public int? DefaultMode { get; set; }
    [JsonPropertyName("items")] public IList<V1KeyToPath> Items { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("optional")] public bool? Optional { get; set; }
}

/// <summary>A volume that a CSI driver makes for this pod.</summary>
public partial record V1CSIVolumeSource
{
    [JsonPropertyName("driver")] public string Driver { get; set; }
    [JsonPropertyName("fsType")] public string FsType { get; set; }
    [JsonPropertyName("nodePublishSecretRef")] public V1LocalObjectReference NodePublishSecretRef { get; set; }
    [JsonPropertyName("readOnly")] public bool? ReadOnlyProperty { get; set; }
    [JsonPropertyName("volumeAttributes")] public IDictionary<string, string> VolumeAttributes { get; set; }
}

/// <summary>Fields of the pod as files.</summary>
public partial record V1DownwardAPIVolumeSource
{
    /// <summary>Permission bits; null means 0644, which is 420 in decimal.</summary>
    [JsonPropertyName("defaultMode")] public int? DefaultMode { get; set; }
    [JsonPropertyName("items")] public IList<V1DownwardAPIVolumeFile> Items { get; set; }
}

/// <summary>A file with a field of the pod.</summary>
public partial record V1DownwardAPIVolumeFile
{
    [JsonPropertyName("fieldRef")] public V1ObjectFieldSelector FieldRef { get; set; }
    [JsonPropertyName("mode")] public int? Mode { get; set; }
    [JsonPropertyName("path")] public string Path { get; set; }
    [JsonPropertyName("resourceFieldRef")] public V1ResourceFieldSelector ResourceFieldRef { get; set; }
}

/// <summary>A folder that lives as long as the pod.</summary>
public partial record V1EmptyDirVolumeSource
{
    /// <summary>Memory, or empty for the node's disk.</summary>
    [JsonPropertyName("medium")] public string Medium { get; set; }
    [JsonPropertyName("sizeLimit")] public ResourceQuantity SizeLimit { get; set; }
}

/// <summary>A claim that lives as long as the pod.</summary>
public partial record V1EphemeralVolumeSource
{
    [JsonPropertyName("volumeClaimTemplate")] public V1PersistentVolumeClaimTemplate VolumeClaimTemplate { get; set; }
}

/// <summary>The claim that is made for the pod.</summary>
public partial record V1PersistentVolumeClaimTemplate
{
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1PersistentVolumeClaimSpec Spec { get; set; }
}

/// <summary>A Fibre Channel volume.</summary>
public partial record V1FCVolumeSource
{
    [JsonPropertyName("fsType")] public string FsType { get; set; }
    [JsonPropertyName("lun")] public int? Lun { get; set; }
    [JsonPropertyName("readOnly")] public bool? ReadOnlyProperty { get; set; }
    [JsonPropertyName("targetWWNs")] public IList<string> TargetWWNs { get; set; }
    [JsonPropertyName("wwids")] public IList<string> Wwids { get; set; }
}

/// <summary>A GCE disk, by the old built-in driver.</summary>
public partial record V1GCEPersistentDiskVolumeSource
{
    [JsonPropertyName("fsType")] public string FsType { get; set; }
    [JsonPropertyName("partition")] public int? Partition { get; set; }
    [JsonPropertyName("pdName")] public string PdName { get; set; }
    [JsonPropertyName("readOnly")] public bool? ReadOnlyProperty { get; set; }
}

/// <summary>A path of the node.</summary>
public partial record V1HostPathVolumeSource
{
    [JsonPropertyName("path")] public string Path { get; set; }

    /// <summary>What must be there, such as Directory or FileOrCreate; null means no check.</summary>
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>The files of an image.</summary>
public partial record V1ImageVolumeSource
{
    /// <summary>Always, IfNotPresent or Never; null depends on the tag.</summary>
    [JsonPropertyName("pullPolicy")] public string PullPolicy { get; set; }
    [JsonPropertyName("reference")] public string Reference { get; set; }
}

/// <summary>An iSCSI volume.</summary>
public partial record V1ISCSIVolumeSource
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
    [JsonPropertyName("secretRef")] public V1LocalObjectReference SecretRef { get; set; }
    [JsonPropertyName("targetPortal")] public string TargetPortal { get; set; }
}

/// <summary>The file that an entry becomes.</summary>
public partial record V1KeyToPath
{
    [JsonPropertyName("key")] public string Key { get; set; }

    /// <summary>Permission bits; null means those of the volume.</summary>
    [JsonPropertyName("mode")] public int? Mode { get; set; }
    [JsonPropertyName("path")] public string Path { get; set; }
}

/// <summary>A folder of an NFS server.</summary>
public partial record V1NFSVolumeSource
{
    [JsonPropertyName("path")] public string Path { get; set; }
    [JsonPropertyName("readOnly")] public bool? ReadOnlyProperty { get; set; }
    [JsonPropertyName("server")] public string Server { get; set; }
}

/// <summary>A claim in the pod's namespace.</summary>
public partial record V1PersistentVolumeClaimVolumeSource
{
    [JsonPropertyName("claimName")] public string ClaimName { get; set; }
    [JsonPropertyName("readOnly")] public bool? ReadOnlyProperty { get; set; }
}

/// <summary>Several sources in one folder.</summary>
public partial record V1ProjectedVolumeSource
{
    /// <summary>Permission bits; null means 0644, which is 420 in decimal.</summary>
    [JsonPropertyName("defaultMode")] public int? DefaultMode { get; set; }
    [JsonPropertyName("sources")] public IList<V1VolumeProjection> Sources { get; set; }
}

/// <summary>A source of a projected volume; one of the members is set.</summary>
public partial record V1VolumeProjection
{
    [JsonPropertyName("clusterTrustBundle")] public V1ClusterTrustBundleProjection ClusterTrustBundle { get; set; }
    [JsonPropertyName("configMap")] public V1ConfigMapProjection ConfigMap { get; set; }
    [JsonPropertyName("downwardAPI")] public V1DownwardAPIProjection DownwardAPI { get; set; }
    [JsonPropertyName("podCertificate")] public V1PodCertificateProjection PodCertificate { get; set; }
    [JsonPropertyName("secret")] public V1SecretProjection Secret { get; set; }
    [JsonPropertyName("serviceAccountToken")] public V1ServiceAccountTokenProjection ServiceAccountToken { get; set; }
}

/// <summary>Certificates of a trust bundle as a file.</summary>
public partial record V1ClusterTrustBundleProjection
{
    [JsonPropertyName("labelSelector")] public V1LabelSelector LabelSelector { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("optional")] public bool? Optional { get; set; }
    [JsonPropertyName("path")] public string Path { get; set; }
    [JsonPropertyName("signerName")] public string SignerName { get; set; }
}

/// <summary>Entries of a ConfigMap as files.</summary>
public partial record V1ConfigMapProjection
{
    [JsonPropertyName("items")] public IList<V1KeyToPath> Items { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("optional")] public bool? Optional { get; set; }
}

/// <summary>Fields of the pod as files.</summary>
public partial record V1DownwardAPIProjection
{
    [JsonPropertyName("items")] public IList<V1DownwardAPIVolumeFile> Items { get; set; }
}

/// <summary>A key and a certificate for the pod as files.</summary>
public partial record V1PodCertificateProjection
{
    [JsonPropertyName("certificateChainPath")] public string CertificateChainPath { get; set; }
    [JsonPropertyName("credentialBundlePath")] public string CredentialBundlePath { get; set; }
    [JsonPropertyName("keyPath")] public string KeyPath { get; set; }
    [JsonPropertyName("keyType")] public string KeyType { get; set; }
    [JsonPropertyName("maxExpirationSeconds")] public int? MaxExpirationSeconds { get; set; }
    [JsonPropertyName("signerName")] public string SignerName { get; set; }
    [JsonPropertyName("userAnnotations")] public IDictionary<string, string> UserAnnotations { get; set; }
}

/// <summary>Entries of a Secret as files.</summary>
public partial record V1SecretProjection
{
    [JsonPropertyName("items")] public IList<V1KeyToPath> Items { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("optional")] public bool? Optional { get; set; }
}

/// <summary>A token of the pod's service account as a file.</summary>
public partial record V1ServiceAccountTokenProjection
{
    [JsonPropertyName("audience")] public string Audience { get; set; }

    /// <summary>Seconds that the token is valid; null means 3600.</summary>
    [JsonPropertyName("expirationSeconds")] public long? ExpirationSeconds { get; set; }
    [JsonPropertyName("path")] public string Path { get; set; }
}

/// <summary>The entries of a Secret as files.</summary>
public partial record V1SecretVolumeSource
{
    /// <summary>Permission bits; null means 0644, which is 420 in decimal.</summary>
    [JsonPropertyName("defaultMode")] public int? DefaultMode { get; set; }
    [JsonPropertyName("items")] public IList<V1KeyToPath> Items { get; set; }
    [JsonPropertyName("optional")] public bool? Optional { get; set; }
    [JsonPropertyName("secretName")] public string SecretName { get; set; }
}

/// <summary>A vSphere disk, by the old built-in driver.</summary>
public partial record V1VsphereVirtualDiskVolumeSource
{
    [JsonPropertyName("fsType")] public string FsType { get; set; }
    [JsonPropertyName("storagePolicyID")] public string StoragePolicyID { get; set; }
    [JsonPropertyName("storagePolicyName")] public string StoragePolicyName { get; set; }
    [JsonPropertyName("volumePath")] public string VolumePath { get; set; }
}
