namespace KubeLint.Package.Tests;

/// <summary>What the README shows of a build is what a build prints.</summary>
[Collection(PackageCollection.Name)]
public sealed class ReadmeTests(PackedPackage package)
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(PackedPackage.Repository, "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_project_is_the_sample_s() => Assert.Equal(File.ReadAllText(Path.Combine(PackedPackage.Repository, "samples", "build", "shop.csproj")).ReplaceLineEndings("\n").Trim(), Block("<!-- samples/build/shop.csproj -->"));

    [Fact]
    public async Task The_sample_prints_what_the_readme_shows()
    {
        // The folder's own NuGet configuration names a feed that need not be there.
        using var sample = new Sample(package);
        foreach (var folder in new[] { "samples/build", "samples/shop" })
        {
            foreach (var file in Directory.GetFiles(Path.Combine([PackedPackage.Repository, .. folder.Split('/')])).Where(f => Path.GetFileName(f) != "nuget.config"))
                sample.Add($"{folder}/{Path.GetFileName(file)}", File.ReadAllText(file));
        }

        var result = (await sample.Build("samples/build")).Succeeded();
        Assert.Equal(Block("<!-- dotnet build samples/build -->"), string.Join("\n", result.Lines).Replace(sample.Folder + Path.DirectorySeparatorChar, ""));
    }

    private static string Block(string marker)
    {
        var start = Readme.IndexOf("```", Readme.IndexOf(marker, StringComparison.Ordinal), StringComparison.Ordinal);
        start = Readme.IndexOf('\n', start) + 1;
        return Readme[start..Readme.IndexOf("\n```", start, StringComparison.Ordinal)].Trim();
    }
}
