namespace KubeLint.Analyzers.Tests;

/// <summary>The shape of the models up to version 17, in which constructors take everything.</summary>
internal static class OldModels
{
    /// <summary>Their code.</summary>
    public const string Source = """
        namespace k8s.Models
        {
            public class KubernetesEntityAttribute : System.Attribute { public string Group { get; set; } public string Kind { get; set; } public string ApiVersion { get; set; } }
            [KubernetesEntity(Group = "apps", Kind = "Deployment", ApiVersion = "v1")]
            public class V1Deployment
            {
                public V1Deployment() { }
                public V1Deployment(string apiVersion = null, string kind = null, V1ObjectMeta metadata = null, V1DeploymentSpec spec = null) { }
                public V1ObjectMeta Metadata { get; set; }
                public V1DeploymentSpec Spec { get; set; }
                public string ApiVersion { get; set; }
                public string Kind { get; set; }
            }
            public class V1ObjectMeta
            {
                public V1ObjectMeta() { }
                public V1ObjectMeta(System.Collections.Generic.IDictionary<string, string> annotations = null, System.Collections.Generic.IDictionary<string, string> labels = null, string name = null, string namespaceProperty = null) { }
                public System.Collections.Generic.IDictionary<string, string> Annotations { get; set; }
                public System.Collections.Generic.IDictionary<string, string> Labels { get; set; }
                public string Name { get; set; }
                [System.Text.Json.Serialization.JsonPropertyName("namespace")] public string NamespaceProperty { get; set; }
            }
            public class V1DeploymentSpec
            {
                public V1DeploymentSpec() { }
                public V1DeploymentSpec(V1LabelSelector selector, V1PodTemplateSpec template, int? replicas = null) { }
                public V1LabelSelector Selector { get; set; }
                public V1PodTemplateSpec Template { get; set; }
                public int? Replicas { get; set; }
            }
            public class V1LabelSelector { public V1LabelSelector(System.Collections.Generic.IDictionary<string, string> matchLabels = null) { } public System.Collections.Generic.IDictionary<string, string> MatchLabels { get; set; } }
            public class V1PodTemplateSpec { public V1PodTemplateSpec(V1ObjectMeta metadata = null, V1PodSpec spec = null) { } public V1ObjectMeta Metadata { get; set; } public V1PodSpec Spec { get; set; } }
            public class V1PodSpec { public V1PodSpec(System.Collections.Generic.IList<V1Container> containers, System.Collections.Generic.IList<V1TopologySpreadConstraint> topologySpreadConstraints = null) { } public System.Collections.Generic.IList<V1Container> Containers { get; set; } public System.Collections.Generic.IList<V1TopologySpreadConstraint> TopologySpreadConstraints { get; set; } }
            public class V1TopologySpreadConstraint
            {
                public V1TopologySpreadConstraint() { }
                public V1TopologySpreadConstraint(int maxSkew, string topologyKey, string whenUnsatisfiable, V1LabelSelector labelSelector = null) { }
                public V1LabelSelector LabelSelector { get; set; }
                public int MaxSkew { get; set; }
                public string TopologyKey { get; set; }
                public string WhenUnsatisfiable { get; set; }
            }
            public class V1Container { public V1Container(string name) { } public string Name { get; set; } }
        }
        """;
}
