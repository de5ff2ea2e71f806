using KubeLint.Analyzers.Tests;
using KubeLint.Edits;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeLint.CodeFixes.Tests;

/// <summary>How an annotation is written, with all that is missing above it.</summary>
public sealed class AnnotationTests
{
    private const string Key = "service.beta.kubernetes.io/scw-loadbalancer-zone";

    public static TheoryData<string, string, string> Statements => new()
    {
        {
            "no metadata",
            "return new() { Spec = Spec };",
            """
            return new()
            {
                Spec = Spec,
                Metadata = new()
                {
                    Annotations = new Dictionary<string, string>
                    {
                        ["@"] = "fr-par-1",
                    },
                },
            };
            """
        },
        {
            "no annotations",
            "return new() { Metadata = new() { Name = \"web\" }, Spec = Spec };",
            """
            return new()
            {
                Metadata = new()
                {
                    Name = "web",
                    Annotations = new Dictionary<string, string>
                    {
                        ["@"] = "fr-par-1",
                    },
                },
                Spec = Spec,
            };
            """
        },
        {
            "annotations",
            "return new() { Metadata = new() { Annotations = new Dictionary<string, string> { { \"a\", name } } }, Spec = Spec };",
            """
            return new()
            {
                Metadata = new()
                {
                    Annotations = new Dictionary<string, string>
                    {
                        { "a", name },
                        { "@", "fr-par-1" },
                    },
                },
                Spec = Spec,
            };
            """
        },
        {
            "annotations that are added",
            """
            var notes = new Dictionary<string, string>();
            notes.Add("a", name);
            return new() { Metadata = new() { Annotations = notes }, Spec = Spec };
            """,
            """
            var notes = new Dictionary<string, string>();
            notes.Add("a", name);
            notes.Add("@", "fr-par-1");
            return new() { Metadata = new() { Annotations = notes }, Spec = Spec };
            """
        },
        {
            "annotations by their index",
            """
            var notes = new Dictionary<string, string>();
            notes["a"] = name;
            return new() { Metadata = new() { Annotations = notes }, Spec = Spec };
            """,
            """
            var notes = new Dictionary<string, string>();
            notes["a"] = name;
            notes["@"] = "fr-par-1";
            return new() { Metadata = new() { Annotations = notes }, Spec = Spec };
            """
        },
        {
            "SetAnnotation",
            """
            var made = new V1Service { Spec = Spec }.Initialize();
            made.SetAnnotation("a", name);
            return made;
            """,
            """
            var made = new V1Service { Spec = Spec }.Initialize();
            made.SetAnnotation("a", name);
            made.SetAnnotation("@", "fr-par-1");
            return made;
            """
        },
        {
            "a dictionary that others hold, too",
            """
            var both = new Dictionary<string, string> { ["a"] = name };
            return new() { Metadata = new() { Annotations = both, Labels = both }, Spec = Spec };
            """,
            """
            var both = new Dictionary<string, string> { ["a"] = name };
            return new() { Metadata = new() { Annotations = new Dictionary<string, string>(both) { ["@"] = "fr-par-1" }, Labels = both }, Spec = Spec };
            """
        },
        {
            "an empty dictionary",
            "return new() { Metadata = new() { Annotations = new Dictionary<string, string>() }, Spec = Spec };",
            "return new() { Metadata = new() { Annotations = new Dictionary<string, string> { [\"@\"] = \"fr-par-1\" } }, Spec = Spec };"
        },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public Task An_annotation_is_written_where_annotations_are(string what, string source, string wanted)
    {
        Assert.NotNull(what);
        return Of().VerifyFix(InClass(source), InClass(wanted));
    }

    [Fact]
    public Task Namespaces_are_used_that_the_file_lacks() => Of(hasOwnUsings: true).VerifyFix(
        """
        using System;
        using System.Text;
        using k8s.Models;

        class Sample
        {
            public V1Service Make() => new() { Spec = new() { Type = "LoadBalancer", Ports = [new() { Port = 80 }] } };
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Text;
        using k8s.Models;

        class Sample
        {
            public V1Service Make() => new()
            {
                Spec = new() { Type = "LoadBalancer", Ports = [new() { Port = 80 }] },
                Metadata = new()
                {
                    Annotations = new Dictionary<string, string>
                    {
                        ["service.beta.kubernetes.io/scw-loadbalancer-zone"] = "fr-par-1",
                    },
                },
            };
        }
        """);

    [Fact]
    public Task A_program_of_statements() => Of(isProgram: true).VerifyFix(
        """
        var made = new V1Service { Metadata = new() { Name = "web" }, Spec = Spec() };
        Console.WriteLine(KubernetesYaml.Serialize(made));

        static V1ServiceSpec Spec() => new() { Type = "LoadBalancer", Ports = [new() { Port = 80 }] };
        """,
        """
        var made = new V1Service
        {
            Metadata = new()
            {
                Name = "web",
                Annotations = new Dictionary<string, string>
                {
                    ["service.beta.kubernetes.io/scw-loadbalancer-zone"] = "fr-par-1",
                },
            },
            Spec = Spec(),
        };
        Console.WriteLine(KubernetesYaml.Serialize(made));

        static V1ServiceSpec Spec() => new() { Type = "LoadBalancer", Ports = [new() { Port = 80 }] };
        """);

    private static Verifier Of(bool hasOwnUsings = false, bool isProgram = false) => new()
    {
        Expected = "KUBE4001",
        Options = new() { ["kubelint.provider"] = "scaleway" },
        HasOwnUsings = hasOwnUsings,
        IsProgram = isProgram,
        Language = LanguageVersion.CSharp12,
        Instead = r => [new SetValue(r.Annotations[Key], Literal.Text("fr-par-1"))],
    };

    private static string InClass(string body) => $$"""
        class Sample
        {
            public V1Service Make(string name)
            {
                {{body.Replace("@", Key).Replace("\n", "\n        ")}}
            }

            private static V1ServiceSpec Spec => new() { Type = "LoadBalancer", Ports = [new() { Port = 80 }] };
        }
        """;
}
