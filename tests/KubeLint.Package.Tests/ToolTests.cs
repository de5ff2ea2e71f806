using System.Diagnostics;

namespace KubeLint.Package.Tests;

/// <summary>The tool is packed, installed from a folder and run, as the README and samples/ci tell.</summary>
public sealed class ToolTests : IDisposable
{
    private static readonly string Shop = Path.Combine(PackedPackage.Repository, "samples", "shop");

    private readonly string folder = Directory.CreateTempSubdirectory("kubelint-tool-").FullName;

    [Fact]
    public async Task Installed_from_a_folder_it_finds_what_the_readme_shows()
    {
        // Its own folder for what is built: the pack for one system must not change what others are building here.
        var feed = Path.Combine(folder, "feed");
        (await Dotnet.Run(PackedPackage.Repository, "pack", Path.Combine("src", "KubeLint.Cli"), "-c", "Release", "-o", feed, "--artifacts-path", Path.Combine(folder, "built"))).Succeeded();
        Assert.Equal(
            ["KubeLint.Tool.0.1.0.nupkg", "KubeLint.Tool.any.0.1.0.nupkg", "KubeLint.Tool.linux-x64.0.1.0.nupkg"],
            Directory.GetFiles(feed).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        // Compiled ahead of time it is larger.
        Assert.True(new FileInfo(Path.Combine(feed, "KubeLint.Tool.linux-x64.0.1.0.nupkg")).Length > 2 * new FileInfo(Path.Combine(feed, "KubeLint.Tool.any.0.1.0.nupkg")).Length);

        var work = Path.Combine(folder, "work");
        Directory.CreateDirectory(Path.Combine(work, ".config"));
        File.Copy(Path.Combine(PackedPackage.Repository, "samples", "ci", "dotnet-tools.json"), Path.Combine(work, ".config", "dotnet-tools.json"));
        File.WriteAllText(Path.Combine(work, "nuget.config"), $"<configuration><packageSources><clear /><add key=\"kubelint\" value=\"{feed}\" /></packageSources></configuration>");
        Directory.CreateDirectory(Path.Combine(work, "samples", "shop"));
        foreach (var file in Directory.GetFiles(Shop)) File.Copy(file, Path.Combine(work, "samples", "shop", Path.GetFileName(file)));

        var own = new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(folder, "packages"), ["DOTNET_CLI_HOME"] = Path.Combine(folder, "home") };
        (await Dotnet.Run(work, own, ["tool", "restore"])).Succeeded();
        var local = (await Dotnet.Run(work, own, ["kubelint", "check", "samples/shop"])).Failed();
        Assert.Contains(local.Output.ReplaceLineEndings("\n").Trim(), File.ReadAllText(Path.Combine(PackedPackage.Repository, "README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);

        (await Dotnet.Run(work, own, ["tool", "install", "KubeLint.Tool", "--tool-path", Path.Combine(folder, "bin")])).Succeeded();
        using var installed = Process.Start(new ProcessStartInfo(Path.Combine(folder, "bin", "kubelint"), ["--version"]) { RedirectStandardOutput = true })!;
        Assert.StartsWith("0.1.0", await installed.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
