namespace KubeLint.Cli.Tests;

/// <summary>What the README shows is what the tool prints.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData(1, "check", "samples/shop")]
    [InlineData(1, "fix", "samples/shop", "--dry-run")]
    [InlineData(0, "survive", "samples/shop", "--zones", "fr-par-1,fr-par-2,fr-par-3")]
    public void The_sample_prints_what_the_readme_shows(int code, params string[] arguments)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "KubeLint.sln"))) root = Path.GetDirectoryName(root)!;
        using var tool = new Tool();
        foreach (var file in Directory.GetFiles(Path.Combine(root, "samples", "shop"))) tool.Add("samples/shop/" + Path.GetFileName(file), File.ReadAllText(file));
        var result = tool.Run(arguments);
        Assert.Equal(code, result.Code);
        Assert.Contains(result.Output.Trim(), File.ReadAllText(Path.Combine(root, "README.md")).ReplaceLineEndings("\n"));
    }
}
