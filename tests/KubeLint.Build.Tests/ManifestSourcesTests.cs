namespace KubeLint.Build.Tests;

/// <summary>Which manifests a project has.</summary>
public sealed class ManifestSourcesTests
{
    [Fact]
    public void Items_are_taken_as_they_are_except_defaults_below_another_project()
    {
        using var folder = new TempFolder().Add("shop.csproj").Add("api/api.csproj");
        var sources = Sources(folder, [("deploy/web.yaml", true), ("api/web.yaml", true), ("api/deploy/deep.yaml", true), ("api/listed.yaml", false), ("missing.json", false), ("../out.yaml", false)]);

        Assert.Equal(["deploy/web.yaml", "api/listed.yaml", "missing.json", "../out.yaml"], Names(folder, sources.Files));
        Assert.Empty(sources.MissingRoots);
    }

    [Fact]
    public void A_file_that_is_named_twice_is_one()
    {
        using var folder = new TempFolder().Add("shop.csproj").Add("deploy/web.yaml");
        var sources = Sources(folder, [("deploy/web.yaml", true), ("deploy/web.yaml", false)], "deploy", "deploy/", ".");

        Assert.Equal(["deploy/web.yaml"], Names(folder, sources.Files));
    }

    [Fact]
    public void A_root_brings_its_manifests_but_for_those_of_other_projects()
    {
        using var folder = new TempFolder().Add(".git/HEAD").Add(".gitignore", "/deploy/ignored\n").Add("src/shop.csproj").Add("deploy/a.yaml").Add("deploy/b/c.json").Add("deploy/tool/tool.csproj").Add("deploy/tool/d.yaml")
            .Add("deploy/ignored/e.yaml").Add("deploy/.hidden/f.yaml").Add("deploy/g.txt").Add("other/h.yaml");
        var sources = new ManifestSources(folder.At("src/shop.csproj"), [(folder.At("deploy/a.yaml"), false)], [folder.At("deploy"), folder.At("missing")], default);

        Assert.Equal(["deploy/a.yaml", "deploy/b/c.json"], Names(folder, sources.Files));
        Assert.Equal(["missing"], Names(folder, sources.MissingRoots));
    }

    [Fact]
    public void A_root_above_the_project_holds_the_project_s_own_as_well()
    {
        using var folder = new TempFolder().Add("src/shop/shop.csproj").Add("src/shop/own.yaml").Add("src/api/api.csproj").Add("src/api/api.yaml").Add("deploy/web.yaml");
        var sources = new ManifestSources(folder.At("src/shop/shop.csproj"), [(folder.At("src/shop/own.yaml"), true)], [folder.Path + Path.DirectorySeparatorChar], default);

        Assert.Equal(["deploy/web.yaml", "src/shop/own.yaml"], Names(folder, sources.Files).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_search_can_be_stopped()
    {
        using var folder = new TempFolder().Add("shop.csproj").Add("deploy/web.yaml");

        Assert.ThrowsAny<OperationCanceledException>(() => new ManifestSources(folder.At("shop.csproj"), [], [folder.Path], new CancellationToken(true)));
    }

    private static ManifestSources Sources(TempFolder folder, IEnumerable<(string Name, bool IsDefault)> items, params string[] roots) =>
        new(folder.At("shop.csproj"), items.Select(i => (Path.GetFullPath(folder.At(i.Name)), i.IsDefault)), roots.Select(folder.At), default);

    private static IEnumerable<string> Names(TempFolder folder, IEnumerable<string> paths) => paths.Select(p => Path.GetRelativePath(folder.Path, p).Replace('\\', '/'));
}
