namespace KubeLint.Provisioner.Tests;

public sealed class LintTests
{
    [Theory]
    [InlineData("fr-par")]
    [InlineData("nl-ams")]
    [InlineData("pl-waw")]
    public void KubeLint_finds_nothing_in_what_is_planned(string region) => Assert.Equal("", Linted.Lines(Linted.Find(Declared.Plan(Declared.Text(region)))));

    /// <summary>A private network of Scaleway has one public gateway, so in full isolation its zone takes the way out of all nodes: true, and what the warning on reading says.</summary>
    [Theory]
    [InlineData("fr-par")]
    [InlineData("nl-ams")]
    [InlineData("pl-waw")]
    public void In_full_isolation_it_finds_the_one_gateway_and_nothing_else(string region)
    {
        var found = Assert.Single(Linted.Find(Declared.Plan(Declared.Text(region, "full"))));

        Assert.Equal(("KUBE2009", Configuration.Severity.Info), (found.RuleId, found.Severity));
        Assert.Contains($"leave through the only public gateway declared here, in {region}-1", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zones: [fr-par-2, fr-par-3]\nnodes: { min: 2 }")]
    [InlineData("zones: [fr-par-1, fr-par-2]\nnodes: { min: 2 }")]
    [InlineData("nodes: { min: 3, max: 3, type: PRO2-M }")]
    [InlineData("ingress: { replicas: 7 }")]
    [InlineData("subdomain: prod\ndomain: example.com")]
    public void Nor_in_other_shapes(string lines) =>
        Assert.Equal("", Linted.Lines(Linted.Find(Declared.Plan($"{Declared.Smallest}{lines}\n{(lines.Contains("domain", StringComparison.Ordinal) ? Declared.Workloads.Replace("domain: example.com\n", "", StringComparison.Ordinal) : Declared.Workloads)}"))));
}
