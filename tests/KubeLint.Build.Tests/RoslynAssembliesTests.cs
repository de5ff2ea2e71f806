using Microsoft.CodeAnalysis;

namespace KubeLint.Build.Tests;

public sealed class RoslynAssembliesTests
{
    private static readonly string Beside = Path.GetDirectoryName(typeof(AnalyzerConfigSet).Assembly.Location)!;

    [Theory]
    [InlineData("Microsoft.CodeAnalysis, Version=4.14.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35", true)]
    [InlineData("Microsoft.CodeAnalysis.None", false)]
    [InlineData("KubeLint.Core", false)]
    public void Only_Roslyn_and_what_it_needs_is_looked_for_beside_the_compiler(string name, bool isFound) =>
        Assert.Equal(isFound, new RoslynAssemblies(Beside).Resolve(null, new ResolveEventArgs(name)) is not null);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_the_compilers_folder_nothing_is_found(string? folder) =>
        Assert.Null(new RoslynAssemblies(folder).Resolve(null, new ResolveEventArgs("Microsoft.CodeAnalysis")));

    [Fact]
    public void The_SDK_keeps_it_in_a_folder_below()
    {
        using var folder = new TempFolder().Add("bincore/.keep");
        File.Copy(typeof(AnalyzerConfigSet).Assembly.Location, folder.At("bincore/Microsoft.CodeAnalysis.dll"));
        Assert.NotNull(new RoslynAssemblies(folder.Path).Resolve(null, new ResolveEventArgs("Microsoft.CodeAnalysis")));
    }
}
