using KubeLint.Provisioner.Live;

namespace KubeLint.Provisioner.Programs;

/// <summary>kubectl with a cluster.</summary>
/// <param name="program">The program.</param>
/// <param name="connection">The arguments that choose the cluster.</param>
internal sealed class KubectlTool(ExternalProgram program, IReadOnlyList<string> connection)
{
    /// <summary>What the program is called where none is named.</summary>
    public static readonly IReadOnlyList<string> Names = ["kubectl"];

    // Who the fields of manifests belong to in the cluster.
    private const string Manager = "--field-manager=kubelint-kapsule";

    /// <summary>Refuses a version that is too old.</summary>
    /// <returns>The version.</returns>
    public async Task<Version> CheckVersion(CancellationToken cancellation)
    {
        var result = await program.Ask(["version", "--client", "-o", "json"], cancellation);
        return ToolVersions.Demand(program.Name, ToolVersions.Parse(Json.Read(result.Output)["clientVersion"]["gitVersion"].Text), ToolVersions.Kubectl);
    }

    /// <summary>Reads what is there; null where the cluster does not answer, and why.</summary>
    public async Task<(LiveCluster? Cluster, string? Why)> TryRead(CancellationToken cancellation)
    {
        var result = await program.Ask([.. connection, "get", LiveCluster.Kinds, "--all-namespaces", "-o", "json", "--request-timeout=30s"], cancellation);
        if (result.Code == 0) return (LiveCluster.Read(result.Output), null);
        var said = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("kubectl says nothing");
        return (null, Explanation.Of(result.Error) is { } line ? $"{line} ({said})" : said);
    }

    /// <summary>Reads what is there.</summary>
    /// <exception cref="StepFailure">The cluster does not answer.</exception>
    public async Task<LiveCluster> Read(CancellationToken cancellation)
    {
        var (cluster, why) = await TryRead(cancellation);
        return cluster ?? throw new StepFailure($"the cluster does not answer: {why}");
    }

    /// <summary>Runs and shows a command.</summary>
    /// <exception cref="StepFailure">It failed.</exception>
    public async Task Stream(CancellationToken cancellation, params string[] arguments)
    {
        var result = await program.Stream([.. connection, .. arguments], cancellation);
        if (result.Code != 0) throw new StepFailure(Explanation.Of(result.Error + result.Output) ?? $"'{program.Name} {arguments[0]}' ended with exit code {result.Code}; what it said is above");
    }

    /// <summary>Makes the cluster as manifests say, field by field; the server merges them with what others manage.</summary>
    /// <param name="files">The manifests, in order.</param>
    /// <param name="takesConflicts">Whether fields that others have changed are taken back.</param>
    /// <param name="cancellation">Interrupts it.</param>
    public Task Apply(IEnumerable<string> files, bool takesConflicts, CancellationToken cancellation) =>
        Stream(cancellation, ["apply", "--server-side", Manager, .. takesConflicts ? ["--force-conflicts"] : Array.Empty<string>(), .. files.SelectMany(file => new[] { "-f", file })]);
}
