namespace k8s.Models;

/// <summary>One address for the pods that a selector selects.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1Service : IKubernetesObject<V1ObjectMeta>, ISpec<V1ServiceSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "Service";
    public const string KubeGroup = "";
    public const string KubePluralName = "services";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1ServiceSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1ServiceStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1Service"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1ServiceList : IKubernetesObject<V1ListMeta>, IItems<V1Service>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "ServiceList";
    public const string KubeGroup = "";
    public const string KubePluralName = "services";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1Service> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1Service"/>.</summary>
public partial record V1ServiceSpec
{
    [JsonPropertyName("allocateLoadBalancerNodePorts")] public bool? AllocateLoadBalancerNodePorts { get; set; }

    /// <summary>The address in the cluster; None makes the service headless.</summary>
    [JsonPropertyName("clusterIP")] public string ClusterIP { get; set; }
    [JsonPropertyName("clusterIPs")] public IList<string> ClusterIPs { get; set; }

    /// <summary>Addresses outside the cluster whose traffic nodes accept for it.</summary>
    [JsonPropertyName("externalIPs")] public IList<string> ExternalIPs { get; set; }

    /// <summary>The DNS name that a service of type ExternalName leads to.</summary>
    [JsonPropertyName("externalName")] public string ExternalName { get; set; }

    /// <summary>Cluster (where null) or Local.</summary>
    [JsonPropertyName("externalTrafficPolicy")] public string ExternalTrafficPolicy { get; set; }

    /// <summary>Where a load balancer asks nodes with ExternalTrafficPolicy Local for their health.</summary>
    [JsonPropertyName("healthCheckNodePort")] public int? HealthCheckNodePort { get; set; }

    /// <summary>Cluster (where null) or Local.</summary>
    [JsonPropertyName("internalTrafficPolicy")] public string InternalTrafficPolicy { get; set; }

    /// <summary>IPv4 or IPv6, or both.</summary>
    [JsonPropertyName("ipFamilies")] public IList<string> IpFamilies { get; set; }

    /// <summary>SingleStack (where null), PreferDualStack or RequireDualStack.</summary>
    [JsonPropertyName("ipFamilyPolicy")] public string IpFamilyPolicy { get; set; }
    [JsonPropertyName("loadBalancerClass")] public string LoadBalancerClass { get; set; }

    /// <summary>No longer advised; what it does depends on the provider.</summary>
    [JsonPropertyName("loadBalancerIP")] public string LoadBalancerIP { get; set; }

    /// <summary>Networks whose clients the load balancer lets in.</summary>
    [JsonPropertyName("loadBalancerSourceRanges")] public IList<string> LoadBalancerSourceRanges { get; set; }
    [JsonPropertyName("ports")] public IList<V1ServicePort> Ports { get; set; }

    /// <summary>Whether pods that are not ready are published too.</summary>
    [JsonPropertyName("publishNotReadyAddresses")] public bool? PublishNotReadyAddresses { get; set; }
    [JsonPropertyName("selector")] public IDictionary<string, string> Selector { get; set; }

    /// <summary>None (where null) or ClientIP.</summary>
    [JsonPropertyName("sessionAffinity")] public string SessionAffinity { get; set; }
    [JsonPropertyName("sessionAffinityConfig")] public V1SessionAffinityConfig SessionAffinityConfig { get; set; }

    /// <summary>Which endpoints are preferred, such as PreferSameZone.</summary>
    [JsonPropertyName("trafficDistribution")] public string TrafficDistribution { get; set; }

    /// <summary>ClusterIP (where null), NodePort, LoadBalancer or ExternalName.</summary>
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>A port of a service.</summary>
public partial record V1ServicePort
{
    [JsonPropertyName("appProtocol")] public string AppProtocol { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }

    /// <summary>The port on each node, for the types NodePort and LoadBalancer.</summary>
    [JsonPropertyName("nodePort")] public int? NodePort { get; set; }
    [JsonPropertyName("port")] public int Port { get; set; }

    /// <summary>TCP (where null), UDP or SCTP.</summary>
    [JsonPropertyName("protocol")] public string Protocol { get; set; }

    /// <summary>The number or name of the pods' port; null means Port.</summary>
    [JsonPropertyName("targetPort")] public IntOrString TargetPort { get; set; }
}

/// <summary>How long a client stays with its pod.</summary>
public partial record V1SessionAffinityConfig
{
    [JsonPropertyName("clientIP")] public V1ClientIPConfig ClientIP { get; set; }
}

/// <summary>How long a client stays with its pod, told by its address.</summary>
public partial record V1ClientIPConfig
{
    /// <summary>Seconds; null means 10800.</summary>
    [JsonPropertyName("timeoutSeconds")] public int? TimeoutSeconds { get; set; }
}

/// <summary>What is observed of a <see cref="V1Service"/>.</summary>
public partial record V1ServiceStatus
{
    [JsonPropertyName("conditions")] public IList<V1Condition> Conditions { get; set; }
    [JsonPropertyName("loadBalancer")] public V1LoadBalancerStatus LoadBalancer { get; set; }
}

/// <summary>What is observed of a load balancer.</summary>
public partial record V1LoadBalancerStatus
{
    [JsonPropertyName("ingress")] public IList<V1LoadBalancerIngress> Ingress { get; set; }
}

/// <summary>An address of a load balancer.</summary>
public partial record V1LoadBalancerIngress
{
    [JsonPropertyName("hostname")] public string Hostname { get; set; }
    [JsonPropertyName("ip")] public string Ip { get; set; }

    /// <summary>VIP or Proxy.</summary>
    [JsonPropertyName("ipMode")] public string IpMode { get; set; }
    [JsonPropertyName("ports")] public IList<V1PortStatus> Ports { get; set; }
}

/// <summary>What is observed of a port of a load balancer.</summary>
public partial record V1PortStatus
{
    [JsonPropertyName("error")] public string Error { get; set; }
    [JsonPropertyName("port")] public int Port { get; set; }
    [JsonPropertyName("protocol")] public string Protocol { get; set; }
}

/// <summary>Which requests from outside go to which services.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1Ingress : IKubernetesObject<V1ObjectMeta>, ISpec<V1IngressSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "Ingress";
    public const string KubeGroup = "networking.k8s.io";
    public const string KubePluralName = "ingresses";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1IngressSpec Spec { get; set; }
    [JsonPropertyName("status")] public V1IngressStatus Status { get; set; }
}

/// <summary>A list of <see cref="V1Ingress"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1IngressList : IKubernetesObject<V1ListMeta>, IItems<V1Ingress>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "IngressList";
    public const string KubeGroup = "networking.k8s.io";
    public const string KubePluralName = "ingresses";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1Ingress> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of an <see cref="V1Ingress"/>.</summary>
public partial record V1IngressSpec
{
    /// <summary>What answers requests that no rule fits.</summary>
    [JsonPropertyName("defaultBackend")] public V1IngressBackend DefaultBackend { get; set; }
    [JsonPropertyName("ingressClassName")] public string IngressClassName { get; set; }
    [JsonPropertyName("rules")] public IList<V1IngressRule> Rules { get; set; }
    [JsonPropertyName("tls")] public IList<V1IngressTLS> Tls { get; set; }
}

/// <summary>The certificate for some hosts.</summary>
public partial record V1IngressTLS
{
    [JsonPropertyName("hosts")] public IList<string> Hosts { get; set; }
    [JsonPropertyName("secretName")] public string SecretName { get; set; }
}

/// <summary>Paths of a host.</summary>
public partial record V1IngressRule
{
    /// <summary>The host, which may begin with *.; null means each.</summary>
    [JsonPropertyName("host")] public string Host { get; set; }
    [JsonPropertyName("http")] public V1HTTPIngressRuleValue Http { get; set; }
}

/// <summary>Paths and what answers them.</summary>
public partial record V1HTTPIngressRuleValue
{
    [JsonPropertyName("paths")] public IList<V1HTTPIngressPath> Paths { get; set; }
}

/// <summary>A path and what answers it.</summary>
public partial record V1HTTPIngressPath
{
    [JsonPropertyName("backend")] public V1IngressBackend Backend { get; set; }
    [JsonPropertyName("path")] public string Path { get; set; }

    /// <summary>Exact, Prefix or ImplementationSpecific.</summary>
    [JsonPropertyName("pathType")] public string PathType { get; set; }
}

/// <summary>What answers: a service or another object.</summary>
public partial record V1IngressBackend
{
    [JsonPropertyName("resource")] public V1TypedLocalObjectReference Resource { get; set; }
    [JsonPropertyName("service")] public V1IngressServiceBackend Service { get; set; }
}

/// <summary>A port of a service.</summary>
public partial record V1IngressServiceBackend
{
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("port")] public V1ServiceBackendPort Port { get; set; }
}

/// <summary>The name or the number of a port.</summary>
public partial record V1ServiceBackendPort
{
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("number")] public int? Number { get; set; }
}

/// <summary>What is observed of an <see cref="V1Ingress"/>.</summary>
public partial record V1IngressStatus
{
    [JsonPropertyName("loadBalancer")] public V1IngressLoadBalancerStatus LoadBalancer { get; set; }
}

/// <summary>What is observed of an ingress's load balancer.</summary>
public partial record V1IngressLoadBalancerStatus
{
    [JsonPropertyName("ingress")] public IList<V1IngressLoadBalancerIngress> Ingress { get; set; }
}

/// <summary>An address of an ingress.</summary>
public partial record V1IngressLoadBalancerIngress
{
    [JsonPropertyName("hostname")] public string Hostname { get; set; }
    [JsonPropertyName("ip")] public string Ip { get; set; }
    [JsonPropertyName("ports")] public IList<V1IngressPortStatus> Ports { get; set; }
}

/// <summary>What is observed of a port of an ingress.</summary>
public partial record V1IngressPortStatus
{
    [JsonPropertyName("error")] public string Error { get; set; }
    [JsonPropertyName("port")] public int Port { get; set; }
    [JsonPropertyName("protocol")] public string Protocol { get; set; }
}

/// <summary>Which controller serves an ingress.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1IngressClass : IKubernetesObject<V1ObjectMeta>, ISpec<V1IngressClassSpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "IngressClass";
    public const string KubeGroup = "networking.k8s.io";
    public const string KubePluralName = "ingressclasses";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1IngressClassSpec Spec { get; set; }
}

/// <summary>A list of <see cref="V1IngressClass"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1IngressClassList : IKubernetesObject<V1ListMeta>, IItems<V1IngressClass>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "IngressClassList";
    public const string KubeGroup = "networking.k8s.io";
    public const string KubePluralName = "ingressclasses";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1IngressClass> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of an <see cref="V1IngressClass"/>.</summary>
public partial record V1IngressClassSpec
{
    [JsonPropertyName("controller")] public string Controller { get; set; }
    [JsonPropertyName("parameters")] public V1IngressClassParametersReference Parameters { get; set; }
}

/// <summary>An object with more for the controller.</summary>
public partial record V1IngressClassParametersReference
{
    [JsonPropertyName("apiGroup")] public string ApiGroup { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("namespace")] public string NamespaceProperty { get; set; }

    /// <summary>Cluster (where null) or Namespace.</summary>
    [JsonPropertyName("scope")] public string Scope { get; set; }
}

/// <summary>Which traffic to and from some pods is let through.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1NetworkPolicy : IKubernetesObject<V1ObjectMeta>, ISpec<V1NetworkPolicySpec>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "NetworkPolicy";
    public const string KubeGroup = "networking.k8s.io";
    public const string KubePluralName = "networkpolicies";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
    [JsonPropertyName("spec")] public V1NetworkPolicySpec Spec { get; set; }
}

/// <summary>A list of <see cref="V1NetworkPolicy"/>.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1NetworkPolicyList : IKubernetesObject<V1ListMeta>, IItems<V1NetworkPolicy>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "NetworkPolicyList";
    public const string KubeGroup = "networking.k8s.io";
    public const string KubePluralName = "networkpolicies";

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<V1NetworkPolicy> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}

/// <summary>What is wanted of a <see cref="V1NetworkPolicy"/>.</summary>
public partial record V1NetworkPolicySpec
{
    [JsonPropertyName("egress")] public IList<V1NetworkPolicyEgressRule> Egress { get; set; }
    [JsonPropertyName("ingress")] public IList<V1NetworkPolicyIngressRule> Ingress { get; set; }

    /// <summary>Selects the pods; empty selects all of the namespace.</summary>
    [JsonPropertyName("podSelector")] public V1LabelSelector PodSelector { get; set; }

    /// <summary>Ingress, Egress or both.</summary>
    [JsonPropertyName("policyTypes")] public IList<string> PolicyTypes { get; set; }
}

/// <summary>Traffic to the pods that is let through.</summary>
public partial record V1NetworkPolicyIngressRule
{
    /// <summary>Where it comes from; null or empty means anywhere.</summary>
    [JsonPropertyName("from")] public IList<V1NetworkPolicyPeer> FromProperty { get; set; }

    /// <summary>Null or empty means all ports.</summary>
    [JsonPropertyName("ports")] public IList<V1NetworkPolicyPort> Ports { get; set; }
}

/// <summary>Traffic from the pods that is let through.</summary>
public partial record V1NetworkPolicyEgressRule
{
    /// <summary>Null or empty means all ports.</summary>
    [JsonPropertyName("ports")] public IList<V1NetworkPolicyPort> Ports { get; set; }

    /// <summary>Where it goes; null or empty means anywhere.</summary>
    [JsonPropertyName("to")] public IList<V1NetworkPolicyPeer> To { get; set; }
}

/// <summary>Pods, namespaces or addresses.</summary>
public partial record V1NetworkPolicyPeer
{
    [JsonPropertyName("ipBlock")] public V1IPBlock IpBlock { get; set; }
    [JsonPropertyName("namespaceSelector")] public V1LabelSelector NamespaceSelector { get; set; }
    [JsonPropertyName("podSelector")] public V1LabelSelector PodSelector { get; set; }
}

/// <summary>A port, or with EndPort a range of ports.</summary>
public partial record V1NetworkPolicyPort
{
    [JsonPropertyName("endPort")] public int? EndPort { get; set; }
    [JsonPropertyName("port")] public IntOrString Port { get; set; }

    /// <summary>TCP (where null), UDP or SCTP.</summary>
    [JsonPropertyName("protocol")] public string Protocol { get; set; }
}

/// <summary>A network, without some parts of it.</summary>
public partial record V1IPBlock
{
    /// <summary>Such as 10.0.0.0/8.</summary>
    [JsonPropertyName("cidr")] public string Cidr { get; set; }

    /// <summary>Networks within it that are left out.</summary>
    [JsonPropertyName("except")] public IList<string> Except { get; set; }
}
