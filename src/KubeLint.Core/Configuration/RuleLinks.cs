using System.Reflection;

namespace KubeLint.Configuration;

/// <summary>Where the pages of rules are shown, if the build was told of a repository. No address is ever made up.</summary>
public static class RuleLinks
{
    /// <summary>The address of KubeLint's repository; null where the build was given none.</summary>
    // The SDK writes the property RepositoryUrl into the assembly, and nothing where it is empty.
    public static string? RepositoryUrl { get; } = typeof(RuleLinks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "RepositoryUrl")?.Value;

    /// <summary>The page of a rule; null where the repository's address is not known.</summary>
    public static string? To(RuleDescriptor rule) => To(rule, RepositoryUrl);

    /// <summary>The page of a rule in a repository; null where there is no address for a browser.</summary>
    public static string? To(RuleDescriptor rule, string? repositoryUrl) =>
        BrowserUrl(repositoryUrl) is { } url ? $"{url}/blob/HEAD/rules/{rule.PageName}" : null;

    /// <summary>The address of a repository without what only git needs; null where there is no address for a browser.</summary>
    public static string? BrowserUrl(string? repositoryUrl)
    {
        var url = (repositoryUrl ?? "").Trim().TrimEnd('/');
        if (url.EndsWith(".git", StringComparison.Ordinal)) url = url.Substring(0, url.Length - ".git".Length);
        return Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http" ? url : null;
    }
}
