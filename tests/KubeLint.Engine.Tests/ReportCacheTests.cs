using System.Text;
using KubeLint.Configuration;
using KubeLint.Engine.Tests.Fixing;
using KubeLint.Rules;

namespace KubeLint.Engine.Tests;

/// <summary>Reports that are kept for the next run. A run that repeats one gives no reason for reading the files.</summary>
public sealed class ReportCacheTests
{
    private const string Kept = "obj/report.cache";
    private const string Damaged = "what was kept from before is damaged";

    // Long ago, so that nothing is too young to be kept.
    private static readonly DateTime Old = DateTime.UtcNow.AddDays(-3);

    private static readonly Dictionary<string, Action<TempFolder>> ByChange = new()
    {
        ["a manifest has grown"] = f => f.Add("up/repo/a/web.yaml", SampleManifest.Deployment() + "\n"),
        ["a manifest is edited, of one size"] = f => f.Add("up/repo/a/web.yaml", SampleManifest.Deployment().Replace("replicas: 3", "replicas: 4", StringComparison.Ordinal)),
        ["a manifest is another, of one size and old"] = f => Write(f, "up/repo/a/web.yaml", SampleManifest.Deployment().Replace("replicas: 3", "replicas: 4", StringComparison.Ordinal), Old.AddMinutes(1)),
        ["a manifest is an older one, of one size"] = f => Write(f, "up/repo/a/web.yaml", SampleManifest.Deployment().Replace("replicas: 3", "replicas: 4", StringComparison.Ordinal), Old.AddDays(-400)),
        ["a manifest is another, of one time"] = f => Write(f, "up/repo/a/web.yaml", SampleManifest.Deployment("website"), Old),
        ["a manifest is touched"] = f => File.SetLastWriteTimeUtc(f.At("up/repo/a/web.yaml"), DateTime.UtcNow),
        ["a manifest has a time to come"] = f => File.SetLastWriteTimeUtc(f.At("up/repo/a/web.yaml"), DateTime.UtcNow.AddDays(1)),
        ["a manifest is added"] = f => Write(f, "up/repo/a/new.yaml", SampleManifest.Deployment(), Old),
        ["a manifest is deleted"] = f => File.Delete(f.At("up/repo/a/web.yaml")),
        ["a manifest is renamed"] = f => File.Move(f.At("up/repo/a/web.yaml"), f.At("up/repo/a/web2.yaml")),
        ["a manifest is moved"] = f => File.Move(f.At("up/repo/a/web.yaml"), f.At("up/repo/web.yaml")),
        ["a manifest is ignored"] = f => Write(f, "up/repo/.gitignore", "/a/web.yaml\n", Old),
        ["the .editorconfig beside is changed"] = f => f.Add("up/repo/a/.editorconfig", "[*]\ndotnet_diagnostic.KUBE3001.severity = none\n"),
        ["the .editorconfig beside is deleted"] = f => File.Delete(f.At("up/repo/a/.editorconfig")),
        ["an .editorconfig between is added"] = f => Write(f, "up/repo/.editorconfig", "[*]\n", Old),
        ["the .editorconfig above the repository is changed"] = f => Write(f, "up/.editorconfig", "root = true\n[*]\nkubelint.zones = a, b\n", Old),
        ["the .editorconfig above the repository is deleted"] = f => File.Delete(f.At("up/.editorconfig")),
        ["an .editorconfig above the root is added"] = f => Write(f, ".editorconfig", "[*]\n", Old),
        ["a .globalconfig above the root is added"] = f => Write(f, ".globalconfig", "kubelint.zones = a, b\n", Old),
        ["a .globalconfig beside is added"] = f => Write(f, "up/repo/a/.globalconfig", "kubelint.zones = a, b\n", Old),
        ["a source is changed"] = f => f.Add("up/repo/shop.csproj", "<Project></Project>"),
        ["a source is deleted"] = f => File.Delete(f.At("up/repo/shop.csproj")),
        ["a source that was missing is there"] = f => Write(f, "up/repo/obj/project.assets.json", "{}", Old),
        ["a link is added"] = f => Link(f, "up/repo/a/link.yaml", "up/repo/a/web.yaml"),
    };

    public static TheoryData<string> Changes => [.. ByChange.Keys];

    [Fact]
    public void A_report_is_the_same_when_it_is_repeated()
    {
        using var folder = Everything();
        var linted = Lint(folder);
        var repeated = Lint(folder);

        Assert.Equal("nothing was kept from before", linted.Reason);
        AssertRepeats(linted, repeated);

        // All that there is to keep.
        Assert.Contains(linted.Findings, f => f.Related.Count == 2);
        Assert.Contains(linted.Findings, f => f.Object is null && f.FieldPath is null);
        Assert.Contains(linted.Findings, f => f.Object is { Namespace: null, Name: "web", Kind: "Deployment", ApiVersion: "apps/v1" } && f.FieldPath is not null);
        Assert.Contains(linted.Findings, f => f.Object is { Namespace: "böse\\u000a" or "böse\n" });
        Assert.Equal([Severity.Info, Severity.Warning, Severity.Error], linted.Findings.Select(f => f.Severity).Distinct().Order());
        Assert.All([linted.Counts.Read, linted.Counts.PassedOver, linted.Counts.Templates, linted.Counts.NoManifests, linted.Counts.Unreadable], count => Assert.NotEqual(0, count));
    }

    [Fact]
    public void Fixes_are_repeated_where_they_are_asked_for()
    {
        using var folder = Everything();
        var request = Request(folder, ".") with { OffersFixes = true, Rules = [.. RuleCatalogue.Rules, TestRule.Offers("KUBE9001", "a", "hard", "soft")] };
        var (linted, repeated) = (LintRun.Execute(request), LintRun.Execute(request));

        AssertRepeats(linted, repeated);
        Assert.Equal(["Set a to hard", "Set a to soft", "Set volumeBindingMode to WaitForFirstConsumer"], repeated.Findings.Where(f => f.RuleId != "KUBE1001").SelectMany(f => f.Fixes).Select(f => f.Title).Order());
        Assert.NotNull(LintRun.Execute(request with { OffersFixes = false }).Reason);
        Assert.All(LintRun.Execute(request with { OffersFixes = false }).Findings, f => Assert.Empty(f.Fixes));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Files_are_linted_again_when(string change)
    {
        using var folder = Everything();
        AssertRepeats(Lint(folder), Lint(folder));
        ByChange[change](folder);
        var again = Lint(folder);

        Assert.NotNull(again.Reason);
        AssertSame(LintWithout(folder), again);
    }

    [Fact]
    public void Other_files_make_no_difference()
    {
        using var folder = Everything();
        Lint(folder);
        folder.Add("readme.md", "new").Add(".hidden/web.yaml", SampleManifest.Deployment()).Add("a/notes.txt", "new").Add("other/.editorconfig", "[*]\nkubelint.zones = a\n");

        Assert.Null(Lint(folder).Reason);
    }

    [Fact]
    public void No_findings_and_no_files_are_kept_as_well()
    {
        using var folder = new TempFolder().AsRepository().Add("up/repo/a.yaml", "a: b\n").Add("up/repo/none/readme.md");
        Age(folder);
        foreach (var path in new[] { "a.yaml", "none" })
        {
            Assert.NotNull(Lint(folder, path).Reason);
            AssertRepeats(Lint(folder, path), Lint(folder, path));
        }
    }

    [Fact]
    public void A_young_file_may_change_unseen_and_is_read_again()
    {
        using var folder = Everything();
        File.SetLastWriteTimeUtc(folder.At("up/repo/a/web.yaml"), DateTime.UtcNow.AddSeconds(-1));
        Lint(folder);
        Assert.EndsWith("web.yaml has changed", Lint(folder).Reason, StringComparison.Ordinal);

        File.SetLastWriteTimeUtc(folder.At("up/repo/a/web.yaml"), DateTime.UtcNow.AddSeconds(-5));
        Lint(folder);
        Assert.Null(Lint(folder).Reason);

        File.SetLastWriteTimeUtc(folder.At("up/repo/a/.editorconfig"), DateTime.UtcNow.AddSeconds(-1));
        Lint(folder);
        Assert.EndsWith(".editorconfig has changed", Lint(folder).Reason, StringComparison.Ordinal);
    }

    [UnixFact]
    public void What_stands_behind_a_link_is_read_again()
    {
        using var folder = Everything();
        Write(folder, "up/repo/text.txt", SampleManifest.Deployment("website"), Old);
        Link(folder, "up/repo/a/link.yaml", "up/repo/text.txt");
        Assert.Contains(Lint(folder).Findings, f => f.Object?.Name == "website");

        Write(folder, "up/repo/text.txt", SampleManifest.Deployment("linked"), Old);
        Assert.Contains(Lint(folder).Findings, f => f.Object?.Name == "linked");
        File.Delete(folder.At("up/repo/text.txt"));
        Assert.Contains(Lint(folder).Findings, f => f.Place.File == "a/link.yaml" && f.RuleId == "KUBE0001");
    }

    [Fact]
    public void What_could_not_be_read_is_tried_again()
    {
        using var folder = Everything();
        using (new FileStream(folder.At("up/repo/a/web.yaml"), FileMode.Open, FileAccess.Read, FileShare.None))
        {
            Assert.Contains(Lint(folder).Findings, f => f.Place.File == "a/web.yaml" && f.RuleId == "KUBE0001");
        }

        AssertSame(LintWithout(folder), Lint(folder));
        File.Delete(folder.At("up/repo/" + Kept));
        using (new FileStream(folder.At("up/repo/a/.editorconfig"), FileMode.Open, FileAccess.Read, FileShare.None))
        {
            Assert.Contains(Lint(folder).Findings, f => f.RuleId == "KUBE3001" && f.Severity == Severity.Warning);
        }

        Assert.Contains(Lint(folder).Findings, f => f.RuleId == "KUBE3001" && f.Severity == Severity.Error);
    }

    [UnprivilegedFact]
    public void A_folder_that_can_be_listed_again_is()
    {
        using var folder = Everything();
        var mode = File.GetUnixFileMode(folder.At("up/repo/a"));
        File.SetUnixFileMode(folder.At("up/repo/a"), UnixFileMode.None);
        try
        {
            Assert.Contains(Lint(folder).Findings, f => f.Message == "this folder can't be listed");
            Assert.Null(Lint(folder).Reason);
        }
        finally
        {
            File.SetUnixFileMode(folder.At("up/repo/a"), mode);
        }

        Assert.Equal("it is about other folders", Lint(folder).Reason);
    }

    [Fact]
    public void Another_request_is_answered_anew()
    {
        using var folder = Everything();
        var asked = Request(folder);
        LintRun.Execute(asked);

        Assert.Null(LintRun.Execute(asked with { }).Reason);
        Assert.NotNull(LintRun.Execute(asked with { Variant = "KubernetesClient.dll" }).Reason);
        Assert.Null(LintRun.Execute(asked with { Variant = "KubernetesClient.dll" }).Reason);
        Assert.NotNull(LintRun.Execute(asked with { Paths = [folder.At("up/repo/a")] }).Reason);
        Assert.NotNull(LintRun.Execute(asked with { Sources = [.. asked.Sources, folder.At("up/repo/a/web.yaml")] }).Reason);
        Assert.NotNull(LintRun.Execute(asked with { Sources = [] }).Reason);
    }

    [Fact]
    public void Whether_a_set_is_open_is_asked_only_when_files_are_read()
    {
        using var folder = Everything();
        var asked = 0;
        var request = Request(folder) with { IsOpen = () => ++asked > 0 };
        AssertRepeats(LintRun.Execute(request), LintRun.Execute(request));

        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_report_is_not_repeated_elsewhere()
    {
        using var folder = Everything();
        Lint(folder);
        using var other = Everything();
        Directory.CreateDirectory(other.At("up/repo/obj"));
        File.Copy(folder.At("up/repo/" + Kept), other.At("up/repo/" + Kept));

        Assert.Equal("it is about other folders", Lint(other).Reason);
    }

    [Fact]
    public void Whatever_damage_there_is_the_files_are_linted_again()
    {
        using var folder = Small();
        var linted = Lint(folder);
        var kept = File.ReadAllBytes(folder.At("up/repo/" + Kept));
        Assert.Null(Lint(folder).Reason);

        for (var length = 0; length < kept.Length; length++) AssertThrownAway(kept[..length]);
        for (var i = 0; i < kept.Length; i++) AssertThrownAway([.. kept[..i], (byte)(kept[i] ^ (1 << (i % 8))), .. kept[(i + 1)..]]);

        AssertThrownAway([.. kept, 0]);
        AssertThrownAway([.. kept, .. kept]);
        AssertThrownAway(new byte[kept.Length]);
        AssertThrownAway("{ \"version\": 3 }"u8.ToArray());
        Assert.Null(Lint(folder).Reason);

        void AssertThrownAway(byte[] bytes)
        {
            File.WriteAllBytes(folder.At("up/repo/" + Kept), bytes);
            var again = Lint(folder);
            Assert.Equal(Damaged, again.Reason);
            AssertSame(linted, again);
            Assert.Equal(kept.Length, new FileInfo(folder.At("up/repo/" + Kept)).Length);
        }
    }

    [Fact]
    public void What_another_program_wrote_with_a_good_checksum_breaks_nothing()
    {
        using var folder = Small();
        Lint(folder);
        var kept = File.ReadAllBytes(folder.At("up/repo/" + Kept))[..^sizeof(ulong)];

        for (var length = 0; length < kept.Length; length++) Assert.NotNull(LintSigned(kept[..length]).Reason);

        // Many of these can't be told from a report; none may throw.
        for (var i = 0; i < kept.Length; i++)
        {
            foreach (var value in new byte[] { 0, 0x7f, 0xff }) LintSigned([.. kept[..i], value, .. kept[(i + 1)..]]);
            LintSigned([.. kept[..i], .. Enumerable.Repeat((byte)0xff, kept.Length - i)]);
        }

        LintReport LintSigned(byte[] bytes)
        {
            File.WriteAllBytes(folder.At("up/repo/" + Kept), [.. bytes, .. BitConverter.GetBytes(Checksum.Of(bytes, bytes.Length))]);
            return Lint(folder);
        }
    }

    [Theory]
    [InlineData("KubeLint report ", "what was kept from before is in another format")]
    [InlineData("-4", "KubeLint is another one")]
    public void A_report_of_another_KubeLint_is_made_anew(string marker, string reason)
    {
        using var folder = Small();
        Lint(folder);
        var bytes = File.ReadAllBytes(folder.At("up/repo/" + Kept))[..^sizeof(ulong)];
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(marker));
        bytes[at + marker.Length] = (byte)(bytes[at + marker.Length] == '9' ? '8' : '9');
        File.WriteAllBytes(folder.At("up/repo/" + Kept), [.. bytes, .. BitConverter.GetBytes(Checksum.Of(bytes, bytes.Length))]);

        Assert.Equal(reason, Lint(folder).Reason);
        Assert.Null(Lint(folder).Reason);
    }

    [Fact]
    public void Where_nothing_can_be_kept_the_report_is_made_all_the_same()
    {
        using var folder = Small();
        var expected = LintWithout(folder);
        Directory.CreateDirectory(folder.At("up/repo/" + Kept));
        AssertSame(expected, Lint(folder));
        AssertSame(expected, Lint(folder));
        Assert.Empty(Directory.GetFiles(folder.At("up/repo/obj")));

        Directory.Delete(folder.At("up/repo/obj"), true);
        folder.Add("up/repo/obj", "a file where a folder should be");
        AssertSame(expected, Lint(folder));
    }

    [Fact]
    public void A_run_that_is_stopped_keeps_nothing()
    {
        using var folder = Everything();

        // Again and again, for the readers start one by one.
        for (var i = 0; i < 100; i++)
        {
            using var stop = new CancellationTokenSource();
            Assert.ThrowsAny<OperationCanceledException>(() => LintRun.Execute(Request(folder) with { Progress = (_, _) => stop.Cancel() }, stop.Token));
        }

        Assert.False(File.Exists(folder.At("up/repo/" + Kept)));
    }

    [Fact]
    public async Task Runs_at_once_do_not_disturb_each_other()
    {
        using var folder = Everything();
        Directory.CreateDirectory(folder.At("up/repo/obj"));
        var expected = LintWithout(folder);
        var runs = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                // Some of them find the report that another one wrote just now; the others have to write it.
                if (i % 3 == 0) File.Delete(folder.At($"up/repo/{Kept}"));
                AssertSame(expected, Lint(folder));
            }
        }));
        await Task.WhenAll(runs);

        Lint(folder);
        Assert.Null(Lint(folder).Reason);
        Assert.Equal([folder.At("up/repo/" + Kept)], Directory.GetFiles(folder.At("up/repo/obj")));
    }

    private static LintRequest Request(TempFolder folder, string path = ".") => new(folder.At("up/repo"), [path])
    {
        CacheFile = folder.At("up/repo/" + Kept),
        Sources = [folder.At("up/repo/shop.csproj"), folder.At("up/repo/obj/project.assets.json")],
    };

    private static LintReport Lint(TempFolder folder, string path = ".") => LintRun.Execute(Request(folder, path));

    private static LintReport LintWithout(TempFolder folder) => LintRun.Execute(Request(folder) with { CacheFile = null });

    private static void AssertRepeats(LintReport linted, LintReport repeated)
    {
        Assert.Null(repeated.Reason);
        AssertSame(linted, repeated);
    }

    private static void AssertSame(LintReport expected, LintReport actual)
    {
        Assert.Equal((expected.Root, expected.Files, expected.Counts), (actual.Root, actual.Files, actual.Counts));
        Assert.Equal(expected.Findings.Select(f => f with { Related = [], Fixes = [] }), actual.Findings.Select(f => f with { Related = [], Fixes = [] }));
        Assert.Equal(expected.Findings.Select(f => f.Related), actual.Findings.Select(f => f.Related));
        Assert.Equal(expected.Findings.SelectMany(f => f.Fixes).Select(f => f with { Changes = [] }), actual.Findings.SelectMany(f => f.Fixes).Select(f => f with { Changes = [] }));
        Assert.Equal(expected.Findings.Select(f => f.Fixes.Select(x => x.Changes)), actual.Findings.Select(f => f.Fixes.Select(x => x.Changes)));
    }

    private static TempFolder Small()
    {
        var folder = new TempFolder().Add("up/repo/.git/HEAD").Add("up/repo/web.yaml", SampleManifest.Deployment());
        Age(folder);
        return folder;
    }

    // A repository some levels deep, with every kind of finding and document.
    private static TempFolder Everything()
    {
        const string Node = "apiVersion: v1\nkind: Node\nmetadata: { name: worker, labels: { topology.kubernetes.io/zone: fr-par-1 } }\n---\n";
        var folder = new TempFolder().Add("up/.editorconfig", "root = true\n[*]\nkubelint.zones = fr-par-1, fr-par-2\n").Add("up/repo/.git/HEAD").Add("up/repo/shop.csproj", "<Project />")
            .Add("up/repo/a/.editorconfig", "[*]\ndotnet_diagnostic.KUBE3001.severity = error\n")
            .Add("up/repo/a/web.yaml", SampleManifest.Deployment())
            .Add("up/repo/a/named.yaml", SampleManifest.Deployment("named\n  namespace: \"b\\xf6se\\n\"").Split("---")[0])
            .Add("up/repo/a/class.yaml", "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\nprovisioner: csi.scaleway.com\n")
            .Add("up/repo/b/broken.yaml", "apiVersion: v1\nkind: Service\nmetadata: [\n")
            .Add("up/repo/b/unused.yaml", "# kubelint:disable KUBE3001\napiVersion: v1\nkind: Service\nmetadata: { name: web }\n")
            .Add("up/repo/b/nodes.yaml", Node + Node.Replace("worker", "worker-2", StringComparison.Ordinal) + Node.Replace("worker", "worker-3", StringComparison.Ordinal))
            .Add("up/repo/b/map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: map }\n")
            .Add("up/repo/b/template.yaml", "apiVersion: v1\nkind: Service\n{{ if .Values.x }}\nmetadata: { name: x }\n{{ end }}\n")
            .Add("up/repo/b/values.yaml", "a: b\n");
        Age(folder);
        return folder;
    }

    private static void Age(TempFolder folder)
    {
        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, Old);
    }

    private static void Write(TempFolder folder, string name, string text, DateTime time)
    {
        folder.Add(name, text);
        File.SetLastWriteTimeUtc(folder.At(name), time);
    }

    private static void Link(TempFolder folder, string name, string target)
    {
        File.CreateSymbolicLink(folder.At(name), folder.At(target));
        File.SetLastWriteTimeUtc(folder.At(name), Old);
    }
}
