using System.CommandLine;
using KubeLint.Findings;
using KubeLint.Provisioner.Declarations;

namespace KubeLint.Provisioner.Commands;

/// <summary>The declaration that a command works on.</summary>
internal static class DeclarationFile
{
    /// <summary>The file that is taken where none is named.</summary>
    public const string DefaultName = "cluster.yaml";

    /// <summary>The argument that names it.</summary>
    public static Argument<string> Argument() => new("DECLARATION") { Description = "The declaration of the cluster.", DefaultValueFactory = _ => DefaultName };

    /// <summary>Reads it; null where it can't be read, of which people are told.</summary>
    public static ReadDeclaration? Read(string path, TextWriter error)
    {
        try
        {
            return DeclarationReader.Read(path.Replace('\\', '/'), File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var hint = e is FileNotFoundException or DirectoryNotFoundException ? "is not there; 'kubelint-kapsule example' prints one to start from" : $"can't be read: {e.Message}";
            error.WriteLine($"kubelint-kapsule: '{Visible.Text(path)}' {hint}");
            return null;
        }
    }

    /// <summary>Tells what is wrong, and what is to be known.</summary>
    public static void Tell(IEnumerable<Diagnostic> diagnostics, TextWriter error)
    {
        foreach (var diagnostic in diagnostics) error.WriteLine(diagnostic);
    }
}
