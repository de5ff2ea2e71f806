namespace KubeLint.Package.Tests;

/// <summary>The package, packed once into a folder that serves as a feed, and a folder where projects restore it to.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("kubelint-feed-").FullName;

    /// <summary>The root of this repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The package's version.</summary>
    public string Version { get; private set; } = "";

    /// <summary>The folder with the package.</summary>
    public string Feed => Path.Combine(folder, "feed");

    /// <summary>The folder that restored packages are unpacked to.</summary>
    public string Packages => Path.Combine(folder, "packages");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        (await Pack(Feed)).Succeeded();
        var package = Assert.Single(Directory.GetFiles(Feed, "KubeLint.*.nupkg"));
        Version = Path.GetFileNameWithoutExtension(package)["KubeLint.".Length..];
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Packs what was built with the tests.</summary>
    internal static Task<DotnetResult> Pack(string feed, params string[] more) =>
        Dotnet.Run(Path.Combine(Repository, "analyzers", "KubeLint.Package"), ["pack", "--no-build", "-c", Configuration, "-o", feed, .. more]);

    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    private static string FindRepository()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "KubeLint.sln"))) root = Path.GetDirectoryName(root)!;
        return root;
    }
}

/// <summary>Tests that share the packed package. Each of them stands alone and builds a project of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Package";
}
