using KubeLint.Syntax;

namespace KubeLint.Yaml.Editing;

/// <summary>A stretch of a file that holds one root: a document, or one object of a JSON stream.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last character.</param>
/// <param name="Root">What was read; null where there is nothing, or it can't be read.</param>
/// <param name="Faults">How many faults did not stop the reading.</param>
/// <param name="Readable">The text of the file as the parser takes it: with the same places, but loose texts joined.</param>
internal sealed record TextUnit(int Start, int End, Node? Root, int Faults, string Readable)
{
    /// <summary>Splits a document into what it holds, and reads it whole.</summary>
    /// <param name="file">The file that spans point into.</param>
    /// <param name="text">Its text.</param>
    /// <param name="start">Offset of the document.</param>
    /// <param name="end">Offset behind it.</param>
    public static IReadOnlyList<TextUnit> Read(SourceFile file, string text, int start, int end)
    {
        var units = new List<TextUnit>();
        var joined = 0;
        for (var at = start; at >= 0;)
        {
            var reader = new YamlReader(file, text, at, end, new StringPool(), readsContainers: true);
            try
            {
                var root = reader.ReadRoot();
                var next = JsonStream.Next(text, start, reader.End, end);
                if (next < 0) reader.ReadRest();
                units.Add(new TextUnit(at, next < 0 ? end : next, root, reader.Problems.Count, text));
                at = next;
            }
            catch (UnreadableException e) when (e.Problem.OutdentedFrom is { } from && joined++ < LooseText.MostJoined)
            {
                text = LooseText.Join(text, from, end);
            }
            catch (Exception e) when (e is UnreadableException or TemplateException)
            {
                units.Add(new TextUnit(at, end, null, 0, text));
                break;
            }
        }

        return units;
    }
}
