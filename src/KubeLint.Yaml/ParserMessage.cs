namespace KubeLint.Yaml;

/// <summary>Says in plain words what the YAML parser says in its own.</summary>
internal static class ParserMessage
{
    private static readonly (string Part, string Plain)[] Table =
    [
        ("<document ", "there is more behind the end of the document"),
        ("quoted scalar, found unexpected", "this quote is never closed"),
        ("found wrong indentation", "this quote is never closed, or its next lines stand too far left"),
        ("block mapping, did not find expected key", "a key was expected here; look at the indentation of this line, and at the quotes and brackets before it"),
        ("did not find expected '-' indicator", "a list item, with '-' before it, was expected here; look at the indentation"),
        ("did not find expected ',' or", "a comma or a closing bracket was expected here"),
        ("found invalid mapping", "': ' can't stand inside a value without quotes; quote it, or look at the indentation"),
        ("found character that cannot start any token", "no value can start with this character; quote it"),
        ("could not find expected ':'", "a ':' was expected behind this key"),
    ];

    /// <summary>The message for people; the parser's own where there is no better one.</summary>
    public static string Plain(string message)
    {
        foreach (var (part, plain) in Table)
        {
            if (message.Contains(part)) return plain;
        }

        return message.Length == 0 ? "this can't be read as YAML" : char.ToLowerInvariant(message[0]) + message.Substring(1).TrimEnd('.');
    }
}
