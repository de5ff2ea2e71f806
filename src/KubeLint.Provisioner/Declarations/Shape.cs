namespace KubeLint.Provisioner.Declarations;

/// <summary>What may stand at a place of <c>cluster.yaml</c>. The reader checks by it, and the JSON schema is made from it.</summary>
/// <param name="Description">What it means, for people who hover over it.</param>
internal abstract record Shape(string Description)
{
    /// <summary>What is taken where it is left out, for people; null where it has to be there, or nothing is taken.</summary>
    public string? Default { get; init; }
}

/// <summary>A text.</summary>
/// <param name="Description">What it means.</param>
/// <param name="Pattern">The regular expression that the whole text matches; null for any text.</param>
/// <param name="Form">How people call what matches, as in <c>a name of lower-case letters</c>.</param>
internal sealed record TextShape(string Description, string? Pattern = null, string Form = "a text") : Shape(Description)
{
    /// <summary>The only texts that are allowed; none for any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The most characters.</summary>
    public int Longest { get; init; } = 253;

    /// <summary>Whether a number without quotes is the text that it is written as, as for a version.</summary>
    public bool TakesNumbers { get; init; }
}

/// <summary>A whole number.</summary>
/// <param name="Description">What it means.</param>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
internal sealed record NumberShape(string Description, int Least, int Most) : Shape(Description);

/// <summary>True or false.</summary>
/// <param name="Description">What it means.</param>
internal sealed record FlagShape(string Description) : Shape(Description);

/// <summary>A list, in which no scalar stands twice.</summary>
/// <param name="Description">What it means.</param>
/// <param name="Item">What its items are.</param>
/// <param name="Fewest">The fewest items.</param>
internal sealed record ListShape(string Description, Shape Item, int Fewest = 0) : Shape(Description);

/// <summary>A mapping with known keys.</summary>
/// <param name="Description">What it means.</param>
/// <param name="Keys">Its keys.</param>
internal sealed record MappingShape(string Description, IReadOnlyList<KeyShape> Keys) : Shape(Description);

/// <summary>A key of a mapping.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it holds.</param>
/// <param name="IsRequired">Whether it has to be there.</param>
internal sealed record KeyShape(string Name, Shape Value, bool IsRequired = false);
