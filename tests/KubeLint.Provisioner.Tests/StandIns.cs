using KubeLint.Provisioner.Applying;
using KubeLint.Provisioner.Live;
using KubeLint.Provisioner.Planning;

namespace KubeLint.Provisioner.Tests;

/// <summary>
/// Small programs in the place of Terraform and kubectl, and a plan. Each program notes its call, and answers what stands for its verb
/// in files: NAME-VERB.out and .err, the exit code in .code, and a shell script that is run before, .run.
/// </summary>
internal sealed class StandIns : IDisposable
{
    public const string Token = "kapsule-token-0123456789";

    private const string Script = """
        #!/bin/sh
        name=$(basename "$0"); here=$(dirname "$0"); verb=
        for word in "$@"; do case "$word" in -*) ;; *) verb=$word; break ;; esac; done
        echo "$name $*" >> "$here/calls.log"
        for word in "$@"; do case "$word" in --kubeconfig=*) ls -l "${word#*=}" | cut -c1-10 >> "$here/modes.log" ;; -out=*) echo secret > "${word#*=}" ;; esac; done
        answer="$here/$name-$verb"
        if [ -f "$answer.run" ]; then . "$answer.run"; fi
        if [ -f "$answer.err" ]; then cat "$answer.err" >&2; fi
        if [ -f "$answer.out" ]; then cat "$answer.out"; fi
        if [ -f "$answer.code" ]; then exit "$(cat "$answer.code")"; fi
        exit 0

        """;

    private readonly TempFolder folder = new();

    /// <summary>Programs that make the whole cluster, step by step.</summary>
    public StandIns(string declaration = Declared.Smallest)
    {
        new PlanFolder(folder.At("plan")).Write(Declared.Plan(declaration));
        foreach (var name in new[] { "terraform", "kubectl" })
        {
            folder.Add("bin/" + name, Script);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.At("bin/" + name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Answer("terraform-version", """{"terraform_version": "1.11.4"}""").Answer("kubectl-version", """{"clientVersion": {"gitVersion": "v1.34.1"}}""");
        Answer("terraform-plan", "Plan: 11 to add, 0 to change, 0 to destroy.\n", 2).Answer("terraform-output", "{}");
        folder.Add("bin/made.json", $$"""
            {
              "kubeconfig": { "sensitive": true, "value": "apiVersion: v1\nkind: Config\nusers:\n  - name: shop\n    user:\n      token: {{Token}}\n" },
              "load_balancer_addresses": { "value": { "fr-par-1": "51.0.0.1", "fr-par-2": "51.0.0.2" } }
            }
            """);
        Do("terraform-apply", "cp \"$here/made.json\" \"$here/terraform-output.out\"; echo 'Apply complete!'");
        Live(LiveObjects.Whole());
    }

    public string Plan => folder.At("plan");

    public string Bin => folder.At("bin");

    public StringWriter Output { get; } = new() { NewLine = "\n" };

    public StringWriter Error { get; } = new() { NewLine = "\n" };

    /// <summary>What the programs were asked, in order, with names for folders; questions for what is there are left out where they only wait.</summary>
    public IReadOnlyList<string> Calls => !File.Exists(folder.At("bin/calls.log")) ? [] :
        [.. File.ReadAllLines(folder.At("bin/calls.log")).Select(line => System.Text.RegularExpressions.Regex.Replace(line.Replace(Plan, "PLAN", StringComparison.Ordinal), @"[^\s=]*/kubelint-kapsule-[^/]+/", "PRIVATE/"))];

    /// <summary>The calls that change something.</summary>
    public IReadOnlyList<string> Changes => [.. Calls.Where(call => !call.Contains(" get ", StringComparison.Ordinal) && !call.Contains(" version ", StringComparison.Ordinal) && !call.Contains(" output ", StringComparison.Ordinal))];

    /// <summary>The modes of the kubeconfigs that kubectl was given.</summary>
    public IReadOnlyList<string> Modes => [.. File.ReadAllLines(folder.At("bin/modes.log")).Distinct()];

    /// <summary>The private files that are still there.</summary>
    public IReadOnlyList<string> Left =>
        [.. File.ReadAllLines(folder.At("bin/calls.log")).SelectMany(line => line.Split(' ', '=')).Where(word => word.Contains("/kubelint-kapsule-", StringComparison.Ordinal) && (File.Exists(word) || Directory.Exists(Path.GetDirectoryName(word))))];

    public StandIns Answer(string what, string output, int code = 0)
    {
        folder.Add($"bin/{what}.out", output);
        folder.Add($"bin/{what}.code", code.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return this;
    }

    public StandIns Fail(string what, string error, int code = 1)
    {
        folder.Add($"bin/{what}.err", error + "\n");
        folder.Add($"bin/{what}.code", code.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return this;
    }

    public StandIns Mend(string what, int code = 0)
    {
        File.Delete(folder.At($"bin/{what}.err"));
        folder.Add($"bin/{what}.code", code.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return this;
    }

    public StandIns Do(string what, string script)
    {
        folder.Add($"bin/{what}.run", script + "\n");
        return this;
    }

    public StandIns Live(LiveObjects objects) => Answer("kubectl-get", objects.Json);

    /// <summary>What a file of the stand-ins says.</summary>
    public StandIns Add(string name, string text)
    {
        folder.Add("bin/" + name, text);
        return this;
    }

    public Surroundings Around(string? answer = null, INameResolver? names = null) => new(Output, Error, new Confirmation(new StringReader(answer ?? ""), Output, isTerminal: true, isGiven: answer is null), new Patience(TimeSpan.Zero, 2, 5))
    {
        Names = names ?? new Names(),
        SearchPath = Bin + Path.PathSeparator + "/usr/bin",
    };

    public Task<int> Apply(string? answer = null, CancellationToken cancellation = default, INameResolver? names = null, bool takesConflicts = false) =>
        new ApplyRun(WrittenPlan.Read(Plan)!, Around(answer, names), takesConflicts).Run("kubelint-kapsule apply plan", cancellation);

    public Task<int> Destroy(string? answer = null, CancellationToken cancellation = default, bool asksKubernetes = true) =>
        new DestroyRun(WrittenPlan.Read(Plan)!, Around(answer), asksKubernetes).Run("kubelint-kapsule destroy plan", cancellation);

    public Task<ClusterStatus> Status(INameResolver? names = null) => new StatusRun(WrittenPlan.Read(Plan)!, Around(names: names)).Look(default);

    public ZoneDrain Drain() => new(Around().Kubectl(), Around());

    public void Dispose() => folder.Dispose();

    /// <summary>Names that lead where a test says.</summary>
    internal sealed class Names(params string[] addresses) : INameResolver
    {
        public Task<IReadOnlyList<string>> Resolve(string name, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>(addresses);
    }
}
