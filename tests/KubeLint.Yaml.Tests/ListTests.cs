using static KubeLint.Yaml.Tests.Reading;

namespace KubeLint.Yaml.Tests;

public sealed class ListTests
{
    [Fact]
    public void The_items_of_a_list_are_objects_with_paths_of_their_own()
    {
        const string text = """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: storage.k8s.io/v1
              kind: StorageClass
              metadata: {name: a}
              provisioner: ebs.csi.aws.com
            - apiVersion: storage.k8s.io/v1
              kind: StorageClass
              metadata: {name: b}
              provisioner: ebs.csi.aws.com
              volumeBindingMode: Immediate
            """;
        Assert.Equal("KUBE3001@5:3 KUBE3001@12:22", Found(text));
        Assert.Equal(["volumeBindingMode", "volumeBindingMode"], Lint(text).Select(f => f.FieldPath));
    }

    [Fact]
    public void Items_of_a_typed_list_may_leave_out_what_the_list_says()
    {
        var resource = Assert.Single(Objects("apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- metadata:\n    name: web\n"));
        Assert.Equal(("apps/v1", "Deployment", "web"), (resource.ApiVersion, resource.Kind, resource.Name));
    }

    [Fact]
    public void Lists_may_hold_lists()
    {
        const string text = """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: List
              items:
              - {apiVersion: v1, kind: Service}
            - apiVersion: v1
              kind: ServiceList
              items:
              - metadata: {name: b}
            """;
        Assert.Equal("Service Service", Kinds(text));
    }

    [Theory]
    [InlineData("items:")]
    [InlineData("items: []")]
    [InlineData("items: text")]
    [InlineData("items: [text, 1, null, []]")]
    [InlineData("metadata: {}")]
    public void A_list_without_objects_is_silent(string items)
    {
        Assert.Empty(Objects("apiVersion: v1\nkind: List\n" + items + "\n"));
        Assert.Empty(Lint("apiVersion: v1\nkind: List\n" + items + "\n"));
    }
}
