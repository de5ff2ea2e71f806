namespace KubernetesClient.Models.Tests;

public sealed class ModelExtensionsTests
{
    [Fact]
    public void Initialize_says_what_an_object_is_and_returns_it()
    {
        var deployment = new V1Deployment();
        Assert.Same(deployment, deployment.Initialize());
        Assert.Equal(("apps/v1", "Deployment"), (deployment.ApiVersion, deployment.Kind));
        Assert.NotNull(deployment.Metadata);

        var meta = new V1ObjectMeta { Name = "x" };
        var service = new V1Service { Metadata = meta }.Initialize();
        Assert.Equal("v1", service.ApiVersion);
        Assert.Same(meta, service.Metadata);
        Assert.Equal("services", service.GetKubernetesTypeMetadata().PluralName);
        Assert.Null(new V1ServiceList().Initialize().Metadata);
        Assert.Throws<InvalidOperationException>(() => new KubernetesObject().Initialize());
    }

    [Fact]
    public void Labels_and_annotations_are_set_read_and_removed()
    {
        var pod = new V1Pod();
        Assert.Null(pod.Labels());
        Assert.Null(pod.GetLabel("a"));
        pod.SetLabel("a", null);
        pod.SetAnnotation("a", null);
        Assert.Equal(new V1Pod(), pod);

        pod.SetLabel("a", "1");
        pod.SetAnnotation("b", "2");
        Assert.Equal(("1", "2"), (pod.GetLabel("a"), pod.GetAnnotation("b")));
        pod.Labels()["c"] = "3";
        pod.Annotations()["d"] = "4";
        Assert.Equal(("3", "4"), (pod.Metadata.Labels["c"], pod.Metadata.Annotations["d"]));
        pod.SetLabel("a", null);
        pod.SetAnnotation("b", null);
        Assert.Equal(["c"], pod.Metadata.EnsureLabels().Keys);
        Assert.Equal(["d"], pod.Metadata.EnsureAnnotations().Keys);
    }

    [Fact]
    public void A_template_has_labels_too_and_may_share_them_with_a_selector()
    {
        var deployment = Samples.Deployment();
        deployment.Spec.Template.SetLabel("tier", "front");
        Assert.Equal("front", deployment.Spec.Selector.MatchLabels["tier"]);
    }

    [Fact]
    public void Metadata_is_read_also_where_there_is_none()
    {
        var pod = new V1Pod();
        Assert.Equal((null, null, null, null), (pod.Name(), pod.Namespace(), pod.Uid(), pod.ResourceVersion()));
        Assert.Equal((null, null, null), (pod.Generation(), pod.CreationTimestamp(), pod.DeletionTimestamp()));
        Assert.Null(pod.Finalizers());
        Assert.Null(pod.OwnerReferences());
        Assert.Same(pod.EnsureMetadata(), pod.Metadata);
        pod.Metadata.SetNamespace("shop");
        pod.Metadata.Name = "web";
        Assert.Equal(("web", "shop", "shop"), (pod.Name(), pod.Namespace(), pod.Metadata.Namespace()));

        var list = new V1PodList { Items = [pod] };
        list.EnsureMetadata().ContinueProperty = "next";
        Assert.Equal(("next", null), (list.Continue(), list.ResourceVersion()));
        foreach (var item in list) Assert.Same(pod, item);
    }

    [Fact]
    public void Finalizers_are_added_once_and_removed_once()
    {
        var pod = new V1Pod();
        Assert.False(pod.HasFinalizer("a"));
        Assert.True(pod.AddFinalizer("a"));
        Assert.False(pod.AddFinalizer("a"));
        Assert.Equal(["a"], pod.Metadata.EnsureFinalizers());
        Assert.True(pod.RemoveFinalizer("a"));
        Assert.False(pod.RemoveFinalizer("a"));
        Assert.Throws<ArgumentNullException>(() => pod.AddFinalizer(""));
    }

    [Fact]
    public void Owners_are_found_and_removed()
    {
        var owner = Samples.Deployment();
        var other = Samples.Service();
        var reference = new V1OwnerReference { ApiVersion = owner.ApiVersion, Kind = owner.Kind, Name = owner.Name(), Controller = true };
        var pod = new V1Pod();
        Assert.False(pod.IsOwnedBy(owner));
        Assert.Null(pod.GetController());

        pod.AddOwnerReference(new() { Kind = "Other" });
        pod.AddOwnerReference(reference);
        Assert.True(pod.IsOwnedBy(owner));
        Assert.False(pod.IsOwnedBy(other));
        Assert.Equal(1, pod.FindOwnerReference(owner));
        Assert.Same(reference, pod.GetController());
        Assert.Same(reference, pod.RemoveOwnerReference(owner));
        Assert.Null(pod.RemoveOwnerReference(owner));
        Assert.True(pod.RemoveOwnerReferences(r => r.Kind == "Other"));
        Assert.False(pod.RemoveOwnerReferences(owner));
        Assert.True(new V1ObjectReference { ApiVersion = "apps/v1", Kind = "Deployment", Name = "web", NamespaceProperty = "shop" }.Matches(owner));
    }

    [Theory]
    [InlineData("apps/v1", "apps", "v1")]
    [InlineData("v1", "", "v1")]
    [InlineData(null, null, null)]
    public void An_API_version_has_two_parts(string? text, string? group, string? version)
    {
        var pod = new V1Pod { ApiVersion = text };
        pod.GetApiGroupAndVersion(out var foundGroup, out var foundVersion);
        Assert.Equal((group, version), (foundGroup, foundVersion));
        Assert.Equal((group, version), (pod.ApiGroup(), pod.ApiGroupVersion()));
    }
}
