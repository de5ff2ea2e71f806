using System.Reflection;
using KubeLint.Configuration;

namespace KubeLint.Engine;

/// <summary>The pages of <c>rules/</c>, which every host carries with it.</summary>
public static class RulePages
{
    /// <summary>The address of KubeLint's repository; null where the build was given none.</summary>
    // The SDK writes the property RepositoryUrl into the assembly, and nothing where it is empty.
    public static string? RepositoryUrl { get; } = typeof(RulePages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "RepositoryUrl")?.Value;

    /// <summary>The page of a rule, in Markdown.</summary>
    public static string Read(RuleDescriptor rule)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream(rule.PageName)
            ?? throw new InvalidOperationException($"The page {rule.PageName} is missing in {typeof(RulePages).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Where the page of a rule is shown; null where the repository's address is not known.</summary>
    public static string? Link(RuleDescriptor rule) => Link(rule, RepositoryUrl);

    /// <summary>Where the page of a rule is shown in a repository; null where there is no address for a browser.</summary>
    public static string? Link(RuleDescriptor rule, string? repositoryUrl) =>
        BrowserUrl(repositoryUrl) is { } url ? $"{url}/blob/HEAD/rules/{rule.PageName}" : null;

    /// <summary>The address of a repository without what only git needs; null where there is no address for a browser.</summary>
    internal static string? BrowserUrl(string? repositoryUrl)
    {
        var url = (repositoryUrl ?? "").Trim().TrimEnd('/');
        if (url.EndsWith(".git", StringComparison.Ordinal)) url = url.Substring(0, url.Length - ".git".Length);
        return Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http" ? url : null;
    }
}
