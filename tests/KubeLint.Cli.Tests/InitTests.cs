namespace KubeLint.Cli.Tests;

public sealed class InitTests
{
    private const string Pools =
        """
        apiVersion: v1
        kind: List
        items:
          - { apiVersion: v1, kind: Node, metadata: { name: a, labels: { topology.kubernetes.io/zone: fr-par-1 } }, spec: { providerID: scaleway://instance/fr-par-1/a } }
          - { apiVersion: v1, kind: Node, metadata: { name: b, labels: { topology.kubernetes.io/zone: fr-par-2 } }, spec: { providerID: scaleway://instance/fr-par-2/b } }

        """;

    [Fact]
    public void What_the_manifests_show_is_set_and_counts_from_then_on()
    {
        using var tool = new Tool().Add("nodes.yaml", Pools).Add("web.yaml", SampleManifest.Deployment());
        var result = tool.Run("init");
        var text = File.ReadAllText(Path.Combine(tool.Folder, ".editorconfig"));

        Assert.Equal((0, "Zones: fr-par-1, fr-par-2\nProvider: scaleway\nWrote a section to .editorconfig; 'kubelint check' goes by it from now on\n", ""), (result.Code, result.Output, result.Error));
        Assert.Contains("\nkubelint.zones = fr-par-1, fr-par-2\n", text, StringComparison.Ordinal);
        Assert.Contains("\nkubelint.provider = scaleway\n", text, StringComparison.Ordinal);
        Assert.Contains("\n# 1 finding today of missing-zone-spread:\n# dotnet_diagnostic.KUBE1001.severity = warning\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("KUBE0004", tool.Run("check", ".").Output, StringComparison.Ordinal);
        Assert.Contains("zones (--zones)", tool.Run("survive", "web.yaml", "--zones", "a,b").Output, StringComparison.Ordinal);
        Assert.Contains("2 zones (kubelint.zones)", tool.Run("survive", "web.yaml").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_that_is_offered_is_understood_once_its_mark_is_taken_away()
    {
        using var tool = new Tool().Add("web.yaml", SampleManifest.Deployment());
        var section = tool.Run("init", "--dry-run").Output;
        Assert.False(File.Exists(Path.Combine(tool.Folder, ".editorconfig")));
        tool.Add(".editorconfig", string.Join('\n', section.Split('\n').Select(line => line.StartsWith("# ", StringComparison.Ordinal) && line.Contains(" = ", StringComparison.Ordinal) ? line[2..] : line)));
        var result = tool.Run("check", ".");

        Assert.Contains("KUBE1001", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("KUBE0004", result.Output, StringComparison.Ordinal);
        Assert.Equal(["kubelint.zones", "kubelint.provider", "kubelint.kubernetes_version", "kubelint.assumed_replicas"], section.Split('\n').Where(l => l.Contains("kubelint.", StringComparison.Ordinal) && l.Contains(" = ", StringComparison.Ordinal)).Select(l => l.Trim('#', ' ').Split(' ')[0]));
    }

    [Fact]
    public void What_is_there_stays_and_is_never_configured_twice()
    {
        using var tool = new Tool().Add(".editorconfig", "root = true\r\n[*.cs]\r\nindent_size = 4").Add("web.yaml", SampleManifest.Deployment());
        Assert.Equal(0, tool.Run("init").Code);
        var text = File.ReadAllText(Path.Combine(tool.Folder, ".editorconfig"));
        Assert.StartsWith("root = true\r\n[*.cs]\r\nindent_size = 4\r\n\r\n# KubeLint", text, StringComparison.Ordinal);
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);

        var again = tool.Run("init");
        Assert.Equal((0, ""), (again.Code, again.Output));
        Assert.Equal("kubelint: .editorconfig configures KubeLint already, in line 8, and was left as it is; --dry-run shows what would be written\n", again.Error);
        Assert.Equal(text, File.ReadAllText(Path.Combine(tool.Folder, ".editorconfig")));
    }

    [Fact]
    public void Clusters_that_differ_are_left_to_people()
    {
        using var tool = new Tool()
            .Add("a.yaml", "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: one, region: eu-west-1 }\nmanagedNodeGroups:\n  - { name: x, availabilityZones: [eu-west-1a, eu-west-1b] }\n")
            .Add("b.yaml", "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: two, region: eu-west-3 }\nmanagedNodeGroups:\n  - { name: x, availabilityZones: [eu-west-3a, eu-west-3b] }\n");
        var section = tool.Run("init", "--dry-run").Output;

        Assert.Contains("\n# one: kubelint.zones = eu-west-1a, eu-west-1b\n# two: kubelint.zones = eu-west-3a, eu-west-3b\n", section, StringComparison.Ordinal);
        Assert.Contains("\nkubelint.provider = aws\n", section, StringComparison.Ordinal);
    }

    [Fact]
    public void One_zone_alone_is_not_taken_for_what_was_meant()
    {
        using var tool = new Tool().Add("nodes.yaml", Pools.Replace("fr-par-2", "fr-par-1", StringComparison.Ordinal));
        Assert.Contains("\n# nodes.yaml: kubelint.zones = fr-par-1\n", tool.Run("init", "--dry-run").Output, StringComparison.Ordinal);
    }
}
