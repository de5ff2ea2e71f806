using KubeLint.Provisioner.Programs;

namespace KubeLint.Provisioner.Applying;

/// <summary>What a command works with: people, programs, and patience.</summary>
/// <param name="Output">Where it tells what it does.</param>
/// <param name="Error">Where it tells what went wrong.</param>
/// <param name="Confirmation">What asks people.</param>
/// <param name="Patience">How long it waits.</param>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, Confirmation Confirmation, Patience Patience)
{
    /// <summary>What hides secrets in all that programs say.</summary>
    public SecretMask Mask { get; } = SecretMask.OfEnvironment();

    /// <summary>What tells where names lead.</summary>
    public INameResolver Names { get; init; } = new SystemNameResolver();

    /// <summary>The program that is used as Terraform; null for the one that is found.</summary>
    public string? TerraformProgram { get; init; }

    /// <summary>The program that is used as kubectl; null for the one that is found.</summary>
    public string? KubectlProgram { get; init; }

    /// <summary>The folders in which programs are looked for.</summary>
    public string? SearchPath { get; init; } = Environment.GetEnvironmentVariable("PATH");

    /// <summary>Terraform in the folder of a plan.</summary>
    /// <exception cref="StepFailure">It is not there.</exception>
    public TerraformTool Terraform(WrittenPlan plan) =>
        new(Find(TerraformProgram, TerraformTool.Names, "--terraform", TerraformTool.Variables), plan.Folder);

    /// <summary>kubectl.</summary>
    /// <param name="connection">The arguments that choose the cluster.</param>
    /// <exception cref="StepFailure">It is not there.</exception>
    public KubectlTool Kubectl(params string[] connection) => new(Find(KubectlProgram, KubectlTool.Names, "--kubectl", new Dictionary<string, string>()), connection);

    /// <summary>kubectl with the cluster of a plan. The kubeconfig stands in a file, as kubectl reads it more than once.</summary>
    /// <exception cref="StepFailure">There is no such cluster.</exception>
    public KubectlTool Kubectl(TerraformOutputs outputs, PrivateFolder folder)
    {
        if (outputs.Kubeconfig is not { } kubeconfig) throw new StepFailure("Terraform's state holds no cluster");
        Mask.AddKubeconfig(Json.Read(kubeconfig));
        return Kubectl("--kubeconfig=" + folder.Write("kubeconfig", kubeconfig));
    }

    /// <summary>Refuses programs that are not there, or too old for a plan.</summary>
    /// <exception cref="StepFailure">One is.</exception>
    public async Task CheckPrograms(WrittenPlan plan, CancellationToken cancellation)
    {
        await Terraform(plan).CheckVersion(cancellation);
        var kubectl = await Kubectl().CheckVersion(cancellation);

        // kubernetes.io, Version Skew Policy: kubectl is supported within one minor version of the cluster.
        if (ToolVersions.Parse(plan.Version) is { } planned && Math.Abs(planned.Minor - kubectl.Minor) > 1)
            Output.WriteLine($"      kubectl {kubectl} is more than one minor version away from Kubernetes {plan.Version}; should it fail, take a closer one");
    }

    private ExternalProgram Find(string? chosen, IReadOnlyList<string> names, string option, IReadOnlyDictionary<string, string> variables)
    {
        var path = ProgramSearch.Find(chosen is null ? names : [chosen], SearchPath);
        if (path is null) throw new StepFailure(chosen is null ? $"{string.Join(" or ", names)} is not on the PATH: install it, or name it by {option}" : $"'{chosen}' is no program that can be run");
        return new ExternalProgram(path, Mask, Output, Error) { Variables = variables };
    }
}
