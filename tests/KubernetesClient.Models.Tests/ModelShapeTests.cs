using System.Reflection;
using System.Text.Json.Serialization;

namespace KubernetesClient.Models.Tests;

public sealed class ModelShapeTests
{
    /// <summary>Names that the real library gives a suffix: words of C#, and what an object has already.</summary>
    private static readonly Dictionary<string, string> Suffixed = new()
    {
        ["continue"] = "ContinueProperty",
        ["from"] = "FromProperty",
        ["namespace"] = "NamespaceProperty",
        ["object"] = "ObjectProperty",
        ["operator"] = "OperatorProperty",
        ["readOnly"] = "ReadOnlyProperty",
    };

    [Fact]
    public void All_kinds_of_the_rules_and_the_provisioner_are_there()
    {
        string[] expected =
        [
            "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Pod", "PodTemplate", "Job", "CronJob", "Service",
            "PersistentVolumeClaim", "PersistentVolume", "StorageClass", "PodDisruptionBudget", "HorizontalPodAutoscaler", "Namespace", "ConfigMap",
            "Secret", "ServiceAccount", "Node", "Ingress", "IngressClass", "NetworkPolicy", "PriorityClass", "Role", "ClusterRole", "RoleBinding",
            "ClusterRoleBinding",
        ];
        var kinds = ModelTypes.Kinds.Select(t => t.GetCustomAttribute<KubernetesEntityAttribute>()!.Kind).ToHashSet();

        Assert.Equal(expected.SelectMany(k => new[] { k, k + "List" }).ToHashSet(), kinds);
        Assert.Equal([typeof(V1HorizontalPodAutoscaler), typeof(V2HorizontalPodAutoscaler)], ModelTypes.Kinds.Where(t => t.Name.EndsWith("HorizontalPodAutoscaler")).OrderBy(t => t.Name));
    }

    [Theory]
    [MemberData(nameof(ModelTypes.KindData), MemberType = typeof(ModelTypes))]
    public void The_attribute_says_what_the_constants_say(Type type)
    {
        var entity = type.GetCustomAttribute<KubernetesEntityAttribute>()!;
        string Constant(string name) => (string)type.GetField(name)!.GetRawConstantValue()!;

        Assert.Equal(
            (Constant("KubeGroup"), Constant("KubeApiVersion"), Constant("KubeKind"), Constant("KubePluralName")),
            (entity.Group, entity.ApiVersion, entity.Kind, entity.PluralName));
        Assert.Equal(entity.ApiVersion.ToUpperInvariant() + entity.Kind, type.Name);
        Assert.Matches("^[a-z]+$", entity.PluralName);
        Assert.True(entity.Group is "" or "apps" or "batch" or "autoscaling" or "policy" || entity.Group.EndsWith(".k8s.io"));
    }

    [Theory]
    [MemberData(nameof(ModelTypes.KindData), MemberType = typeof(ModelTypes))]
    public void A_kind_has_its_interfaces(Type type)
    {
        var isList = type.Name.EndsWith("List");
        Assert.Contains(isList ? typeof(IKubernetesObject<V1ListMeta>) : typeof(IKubernetesObject<V1ObjectMeta>), type.GetInterfaces());
        if (type.GetProperty("Spec") is { } spec) Assert.Contains(typeof(ISpec<>).MakeGenericType(spec.PropertyType), type.GetInterfaces());
        if (!isList) return;
        var item = type.GetProperty("Items")!.PropertyType.GetGenericArguments()[0];
        Assert.Contains(typeof(IItems<>).MakeGenericType(item), type.GetInterfaces());
        Assert.Equal(type.Name, item.Name + "List");
    }

    [Fact]
    public void Models_are_open_records_that_are_made_empty_and_filled_later()
    {
        foreach (var type in ModelTypes.All)
        {
            Assert.Empty(Assert.Single(type.GetConstructors()).GetParameters());
            Assert.False(type.IsSealed);
            Assert.All(ModelTypes.Properties(type), p => Assert.DoesNotContain(typeof(System.Runtime.CompilerServices.IsExternalInit), p.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));
        }
    }

    [Fact]
    public void Each_property_is_the_name_in_JSON_with_a_capital()
    {
        foreach (var (type, property) in ModelTypes.All.SelectMany(t => ModelTypes.Properties(t).Select(p => (t, p))))
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name;
            Assert.True(name is not null, $"{type.Name}.{property.Name}");
            var expected = Suffixed.TryGetValue(name, out var suffixed) ? suffixed : char.ToUpperInvariant(name[0]) + name[1..];
            Assert.True(expected == property.Name, $"{type.Name}.{property.Name} is {name}");
        }

        var used = ModelTypes.All.SelectMany(ModelTypes.Properties).Select(p => p.Name).ToHashSet();
        Assert.Subset(used, Suffixed.Values.Concat(["ClusterIP", "HostIPC", "PodIP"]).ToHashSet());
    }

    [Fact]
    public void Nothing_is_set_in_a_new_object()
    {
        foreach (var type in ModelTypes.All)
        {
            var value = Activator.CreateInstance(type);
            Assert.All(ModelTypes.Properties(type), p => Assert.Equal(p.PropertyType.IsValueType ? Activator.CreateInstance(p.PropertyType) : null, p.GetValue(value)));
        }
    }

    [Fact]
    public void Types_of_properties_are_those_of_the_real_library()
    {
        foreach (var (type, property) in ModelTypes.All.SelectMany(t => ModelTypes.Properties(t).Select(p => (t, p))))
            Assert.True(IsKnown(property.PropertyType), $"{type.Name}.{property.Name} is {property.PropertyType}");
    }

    [Theory]
    [InlineData(typeof(V1TopologySpreadConstraint), "MaxSkew", typeof(int))]
    [InlineData(typeof(V1TopologySpreadConstraint), "MinDomains", typeof(int?))]
    [InlineData(typeof(V1ServicePort), "Port", typeof(int))]
    [InlineData(typeof(V1ServicePort), "TargetPort", typeof(IntOrString))]
    [InlineData(typeof(V1ContainerPort), "ContainerPort", typeof(int))]
    [InlineData(typeof(V1ContainerPort), "HostPort", typeof(int?))]
    [InlineData(typeof(V1DeploymentSpec), "Replicas", typeof(int?))]
    [InlineData(typeof(V1WeightedPodAffinityTerm), "Weight", typeof(int))]
    [InlineData(typeof(V1Toleration), "TolerationSeconds", typeof(long?))]
    [InlineData(typeof(V1PodSecurityContext), "SupplementalGroups", typeof(IList<long?>))]
    [InlineData(typeof(V1ObjectMeta), "CreationTimestamp", typeof(DateTime?))]
    [InlineData(typeof(V1Condition), "LastTransitionTime", typeof(DateTime))]
    [InlineData(typeof(V1Secret), "Data", typeof(IDictionary<string, byte[]>))]
    [InlineData(typeof(V1ResourceRequirements), "Requests", typeof(IDictionary<string, ResourceQuantity>))]
    [InlineData(typeof(V1VolumeMount), "ReadOnlyProperty", typeof(bool?))]
    [InlineData(typeof(V2HorizontalPodAutoscalerSpec), "MaxReplicas", typeof(int))]
    [InlineData(typeof(V1StorageClass), "AllowedTopologies", typeof(IList<V1TopologySelectorTerm>))]
    [InlineData(typeof(V1RoleBinding), "Subjects", typeof(IList<Rbacv1Subject>))]
    public void What_the_API_requires_is_never_null(Type type, string property, Type expected) =>
        Assert.Equal(expected, type.GetProperty(property)!.PropertyType);

    private static bool IsKnown(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        Type[] plain = [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(DateTime), typeof(byte[]), typeof(object), typeof(IntOrString), typeof(ResourceQuantity)];
        if (plain.Contains(type) || ModelTypes.All.Contains(type)) return true;
        if (!type.IsGenericType) return false;
        var held = type.GetGenericArguments();
        return type.GetGenericTypeDefinition() == typeof(IList<>) ? IsKnown(held[0])
            : type.GetGenericTypeDefinition() == typeof(IDictionary<,>) && held[0] == typeof(string) && IsKnown(held[1]);
    }
}
