using System.Text;
using KubeLint.Configuration;
using KubeLint.Resources;
using KubeLint.Syntax;
using KubeLint.Yaml;

namespace KubeLint.Engine;

/// <summary>
/// Keeps a report in a file and gives it back while nothing has changed that it was made from: the manifests, every
/// configuration file that was looked for, there or not, and KubeLint itself. A file counts as unchanged by its size and
/// time, unless it is so young that it may have changed again within the clock's precision.
/// </summary>
/// <param name="file">The full path of the file.</param>
/// <param name="root">What the report's paths are relative to.</param>
/// <param name="manifests">The full paths of the manifests, sorted.</param>
/// <param name="unlisted">The full paths of folders that can't be listed.</param>
/// <param name="sources">The full paths of further files that the report depends on.</param>
/// <param name="variant">What else it depends on.</param>
internal sealed class ReportCache(string file, string root, IReadOnlyList<string> manifests, IReadOnlyList<string> unlisted, IReadOnlyList<string> sources, string variant)
{
    private const string Format = "KubeLint report 4";
    private const long ClockPrecision = 2 * TimeSpan.TicksPerSecond;

    // Another build of KubeLint may find something else, whatever its version says.
    private readonly string version = string.Join(" ", new[] { typeof(ReportCache), typeof(ManifestReader), typeof(Linter) }.Select(t => t.Module.ModuleVersionId));

    // Taken before the first file is read, so that what changes while they are read is seen the next time.
    private readonly List<FileState> manifestStates = [.. manifests.Select(FileState.Of)];
    private readonly List<FileState> sourceStates = [.. sources.Select(FileState.Of)];

    /// <summary>The report that was kept; null where there is none, or where it may be out of date.</summary>
    /// <param name="reason">Why not, for people; null where there is one.</param>
    public LintReport? Load(out string? reason)
    {
        try
        {
            if (!File.Exists(file))
            {
                reason = "nothing was kept from before";
                return null;
            }

            var bytes = File.ReadAllBytes(file);
            var length = bytes.Length - sizeof(ulong);
            if (length < 0 || Checksum.Of(bytes, length) != BitConverter.ToUInt64(bytes, length))
            {
                reason = "what was kept from before is damaged";
                return null;
            }

            using var reader = new BinaryReader(new MemoryStream(bytes, 0, length, false), Encoding.UTF8);
            reason = reader.ReadString() != Format ? "what was kept from before is in another format"
                : reader.ReadString() != version ? "KubeLint is another one"
                : reader.ReadString() != root || ReadList(reader, r => r.ReadString()) is var list && !list.SequenceEqual(unlisted) ? "it is about other folders"
                : reader.ReadString() != variant ? "it is asked for in another way"
                : ChangeIn(reader, reader.ReadInt64() - ClockPrecision);
            return reason is null ? ReadReport(reader) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or FormatException)
        {
            reason = "what was kept from before can't be read";
            return null;
        }
    }

    /// <summary>Keeps a report. That it can't be kept is no fault: the next run then makes it anew.</summary>
    /// <param name="report">The report.</param>
    /// <param name="configuration">The full paths of the configuration files that were looked for.</param>
    /// <param name="started">When the first file was read, or before; universal time.</param>
    public void Save(LintReport report, IEnumerable<string> configuration, DateTime started)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Format);
        writer.Write(version);
        writer.Write(root);
        WriteList(writer, unlisted, writer.Write);
        writer.Write(variant);
        writer.Write(started.Ticks);
        WriteList(writer, manifestStates, f => Write(writer, f));
        WriteList(writer, sourceStates, f => Write(writer, f));
        WriteList(writer, [.. configuration.Select(FileState.Of)], f => Write(writer, f));
        Write(writer, report);
        writer.Write(Checksum.Of(bytes.GetBuffer(), (int)bytes.Length));
        try
        {
            // In one step, for another build may read it just now, or write it as well.
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            AtomicFile.Replace(file, new(bytes.GetBuffer(), 0, (int)bytes.Length), outlastsPowerLoss: false);
        }
        catch (Exception e) when (AtomicFile.IsFault(e))
        {
            // The next build lints again.
        }
    }

    private string? ChangeIn(BinaryReader reader, long settled)
    {
        return Difference(manifestStates) ?? Difference(sourceStates) ?? Difference(null);

        // Configuration files are asked for by the places where they were looked for.
        string? Difference(List<FileState>? now)
        {
            var before = ReadList(reader, ReadState);
            now ??= [.. before.Select(b => FileState.Of(b.Path))];
            if (now.Count != before.Count) return $"there were {before.Count} files, and there are {now.Count}";
            for (var i = 0; i < now.Count; i++)
                if (!now[i].Equals(before[i]) || now[i].Time >= settled) return $"{now[i].Path} has changed";
            return null;
        }
    }

    private static FileState ReadState(BinaryReader reader) => new(reader.ReadString(), reader.ReadInt64(), reader.ReadInt64());

    private static void Write(BinaryWriter writer, FileState file)
    {
        writer.Write(file.Path);
        writer.Write(file.Size);
        writer.Write(file.Time);
    }

    private LintReport ReadReport(BinaryReader reader)
    {
        var findings = ReadList(reader, r => new ReportedFinding(r.ReadString(), (Severity)r.ReadByte(), r.ReadString(), ReadPlace(r))
        {
            Object = r.ReadBoolean() ? new ObjectIdentity(ReadText(r), ReadText(r), ReadText(r), ReadText(r)) : null,
            FieldPath = ReadText(r),
            Fingerprint = r.ReadString(),
            Related = ReadList(r, p => new ReportedRelation(ReadPlace(p), p.ReadString())),
            Fixes = ReadList(r, f => new ReportedFix(f.ReadString(), f.ReadString(), ReadList(f, c => new ReportedChange(ReadPlace(c), c.ReadString())))),
        });
        return new LintReport(root, findings, reader.ReadInt32(), new DocumentCounts(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()))
        {
            Kustomizations = reader.ReadInt32(),
            Notes = ReadList(reader, r => new ReportedNote(ReadPlace(r), r.ReadString())),
        };
    }

    private static void Write(BinaryWriter writer, LintReport report)
    {
        WriteList(writer, report.Findings, finding =>
        {
            writer.Write(finding.RuleId);
            writer.Write((byte)finding.Severity);
            writer.Write(finding.Message);
            Write(writer, finding.Place);
            writer.Write(finding.Object is not null);
            if (finding.Object is { } o) foreach (var text in new[] { o.ApiVersion, o.Kind, o.Namespace, o.Name }) WriteText(writer, text);
            WriteText(writer, finding.FieldPath);
            writer.Write(finding.Fingerprint);
            WriteList(writer, finding.Related, related =>
            {
                Write(writer, related.Place);
                writer.Write(related.Message);
            });
            WriteList(writer, finding.Fixes, fix =>
            {
                writer.Write(fix.Title);
                writer.Write(fix.Id);
                WriteList(writer, fix.Changes, change =>
                {
                    Write(writer, change.Place);
                    writer.Write(change.NewText);
                });
            });
        });
        var counts = report.Counts;
        foreach (var number in new[] { report.Files, counts.Read, counts.PassedOver, counts.Templates, counts.NoManifests, counts.Unreadable, report.Kustomizations }) writer.Write(number);
        WriteList(writer, report.Notes, note =>
        {
            Write(writer, note.Place);
            writer.Write(note.Message);
        });
    }

    private static ReportedPlace ReadPlace(BinaryReader reader) =>
        new(reader.ReadString(), new LinePosition(reader.ReadInt32(), reader.ReadInt32()), new LinePosition(reader.ReadInt32(), reader.ReadInt32()));

    private static void Write(BinaryWriter writer, ReportedPlace place)
    {
        writer.Write(place.File);
        foreach (var number in new[] { place.Start.Line, place.Start.Column, place.End.Line, place.End.Column }) writer.Write(number);
    }

    private static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null) writer.Write(text);
    }

    private static List<T> ReadList<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.ReadInt32();
        var result = new List<T>();
        for (var i = 0; i < count; i++) result.Add(read(reader));
        return result;
    }

    private static void WriteList<T>(BinaryWriter writer, IReadOnlyCollection<T> items, Action<T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items) write(item);
    }

    /// <summary>What tells whether a file has changed. One that is not there has the size -1.</summary>
    /// <param name="Path">The full path.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="Time">When it was last written; ticks of universal time.</param>
    // A class, and no more general types than these: each that a list holds by value is compiled anew in each build.
    private sealed record FileState(string Path, long Size, long Time)
    {
        public static FileState Of(string path)
        {
            var info = new FileInfo(path);
            if (!info.Exists) return new FileState(path, -1, 0);

            // A link has a size and a time of its own, which say nothing about the file behind it: that is young forever.
            return (info.Attributes & FileAttributes.ReparsePoint) != 0 ? new FileState(path, 0, long.MaxValue) : new FileState(path, info.Length, info.LastWriteTimeUtc.Ticks);
        }

        public bool Equals(FileState? other) => other is not null && Size == other.Size && Time == other.Time && Path == other.Path;

        public override int GetHashCode() => Path.GetHashCode();
    }
}
