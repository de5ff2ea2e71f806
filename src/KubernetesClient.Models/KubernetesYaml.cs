using System.Reflection;
using k8s.Models;
using k8s.Serialization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace k8s;

/// <summary>Objects of the API to YAML and back.</summary>
public static class KubernetesYaml
{
    // YamlDotNet does not promise that its serializers can be shared.
    private static readonly object Gate = new();

    private static readonly IDeserializer Lenient = Build(new DeserializerBuilder()).IgnoreUnmatchedProperties().Build();
    private static readonly IDeserializer Strict = Build(new DeserializerBuilder()).WithDuplicateKeyChecking().Build();

    private static readonly IValueSerializer Serializer = Build(new SerializerBuilder())
        .DisableAliases()
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull)
        .WithEventEmitter(next => new StringStyle(next))
        .BuildValueSerializer();

    private static readonly Dictionary<string, Type> ModelTypes = (
        from type in typeof(KubernetesYaml).Assembly.GetTypes()
        let entity = type.GetCustomAttribute<KubernetesEntityAttribute>()
        where entity is not null
        select (Key: $"{(entity.Group.Length > 0 ? entity.Group + "/" : "")}{entity.ApiVersion}/{entity.Kind}", Type: type))
        .ToDictionary(t => t.Key, t => t.Type);

    /// <summary>Reads the first document.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="strict">Whether unknown and repeated keys are errors.</param>
    /// <exception cref="YamlException">The text is no YAML, or not of this type.</exception>
    public static TValue Deserialize<TValue>(string yaml, bool strict = false)
    {
        lock (Gate) return Reader(strict).Deserialize<TValue>(Parse(yaml));
    }

    /// <inheritdoc cref="Deserialize{TValue}(string, bool)"/>
    public static TValue Deserialize<TValue>(Stream yaml, bool strict = false)
    {
        using var reader = new StreamReader(yaml);
        return Deserialize<TValue>(reader.ReadToEnd(), strict);
    }

    /// <summary>Reads all documents, each as its API version and kind say.</summary>
    /// <param name="content">The text.</param>
    /// <param name="typeMap">Types beside those of this library, or instead of them, by <c>group/version/Kind</c>.</param>
    /// <param name="strict">Whether unknown and repeated keys are errors.</param>
    /// <exception cref="YamlException">The text is no YAML, or a document is not of its type.</exception>
    /// <exception cref="KeyNotFoundException">No type is known for a document.</exception>
    public static List<object> LoadAllFromString(string content, IDictionary<string, Type> typeMap = null, bool strict = false)
    {
        var objects = new List<object>();
        var heads = Parse(content);
        var bodies = Parse(content);
        heads.Consume<StreamStart>();
        bodies.Consume<StreamStart>();
        lock (Gate)
        {
            while (heads.Accept<DocumentStart>(out _))
            {
                var head = Lenient.Deserialize<KubernetesObject>(heads);
                objects.Add(Reader(strict).Deserialize(bodies, TypeOf($"{head?.ApiVersion}/{head?.Kind}", typeMap)));
            }
        }

        return objects;
    }

    /// <inheritdoc cref="LoadAllFromString"/>
    public static async Task<List<object>> LoadAllFromStreamAsync(Stream stream, IDictionary<string, Type> typeMap = null, bool strict = false)
    {
        using var reader = new StreamReader(stream);
        return LoadAllFromString(await reader.ReadToEndAsync().ConfigureAwait(false), typeMap, strict);
    }

    /// <inheritdoc cref="LoadAllFromString"/>
    public static async Task<List<object>> LoadAllFromFileAsync(string fileName, IDictionary<string, Type> typeMap = null, bool strict = false) =>
        LoadAllFromString(await File.ReadAllTextAsync(fileName).ConfigureAwait(false), typeMap, strict);

    /// <inheritdoc cref="Deserialize{TValue}(string, bool)"/>
    public static async Task<T> LoadFromStreamAsync<T>(Stream stream, bool strict = false)
    {
        using var reader = new StreamReader(stream);
        return Deserialize<T>(await reader.ReadToEndAsync().ConfigureAwait(false), strict);
    }

    /// <inheritdoc cref="Deserialize{TValue}(string, bool)"/>
    public static async Task<T> LoadFromFileAsync<T>(string file, bool strict = false) =>
        Deserialize<T>(await File.ReadAllTextAsync(file).ConfigureAwait(false), strict);

    /// <summary>Writes an object as one document; null is empty text.</summary>
    public static string Serialize(object value) => value is null ? "" : Write([value]);

    /// <summary>Writes objects as documents, with <c>---</c> between them; nulls are left out.</summary>
    public static string SerializeAll(IEnumerable<object> values) => values is null ? "" : Write(values.Where(v => v is not null));

    private static string Write(IEnumerable<object> values)
    {
        var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text);
        emitter.Emit(new StreamStart());
        foreach (var value in values)
        {
            emitter.Emit(new DocumentStart(null, null, isImplicit: true));
            lock (Gate) Serializer.SerializeValue(emitter, value, value.GetType());
            emitter.Emit(new DocumentEnd(isImplicit: true));
        }

        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static Type TypeOf(string kind, IDictionary<string, Type> typeMap) =>
        (typeMap is not null && typeMap.TryGetValue(kind, out var type)) || ModelTypes.TryGetValue(kind, out type)
            ? type
            : throw new KeyNotFoundException($"No type is known for '{kind}'.");

    private static IDeserializer Reader(bool strict) => strict ? Strict : Lenient;

    private static MergingParser Parse(string yaml) => new(new Parser(new StringReader(yaml)));

    private static T Build<T>(T builder)
        where T : BuilderSkeleton<T> =>
        builder
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .WithTypeInspector(inner => new JsonNames(inner))
            .WithTypeConverter(new IntOrStringYamlConverter())
            .WithTypeConverter(new ResourceQuantityYamlConverter())
            .WithTypeConverter(new BytesYamlConverter())
            .WithTypeConverter(new TimeYamlConverter());
}
