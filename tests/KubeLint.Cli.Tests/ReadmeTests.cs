namespace KubeLint.Cli.Tests;

/// <summary>What the README shows is what the tool prints.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_sample_prints_what_the_readme_shows()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "KubeLint.sln"))) root = Path.GetDirectoryName(root)!;
        using var tool = new Tool();
        foreach (var file in Directory.GetFiles(Path.Combine(root, "samples", "shop"))) tool.Add("samples/shop/" + Path.GetFileName(file), File.ReadAllText(file));
        var result = tool.Run("check", "samples/shop");
        Assert.Equal(1, result.Code);
        Assert.Contains(result.Output.Trim(), File.ReadAllText(Path.Combine(root, "README.md")).ReplaceLineEndings("\n"));
    }
}
