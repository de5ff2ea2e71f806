using System.Collections;
using System.Text.RegularExpressions;
using KubeLint.Configuration;
using KubeLint.NodePools;
using KubeLint.Resources;
using KubeLint.Views;
using KubeLint.Yaml;

namespace KubeLint.Tests.NodePools;

/// <summary>What each dialect of node pools says: one small fixture for each row of the table, and more where zones stand elsewhere.</summary>
public sealed class PoolDialectTests
{
    private const string Infrastructure = "infrastructure.cluster.x-k8s.io/v1beta1";

    /// <summary>
    /// The object, and what its pools are: <c>cluster: zones (or what it means that there are none; ? for unknown) minimum..maximum</c>,
    /// with an asterisk where they are autoscaled, a question mark where that is not known.
    /// </summary>
    public static TheoryData<string, string> Table => new()
    {
        // Kubernetes and Karpenter.
        { Object("v1", "Node", "{labels: {topology.kubernetes.io/zone: a}}"), ": a ?..??" },
        { Object("karpenter.sh/v1", "NodePool", spec: "{template: {spec: {requirements: [{key: topology.kubernetes.io/zone, operator: In, values: [a, b]}]}}}"), ": a,b ?..?*" },
        { Object("karpenter.sh/v1", "NodePool", spec: "{template: {spec: {requirements: []}}}"), ": EveryZone ?..?*" },
        { Object("karpenter.sh/v1", "NodePool", spec: "{replicas: 3, template: {metadata: {labels: {topology.kubernetes.io/zone: a}}}}"), ": a 3..3" },
        { Object("karpenter.sh/v1alpha5", "Provisioner", spec: "{labels: {topology.kubernetes.io/zone: a}}"), ": a ?..?*" },
        { Object("karpenter.sh/v1", "NodeClaim", spec: "{requirements: [{key: topology.kubernetes.io/zone, operator: In, values: [a]}]}"), ": a ?..??" },
        {
            Object("karpenter.sh/v1", "NodePool", spec: "{template: {spec: {nodeClassRef: {kind: IBMNodeClass, name: c}}}}") + Object("karpenter-ibm.sh/v1alpha1", "IBMNodeClass", "{name: c}", "{zone: us-south-1}"),
            ": us-south-1 ?..?*"
        },
        { Object("karpenter.sh/v1", "NodePool", spec: "{template: {spec: {nodeClassRef: {kind: IBMNodeClass, name: elsewhere}}}}"), ": ? ?..?*" },
        {
            Object("karpenter.sh/v1", "NodePool", spec: "{template: {spec: {nodeClassRef: {kind: ECSNodeClass, name: c}}}}") + Object("karpenter.alibabacloud.com/v1alpha1", "ECSNodeClass", "{name: c}", "{vSwitchSelectorTerms: [{zoneID: cn-beijing-a}, {id: vsw-1}]}"),
            ": ? ?..?*"
        },
        {
            Object("karpenter.sh/v1", "NodePool", spec: "{template: {spec: {nodeClassRef: {kind: EC2NodeClass, name: c}}}}") + Object("karpenter.k8s.aws/v1", "EC2NodeClass", "{name: c}", "{}", "status: {subnets: [{zone: eu-west-1a}]}"),
            ": eu-west-1a ?..?*"
        },

        // Cluster API.
        { Object("cluster.x-k8s.io/v1beta1", "MachineDeployment", spec: "{clusterName: c, replicas: 2, template: {spec: {failureDomain: a}}}"), "c: a 2..2" },
        { Object("cluster.x-k8s.io/v1beta1", "MachineDeployment", Size("cluster.x-k8s.io", 1, 5), "{clusterName: c, replicas: 2, template: {spec: {}}}"), "c: Unknown 1..5*" },
        { Object("cluster.x-k8s.io/v1beta1", "MachineDeployment", spec: "{clusterName: c, replicas: '${COUNT}', template: {spec: {failureDomain: '${AZ}'}}}"), "c: ? ?..?" },
        { Object("cluster.x-k8s.io/v1beta1", "MachineSet", spec: "{clusterName: c, replicas: 1, template: {spec: {failureDomain: a}}}"), "c: a 1..1" },
        { Object("cluster.x-k8s.io/v1beta1", "MachineSet", "{name: m, ownerReferences: [{kind: MachineDeployment, name: d, controller: true}]}", "{clusterName: c, template: {spec: {failureDomain: a}}}"), "" },
        { Object("cluster.x-k8s.io/v1beta1", "MachinePool", spec: "{clusterName: c, replicas: 3, failureDomains: [a, b]}"), "c: a,b 3..3" },
        { Object("exp.cluster.x-k8s.io/v1alpha3", "MachinePool", spec: "{clusterName: c, replicas: 3, failureDomains: [a, b]}"), "c: a,b 3..3" },
        { Object("cluster.x-k8s.io/v1beta1", "Cluster", "{name: c}", "{topology: {workers: {machineDeployments: [{name: x, failureDomain: a, replicas: 2}], machinePools: [{name: y, failureDomains: [a, b], replicas: 2}]}}}"), "c: a 2..2; c: a,b 2..2" },
        {
            Object("cluster.x-k8s.io/v1beta1", "Cluster", "{name: c}", "{topology: {class: k, workers: {machineDeployments: [{name: x, class: w, replicas: 2}, {name: y, class: v, replicas: 2}]}}}")
                + Object("cluster.x-k8s.io/v1beta1", "ClusterClass", "{name: k}", "{workers: {machineDeployments: [{class: w, failureDomain: a}, {class: v}]}}"),
            "c: a 2..2; c: ? 2..2"
        },
        { Object("cluster.x-k8s.io/v1beta1", "Cluster", "{name: c}", "{controlPlaneRef: {name: x}}"), "" },
        { Owned("OscMachineTemplate", "{template: {spec: {node: {vm: {subregionName: eu-west-2a}}}}}"), "c: eu-west-2a 1..1" },
        { Owned("OscMachineTemplate", "{template: {spec: {node: {vm: {subregionNames: [eu-west-2a, eu-west-2b]}}}}}"), "c: eu-west-2a,eu-west-2b 1..1" },
        { Owned("IBMVPCMachineTemplate", "{template: {spec: {zone: us-south-1}}}"), "c: us-south-1 1..1" },
        { Owned("AzureMachineTemplate", "{template: {spec: {failureDomain: '1'}}}"), "c: 1 1..1" },
        { Owned("DockerMachineTemplate", "{}"), "c: Unknown 1..1" },
        { Owned("AzureMachineTemplate", "{}"), "c: Unknown 1..1" },
        { Owned("IBMVPCMachineTemplate", "{template: {spec: {zone: us-south-1}}}").Replace("name: t", "name: '${CLUSTER}-md-0'"), "c: us-south-1 1..1" },
        { Owned("IBMVPCMachineTemplate", "{template: {spec: {zone: '${ZONE}'}}}"), "c: ? 1..1" },
        { Pooled("AWSManagedMachinePool", "{availabilityZones: [eu-west-1a], scaling: {minSize: 1, maxSize: 3}}"), "c: eu-west-1a 1..3*" },
        { Pooled("AWSManagedMachinePool", "{}"), "c: EveryZone 4..4" },
        { Pooled("AWSManagedMachinePool", "{subnetIDs: [subnet-1]}"), "c: ? 4..4" },
        { Pooled("AWSMachinePool", "{minSize: 1, maxSize: 1, availabilityZones: [eu-west-1a]}"), "c: eu-west-1a 4..4" },
        { Pooled("AWSMachinePool", "{minSize: 1, maxSize: 2, subnets: [{id: subnet-1}]}"), "c: ? 1..2*" },
        { Pooled("ROSAMachinePool", "{availabilityZone: eu-west-1a, autoscaling: {minReplicas: 2, maxReplicas: 4}}"), "c: eu-west-1a 2..4*" },
        { Pooled("AzureManagedMachinePool", "{mode: User, sku: s, availabilityZones: ['1', '2'], scaling: {minSize: 1, maxSize: 2}}"), "c: 1,2 1..2*" },
        { Pooled("AzureManagedMachinePool", "{mode: User, sku: s}"), "c: NoGuarantee 4..4" },
        { Pooled("AzureManagedMachinePool", "{sku: s}"), "c: Unknown ?..??" },
        { Object("exp.infrastructure.cluster.x-k8s.io/v1alpha3", "AzureManagedMachinePool", spec: "{mode: User, sku: s}"), ": NoGuarantee ?..?" },
        { Pooled("AzureMachinePool", "{template: {vmSize: s}}"), "c: NoGuarantee 4..4" },
        { Pooled("AzureMachinePool", "{template: {vmSize: s}}", "failureDomains: ['1', '2'], "), "c: 1,2 4..4" },
        { Object(Infrastructure, "AzureMachinePool", spec: "{template: {vmSize: s}}"), ": Unknown ?..??" },
        { Pooled("AzureASOManagedMachinePool", "{resources: [{kind: ManagedClustersAgentPool, metadata: {name: x}, spec: {owner: {name: c}, availabilityZones: ['3'], enableAutoScaling: true, minCount: 1, maxCount: 2}}]}"), "c: 3 1..2*" },
        { Pooled("GCPManagedMachinePool", "{nodeLocations: [us-east1-b, us-east1-c], scaling: {minCount: 1, maxCount: 2}}"), "c: us-east1-b,us-east1-c 2..4*" },
        { Pooled("GCPManagedMachinePool", "{scaling: {minCount: 1, maxCount: 2}}"), "c: Unknown ?..?*" },
        { Pooled("ScalewayManagedMachinePool", "{nodeType: PRO2-S, zone: fr-par-1, scaling: {autoscaling: true, minSize: 0, maxSize: 3}}"), "c: fr-par-1 0..3*" },
        { Pooled("ScalewayManagedMachinePool", "{nodeType: PRO2-S, zone: fr-par-1, scaling: {minSize: 0, maxSize: 3}}"), "c: fr-par-1 4..4" },
        { Pooled("OCIManagedMachinePool", "{nodePoolNodeConfig: {placementConfigs: [{availabilityDomain: AD-1}, {availabilityDomain: AD-2}]}}"), "c: AD-1,AD-2 4..4" },
        { Pooled("OCIManagedMachinePool", "{nodePoolNodeConfig: {placementConfigs: [{availabilityDomain: AD-1}, {subnetName: x}]}}"), "c: ? 4..4" },
        { Pooled("OCIMachinePool", "{placementDetails: [{availabilityDomain: 1}]}"), "c: 1 4..4" },

        // AWS.
        { Eksctl("{name: g, availabilityZones: [eu-west-1a], minSize: 1, maxSize: 3}"), "c: eu-west-1a 1..3*" },
        { Eksctl("{name: g, desiredCapacity: 2}"), "c: EveryZone 2..2" },
        { Eksctl("{name: g, subnets: [one]}", "vpc: {subnets: {private: {one: {id: subnet-1, az: eu-west-1a}, two: {az: eu-west-1b}}}}"), "c: eu-west-1a ?..?" },
        { Eksctl("{name: g, subnets: [subnet-2]}", "vpc: {subnets: {public: {eu-west-1a: {id: subnet-1}, eu-west-1b: {id: subnet-2}}}}"), "c: eu-west-1b ?..?" },
        { Eksctl("{name: g, subnets: [subnet-9]}", "vpc: {subnets: {public: {eu-west-1a: {id: subnet-1}}}}"), "c: ? ?..?" },
        { Eksctl("{name: g}", "vpc: {subnets: {private: {eu-west-1a: {id: subnet-1}, two: {id: subnet-2, az: eu-west-1b}}}}"), "c: eu-west-1a,eu-west-1b ?..?" },
        { Eksctl("{name: g}", "vpc: {subnets: {private: {one: {id: subnet-1}}}}"), "c: ? ?..?" },
        { Kops("{role: Node, subnets: [s1], minSize: 2, maxSize: 2}") + KopsCluster("{subnets: [{name: s1, zone: eu-west-1a}, {name: s2, zone: eu-west-1b}]}"), "c: eu-west-1a 2..2" },
        { Kops("{role: Node, subnets: [s1, s2]}") + KopsCluster("{networking: {subnets: [{name: s1, zone: eu-west-1a}, {name: s2, zone: eu-west-1b}]}}"), "c: eu-west-1a,eu-west-1b ?..?" },
        { Kops("{role: Node, subnets: [s3]}") + KopsCluster("{subnets: [{name: s1, zone: eu-west-1a}]}"), "c: ? ?..?" },
        { Kops("{role: Node, subnets: [s1]}"), "c: ? ?..?" },
        { Kops("{role: Node, zones: [us-east1-b], subnets: [s1]}"), "c: us-east1-b ?..?" },
        { Kops("{role: Master, zones: [us-east1-b]}"), "" },
        { Object("kops/v1alpha2", "InstanceGroup", spec: "{role: Node, zones: [a], minSize: 1, maxSize: 2}"), ": a 1..2*" },
        { Object("eks.services.k8s.aws/v1alpha1", "Nodegroup", spec: "{clusterName: c, subnets: [subnet-1], scalingConfig: {minSize: 1, maxSize: 1, desiredSize: 1}}"), "c: ? 1..1" },
        {
            Object("eks.services.k8s.aws/v1alpha1", "Nodegroup", spec: "{clusterRef: {from: {name: c}}, subnetRefs: [{from: {name: s}}]}") + Object("ec2.services.k8s.aws/v1alpha1", "Subnet", "{name: s}", "{availabilityZone: eu-west-1a}"),
            "c: eu-west-1a ?..?"
        },
        {
            Object("eks.aws.upbound.io/v1beta1", "NodeGroup", spec: "{forProvider: {clusterNameRef: {name: c}, subnetIdRefs: [{name: s}, {name: t}], scalingConfig: [{minSize: 1, maxSize: 3, desiredSize: 2}]}}")
                + Object("ec2.aws.upbound.io/v1beta1", "Subnet", "{name: s}", "{forProvider: {availabilityZone: eu-west-1a}}") + Object("ec2.aws.upbound.io/v1beta1", "Subnet", "{name: t}", "{forProvider: {availabilityZone: eu-west-1b}}"),
            "c: eu-west-1a,eu-west-1b 1..3*"
        },
        {
            Object("eks.aws.upbound.io/v1beta2", "NodeGroup", spec: "{forProvider: {clusterNameSelector: {matchLabels: {app: x}}, subnetIdRefs: [{name: gone}], scalingConfig: {minSize: 1, maxSize: 3}}}")
                + Object("eks.aws.upbound.io/v1beta1", "Cluster", "{name: c, labels: {app: x}}", "{}"),
            "c: ? 1..3*"
        },
        { Object("eks.aws.m.upbound.io/v1beta1", "NodeGroup", spec: "{forProvider: {clusterName: c, subnetIdSelector: {}}}"), "c: ? ?..?" },
        {
            Object("eks.aws.crossplane.io/v1alpha1", "NodeGroup", spec: "{forProvider: {clusterName: c, subnetRefs: [{name: s}]}}") + Object("ec2.aws.crossplane.io/v1beta1", "Subnet", "{name: s}", "{forProvider: {availabilityZone: eu-west-1a}}"),
            "c: eu-west-1a ?..?"
        },
        { Object("anywhere.eks.amazonaws.com/v1alpha1", "Cluster", "{name: c}", "{workerNodeGroupConfigurations: [{name: x, count: 2, failureDomains: [fd-1]}, {name: y, count: 1, autoscalingConfiguration: {minCount: 1, maxCount: 4}}]}"), "c: fd-1 2..2; c: Unknown 1..4*" },

        {
            Object("anywhere.eks.amazonaws.com/v1alpha1", "Cluster", "{name: c}", "{datacenterRef: {kind: CloudStackDatacenterConfig, name: d}, workerNodeGroupConfigurations: [{name: x, count: 2}]}")
                + Object("anywhere.eks.amazonaws.com/v1alpha1", "CloudStackDatacenterConfig", "{name: d}", "{availabilityZones: [{name: az-1}, {name: az-2}]}"),
            "c: az-1,az-2 2..2"
        },

        // Azure.
        { Object("containerservice.azure.com/v1api20231001", "ManagedClustersAgentPool", spec: "{owner: {name: c}, availabilityZones: ['1'], count: 2}"), "c: 1 2..2" },
        { Object("containerservice.azure.com/v1api20231001", "ManagedClustersAgentPool", spec: "{owner: {name: c}, count: 2, minCount: 0, enableAutoScaling: true}"), "c: NoGuarantee 0..?*" },
        { Object("containerservice.azure.com/v1api20231001", "ManagedCluster", "{name: c}", "{owner: {name: g}, location: westeurope, agentPoolProfiles: [{name: p, count: 3, availabilityZones: ['1', '2', '3']}, {name: q, count: 1}]}"), "c: 1,2,3 3..3; c: NoGuarantee 1..1" },
        { Object("containerservice.azure.upbound.io/v1beta1", "KubernetesClusterNodePool", spec: "{forProvider: {vmSize: s, nodeCount: 1, zones: ['1'], kubernetesClusterIdRef: {name: c}}}"), "c: 1 1..1" },
        { Object("containerservice.azure.m.upbound.io/v1beta1", "KubernetesClusterNodePool", spec: "{forProvider: {vmSize: s, minCount: 1, maxCount: 2, autoScalingEnabled: true, kubernetesClusterIdRef: {name: c}}}"), "c: NoGuarantee 1..2*" },
        { Object("containerservice.azure.upbound.io/v1beta1", "KubernetesCluster", "{name: c}", "{forProvider: {location: West Europe, defaultNodePool: [{vmSize: s, nodeCount: 1, zones: ['1']}]}}"), "c: 1 1..1" },
        { Object("containerservice.azure.m.upbound.io/v1beta1", "KubernetesCluster", "{name: c}", "{forProvider: {location: West Europe, defaultNodePool: {vmSize: s, nodeCount: 1}}}"), "c: NoGuarantee 1..1" },

        // Google Cloud.
        { Object("container.cnrm.cloud.google.com/v1beta1", "ContainerNodePool", spec: "{clusterRef: {external: c}, location: us-east1, nodeLocations: [us-east1-b, us-east1-c], nodeCount: 2}"), "c: us-east1-b,us-east1-c 4..4" },
        { Object("container.cnrm.cloud.google.com/v1beta1", "ContainerNodePool", spec: "{location: us-east1, autoscaling: {minNodeCount: 1, maxNodeCount: 2}}"), ": EveryZone ?..?*" },
        { Object("container.cnrm.cloud.google.com/v1beta1", "ContainerNodePool", spec: "{location: us-east1-b, autoscaling: {totalMinNodeCount: 1, totalMaxNodeCount: 2}}"), ": us-east1-b 1..2*" },
        { Object("container.cnrm.cloud.google.com/v1beta1", "ContainerNodePool", spec: "{clusterRef: {name: c}, location: us-east1-b, nodeCount: 2}"), "c: ? ?..?" },
        { Google("{location: us-east1-b}", "{clusterRef: {name: c}, location: us-east1-b, nodeCount: 2}"), "c: us-east1-b 2..2" },
        { Google("{location: us-east1-b, nodeLocations: [us-east1-c]}", "{clusterRef: {name: c}, location: us-east1-b, nodeCount: 2}"), "c: us-east1-b,us-east1-c 4..4" },
        { Google("{location: us-east1}", "{clusterRef: {name: c}, location: us-east1, nodeCount: 2}"), "c: EveryZone ?..?" },
        { Object("container.cnrm.cloud.google.com/v1beta1", "ContainerCluster", "{name: c}", "{location: us-east1-b, initialNodeCount: 3}"), "c: us-east1-b 3..3" },
        { Object("container.gcp.upbound.io/v1beta2", "NodePool", spec: "{forProvider: {location: us-east1-b, nodeLocations: [us-east1-b], clusterRef: {name: c}, nodeCount: 1}}"), "c: us-east1-b 1..1" },
        { Object("container.gcp.m.upbound.io/v1beta1", "NodePool", spec: "{forProvider: {cluster: c, nodeCount: 1, autoscaling: [{minNodeCount: 1}]}}"), "c: ? ?..?*" },
        {
            Object("container.gcp.upbound.io/v1beta2", "NodePool", spec: "{forProvider: {clusterSelector: {matchLabels: {app: x}}, nodeCount: 2}}") + Object("container.gcp.upbound.io/v1beta2", "Cluster", "{name: c, labels: {app: x, other: y}}", "{forProvider: {location: us-east1-b, removeDefaultNodePool: true}}"),
            "c: us-east1-b 2..2"
        },
        { Object("container.gcp.upbound.io/v1beta2", "NodePool", spec: "{forProvider: {clusterSelector: {matchLabels: {app: x}}, nodeCount: 2}}"), ": ? ?..?" },
        { Object("container.gcp.upbound.io/v1beta1", "Cluster", "{name: c}", "{forProvider: {location: us-east1-b, initialNodeCount: 2}}"), "c: us-east1-b 2..2" },
        { Object("container.gcp.m.upbound.io/v1beta1", "Cluster", "{name: c}", "{forProvider: {location: us-east1}}"), "c: EveryZone ?..?" },
        { Object("container.gcp.crossplane.io/v1beta1", "NodePool", spec: "{forProvider: {locations: [us-east1-b], clusterRef: {name: c}, initialNodeCount: 1}}"), "c: us-east1-b 1..1" },

        // Scaleway.
        { Object("k8s.scaleway.upbound.io/v1alpha1", "Pool", spec: "{forProvider: {clusterIdRef: {name: c}, nodeType: PRO2-S, size: 2, zone: fr-par-1}}"), "c: fr-par-1 2..2" },
        { Object("k8s.scaleway.m.upbound.io/v1alpha1", "Pool", spec: "{forProvider: {clusterId: c, nodeType: PRO2-S, size: 2, minSize: 1, maxSize: 3, autoscaling: true}}"), "c: OneDefault 1..3*" },
        { Object("k8s.scaleway.upbound.io/v1alpha1", "Pool", spec: "{forProvider: {nodeType: PRO2-S, size: 2}, initProvider: {zone: fr-par-2}}"), ": fr-par-2 ?..??" },
        { Object("k8s.scaleway.upbound.io/v1alpha1", "Pool", spec: "{forProvider: {size: 2}}"), ": Unknown ?..??" },

        // OpenShift.
        { MachineSet("{placement: {availabilityZone: eu-west-1a, region: eu-west-1}}"), "c: eu-west-1a ?..??" },
        { MachineSet("{zone: us-east1-b}") + Object("autoscaling.openshift.io/v1beta1", "MachineAutoscaler", "{name: s}", "{minReplicas: 1, maxReplicas: 6, scaleTargetRef: {kind: MachineSet, name: p}}"), "c: us-east1-b 1..6*" },
        { MachineSet("{failureDomain: {name: fd-1}}"), "c: fd-1 ?..??" },
        { MachineSet("{vmSize: x}"), "c: Unknown ?..??" },
        { Object("hive.openshift.io/v1", "MachinePool", spec: "{clusterDeploymentRef: {name: c}, replicas: 3, platform: {aws: {zones: [eu-west-1a], type: m6i.large}}}"), "c: eu-west-1a 3..3" },
        { Object("hive.openshift.io/v1", "MachinePool", spec: "{clusterDeploymentRef: {name: c}, autoscaling: {minReplicas: 3, maxReplicas: 9}, platform: {aws: {type: m6i.large}}}"), "c: EveryZone 3..9*" },
        { Object("hypershift.openshift.io/v1beta1", "NodePool", spec: "{clusterName: c, replicas: 2, platform: {azure: {availabilityZone: '1'}}}"), "c: 1 2..2" },
        { Object("hypershift.openshift.io/v1beta1", "NodePool", spec: "{clusterName: c, autoScaling: {min: 1, max: 2}, platform: {aws: {subnet: {id: subnet-1}}}}"), "c: ? 1..2*" },

        // Gardener, Rancher, Kubermatic.
        { Object("core.gardener.cloud/v1beta1", "Shoot", "{name: c}", "{provider: {type: aws, workers: [{name: w, zones: [eu-west-1a], minimum: 1, maximum: 2}, {name: cp, controlPlane: {}, zones: [b]}]}}"), "c: eu-west-1a 1..2*" },
        { Object("core.gardener.cloud/v1beta1", "Shoot", "{name: c}", "{provider: {type: azure, workers: [{name: w, minimum: 2, maximum: 2}]}}"), "c: NoGuarantee 2..2" },
        { Object("core.gardener.cloud/v1beta1", "Shoot", "{name: c}", "{provider: {type: local, workers: [{name: w}]}}"), "c: Unknown ?..?" },
        { Object("extensions.gardener.cloud/v1alpha1", "Worker", "{name: w, namespace: c}", "{pools: [{name: w, zones: [a, b], minimum: 1, maximum: 2}]}"), "c: a,b 1..2*" },
        {
            Object("machine.sapcloud.io/v1alpha1", "MachineDeployment", "{name: p, namespace: c}", "{replicas: 1, template: {spec: {class: {kind: MachineClass, name: m}}}}")
                + "---\napiVersion: machine.sapcloud.io/v1alpha1\nkind: MachineClass\nmetadata: {name: m, namespace: c}\nnodeTemplate: {zone: eu-west-1a}\n",
            "c: eu-west-1a ?..??"
        },
        { Object("machine.sapcloud.io/v1alpha1", "MachineSet", "{name: p, namespace: c}", "{template: {spec: {class: {name: m}}}}"), "c: ? ?..??" },
        { Rancher("Amazonec2Config", "region: eu-west-1\nzone: b"), "c: eu-west-1b 2..2" },
        { Rancher("Amazonec2Config", "zone: b"), "c: ? 2..2" },
        { Rancher("AzureConfig", "availabilityZone: '2'"), "c: 2 2..2" },
        { Rancher("GoogleConfig", "zone: us-east1-b"), "c: us-east1-b 2..2" },
        { Rancher("VmwarevsphereConfig", "pool: x"), "c: Unknown 2..2" },
        { Object("cluster.k8s.io/v1alpha1", "MachineDeployment", Size("cluster.k8s.io", 1, 2), "{replicas: 1, template: {spec: {providerSpec: {value: {cloudProvider: scaleway, cloudProviderSpec: {zone: fr-par-1}}}}}}"), ": fr-par-1 1..2*" },
        { Object("cluster.k8s.io/v1alpha1", "MachineDeployment", spec: "{replicas: 1, template: {spec: {providerSpec: {value: {cloudProvider: azure, cloudProviderSpec: {vmSize: s}}}}}}"), ": NoGuarantee 1..1" },

        // Terraform.
        { Terraform("scaleway_k8s_pool", "{cluster_id: c, zone: fr-par-1, size: 2, min_size: 1, max_size: 3, autoscaling: true}"), "c: fr-par-1 1..3*" },
        { Terraform("scaleway_k8s_pool", "{cluster_id: c, size: 2, min_size: 1, max_size: 3}"), "c: OneDefault 2..2" },
        { Terraform("aws_eks_node_group", "{cluster_name: c, subnet_ids: [s], scaling_config: [{min_size: 1, max_size: 3, desired_size: 2}]}") + Terraform("aws_subnet", "{availability_zone: eu-west-1a}", "s"), "c: eu-west-1a 1..3*" },
        { Terraform("aws_eks_node_group", "{cluster_name: c, subnet_ids: [s, t], scaling_config: {min_size: 3, max_size: 3}}") + Terraform("aws_subnet", "{availability_zone: eu-west-1a}", "s"), "c: ? 3..3" },
        { Terraform("google_container_node_pool", "{cluster: c, node_locations: [europe-west1-b], node_count: 2}"), "c: europe-west1-b 2..2" },
        { Terraform("google_container_node_pool", "{cluster: c, location: europe-west1, autoscaling: [{min_node_count: 1, max_node_count: 3}]}"), "c: ? ?..?*" },
        { Terraform("google_container_node_pool", "{cluster: c, autoscaling: {total_min_node_count: 1, total_max_node_count: 3}}") + Terraform("google_container_cluster", "{location: europe-west1-b, remove_default_node_pool: true}", "c"), "c: europe-west1-b 1..3*" },
        { Terraform("google_container_cluster", "{location: europe-west1-b, node_locations: [europe-west1-c], initial_node_count: 1}", "c"), "c: europe-west1-b,europe-west1-c 2..2" },
        { Terraform("google_container_cluster", "{location: europe-west1, enable_autopilot: true}", "c"), "" },
        { Terraform("azurerm_kubernetes_cluster_node_pool", "{kubernetes_cluster_id: c, zones: ['1'], node_count: 2}"), "c: 1 2..2" },
        { Terraform("azurerm_kubernetes_cluster_node_pool", "{kubernetes_cluster_id: c, auto_scaling_enabled: true, min_count: 1, max_count: 3}"), "c: NoGuarantee 1..3*" },
        { Terraform("azurerm_kubernetes_cluster", "{location: westeurope, default_node_pool: [{name: d, zones: ['1', '2'], node_count: 2}]}", "c"), "c: 1,2 2..2" },
        { Terraform("ovh_cloud_project_kube_nodepool", "{kube_id: c, availability_zones: [eu-west-par-a], desired_nodes: 2, min_nodes: 1, max_nodes: 3, autoscale: true}"), "c: eu-west-par-a 1..3*" },
        { Terraform("ovh_cloud_project_kube_nodepool", "{kube_id: c, desired_nodes: 2}"), "c: Unknown 2..2" },
    };

    private static string Terraform(string type, string arguments, string address = "p") => Object("terraform/v1", type, $"{{name: {address}, namespace: plan}}", arguments);

    [Theory]
    [MemberData(nameof(Table))]
    public void A_dialect_says_what_its_pools_are(string yaml, string expected) =>
        Assert.Equal(expected, string.Join("; ", Clusters(yaml).SelectMany(c => c.Pools, (c, p) => $"{c.Name}: {ZonesOf(p)} {Number(p.MinimumSize)}..{Number(p.MaximumSize)}{Mark(p.IsAutoscaled)}")));

    [Fact]
    public void Every_row_has_a_fixture()
    {
        var all = (IEnumerable)typeof(NodePool).Assembly.GetType("KubeLint.NodePools.PoolDialect")!.GetProperty("All")!.GetValue(null)!;
        var fixtures = string.Concat(Table.Select(row => (string)row[0]));
        foreach (var row in all)
        {
            var (group, kind) = ((string)row.GetType().GetProperty("Group")!.GetValue(row)!, (string)row.GetType().GetProperty("Kind")!.GetValue(row)!);
            Assert.Matches($"apiVersion: {Regex.Escape(group.Length > 0 ? group + "/" : "")}v[^/\\n]*\\nkind: {kind}\\n", fixtures);
        }
    }

    [Fact]
    public void Objects_of_the_same_kind_in_other_groups_are_no_pools()
    {
        foreach (var (group, kind) in new[] { ("cognitoidentity.aws.upbound.io", "Pool"), ("containeraws.gcp.upbound.io", "NodePool"), ("compute.gcp.upbound.io", "NodeGroup"), ("cluster.open-cluster-management.io", "ManagedCluster"), ("management.cattle.io", "Cluster") })
            Assert.Empty(Clusters(Object(group + "/v1", kind, spec: "{zone: fr-par-1, zones: [a], forProvider: {zone: fr-par-1}}")));
    }

    [Fact]
    public void A_pool_that_may_be_scaled_to_nothing()
    {
        Assert.True(Only(Object("k8s.scaleway.upbound.io/v1alpha1", "Pool", spec: "{forProvider: {nodeType: PRO2-S, size: 2, autoscaling: true, minSize: 0}}")).MayScaleToZero);
        Assert.False(Only(Object("k8s.scaleway.upbound.io/v1alpha1", "Pool", spec: "{forProvider: {nodeType: PRO2-S, size: 2, autoscaling: true, minSize: 1}}")).MayScaleToZero);
        Assert.False(Only(Object("k8s.scaleway.upbound.io/v1alpha1", "Pool", spec: "{forProvider: {nodeType: PRO2-S, size: 0}}")).MayScaleToZero);
        Assert.Null(Only(Object("k8s.scaleway.upbound.io/v1alpha1", "Pool", spec: "{forProvider: {nodeType: PRO2-S, size: 0, autoscaling: '${ON}', minSize: 0}}")).MayScaleToZero);
        Assert.True(Only(Object("karpenter.sh/v1", "NodePool", spec: "{template: {spec: {}}}")).MayScaleToZero);
        Assert.Null(Only(Object("v1", "Node", "{labels: {topology.kubernetes.io/zone: a}}")).MayScaleToZero);
    }

    [Fact]
    public void Of_several_variants_the_one_in_the_same_file_counts()
    {
        var one = Pooled("AzureMachinePool", "{template: {vmSize: s}}", "failureDomains: ['1'], ");
        var two = Pooled("AzureMachinePool", "{template: {vmSize: s}}");
        Assert.Equal("1 NoGuarantee", string.Join(" ", Clusters(one, two).SelectMany(c => c.Pools).OrderBy(p => p.Resource.Document.File.Path, StringComparer.Ordinal).Select(ZonesOf)));
    }

    [Fact]
    public void Zones_that_are_left_out_make_those_of_the_cluster_unknown()
    {
        var stated = Object("karpenter.sh/v1", "NodePool", "{name: a}", "{template: {spec: {requirements: [{key: topology.kubernetes.io/zone, operator: In, values: [a]}]}}}");
        Assert.Equal(["a"], Assert.Single(Clusters(stated)).Zones);
        Assert.Null(Assert.Single(Clusters(stated + Object("karpenter.sh/v1", "NodePool", "{name: b}", "{template: {spec: {}}}"))).Zones);
    }

    private static string ZonesOf(NodePool pool) => pool.Zones is { } zones ? string.Join(",", zones) : pool.Omitted?.ToString() ?? "?";

    private static string Number(int? number) => number?.ToString() ?? "?";

    private static string Mark(bool? isAutoscaled) => isAutoscaled switch { true => "*", false => "", null => "?" };

    private static NodePool Only(string yaml) => Assert.Single(Assert.Single(Clusters(yaml)).Pools);

    private static IReadOnlyList<Cluster> Clusters(params string[] files)
    {
        var reader = new ManifestReader();
        var read = files.Select((text, i) => reader.Read($"{i}.yaml", text, LintOptions.Default)).ToList();
        Assert.Empty(read.SelectMany(r => r.Problems).Select(p => p.Message));
        return new Inventory(new ResourceSet(read.SelectMany(r => r.Documents).SelectMany(Resource.ReadAll))).Clusters;
    }

    private static string Object(string apiVersion, string kind, string metadata = "{name: p}", string spec = "{}", string more = "") =>
        $"---\napiVersion: {apiVersion}\nkind: {kind}\nmetadata: {metadata}\nspec: {spec}\n{more}\n";

    private static string Size(string prefix, int minimum, int maximum) =>
        $"{{name: p, annotations: {{{prefix}/cluster-api-autoscaler-node-group-min-size: '{minimum}', {prefix}/cluster-api-autoscaler-node-group-max-size: '{maximum}'}}}}";

    // A MachineDeployment of a cluster c, and the template that its machines are made from.
    private static string Owned(string kind, string spec) =>
        Object("cluster.x-k8s.io/v1beta1", "MachineDeployment", spec: $"{{clusterName: c, replicas: 1, template: {{spec: {{infrastructureRef: {{kind: {kind}, name: t}}}}}}}}") + Object(Infrastructure, kind, "{name: t}", spec);

    // A MachinePool of a cluster c, and the provider's object that it points to.
    private static string Pooled(string kind, string spec, string more = "") =>
        Object("cluster.x-k8s.io/v1beta1", "MachinePool", spec: $"{{clusterName: c, {more}replicas: 4, template: {{spec: {{infrastructureRef: {{kind: {kind}, name: t}}}}}}}}") + Object(Infrastructure, kind, "{name: t}", spec);

    private static string Eksctl(string pool, string more = "") => $"---\napiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {{name: c}}\nmanagedNodeGroups: [{pool}]\n{more}\n";

    private static string Kops(string spec) => Object("kops.k8s.io/v1alpha2", "InstanceGroup", "{name: p, labels: {kops.k8s.io/cluster: c}}", spec);

    private static string KopsCluster(string spec) => Object("kops.k8s.io/v1alpha2", "Cluster", "{name: c}", spec);

    // A GKE cluster without its default pool, and a pool of it.
    private static string Google(string cluster, string pool) =>
        Object("container.cnrm.cloud.google.com/v1beta1", "ContainerCluster", "{name: c, annotations: {cnrm.cloud.google.com/remove-default-node-pool: 'true'}}", cluster) + Object("container.cnrm.cloud.google.com/v1beta1", "ContainerNodePool", spec: pool);

    private static string MachineSet(string provider) =>
        Object("machine.openshift.io/v1beta1", "MachineSet", "{name: p, labels: {machine.openshift.io/cluster-api-cluster: c}}", $"{{replicas: 1, template: {{spec: {{providerSpec: {{value: {provider}}}}}}}}}");

    private static string Rancher(string kind, string config) =>
        Object("provisioning.cattle.io/v1", "Cluster", "{name: c}", $"{{rkeConfig: {{machinePools: [{{name: w, workerRole: true, quantity: 2, machineConfigRef: {{kind: {kind}, name: m}}}}, {{name: e, etcdRole: true, quantity: 3}}]}}}}")
        + $"---\napiVersion: rke-machine-config.cattle.io/v1\nkind: {kind}\nmetadata: {{name: m}}\n{config}\n";
}
