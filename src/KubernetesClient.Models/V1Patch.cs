using k8s.Serialization;

namespace k8s.Models;

/// <summary>A change to an object, to be sent to the API.</summary>
[JsonConverter(typeof(PatchJsonConverter))]
public record V1Patch
{
    /// <summary>A patch of some type.</summary>
    /// <param name="body">An object with what changes, or text in JSON.</param>
    /// <param name="type">How the server reads it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="type"/> is <see cref="PatchType.Unknown"/>.</exception>
    public V1Patch(object body, PatchType type)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (type == PatchType.Unknown) throw new ArgumentException("A patch has a type.", nameof(type));
        Content = body;
        Type = type;
    }

    /// <summary>How the server reads a patch.</summary>
    public enum PatchType
    {
        /// <summary>Not set.</summary>
        Unknown,

        /// <summary>Operations (RFC 6902).</summary>
        JsonPatch,

        /// <summary>The part that changes; lists are replaced (RFC 7386).</summary>
        MergePatch,

        /// <summary>The part that changes; lists are merged where the API says so.</summary>
        StrategicMergePatch,

        /// <summary>All that the sender wants to be so (server-side apply).</summary>
        ApplyPatch,
    }

    [JsonPropertyName("content")] public object Content { get; private set; }
    public PatchType Type { get; private set; }
}
