using KubeLint.Analyzers.Tests;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeLint.CodeFixes.Tests;

/// <summary>How a whole spread constraint is written into a Deployment, as the code around it is written.</summary>
public sealed class DeploymentTests
{
    private static readonly Verifier Verifier = new();

    [Fact]
    public Task Named_types_lists_and_added_entries() => Verifier.VerifyFix(
        """
        class Sample
        {
            public V1Deployment Make() => new V1Deployment
            {
                Metadata = new V1ObjectMeta { Name = "web" },
                Spec = new V1DeploymentSpec
                {
                    Replicas = 3,
                    Selector = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { { "app", "web" } } },
                    Template = new V1PodTemplateSpec
                    {
                        Metadata = new V1ObjectMeta { Labels = new Dictionary<string, string> { { "app", "web" } } },
                        Spec = new V1PodSpec
                        {
                            Containers = new List<V1Container> { new V1Container { Name = "web" } },
                        },
                    },
                },
            };
        }
        """,
        """
        class Sample
        {
            public V1Deployment Make() => new V1Deployment
            {
                Metadata = new V1ObjectMeta { Name = "web" },
                Spec = new V1DeploymentSpec
                {
                    Replicas = 3,
                    Selector = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { { "app", "web" } } },
                    Template = new V1PodTemplateSpec
                    {
                        Metadata = new V1ObjectMeta { Labels = new Dictionary<string, string> { { "app", "web" } } },
                        Spec = new V1PodSpec
                        {
                            Containers = new List<V1Container> { new V1Container { Name = "web" } },
                            TopologySpreadConstraints = new List<V1TopologySpreadConstraint>
                            {
                                new V1TopologySpreadConstraint
                                {
                                    MaxSkew = 1,
                                    TopologyKey = "topology.kubernetes.io/zone",
                                    WhenUnsatisfiable = "DoNotSchedule",
                                    LabelSelector = new V1LabelSelector
                                    {
                                        MatchLabels = new Dictionary<string, string> { { "app", "web" } },
                                    },
                                    MatchLabelKeys = new List<string> { "pod-template-hash" },
                                },
                            },
                        },
                    },
                },
            };
        }
        """);

    [Fact]
    public Task Target_typed_creations_collection_expressions_and_a_shared_dictionary() => Verifier.VerifyFix(
        """
        class Sample
        {
            public V1Deployment Make(string name)
            {
                var labels = new Dictionary<string, string> { ["app"] = name };
                return new()
                {
                    Metadata = new() { Name = name, Labels = labels },
                    Spec = new()
                    {
                        Replicas = 3,
                        Selector = new() { MatchLabels = labels },
                        Template = new()
                        {
                            Metadata = new() { Labels = labels },
                            Spec = new() { Containers = [new() { Name = "web" }] },
                        },
                    },
                };
            }
        }
        """,
        """
        class Sample
        {
            public V1Deployment Make(string name)
            {
                var labels = new Dictionary<string, string> { ["app"] = name };
                return new()
                {
                    Metadata = new() { Name = name, Labels = labels },
                    Spec = new()
                    {
                        Replicas = 3,
                        Selector = new() { MatchLabels = labels },
                        Template = new()
                        {
                            Metadata = new() { Labels = labels },
                            Spec = new()
                            {
                                Containers = [new() { Name = "web" }],
                                TopologySpreadConstraints =
                                [
                                    new()
                                    {
                                        MaxSkew = 1,
                                        TopologyKey = "topology.kubernetes.io/zone",
                                        WhenUnsatisfiable = "DoNotSchedule",
                                        LabelSelector = new() { MatchLabels = labels },
                                        MatchLabelKeys = ["pod-template-hash"],
                                    },
                                ],
                            },
                        },
                    },
                };
            }
        }
        """);

    [Fact]
    public Task Arrays_without_a_type_and_braces_at_the_end_of_lines() => Verifier.VerifyFix(
        """
        class Sample {
            public V1Deployment Make(string name) => new() {
                Metadata = new() { Name = name },
                Spec = new() {
                    Replicas = 3,
                    Selector = new() { MatchLabels = Labels(name) },
                    Template = new() {
                        Metadata = new() { Labels = Labels(name) },
                        Spec = new() {
                            Containers = new[] { new V1Container { Name = "web" } }
                        }
                    }
                }
            };

            private static Dictionary<string, string> Labels(string name) => new() { ["app"] = name };
        }
        """,
        """
        class Sample {
            public V1Deployment Make(string name) => new() {
                Metadata = new() { Name = name },
                Spec = new() {
                    Replicas = 3,
                    Selector = new() { MatchLabels = Labels(name) },
                    Template = new() {
                        Metadata = new() { Labels = Labels(name) },
                        Spec = new() {
                            Containers = new[] { new V1Container { Name = "web" } },
                            TopologySpreadConstraints = new[] {
                                new V1TopologySpreadConstraint {
                                    MaxSkew = 1,
                                    TopologyKey = "topology.kubernetes.io/zone",
                                    WhenUnsatisfiable = "DoNotSchedule",
                                    LabelSelector = new() { MatchLabels = Labels(name) },
                                    MatchLabelKeys = new[] { "pod-template-hash" }
                                }
                            }
                        }
                    }
                }
            };

            private static Dictionary<string, string> Labels(string name) => new() { ["app"] = name };
        }
        """);

    [Fact]
    public Task Assignments_one_after_the_other() => Verifier.VerifyFix(
        """
        class Sample
        {
            public V1Deployment Make()
            {
                var made = new V1Deployment { Metadata = new V1ObjectMeta { Name = "web" } }.Initialize();
                made.Spec = new V1DeploymentSpec();
                made.Spec.Replicas = 3;
                made.Spec.Selector = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { ["app"] = "web" } };
                made.Spec.Template = new V1PodTemplateSpec();
                made.Spec.Template.Metadata = new V1ObjectMeta { Labels = new Dictionary<string, string> { ["app"] = "web" } };
                made.Spec.Template.Spec = new V1PodSpec();
                made.Spec.Template.Spec.Containers = new List<V1Container>();
                made.Spec.Template.Spec.Containers.Add(new V1Container { Name = "web" }); // the only one
                return made;
            }
        }
        """,
        """
        class Sample
        {
            public V1Deployment Make()
            {
                var made = new V1Deployment { Metadata = new V1ObjectMeta { Name = "web" } }.Initialize();
                made.Spec = new V1DeploymentSpec();
                made.Spec.Replicas = 3;
                made.Spec.Selector = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { ["app"] = "web" } };
                made.Spec.Template = new V1PodTemplateSpec();
                made.Spec.Template.Metadata = new V1ObjectMeta { Labels = new Dictionary<string, string> { ["app"] = "web" } };
                made.Spec.Template.Spec = new V1PodSpec();
                made.Spec.Template.Spec.Containers = new List<V1Container>();
                made.Spec.Template.Spec.Containers.Add(new V1Container { Name = "web" }); // the only one
                made.Spec.Template.Spec.TopologySpreadConstraints = new List<V1TopologySpreadConstraint>
                {
                    new V1TopologySpreadConstraint
                    {
                        MaxSkew = 1,
                        TopologyKey = "topology.kubernetes.io/zone",
                        WhenUnsatisfiable = "DoNotSchedule",
                        LabelSelector = new V1LabelSelector
                        {
                            MatchLabels = new Dictionary<string, string> { ["app"] = "web" },
                        },
                        MatchLabelKeys = new List<string> { "pod-template-hash" },
                    },
                };
                return made;
            }
        }
        """);

    [Fact]
    public Task A_list_that_only_an_empty_one_is_spread_into() => Verifier.VerifyFix(
        """
        class Sample
        {
            public V1Deployment Make(string name)
            {
                var none = new List<V1TopologySpreadConstraint>();
                return new()
                {
                    Metadata = new() { Name = name },
                    Spec = new()
                    {
                        Replicas = 3,
                        Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = name } },
                        Template = new()
                        {
                            Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = name } },
                            Spec = new()
                            {
                                Containers = [new() { Name = "web" }],
                                TopologySpreadConstraints =
                                [
                                    .. none,
                                ],
                            },
                        },
                    },
                };
            }
        }
        """,
        """
        class Sample
        {
            public V1Deployment Make(string name)
            {
                var none = new List<V1TopologySpreadConstraint>();
                return new()
                {
                    Metadata = new() { Name = name },
                    Spec = new()
                    {
                        Replicas = 3,
                        Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = name } },
                        Template = new()
                        {
                            Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = name } },
                            Spec = new()
                            {
                                Containers = [new() { Name = "web" }],
                                TopologySpreadConstraints =
                                [
                                    .. none,
                                    new()
                                    {
                                        MaxSkew = 1,
                                        TopologyKey = "topology.kubernetes.io/zone",
                                        WhenUnsatisfiable = "DoNotSchedule",
                                        LabelSelector = new()
                                        {
                                            MatchLabels = new Dictionary<string, string> { ["app"] = name },
                                        },
                                        MatchLabelKeys = ["pod-template-hash"],
                                    },
                                ],
                            },
                        },
                    },
                };
            }
        }
        """);

    [Fact]
    public Task A_helper_that_is_called_once() => Verifier.VerifyFix(
        """
        class Sample
        {
            public V1Deployment Make() => new V1Deployment
            {
                Metadata = new V1ObjectMeta { Name = "web" },
                Spec = new V1DeploymentSpec
                {
                    Replicas = 3,
                    Selector = new V1LabelSelector { MatchLabels = Labels },
                    Template = new V1PodTemplateSpec { Metadata = new V1ObjectMeta { Labels = Labels }, Spec = Pod() }
                }
            };

            private static Dictionary<string, string> Labels => new() { { "app", "web" } };

            private static V1PodSpec Pod() => new V1PodSpec
            {
                Containers = new V1Container[]
                {
                    new V1Container { Name = "web" }
                }
            };
        }
        """,
        """
        class Sample
        {
            public V1Deployment Make() => new V1Deployment
            {
                Metadata = new V1ObjectMeta { Name = "web" },
                Spec = new V1DeploymentSpec
                {
                    Replicas = 3,
                    Selector = new V1LabelSelector { MatchLabels = Labels },
                    Template = new V1PodTemplateSpec { Metadata = new V1ObjectMeta { Labels = Labels }, Spec = Pod() }
                }
            };

            private static Dictionary<string, string> Labels => new() { { "app", "web" } };

            private static V1PodSpec Pod() => new V1PodSpec
            {
                Containers = new V1Container[]
                {
                    new V1Container { Name = "web" }
                },
                TopologySpreadConstraints = new V1TopologySpreadConstraint[]
                {
                    new V1TopologySpreadConstraint
                    {
                        MaxSkew = 1,
                        TopologyKey = "topology.kubernetes.io/zone",
                        WhenUnsatisfiable = "DoNotSchedule",
                        LabelSelector = new V1LabelSelector { MatchLabels = Labels },
                        MatchLabelKeys = new string[] { "pod-template-hash" }
                    }
                }
            };
        }
        """);

    [Fact]
    public Task A_helper_that_is_called_twice_is_left_alone() => Verifier.VerifyNoFix(
        """
        class Sample
        {
            public V1Deployment Make() => Of("web", 3);

            public V1Deployment Other() => new()
            {
                Metadata = new() { Name = "other" },
                Spec = new() { Replicas = 3, Selector = new() { MatchLabels = Labels }, Template = new() { Metadata = new() { Labels = Labels }, Spec = Pod() } },
            };

            private static V1Deployment Of(string name, int replicas) => new()
            {
                Metadata = new() { Name = name },
                Spec = new() { Replicas = 3, Selector = new() { MatchLabels = Labels }, Template = new() { Metadata = new() { Labels = Labels }, Spec = Pod() } },
            };

            private static Dictionary<string, string> Labels => new() { { "app", "web" } };

            private static V1PodSpec Pod() => new() { Containers = [new() { Name = "web" }] };
        }
        """);

    [Fact]
    public Task Constructor_arguments_and_an_older_language() => new Verifier { Options = new() { ["kubelint.kubernetes_version"] = "1.25" }, HasOwnModels = true, Language = LanguageVersion.CSharp8 }.VerifyFix(
        """
        using k8s.Models;

        class Sample
        {
            public V1Deployment Make() => new V1Deployment(
                metadata: new V1ObjectMeta(name: "web"),
                spec: new V1DeploymentSpec(
                    selector: new V1LabelSelector(Labels),
                    template: new V1PodTemplateSpec(new V1ObjectMeta(labels: Labels), new V1PodSpec(new[] { new V1Container("web") })),
                    replicas: 3));

            private static System.Collections.Generic.Dictionary<string, string> Labels => new System.Collections.Generic.Dictionary<string, string> { ["app"] = "web" };
        }
        """,
        """
        using k8s.Models;

        class Sample
        {
            public V1Deployment Make() => new V1Deployment(
                metadata: new V1ObjectMeta(name: "web"),
                spec: new V1DeploymentSpec(
                    selector: new V1LabelSelector(Labels),
                    template: new V1PodTemplateSpec(new V1ObjectMeta(labels: Labels), new V1PodSpec(new[] { new V1Container("web") })
                    {
                        TopologySpreadConstraints = new[]
                        {
                            new V1TopologySpreadConstraint
                            {
                                MaxSkew = 1,
                                TopologyKey = "topology.kubernetes.io/zone",
                                WhenUnsatisfiable = "DoNotSchedule",
                                LabelSelector = new V1LabelSelector { MatchLabels = Labels },
                            },
                        },
                    }),
                    replicas: 3));

            private static System.Collections.Generic.Dictionary<string, string> Labels => new System.Collections.Generic.Dictionary<string, string> { ["app"] = "web" };
        }
        """,
        others: OldModels.Source);
}
