using KubeLint.Provisioner.Programs;

namespace KubeLint.Provisioner.Tests;

public sealed class ExplanationTests
{
    /// <summary>The texts are those of scaleway-sdk-go, of Terraform 1.11.4 and of kubectl 1.32.4, as Terraform frames and breaks them.</summary>
    [Theory]
    [InlineData("│ Error: scaleway-sdk-go: resource PRO2-XXS is out of stock\n│ \n│   with scaleway_k8s_pool.fr-par-2,", "Scaleway has no more of this for now (PRO2-XXS)")]
    [InlineData("Error: scaleway-sdk-go: resource PRO2-XXS is\nout of stock", "Scaleway has no more of this for now (PRO2-XXS)")]
    [InlineData("{\"type\": \"out_of_stock\"}", "Scaleway has no more of this for now (out_of_stock)")]
    [InlineData("│ Error: scaleway-sdk-go: quota exceeded(s): InstancesCores has reached its quota (8/8)\n│ \n", "a quota of the Scaleway organization is used up (InstancesCores has reached its quota (8/8))")]
    [InlineData("Error: scaleway-sdk-go: denied authentication: API key is expired", "the API key of Scaleway has expired")]
    [InlineData("Error: scaleway-sdk-go: denied authentication: invalid API key format or empty value", "Scaleway refuses the API key")]
    [InlineData("Error: scaleway-sdk-go: http error 401 Unauthorized", "Scaleway refuses the API key")]
    [InlineData("Error: scaleway-sdk-go: secret key cannot be empty", "no usable API key of Scaleway was found")]
    [InlineData("Error: scaleway-sdk-go: invalid argument(s): project_id is required, Field required", "no project of Scaleway is chosen")]
    [InlineData("Error: scaleway-sdk-go: insufficient permissions: write vpc\n", "the API key of Scaleway may not do this (write vpc)")]
    [InlineData("Error: Error acquiring the state lock\n\nError message: resource temporarily unavailable\nLock Info:\n  ID:        6a748f9c-d1cd\n  Path:      terraform.tfstate\n", "another run holds Terraform's state: wait for it; where surely none runs, Terraform's 'force-unlock 6a748f9c-d1cd' frees the state")]
    [InlineData("Error: Saved plan is stale", "Terraform's state has changed since the plan was shown")]
    [InlineData("scaleway/scaleway: could not connect to\nregistry.terraform.io: failed to\nrequest discovery document: dial tcp: no such host", "the registry of Terraform's providers can't be reached")]
    [InlineData("Error: Inconsistent dependency lock file", "the providers are not those of the lock file")]
    [InlineData("Error: Unsupported Terraform Core version", "this version does not suit the plan")]
    [InlineData("error: You must be logged in to the server (Unauthorized)", "the cluster refuses the credentials of the kubeconfig")]
    [InlineData("error: Apply failed with 2 conflicts: conflicts with \"kubectl-client-side-apply\"", "fields have been changed by somebody else")]
    [InlineData("The StatefulSet \"store\" is invalid: spec: Forbidden: updates to statefulset spec for fields other than 'replicas' are forbidden", "an object, named above, can't be changed while it is there")]
    [InlineData("Unable to connect to the server: dial tcp: lookup x.api.k8s.fr-par.scw.cloud: no such host", "the other side can't be reached over the network (no such host)")]
    public void What_a_program_says_becomes_one_line_with_what_to_do(string said, string line)
    {
        var explanation = Explanation.Of(said);

        Assert.StartsWith(line, explanation, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', explanation!);
        Assert.DoesNotContain("${", explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_is_left_to_the_program() => Assert.Null(Explanation.Of("Error: something new"));
}
