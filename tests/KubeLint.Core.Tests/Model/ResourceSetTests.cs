using KubeLint.Resources;
using static KubeLint.Tests.Model.Tree;

namespace KubeLint.Tests.Model;

/// <summary>What a set tells of its objects, be they few, of which each is looked at, or many, which are sorted.</summary>
public sealed class ResourceSetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void Objects_are_found_by_kind_and_group(int others)
    {
        var set = Set(others, "apps/v1 Deployment a", "example.com/v1 Deployment b", "apps/v1beta1 Deployment c");
        Assert.Equal(["a", "c"], set.OfKind("apps", "Deployment").Select(r => r.Name));
        Assert.Equal(["b"], set.OfKind("example.com", "Deployment").Select(r => r.Name));
        Assert.Empty(set.OfKind("", "Deployment"));
        Assert.Empty(set.OfKind("apps", "StatefulSet"));
        Assert.Contains(new ObjectKind("example.com", "Deployment"), set.Kinds);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void Objects_that_are_declared_twice_are_variants(int others)
    {
        var set = Set(others, "apps/v1 Deployment a", "apps/v1 Deployment b", "apps/v1 Deployment a");
        Assert.True(set.HasDuplicates);
        Assert.Equal([true, false, true], set.All.Take(3).Select(set.HasVariants));
        Assert.False(Set(others, "apps/v1 Deployment a", "example.com/v1 Deployment a").HasDuplicates);
    }

    private static ResourceSet Set(int others, params string[] objects) => new(
        objects.Concat(Enumerable.Range(0, others).Select(i => $"v1 Service s{i}")).Select(o => o.Split(' ')).SelectMany(o =>
            Resource.ReadAll(Document(Map(("apiVersion", o[0]), ("kind", o[1]), ("metadata", Map(("name", o[2]))))))));
}
