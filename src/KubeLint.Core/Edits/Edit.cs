using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Edits;

/// <summary>
/// A change to what was declared, in the model's terms. Places are those of the tree as it was read, whatever other
/// edits are made with this one. A front end turns it into a change of its text.
/// </summary>
public abstract record Edit;

/// <summary>Replaces a value. Where there is none, adds the key to its mapping, and makes the mappings that are missing above it.</summary>
/// <param name="Place">The field, or the list item.</param>
/// <param name="Value">What shall stand there.</param>
public sealed record SetValue(Field Place, Node Value) : Edit;

/// <summary>Adds an item behind the last one of a list, and makes the list where there is none.</summary>
/// <param name="List">The list.</param>
/// <param name="Item">The new item.</param>
public sealed record AppendItem(Field List, Node Item) : Edit;

/// <summary>Gives an entry of a mapping another key. Its value and its place stay.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Key">The new key.</param>
public sealed record RenameKey(Field Entry, string Key) : Edit;

/// <summary>Takes an entry out of its mapping, or an item out of its list. What held it stays, even when it is empty then.</summary>
/// <param name="Place">The entry or the item.</param>
public sealed record Remove(Field Place) : Edit;

/// <summary>Declares another object beside one: behind its document or, where it is the item of a list, as the list's last item.</summary>
/// <param name="Beside">The object beside which it is declared.</param>
/// <param name="Root">The root of the new object.</param>
public sealed record AddDocument(Resource Beside, Node Root) : Edit;

/// <summary>One way to mend what a finding tells of. All of its edits are made, or none.</summary>
/// <param name="Title">What it does, for people and as an order: "Set volumeBindingMode to WaitForFirstConsumer".</param>
/// <param name="Edits">The edits.</param>
public sealed record Fix(string Title, IReadOnlyList<Edit> Edits)
{
    /// <summary>The name by which a user chooses it among several for one finding, as <c>hard</c>; empty where there is no choice.</summary>
    public string Id { get; init; } = "";
}

/// <summary>Edits can't be made.</summary>
/// <param name="reason">Why, for people: lower case, without a full stop.</param>
public sealed class RefusedEditException(string reason) : Exception(reason);
