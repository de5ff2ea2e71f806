using System.Text;

namespace KubeLint.Package.Tests;

/// <summary>A folder with projects that reference the package; gone after the test.</summary>
internal sealed class Sample : IDisposable
{
    private readonly PackedPackage package;
    private readonly string top;
    private readonly Dictionary<string, string> environment = [];

    /// <summary>Makes the folder and what it takes to restore without any other source than the package's.</summary>
    /// <param name="package">The package.</param>
    /// <param name="name">The folder's name.</param>
    /// <param name="feed">A folder with another build of the package.</param>
    public Sample(PackedPackage package, string name = "shop", string? feed = null)
    {
        this.package = package;
        top = Directory.CreateTempSubdirectory("kubelint-build-").FullName;
        Folder = Path.Combine(top, name);
        Add("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{feed ?? package.Feed}" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
              <config><add key="globalPackagesFolder" value="{(feed is null ? package.Packages : Path.Combine(top, "packages"))}" /></config>
            </configuration>
            """);

        // Nothing above the folder counts: neither a repository nor configuration.
        Directory.CreateDirectory(At(".git"));
        Add(".editorconfig", "root = true\n");
        Add("Directory.Build.props", "<Project />");
        Add("Directory.Build.targets", "<Project />");
        Add("Directory.Packages.props", "<Project />");
    }

    /// <summary>The folder's full path.</summary>
    public string Folder { get; }

    /// <summary>The folder for temporary files of what runs in it, which <see cref="WatchTemporaryFiles"/> makes.</summary>
    public string TemporaryFolder => Path.Combine(top, "tmp");

    /// <summary>The full path of a file or folder in it.</summary>
    public string At(string path) => Path.Combine([Folder, .. path.Split('/')]);

    /// <summary>Adds a file, or writes it anew.</summary>
    public Sample Add(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text, new UTF8Encoding(false));
        return this;
    }

    /// <summary>Adds a Deployment with one finding: KUBE1001 at 12:5.</summary>
    public Sample AddDeployment(string path = "deploy/web.yaml") => Add(path, SampleManifest.Deployment());

    /// <summary>Adds a project for net10.0 that references the package.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="properties">More properties, as XML.</param>
    /// <param name="items">More items, as XML.</param>
    /// <param name="frameworks">What stands for its target framework, as XML.</param>
    public Sample AddProject(string path = "shop.csproj", string properties = "", string items = "", string frameworks = "<TargetFramework>net10.0</TargetFramework>") => Add(path, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {frameworks}
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="KubeLint" Version="{package.Version}" PrivateAssets="all" />
            {items}
          </ItemGroup>
        </Project>
        """);

    /// <summary>Two target frameworks that the SDK alone can build.</summary>
    public const string TwoFrameworks =
        "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting><DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>";

    /// <summary>Makes all files older, so that their times tell changes apart.</summary>
    public Sample Age()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-5));
        return this;
    }

    /// <summary>Gives this sample a folder of its own for temporary files.</summary>
    public Sample WatchTemporaryFiles()
    {
        Directory.CreateDirectory(TemporaryFolder);
        foreach (var name in new[] { "TMPDIR", "TMP", "TEMP" }) environment[name] = TemporaryFolder;
        return this;
    }

    /// <summary>Runs <c>dotnet build</c> with plain output.</summary>
    public Task<DotnetResult> Build(params string[] arguments) => Run(["build", "-tl:off", .. arguments]);

    /// <summary>Runs any command of the SDK in the folder.</summary>
    public Task<DotnetResult> Run(params string[] arguments) => Dotnet.Run(Folder, environment, arguments);

    public void Dispose() => Directory.Delete(top, recursive: true);
}
