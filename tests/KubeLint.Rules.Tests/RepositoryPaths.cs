namespace KubeLint.Rules.Tests;

/// <summary>Where things stand in the source tree.</summary>
internal static class RepositoryPaths
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the rule pages.</summary>
    public static string Pages => Path.Combine(Root, "rules");

    /// <summary>Whether the tests shall rewrite what they generate.</summary>
    public static bool Updates => Environment.GetEnvironmentVariable("KUBELINT_UPDATE") == "1";

    /// <summary>The folder of the rule classes.</summary>
    public static string RuleClasses => Path.Combine(Root, "src", "KubeLint.Core", "Rules");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KubeLint.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds KubeLint.sln.");
    }
}
