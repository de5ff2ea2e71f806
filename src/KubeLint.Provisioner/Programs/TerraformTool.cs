namespace KubeLint.Provisioner.Programs;

/// <summary>What Terraform's state tells of a cluster.</summary>
/// <param name="Kubeconfig">How kubectl reaches it: a secret. Null where there is no cluster.</param>
/// <param name="Addresses">The address of each zone's load balancer.</param>
internal sealed record TerraformOutputs(string? Kubeconfig, IReadOnlyDictionary<string, string> Addresses)
{
    /// <summary>The outputs of an empty state.</summary>
    public static TerraformOutputs None { get; } = new(null, new Dictionary<string, string>());
}

/// <summary>Terraform, or OpenTofu, at work in the folder of a plan.</summary>
/// <param name="program">The program.</param>
/// <param name="folder">The folder.</param>
internal sealed class TerraformTool(ExternalProgram program, string folder)
{
    /// <summary>What the program is called where none is named, in the order of search.</summary>
    public static readonly IReadOnlyList<string> Names = ["terraform", "tofu"];

    private const int HasChanges = 2;

    /// <summary>The variables that make it ask nothing, and give no hints for working by hand (developer.hashicorp.com, Environment variables).</summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string> { ["TF_IN_AUTOMATION"] = "1", ["TF_INPUT"] = "0" };

    /// <summary>Refuses a version that is too old.</summary>
    public async Task CheckVersion(CancellationToken cancellation)
    {
        var result = await program.Ask(["version", "-json"], cancellation);
        var version = Json.Read(result.Output)["terraform_version"].Text;
        ToolVersions.Demand(program.Name, ToolVersions.Parse(version), program.Name == "tofu" ? ToolVersions.OpenTofu : ToolVersions.Terraform);
    }

    /// <summary>Makes the folder ready: providers and state.</summary>
    public Task Init(CancellationToken cancellation) => Stream(cancellation, "init", "-input=false", "-no-color");

    /// <summary>Shows what would be changed.</summary>
    /// <param name="file">The full path of the file to keep it in, which holds secrets.</param>
    /// <param name="destroys">Whether all is to go.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <returns>Whether anything would be.</returns>
    public async Task<bool> Plan(string file, bool destroys, CancellationToken cancellation)
    {
        string[] arguments = [At, "plan", "-input=false", "-no-color", "-detailed-exitcode", "-out=" + file, .. destroys ? ["-destroy"] : Array.Empty<string>()];
        var result = await program.Stream(arguments, cancellation);
        return result.Code == HasChanges || Check("plan", result);
    }

    /// <summary>Does what a plan says, which people have seen.</summary>
    public Task Apply(string file, CancellationToken cancellation) => Stream(cancellation, "apply", "-input=false", "-no-color", file);

    /// <summary>Reads the outputs in the state; nothing is asked of Scaleway.</summary>
    public async Task<TerraformOutputs> Outputs(CancellationToken cancellation)
    {
        var result = await program.Ask([At, "output", "-json", "-no-color"], cancellation);
        if (result.Code != 0) program.Show(result);
        Check("output", result);
        var outputs = Json.Read(result.Output);
        return new TerraformOutputs(
            outputs["kubeconfig"]["value"].Text is { Length: > 0 } kubeconfig ? kubeconfig : null,
            outputs["load_balancer_addresses"]["value"].Entries.Where(entry => entry.Text is not null).ToDictionary(entry => entry.Key, entry => entry.Text!));
    }

    private string At => "-chdir=" + folder;

    private async Task Stream(CancellationToken cancellation, string verb, params string[] arguments) =>
        Check(verb, await program.Stream([At, verb, .. arguments], cancellation));

    private bool Check(string verb, ProgramResult result) => result.Code == 0 ? false
        : throw new StepFailure(Explanation.Of(result.Error + result.Output) ?? $"'{program.Name} {verb}' ended with exit code {result.Code}; what it said is above");
}
