namespace KubeLint.Package.Tests;

/// <summary>Which files of a project are linted.</summary>
[Collection(PackageCollection.Name)]
public sealed class ManifestItemTests(PackedPackage package)
{
    [Fact]
    public async Task Every_yaml_file_of_the_project_is_linted_but_for_those_that_others_make()
    {
        using var sample = new Sample(package).AddProject().AddDeployment("top.yaml").AddDeployment("a/b/deep.yml").AddDeployment("deploy/UPPER.YAML").AddDeployment("Kustomization")
            .AddDeployment("a/bin/built.yaml").AddDeployment("a/obj/built.yaml").AddDeployment("bin/built.yaml").AddDeployment("obj/built.yaml").AddDeployment("custom/out.yaml")
            .AddDeployment("web/node_modules/p/package.yaml").AddDeployment(".github/hidden.yaml").AddDeployment("a/.cache/b/hidden.yaml")
            .AddDeployment("listed.json").AddDeployment("a/text.txt").Add("a/values.yaml", "replicas: 3\n");

        Assert.Equal(
            "Kustomization(12,5) warning KUBE1001, UPPER.YAML(12,5) warning KUBE1001, deep.yml(12,5) warning KUBE1001, top.yaml(12,5) warning KUBE1001",
            (await sample.Build("-p:BaseOutputPath=custom/")).Succeeded().Findings);
    }

    [Fact]
    public async Task Defaults_and_all_can_be_turned_off()
    {
        using var sample = new Sample(package).AddProject(items: """<KubernetesManifest Include="listed.json" />""").AddDeployment("listed.json").AddDeployment("found.yaml");
        const string Listed = "listed.json(12,5) warning KUBE1001";

        Assert.Equal("found.yaml(12,5) warning KUBE1001, " + Listed, (await sample.Build()).Succeeded().Findings);
        Assert.Equal(Listed, (await sample.Build("--no-restore", "-p:EnableDefaultKubernetesManifestItems=false")).Succeeded().Findings);
        Assert.Equal(Listed, (await sample.Build("--no-restore", "-p:EnableDefaultItems=false")).Succeeded().Findings);

        var off = (await sample.Build("--no-restore", "-p:KubeLintEnabled=false", "-v:detailed")).Succeeded();
        Assert.Equal("", off.Findings);
        Assert.Empty(off.CacheNotes);
    }

    [Fact]
    public async Task A_project_may_turn_KubeLint_off_in_its_own_file()
    {
        using var sample = new Sample(package).AddProject(properties: "<KubeLintEnabled>false</KubeLintEnabled>").AddDeployment()
            .AddProject("all/defaults.csproj", "<EnableDefaultKubernetesManifestItems>false</EnableDefaultKubernetesManifestItems>").AddDeployment("all/deploy/web.yaml");

        Assert.Equal("", (await sample.Build("shop.csproj")).Succeeded().Findings);
        Assert.Equal("", (await sample.Build("all/defaults.csproj")).Succeeded().Findings);
    }

    [Fact]
    public async Task A_project_takes_items_out_and_adds_its_own()
    {
        using var sample = new Sample(package)
            .AddProject("src/shop.csproj", items: """
                <KubernetesManifest Remove="samples/**" />
                <KubernetesManifest Include="data/*.json;../deploy/outside.yaml;bin/kept.yaml;missing.yaml" />
                <KubernetesManifest Include="top.yaml;../src/top.yaml" />
                """)
            .AddDeployment("src/top.yaml").AddDeployment("src/samples/a.yaml").AddDeployment("src/data/a.json").AddDeployment("src/other/b.json").AddDeployment("src/bin/kept.yaml")
            .AddDeployment("deploy/outside.yaml").AddDeployment("deploy/other.yaml");
        var result = (await sample.Run("build", "src", "-tl:off", "-p:GenerateFullPaths=false")).Succeeded();

        Assert.Equal("a.json(12,5) warning KUBE1001, kept.yaml(12,5) warning KUBE1001, missing.yaml(1,1) warning KUBE0001, outside.yaml(12,5) warning KUBE1001, top.yaml(12,5) warning KUBE1001", result.Findings);
        Assert.Contains(result.Lines, l => l.StartsWith("../deploy/outside.yaml(12,5): ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_manifest_below_another_project_belongs_to_that_project()
    {
        using var sample = new Sample(package)
            .AddProject("shop.csproj", items: """<Compile Remove="api/**" /><KubernetesManifest Include="api/deploy/both.yaml" />""").AddDeployment("deploy/web.yaml")
            .AddProject("api/api.fsproj.csproj").AddDeployment("api/deploy/api.yaml").AddDeployment("api/deploy/both.yaml")
            .Add("tools/tools.vcxproj", "<Project />").AddDeployment("tools/tools.yaml");

        Assert.Equal("both.yaml(12,5) warning KUBE1001, tools.yaml(12,5) warning KUBE1001, web.yaml(12,5) warning KUBE1001", (await sample.Build("shop.csproj")).Succeeded().Findings);
        Assert.Equal("api.yaml(12,5) warning KUBE1001, both.yaml(12,5) warning KUBE1001", (await sample.Build("api")).Succeeded().Findings);
    }
}
