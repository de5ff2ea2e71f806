using YamlDotNet.Core;

namespace KubeLint.Benchmarks;

/// <summary>What any linter on YamlDotNet must spend at least: its event parser alone, on one thread.</summary>
internal static class Floor
{
    /// <summary>Parses all files below a folder, one after the other.</summary>
    /// <returns>How many events there were.</returns>
    public static long Read(string folder)
    {
        long events = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)) events += Parse(File.ReadAllText(file));
        return events;
    }

    /// <summary>Parses a text.</summary>
    /// <returns>How many events there were.</returns>
    public static long Parse(string text)
    {
        long events = 0;
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext()) events++;
        return events;
    }
}
