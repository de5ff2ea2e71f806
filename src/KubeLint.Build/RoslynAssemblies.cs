using System.Reflection;

namespace KubeLint.Build;

/// <summary>
/// Finds Roslyn, which reads configuration files. The SDK's MSBuild finds its own; that of Visual Studio does not look
/// into the compiler's folder for a task.
/// </summary>
/// <param name="folder">The full path of the compiler's folder; MSBuild's property RoslynTargetsPath.</param>
internal sealed class RoslynAssemblies(string? folder)
{
    /// <summary>Answers <see cref="AppDomain.AssemblyResolve"/>, which asks after every other place: Roslyn, or what it needs.</summary>
    public Assembly? Resolve(object? sender, ResolveEventArgs request)
    {
        var name = new AssemblyName(request.Name).Name;
        if (folder is not { Length: > 0 } || name is null || !(name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || name.StartsWith("System.", StringComparison.Ordinal))) return null;

        // The SDK keeps it in a folder below.
        var path = new[] { Path.Combine(folder, "bincore"), folder }.Select(f => Path.Combine(f, name + ".dll")).FirstOrDefault(File.Exists);
        return path is null ? null : Assembly.LoadFrom(path);
    }
}
