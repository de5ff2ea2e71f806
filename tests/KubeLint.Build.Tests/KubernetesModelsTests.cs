namespace KubeLint.Build.Tests;

/// <summary>Whether a project can declare Kubernetes objects in C#.</summary>
public sealed class KubernetesModelsTests
{
    [Theory]
    [InlineData("KubernetesClient", true)]
    [InlineData("KubernetesClient.Models", true)]
    [InlineData("kubernetesclient.models.dll", true)]
    [InlineData("../lib/KubernetesClient.Models.dll", true)]
    [InlineData("KubernetesClient, Version=15.0.0.0, Culture=neutral", true)]
    [InlineData("Acme.KubernetesClient", false)]
    [InlineData("Newtonsoft.Json", false)]
    public void A_reference_tells(string reference, bool isReferenced) =>
        Assert.Equal(isReferenced, KubernetesModels.AreReferenced(null, ["System", reference]));

    [Theory]
    [InlineData("""{ "libraries": { "KubernetesClient/15.0.1": { } } }""", true)]
    [InlineData("""{ "libraries": { "kubernetesclient.models/12.0.16": { } } }""", true)]
    [InlineData("""{ "libraries": { "KubernetesClient.Models/1.0.0": { "type": "project" } } }""", true)]
    [InlineData("""{ "libraries": { "Acme.KubernetesClient/1.0.0": { } } }""", false)]
    [InlineData("""{ "libraries": { } }""", false)]
    [InlineData("", false)]
    public void So_does_the_assets_file_for_packages_and_projects_that_others_bring(string assets, bool isReferenced)
    {
        using var folder = new TempFolder().Add("project.assets.json", assets);

        Assert.Equal(isReferenced, KubernetesModels.AreReferenced(folder.At("project.assets.json"), []));
    }

    [Fact]
    public void Without_either_there_are_none()
    {
        using var folder = new TempFolder();

        Assert.False(KubernetesModels.AreReferenced(null, []));
        Assert.False(KubernetesModels.AreReferenced("", []));
        Assert.False(KubernetesModels.AreReferenced(folder.At("missing.json"), []));
        Assert.False(KubernetesModels.AreReferenced(folder.Path, []));
    }

    [Fact]
    public void Not_to_know_is_not_to_say_that_there_are_none()
    {
        using var folder = new TempFolder().Add("project.assets.json", "{}");
        using var locked = new FileStream(folder.At("project.assets.json"), FileMode.Open, FileAccess.Read, FileShare.None);

        Assert.True(KubernetesModels.AreReferenced(folder.At("project.assets.json"), []));
    }
}
