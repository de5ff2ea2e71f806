using KubeLint.Syntax;

namespace KubeLint.Yaml;

/// <summary>A text of JSON, or one document of YAML, as nodes, for front ends of other languages that are written in it.</summary>
/// <param name="Root">Its root; null where there is none, or it can't be read.</param>
/// <param name="Problem">Why it can't be read, for people; null where it can.</param>
/// <param name="Place">Where that is.</param>
public sealed record JsonTree(Node? Root, string? Problem, SourceSpan Place)
{
    /// <summary>Faults that did not stop the reading, as a key that stands twice.</summary>
    public IReadOnlyList<(string Message, SourceSpan Place)> Faults { get; init; } = [];

    /// <summary>Reads a text. Text that holds a placeholder, as <c>${var.zone}</c>, is an <see cref="UnknownNode"/> that keeps it.</summary>
    /// <param name="file">The file it stands in.</param>
    /// <param name="text">The text.</param>
    public static JsonTree Read(SourceFile file, string text)
    {
        try
        {
            var reader = new YamlReader(file, text, 0, text.Length, new StringPool(), false);
            var root = reader.ReadRoot();
            reader.ReadRest();
            return new JsonTree(root, null, default) { Faults = [.. reader.Problems.Select(p => (p.Message, Place(p)))] };
        }
        catch (TemplateException)
        {
            return new JsonTree(null, null, default);
        }
        catch (UnreadableException e)
        {
            return new JsonTree(null, e.Problem.Message, Place(e.Problem));
        }

        SourceSpan Place(ReadingProblem problem) => new(file, problem.Start, problem.End - problem.Start);
    }
}
