namespace KubeLint.Engine.Tests;

public sealed class ManifestDiscoveryTests
{
    [Fact]
    public void Finds_yaml_json_and_kustomizations_below_a_folder()
    {
        using var folder = new TempFolder()
            .Add("a.yaml").Add("b.YML").Add("c.json").Add("Kustomization").Add("deep/er/d.yml")
            .Add("readme.md").Add("yaml").Add("x.yaml.bak").Add("kustomization").Add("x.jsonc");

        Assert.Equal(["Kustomization", "a.yaml", "b.YML", "c.json", "deep/er/d.yml"], Found(folder, ""));
    }

    [Fact]
    public void A_named_file_is_read_whatever_its_name() =>
        Within(new TempFolder().Add("manifest.txt"), folder => Assert.Equal(["manifest.txt"], Found(folder, "manifest.txt")));

    [Fact]
    public void Hidden_folders_and_node_modules_are_passed_over() =>
        Within(
            new TempFolder().Add(".hidden/a.yaml").Add(".github/workflows/a.yaml").Add("node_modules/a.yaml").Add("x/node_modules/y/a.yaml").Add(".hidden.yaml").Add("x/b.yaml"),
            folder => Assert.Equal([".hidden.yaml", "x/b.yaml"], Found(folder, "")));

    [Fact]
    public void A_hidden_folder_that_is_named_is_searched() =>
        Within(new TempFolder().Add(".hidden/a.yaml").Add(".hidden/.more/a.yaml"), folder => Assert.Equal([".hidden/a.yaml"], Found(folder, ".hidden")));

    [Theory]
    [InlineData("App.csproj")]
    [InlineData("App.fsproj")]
    [InlineData("App.vbproj")]
    public void Bin_and_obj_are_passed_over_beside_a_project_only(string project) =>
        Within(
            new TempFolder().Add("app/" + project).Add("app/bin/a.yaml").Add("app/obj/a.yaml").Add("app/k8s/bin/a.yaml").Add("deploy/bin/a.yaml").Add("deploy/obj/a.yaml"),
            folder => Assert.Equal(["app/k8s/bin/a.yaml", "deploy/bin/a.yaml", "deploy/obj/a.yaml"], Found(folder, "")));

    [Fact]
    public void Links_to_folders_are_not_followed_and_links_to_files_are_read() =>
        Within(new TempFolder().Add("real/a.yaml").Add("real/deep/b.yaml"), folder =>
        {
            if (!TryLink(() => Directory.CreateSymbolicLink(folder.At("linked"), folder.At("real")))) return;
            Directory.CreateSymbolicLink(folder.At("real/deep/loop"), folder.At("real"));
            File.CreateSymbolicLink(folder.At("link.yaml"), folder.At("real/a.yaml"));
            File.CreateSymbolicLink(folder.At("nowhere.yaml"), folder.At("gone.yaml"));

            Assert.Equal(["link.yaml", "nowhere.yaml", "real/a.yaml", "real/deep/b.yaml"], Found(folder, ""));
            Assert.Equal(["linked/a.yaml", "linked/deep/b.yaml"], Found(folder, "linked"));
        });

    [Fact]
    public void Every_file_is_found_once_when_paths_overlap() =>
        Within(
            new TempFolder().Add("a/x.yaml").Add("a/b/y.yaml"),
            folder => Assert.Equal(["a/b/y.yaml", "a/x.yaml"], Found(folder, "", "a", "a/b", "a/b/y.yaml", "a/b/y.yaml")));

    [Fact]
    public void A_folder_may_end_with_a_slash() =>
        Within(new TempFolder().AsRepository().Add(".gitignore", "/a/b/z.yaml").Add("a/x.yaml").Add("a/b/y.yaml").Add("a/b/z.yaml"), folder =>
        {
            var (files, _) = ManifestDiscovery.Find([folder.At("a") + Path.DirectorySeparatorChar, folder.At("a")]);
            Assert.Equal([folder.At("a/b/y.yaml"), folder.At("a/x.yaml")], files);
        });

    [Fact]
    public void The_order_is_ordinal() =>
        Within(
            new TempFolder().Add("b.yaml").Add("B.yaml").Add("a-b/x.yaml").Add("a/x.yaml").Add("a.yaml").Add("é.yaml").Add("z.yaml"),
            folder => Assert.Equal(Found(folder, "").Order(StringComparer.Ordinal), Found(folder, "")));

    [Fact]
    public void Names_may_have_spaces_and_any_letters() =>
        Within(
            new TempFolder().AsRepository().Add(".gitignore", "weg é/").Add("weg é/a.yaml").Add("mein ordner/ü 日本 🚀.yaml").Add("a 'b\" $c.yaml").Add("[x]/{y}.yaml").Add(" .yaml"),
            folder => Assert.Equal([" .yaml", "[x]/{y}.yaml", "a 'b\" $c.yaml", "mein ordner/ü 日本 🚀.yaml"], Found(folder, "")));

    [UnprivilegedFact]
    public void A_folder_that_cannot_be_listed_is_told() =>
        Within(new TempFolder().Add("a.yaml").Add("closed/b.yaml"), folder =>
        {
            File.SetUnixFileMode(folder.At("closed"), UnixFileMode.None);
            var (files, unlisted) = ManifestDiscovery.Find([folder.Path]);
            File.SetUnixFileMode(folder.At("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Assert.Equal([folder.At("a.yaml")], files);
            Assert.Equal([folder.At("closed")], unlisted);
        });

    [Fact]
    public void The_search_can_be_stopped() =>
        Within(new TempFolder(), folder => Assert.Throws<OperationCanceledException>(() => ManifestDiscovery.Find([folder.Path], new CancellationToken(true))));

    private static void Within(TempFolder folder, Action<TempFolder> test)
    {
        using (folder) test(folder);
    }

    private static bool TryLink(Action link)
    {
        try
        {
            link();
            return true;
        }
        catch (Exception e) when (OperatingSystem.IsWindows() && e is IOException or UnauthorizedAccessException)
        {
            // Windows lets only some users make links.
            return false;
        }
    }

    private static List<string> Found(TempFolder folder, params string[] names) =>
        [.. ManifestDiscovery.Find(names.Select(folder.At)).Files.Select(f => PathNames.Relative(folder.Path, f))];
}
