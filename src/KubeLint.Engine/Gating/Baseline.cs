using System.Globalization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using KubeLint.Findings;
using static KubeLint.Engine.Reports.JsonText;

namespace KubeLint.Engine.Gating;

/// <summary>
/// The findings that a repository has accepted for now, in a file that people review: JSON, sorted, a line for each, with
/// what names a finding and nothing that changes while it stays the same. Paths are relative to the file's own folder, so
/// that it means the same wherever KubeLint runs, in every checkout, and where the sources are built without git.
/// </summary>
/// <param name="path">The full path of the file.</param>
/// <param name="known">The findings; their files are relative to the file's folder.</param>
public sealed class Baseline(string path, KnownFindings known)
{
    private const int Version = 1;

    // These tell of KubeLint itself and of its settings: nobody knows what else it would find, so they are told until mended.
    private static readonly HashSet<string> Never = new([HostRules.InvalidConfiguration.Id, HostRules.RuleFailed.Id], StringComparer.Ordinal);

    private string Folder => System.IO.Path.GetDirectoryName(path)!;

    /// <summary>The full path of the file.</summary>
    public string Path => path;

    /// <summary>The findings; their files are relative to the file's folder.</summary>
    public KnownFindings Known => known;

    /// <summary>All that a report holds, but what is wrong with KubeLint itself or its configuration.</summary>
    /// <param name="path">The full path of the file that shall hold it.</param>
    /// <param name="report">The report, as a whole.</param>
    public static Baseline Of(string path, LintReport report)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        return new Baseline(path, KnownFindings.Of(report.Findings.Where(f => !Never.Contains(f.RuleId)).Select(f => Moved(FindingKey.Of(f), report.Root, folder))));
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="remedy">What writes it anew, for people.</param>
    /// <exception cref="IOException">It is not there, or can't be read, or is no baseline; the message goes on behind its name and says why and what to do, for people.</exception>
    public static Baseline Read(string path, string remedy = "--write-baseline")
    {
        try
        {
            return new Baseline(path, Parse(File.ReadAllText(path), remedy));
        }
        catch (FormatException e)
        {
            throw new IOException($"can't be understood: {Visible.Text(e.Message)}", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException($"is not there; {remedy} makes it", e);
        }
        catch (Exception e) when (AtomicFile.IsFault(e))
        {
            throw new IOException($"can't be read: {AtomicFile.Reason(e)}", e);
        }
    }

    /// <summary>Writes the file, as a whole or not at all.</summary>
    /// <exception cref="IOException">It could not be written; the message says why, for people.</exception>
    public void Write() => AtomicFile.Write(path, new ArraySegment<byte>(new UTF8Encoding(false).GetBytes(Text())));

    /// <summary>The text of the file. The same findings give the same text, in whatever order they come.</summary>
    public string Text()
    {
        using var text = new StringWriter { NewLine = "\n" };
        text.Write($"{{\n\"version\": {Number(Version)},\n\"findings\": ");
        WriteLines(text, known.Counts.OrderBy(c => c.Key).Select(c => Object(
            ("file", Quote(c.Key.File)),
            ("kind", Optional(c.Key.Kind)),
            ("namespace", Optional(c.Key.Namespace)),
            ("name", Optional(c.Key.Name)),
            ("rule", Quote(c.Key.Rule)),
            ("path", Optional(c.Key.Path)),
            ("count", c.Value == 1 ? null : Number(c.Value)))));
        text.Write("\n}\n");
        return text.ToString();
    }

    /// <summary>The same, with files relative to another folder.</summary>
    /// <param name="root">The full path of the folder.</param>
    public KnownFindings RelativeTo(string root) => new(known.Counts.ToDictionary(c => Moved(c.Key, Folder, root), c => c.Value));

    /// <summary>The entries of which a run has found fewer than they say, though it could have found them.</summary>
    /// <param name="report">All that it found.</param>
    /// <param name="canFind">Whether it runs a rule.</param>
    public IReadOnlyList<StaleEntry> StaleAfter(LintReport report, Func<string, bool> canFind)
    {
        var found = Of(path, report).Known.Counts;
        var read = new Lazy<HashSet<string>>(() => new HashSet<string>(report.ReadFiles, StringComparer.Ordinal));
        return [.. from entry in known.Counts
                   orderby entry.Key
                   let left = found.TryGetValue(entry.Key, out var count) ? count : 0
                   where left < entry.Value && canFind(entry.Key.Rule) && IsJudged(entry.Key.File)
                   select new StaleEntry(entry.Key, entry.Value, left)];

        // A run over one folder says nothing about the files of another, unless they are gone.
        bool IsJudged(string file)
        {
            var name = Moved(file, Folder, report.Root);
            return read.Value.Contains(name) || (name != ManifestSource.InputName && !File.Exists(PathNames.Full(report.Root, name)));
        }
    }

    private static FindingKey Moved(FindingKey key, string from, string to) => from == to ? key : key with { File = Moved(key.File, from, to) };

    private static string Moved(string file, string from, string to) =>
        from == to || file == ManifestSource.InputName ? file : PathNames.Relative(to, PathNames.Full(from, file));

    private static string? Optional(string? text) => text is null ? null : Quote(text);

    private static KnownFindings Parse(string text, string remedy)
    {
        var root = Json(text, remedy);
        if (NumberOf(root, "version") is not { } version) throw new FormatException($"it has no \"version\", so it is no baseline of KubeLint; {remedy} writes it anew");
        if (version > Version) throw new FormatException($"its version is {version.ToString(CultureInfo.InvariantCulture)}, and this KubeLint reads {Version}; update KubeLint");
        if (Member(root, "findings", "array") is not { } findings) throw new FormatException($"it has no \"findings\"; {remedy} writes it anew");
        var counts = new Dictionary<FindingKey, int>();
        foreach (var entry in findings.Elements())
        {
            if (TextOf(entry, "rule") is not { } rule || TextOf(entry, "file") is not { } file) throw new FormatException($"each of its findings needs a \"rule\" and a \"file\"; {remedy} writes it anew");
            var count = entry.Element("count") is null ? 1 : NumberOf(entry, "count");
            if (count is not (>= 1 and <= 1_000_000)) throw new FormatException($"the \"count\" of a finding in {file} is no number above 0; {remedy} writes it anew");
            var key = new FindingKey(file, TextOf(entry, "kind"), TextOf(entry, "namespace"), TextOf(entry, "name"), rule, TextOf(entry, "path"));

            // A merge may leave a line twice; that must not hide more.
            counts[key] = Math.Max((int)count, counts.TryGetValue(key, out var before) ? before : 0);
        }

        return new KnownFindings(counts);
    }

    // The runtime reads JSON as XML whose attributes tell the types. Our own reader takes names with placeholders for unknown.
    private static XElement Json(string text, string remedy)
    {
        try
        {
            using var reader = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(text), XmlDictionaryReaderQuotas.Max);
            return XElement.Load(reader);
        }
        catch (Exception e) when (e is XmlException or FormatException or InvalidOperationException)
        {
            var conflict = text.Split('\n').ToList().FindIndex(line => line.StartsWith("<<<<<<< ", StringComparison.Ordinal));
            throw new FormatException($"{(conflict < 0 ? "it is no JSON" : $"line {conflict + 1} has the marks of a merge that is not resolved")}; {remedy} writes it anew", e);
        }
    }

    private static XElement? Member(XElement json, string name, string type) => json.Element(name) is { } member && member.Attribute("type")?.Value == type ? member : null;

    private static string? TextOf(XElement json, string name) => Member(json, name, "string")?.Value;

    private static double? NumberOf(XElement json, string name) =>
        Member(json, name, "number") is { } member && double.TryParse(member.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>An entry of a baseline that says more than is found.</summary>
/// <param name="Key">The finding.</param>
/// <param name="Count">How many the baseline says there are.</param>
/// <param name="Left">How many there are.</param>
public sealed record StaleEntry(FindingKey Key, int Count, int Left)
{
    /// <summary>It in one line for people.</summary>
    public override string ToString()
    {
        var named = string.Join("/", new[] { Key.Kind, Key.Namespace, Key.Name }.OfType<string>());
        var about = named.Length == 0 ? "" : $" of {named}";
        return Visible.Text($"{Key.File}: {Key.Rule}{about}{(Left == 0 ? " is" : $": {Count - Left} of {Count} are")} no longer found");
    }
}
