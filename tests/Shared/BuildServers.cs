using System.Text;

namespace KubeLint.Testing;

/// <summary>What a build server makes of a line in a step's log.</summary>
/// <param name="Name">The command.</param>
/// <param name="Properties">Its properties.</param>
/// <param name="Data">What it is about.</param>
internal sealed record ServerCommand(string Name, IReadOnlyDictionary<string, string> Properties, string Data);

/// <summary>Reads logs as build servers do, written after their sources.</summary>
internal static class BuildServers
{
    /// <summary>The commands that GitHub's runner finds in a log: TryParseV2, then TryParse, of ActionCommand.</summary>
    public static IReadOnlyList<ServerCommand> GitHub(string log) => [.. Lines(log).Select(line => GitHubNew(line) ?? Bracketed(line, "##[", GitHubOldEscapes)).OfType<ServerCommand>()];

    /// <summary>The commands that the Azure Pipelines agent finds in a log: TryParse of Command.</summary>
    public static IReadOnlyList<ServerCommand> Azure(string log) => [.. Lines(log).Select(line => Bracketed(line, "##vso[", AzureEscapes)).OfType<ServerCommand>()];

    /// <summary>A log as a search that knows languages reads it: without characters that have no weight.</summary>
    public static string Weighty(string log) => new([.. log.Where(c => c == '\n' || !(char.IsControl(c) || c is '\u00ad' or '\u034f' or '\u061c' or '\u180e' or (>= '\u200b' and <= '\u200f')
        or (>= '\u2060' and <= '\u206f') or (>= '\ufe00' and <= '\ufe0f') or '\ufeff'))]);

    private static readonly (string Escape, string Token)[] GitHubDataEscapes = [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")];
    private static readonly (string Escape, string Token)[] GitHubPropertyEscapes = [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")];
    private static readonly (string Escape, string Token)[] GitHubOldEscapes = [("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%25", "%")];
    private static readonly (string Escape, string Token)[] AzureEscapes = [("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%")];

    // A reader of a process's output ends lines at all of these.
    private static string[] Lines(string log) => log.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);

    private static ServerCommand? GitHubNew(string line)
    {
        var message = line.TrimStart();
        if (!message.StartsWith("::", StringComparison.Ordinal)) return null;
        var end = message.IndexOf("::", 2, StringComparison.Ordinal);
        return end < 0 ? null : Command(message[2..end], ',', GitHubPropertyEscapes, Unescape(message[(end + 2)..], GitHubDataEscapes));
    }

    private static ServerCommand? Bracketed(string line, string prefix, (string, string)[] escapes)
    {
        var start = line.IndexOf(prefix, StringComparison.Ordinal);
        var end = start < 0 ? -1 : line.IndexOf(']', start);
        return end < 0 ? null : Command(line[(start + prefix.Length)..end], ';', escapes, Unescape(line[(end + 1)..], escapes));
    }

    private static ServerCommand Command(string info, char separator, (string, string)[] escapes, string data)
    {
        var space = info.IndexOf(' ', StringComparison.Ordinal);
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in space < 0 ? [] : info[(space + 1)..].Trim().Split(separator, StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = property.Split('=', 2, StringSplitOptions.RemoveEmptyEntries);
            if (pair.Length == 2) properties[pair[0]] = Unescape(pair[1], escapes);
        }

        return new ServerCommand(space < 0 ? info : info[..space], properties, data);
    }

    private static string Unescape(string text, (string Escape, string Token)[] escapes)
    {
        var result = new StringBuilder(text);
        foreach (var (escape, token) in escapes) result.Replace(escape, token);
        return result.ToString();
    }
}
