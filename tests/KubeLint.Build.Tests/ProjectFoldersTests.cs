namespace KubeLint.Build.Tests;

/// <summary>Which folders belong to another project.</summary>
public sealed class ProjectFoldersTests
{
    [Theory]
    [InlineData("api.csproj", true)]
    [InlineData("api.fsproj", true)]
    [InlineData("api.vbproj", true)]
    [InlineData("api.vcxproj", false)]
    [InlineData("api.shproj", false)]
    [InlineData("api.proj", false)]
    [InlineData("api.csproj.user", false)]
    [InlineData("csproj", false)]
    public void A_folder_belongs_to_a_project_of_a_language_in_it(string file, bool isProject)
    {
        using var folder = new TempFolder().Add("shop.csproj").Add("api/" + file).Add("api/deploy/web.yaml");
        var projects = new ProjectFolders(folder.At("shop.csproj"));

        Assert.Equal(isProject, projects.HoldsAnother(folder.At("api")));
        Assert.Equal(isProject, projects.IsOfAnother(folder.At("api/deploy/web.yaml"), folder.Path));
        Assert.Equal(isProject, projects.IsOfAnother(folder.At("api/web.yaml"), folder.Path));
    }

    [Fact]
    public void The_own_folder_is_no_other_s_unless_it_holds_two()
    {
        using var folder = new TempFolder().Add("shop.csproj");
        Assert.False(new ProjectFolders(folder.At("shop.csproj")).HoldsAnother(folder.Path));

        folder.Add("shop.tests.csproj");
        Assert.True(new ProjectFolders(folder.At("shop.csproj")).HoldsAnother(folder.Path));
        Assert.True(new ProjectFolders(folder.At("shop.tests.csproj")).HoldsAnother(folder.Path));
    }

    [Fact]
    public void Only_folders_below_the_one_that_is_searched_count()
    {
        using var folder = new TempFolder().Add("all.csproj").Add("src/shop.csproj").Add("src/deploy/web.yaml").Add("deploy/web.yaml");
        var projects = new ProjectFolders(folder.At("src/shop.csproj"));

        Assert.False(projects.IsOfAnother(folder.At("src/deploy/web.yaml"), folder.At("src")));
        Assert.False(projects.IsOfAnother(folder.At("deploy/web.yaml"), folder.Path));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_nobody_s()
    {
        using var folder = new TempFolder().Add("shop.csproj");
        var projects = new ProjectFolders(folder.At("shop.csproj"));

        Assert.False(projects.HoldsAnother(folder.At("missing")));
        Assert.False(projects.IsOfAnother(folder.At("missing/web.yaml"), folder.Path));
    }
}
