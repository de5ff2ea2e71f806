namespace KubeLint.Engine.Tests;

/// <summary>What git ignores is not linted, by the rules of <c>man gitignore</c>.</summary>
public sealed class GitIgnoreTests
{
    private static readonly string[] Tree =
    [
        "x.yaml", "y.yaml", "keep.yaml", "a.yaml", "b.yaml", "c.yaml", "#x.yaml", "!x.yaml", "ab.yaml", "a b.yaml", "trailing .yaml", "née.yaml", "a:b.yaml",
        "a/x.yaml", "a/keep.yaml", "a/b/x.yaml", "a/b/keep.yaml", "a/b/c/x.yaml", "b/x.yaml", "b/a/x.yaml", "b/a.yaml/x.yaml", "c/a/b/x.yaml",
        "foo.yaml/x.yaml", "deep/x.yaml", "deep/er/x.yaml", "deep/er/keep.yaml", "deep/a/x.yaml", "keep/x.yaml", "keep/y.yaml", "x-1.yaml", "x^.yaml", "x(1).yaml", "x+.yaml", "x.yaml.json", "X.yaml",
    ];

    public static TheoryData<string> Patterns { get; } = new(
        "*.yaml", "/x.yaml", "x.yaml", "a/", "/a/", "a", "**/b", "**/b/", "a/**", "a/*", "a/b", "/a/b", "a/**/x.yaml", "**/x.yaml", "b/**/x.yaml", "**", "*", "/*", "**/", "/**", "a/b/",
        "\\#x.yaml", "#x.yaml", "\\!x.yaml", "*.yaml   ", "x.yaml\t", "trailing\\ .yaml", "a b.yaml", "a\\ b.yaml", "[ab].yaml", "[!ab].yaml", "[^ab].yaml", "[a-c].yaml", "[[:alpha:]].yaml", "[]a].yaml", "[a", "?.yaml", "a?yaml", "a?b/",
        "**.yaml", "x**", "a**b/x.yaml", "a/**b/x.yaml", "***", "*/x.yaml", "*/*/x.yaml", "x(1).yaml", "x+.yaml", "x^.yaml", "x[^a].yaml", "née.yaml", "n*e.yaml", "a:b.yaml", "x.yam[l]", "\\x.yaml", "x\\", "/", "//", "./x.yaml", "a//b", "x.yaml/", "foo.yaml/", "deep/er", "er", "/er", "X.YAML", "!x.yaml", "x-1.yaml", "x[*-.]1.yaml", "[\\]a].yaml", "[a\\-c].yaml", "[-c].yaml", "[a-].yaml", "[[:digit:][:lower:]].yaml", "x[!/]1.yaml", "a[/]x.yaml", "[[:nonsense:]x].yaml", "x\\ ", "\\*.yaml", "trailing\\\\ ", "{x,y}.yaml", " x.yaml",
        "*.yaml\n!keep.yaml", "a/\n!a/keep.yaml", "a/*\n!a/keep.yaml", "*\n!keep.yaml", "*\n!*/\n!keep.yaml", "/*\n!/a", "/*\n!/a/\n/a/*\n!/a/b", "*.yaml\n!keep", "*.yaml\n!keep/", "keep\n!keep/x.yaml", "!keep.yaml\n*.yaml", "*.yaml\n!a/**", "a/**\n!a/**/\n!a/**/keep.yaml", "x.yaml\r\ny.yaml\r\n", "\ufeffx.yaml\ny.yaml",
        "*.yaml\n\n# comment\n!x.yaml\n   \n!b/a.yaml", "*.json\n!x.yaml.json\nx*\n!x.*");

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_pattern_ignores_what_git_ignores(string patterns)
    {
        if (!GitFactAttribute.IsThere) return;
        using var folder = new GitFolder();
        foreach (var file in Tree) folder.Add(file);
        folder.Add(".gitignore", patterns);

        Assert.Equal(NotIgnored(folder), [.. ManifestDiscovery.Find([folder.Path]).Files.Select(f => PathNames.Relative(folder.Path, f))]);
    }

    [Fact]
    public void Deeper_files_overrule_those_above_and_speak_of_their_own_folder()
    {
        using var folder = new TempFolder().AsRepository()
            .Add(".gitignore", "*.yaml\n!/top.yaml").Add("top.yaml").Add("a.yaml")
            .Add("in/.gitignore", "!*.yaml\n/b.yaml").Add("in/a.yaml").Add("in/b.yaml").Add("in/top.yaml").Add("in/deep/b.yaml")
            .Add("in/deep/.gitignore", "a.yaml").Add("in/deep/a.yaml");

        Assert.Equal(["in/a.yaml", "in/deep/b.yaml", "in/top.yaml", "top.yaml"], Found(folder));
    }

    [Fact]
    public void Files_above_the_named_folder_count_up_to_the_root_of_the_repository()
    {
        using var folder = new TempFolder()
            .Add(".gitignore", "outside.yaml")
            .Add("repo/.git/HEAD").Add("repo/.gitignore", "/a/b/x.yaml\ny.yaml").Add("repo/a/.gitignore", "/b/z.yaml")
            .Add("repo/a/b/x.yaml").Add("repo/a/b/y.yaml").Add("repo/a/b/z.yaml").Add("repo/a/b/outside.yaml").Add("repo/a/b/c.yaml");

        Assert.Equal(["repo/a/b/c.yaml", "repo/a/b/outside.yaml"], Found(folder, "repo/a/b"));
    }

    [Fact]
    public void Without_a_repository_nothing_is_ignored()
    {
        using var folder = new TempFolder().Add(".gitignore", "*.yaml").Add("a.yaml");

        Assert.Equal(["a.yaml"], Found(folder));
    }

    [Fact]
    public void The_repositorys_own_exclude_file_counts_and_gitignore_overrules_it()
    {
        using var folder = new TempFolder().AsRepository()
            .Add(".git/info/exclude", "*.json\n*.yml").Add(".gitignore", "!keep.yml").Add("a.json").Add("a.yml").Add("keep.yml").Add("a.yaml");

        Assert.Equal(["a.yaml", "keep.yml"], Found(folder));
    }

    [Fact]
    public void A_worktree_has_the_exclude_file_of_its_repository()
    {
        using var folder = new TempFolder()
            .Add("main/.git/info/exclude", "secret.yaml").Add("main/.git/worktrees/wt/commondir", "../..\n")
            .Add("wt/.git", "gitdir: ../main/.git/worktrees/wt\n").Add("wt/secret.yaml").Add("wt/a.yaml");

        Assert.Equal(["wt/a.yaml"], Found(folder, "wt"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gitdir: ")]
    [InlineData("gitdir: \u0000")]
    [InlineData("nonsense")]
    public void A_broken_link_to_the_repository_is_no_fault(string link)
    {
        using var folder = new TempFolder().Add(".git", link).Add(".gitignore", "b.yaml").Add("a.yaml").Add("b.yaml");

        Assert.Equal(["a.yaml"], Found(folder));
    }

    [Fact]
    public void A_file_below_an_ignored_folder_cannot_be_taken_back()
    {
        using var folder = new TempFolder().AsRepository().Add(".gitignore", "out/\n!out/keep.yaml").Add("out/keep.yaml").Add("a.yaml");

        Assert.Equal(["a.yaml"], Found(folder));
    }

    [Fact]
    public void What_is_named_is_read_though_git_ignores_it()
    {
        using var folder = new TempFolder().AsRepository().Add(".gitignore", "x.yaml\nout/").Add("x.yaml").Add("out/y.yaml");

        Assert.Equal(["x.yaml"], Found(folder, "x.yaml"));
        Assert.Equal(["out/y.yaml"], Found(folder, "out"));
    }

    [Fact]
    public void A_pattern_full_of_stars_takes_no_time()
    {
        using var folder = new TempFolder().AsRepository()
            .Add(".gitignore", string.Concat(Enumerable.Repeat("*a", 40)) + "b.yaml\n" + string.Concat(Enumerable.Repeat("**/a*", 6)) + "/**/b").Add(new string('a', 200) + ".yaml");

        Assert.Single(Found(folder));
    }

    private static List<string> Found(TempFolder folder, string below = "") =>
        [.. ManifestDiscovery.Find([folder.At(below)]).Files.Select(f => PathNames.Relative(folder.Path, f))];

    private static List<string> NotIgnored(GitFolder folder) =>
    [
        .. folder.Git("-c", "core.excludesFile=", "ls-files", "-z", "--others", "--exclude-standard").Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(f => f[(f.LastIndexOf('/') + 1)..] != ".gitignore").Order(StringComparer.Ordinal),
    ];
}
