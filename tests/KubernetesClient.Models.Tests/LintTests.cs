using KubeLint;
using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Rules;
using KubeLint.Views;
using KubeLint.Yaml;

namespace KubernetesClient.Models.Tests;

/// <summary>KubeLint reads what is written here.</summary>
public sealed class LintTests
{
    [Fact]
    public void Findings_of_objects_are_those_of_their_YAML()
    {
        var deployment = Samples.Deployment();
        deployment.Spec.Template.Spec.TopologySpreadConstraints = null;
        var found = Lint(KubernetesYaml.SerializeAll([deployment, Samples.StorageClass(), Samples.Secret(), Samples.Budget()]));

        Assert.Equal(["KUBE1001", "KUBE3001"], found.Select(f => f.Rule.Id));
        Assert.Contains("6 replicas", found[0].Message);
    }

    [Theory]
    [MemberData(nameof(ModelTypes.KindData), MemberType = typeof(ModelTypes))]
    public void Nothing_that_is_written_is_wrong_YAML(Type type) =>
        Assert.DoesNotContain(Lint(KubernetesYaml.Serialize(ModelTypes.Full(type))), f => f.Rule.Id.StartsWith("KUBE0"));

    private static IReadOnlyList<Finding> Lint(string yaml)
    {
        var file = new ManifestReader().Read("a.yaml", yaml, LintOptions.Default);
        Assert.Empty(file.Problems);
        return new Linter([.. RuleCatalogue.Rules.Where(r => !ChattyRules.Ids.Contains(r.Descriptor.Id))]).Lint(new Inventory(new ResourceSet([.. file.Documents.SelectMany(Resource.ReadAll)])), file.Suppressions, file.Problems);
    }
}
