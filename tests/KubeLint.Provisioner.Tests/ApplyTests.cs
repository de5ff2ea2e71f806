namespace KubeLint.Provisioner.Tests;

public sealed class ApplyTests
{
    private const string WithDomain = Declared.Smallest + "domain: example.com\n";

    [UnixFact]
    public async Task Each_step_comes_after_what_it_needs()
    {
        using var programs = new StandIns(WithDomain);

        Assert.Equal((0, ""), (await programs.Apply(names: new StandIns.Names("51.0.0.1", "51.0.0.2")), programs.Error.ToString()));
        Assert.Equal(
            """
            terraform version -json
            kubectl version --client -o json
            terraform -chdir=PLAN init -input=false -no-color
            terraform -chdir=PLAN plan -input=false -no-color -detailed-exitcode -out=PRIVATE/changes.tfplan
            terraform -chdir=PLAN apply -input=false -no-color PRIVATE/changes.tfplan
            terraform -chdir=PLAN output -json -no-color
            GET
            GET
            GET
            kubectl --kubeconfig=PRIVATE/kubeconfig apply --server-side --field-manager=kubelint-kapsule -f PLAN/manifests/00-base.yaml
            GET
            kubectl --kubeconfig=PRIVATE/kubeconfig apply --server-side --field-manager=kubelint-kapsule -f PLAN/manifests/10-ingress-nginx.yaml -f PLAN/.rendered/load-balancers.yaml
            GET
            GET
            """.ReplaceLineEndings("\n"),
            string.Join("\n", programs.Calls.Select(call => call.Contains(" get ", StringComparison.Ordinal) ? "GET" : call)));
        Assert.EndsWith("[11/11] ingress.example.com leads to the load balancers\n      ingress.example.com: 51.0.0.1, 51.0.0.2\nshop is as planned\n", programs.Output.ToString(), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task What_Terraform_does_not_change_is_not_applied()
    {
        using var programs = new StandIns().Answer("terraform-plan", "No changes.\n").Do("terraform-output", "cp \"$here/made.json\" \"$here/terraform-output.out\"");

        Assert.Equal(0, await programs.Apply());
        Assert.DoesNotContain(programs.Calls, call => call.StartsWith("terraform", StringComparison.Ordinal) && call.Contains(" apply ", StringComparison.Ordinal));
        Assert.Contains(programs.Calls, call => call.StartsWith("kubectl", StringComparison.Ordinal) && call.Contains(" apply ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("terraform-version", "", 1, "programs")]
    [InlineData("terraform-init", "Error: Failed to query available provider packages", 2, "prepare")]
    [InlineData("terraform-plan", "Error: scaleway-sdk-go: denied authentication: API key is expired", 3, "changes")]
    [InlineData("terraform-apply", "Error: scaleway-sdk-go: resource PRO2-XXS is out of stock", 4, "infrastructure")]
    [InlineData("terraform-output", "Error: Error acquiring the state lock", 5, "cluster")]
    [InlineData("kubectl-get", "The connection to the server 51.0.0.9:6443 was refused - did you specify the right host or port?", 5, "cluster")]
    [InlineData("kubectl-apply", "error: Apply failed with 1 conflict: conflict with \"kubectl\" using apps/v1: .spec.replicas", 7, "storage")]
    public async Task A_failed_step_is_named_and_the_same_command_goes_on(string what, string error, int number, string step)
    {
        if (OperatingSystem.IsWindows()) return;
        using var programs = new StandIns();
        if (what == "terraform-version") programs.Answer(what, """{"terraform_version": "1.4.7"}""");
        else programs.Fail(what, error);

        Assert.Equal(1, await programs.Apply());
        var lines = programs.Error.ToString().TrimEnd().Split('\n');
        Assert.StartsWith($"kubelint-kapsule: step {number} of 10, {step}: ", lines[^1], StringComparison.Ordinal);
        Assert.EndsWith("; 'kubelint-kapsule apply plan' goes on from here", lines[^1], StringComparison.Ordinal);
        if (what is not ("terraform-version" or "kubectl-get")) Assert.Contains(error, lines);

        if (what == "terraform-version") programs.Answer(what, """{"terraform_version": "1.5.0"}""");
        else programs.Mend(what, what == "terraform-plan" ? 2 : 0);
        Assert.Equal(0, await programs.Apply());
        Assert.Empty(programs.Left);
    }

    [Theory]
    [InlineData("node-fr-par-3", 6, "nodes: fr-par-3: 0 of at least 1 nodes ready, and nothing more came in time")]
    [InlineData("zonal-block", 7, "storage: zonal-block: not there, and nothing more came in time")]
    [InlineData("ingress-nginx-controller-fr-par-2", 9, "load balancers: ingress-nginx/ingress-nginx-controller-fr-par-2: not there, and nothing more came in time")]
    [InlineData("ingress-nginx-controller-5d-0", 10, "workloads: ingress-nginx/ingress-nginx-controller: 2 of at least 3 ready (fr-par-1 0, fr-par-2 1, fr-par-3 1), and nothing more came in time")]
    public async Task What_does_not_come_is_named_and_the_same_command_goes_on(string missing, int number, string why)
    {
        if (OperatingSystem.IsWindows()) return;
        using var programs = new StandIns().Live(LiveObjects.Whole().Without(missing));

        Assert.Equal(1, await programs.Apply());
        Assert.Equal($"kubelint-kapsule: step {number} of 10, {why}; 'kubelint-kapsule apply plan' goes on from here\n", programs.Error.ToString());

        Assert.Equal(0, await programs.Live(LiveObjects.Whole()).Apply());
    }

    [UnixFact]
    public async Task A_manifest_that_is_refused_is_applied_again_and_so_is_all_before_it()
    {
        using var programs = new StandIns().Do("kubectl-apply", "case \"$*\" in *10-ingress*) echo 'error: something' >&2; exit 1 ;; esac");

        Assert.Equal(1, await programs.Apply());
        Assert.EndsWith("kubelint-kapsule: step 8 of 10, manifests: 'kubectl apply' ended with exit code 1; what it said is above; 'kubelint-kapsule apply plan' goes on from here\n", programs.Error.ToString(), StringComparison.Ordinal);

        Assert.Equal(0, await programs.Do("kubectl-apply", ":").Apply());
        Assert.Equal(2, programs.Calls.Count(call => call.EndsWith("-f PLAN/manifests/00-base.yaml", StringComparison.Ordinal)));
    }

    [UnixFact]
    public async Task Waiting_tells_of_each_change()
    {
        using var programs = new StandIns().Live(LiveObjects.Whole().Without("node-fr-par-3"));
        programs.Add("later.json", LiveObjects.Whole().Json).Do("kubectl-get", "echo >> \"$here/looks\"; if [ \"$(wc -l < \"$here/looks\")\" -ge 3 ]; then cp \"$here/later.json\" \"$answer.out\"; fi");

        Assert.Equal(0, await programs.Apply());
        Assert.Contains("""
            [6/10] Nodes are ready in every zone
                  fr-par-1: 1 of at least 1 nodes ready
                  fr-par-2: 1 of at least 1 nodes ready
                  fr-par-3: 0 of at least 1 nodes ready
                  fr-par-3: 1 of at least 1 nodes ready
            [7/10]
            """.ReplaceLineEndings("\n"), programs.Output.ToString(), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_cluster_that_is_silent_for_a_moment_is_waited_for_and_says_no_secret()
    {
        using var programs = new StandIns().Do("kubectl-get", $"echo >> \"$here/looks\"; if [ \"$(wc -l < \"$here/looks\")\" -eq 2 ]; then echo 'error: {StandIns.Token} timed out' >&2; exit 1; fi");

        Assert.Equal((0, ""), (await programs.Apply(), programs.Error.ToString()));
        Assert.Contains("      does not answer: error: *** timed out\n", programs.Output.ToString(), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_class_that_binds_at_once_is_refused_before_anything_uses_it()
    {
        using var programs = new StandIns().Live(LiveObjects.Whole().Without("zonal-block").Class("zonal-block", waits: false));

        Assert.Equal(1, await programs.Apply());
        Assert.Contains("step 7 of 10, storage: StorageClass 'zonal-block' is there and binds volumes before their pod has a zone", programs.Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(programs.Calls, call => call.StartsWith("kubectl", StringComparison.Ordinal) && call.Contains(" apply ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(new string[0], "ingress.example.com: no answer yet")]
    [InlineData(new[] { "51.0.0.1", "192.0.2.7" }, "ingress.example.com: leads to 192.0.2.7, which is no load balancer of the plan")]
    public async Task A_name_that_leads_elsewhere_is_not_done(string[] addresses, string why)
    {
        if (OperatingSystem.IsWindows()) return;
        using var programs = new StandIns(WithDomain);

        Assert.Equal(1, await programs.Apply(names: new StandIns.Names(addresses)));
        Assert.Contains($"step 11 of 11, DNS: {why}, and nothing more came in time", programs.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await programs.Apply(names: new StandIns.Names("51.0.0.1")));
    }

    [Theory]
    [InlineData("yes", 0)]
    [InlineData("y", 1)]
    [InlineData("", 1)]
    public async Task Nothing_is_changed_without_agreement(string answer, int code)
    {
        if (OperatingSystem.IsWindows()) return;
        using var programs = new StandIns();

        Assert.Equal((code, ""), (await programs.Apply(answer), programs.Error.ToString()));
        Assert.Contains("Plan: 11 to add, 0 to change, 0 to destroy.\nApply this, and the manifests, to 'shop'? Type 'yes': ", programs.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal(code == 0, programs.Calls.Any(call => call.Contains(" apply ", StringComparison.Ordinal)));
        Assert.Equal(code != 0, programs.Output.ToString().EndsWith("Nothing was changed\n", StringComparison.Ordinal));
    }

    [UnixFact]
    public async Task Secrets_are_never_shown_and_their_files_are_closed_to_others_and_gone()
    {
        const string Variable = "KUBELINT_TEST_SECRET";
        const string Key = "11111111-aaaa-bbbb-cccc-222222222222";
        Environment.SetEnvironmentVariable(Variable, Key);
        using var programs = new StandIns()
            .Fail("terraform-init", $"X-Auth-Token: {Key}", 0)
            .Fail("kubectl-apply", $"error: the token {StandIns.Token} is bad; client-key-data: c2VjcmV0LWtleQ==\ninvalid secret key format 'not-in-the-environment'");

        Assert.Equal(1, await programs.Apply());
        Environment.SetEnvironmentVariable(Variable, null);
        var shown = programs.Output.ToString() + programs.Error;
        Assert.All([Key, StandIns.Token, "c2VjcmV0LWtleQ", "not-in-the-environment"], secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
        Assert.Contains("error: the token *** is bad; client-key-data: ***\n", shown, StringComparison.Ordinal);
        Assert.Equal(["-rw-------"], programs.Modes);
        Assert.Empty(programs.Left);
    }

    [UnixFact]
    public async Task An_interruption_reaches_the_program_and_is_waited_for()
    {
        using var programs = new StandIns();
        using var interruption = new CancellationTokenSource();
        programs.Do("terraform-apply", "trap 'echo state is written; exit 1' INT; echo > \"$here/begun\"; while :; do sleep 0.1; done");
        var run = programs.Apply(cancellation: interruption.Token);
        while (!File.Exists(Path.Combine(programs.Bin, "begun")) && !run.IsCompleted) await Task.Delay(20);
        interruption.Cancel();

        Assert.Equal(130, await run);
        Assert.Contains("state is written\n", programs.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal("kubelint-kapsule: step 4 of 10, infrastructure: interrupted; 'kubelint-kapsule apply plan' goes on from here\n", programs.Error.ToString());
        Assert.Empty(programs.Left);
    }

    [UnixFact]
    public async Task Who_has_heard_of_an_interruption_is_not_told_twice()
    {
        using var programs = new StandIns();
        using var interruption = new CancellationTokenSource();
        programs.Do("terraform-apply", "trap 'echo told twice' INT; echo > \"$here/begun\"; while [ ! -f \"$here/heard\" ]; do sleep 0.1; done; echo 'Interrupt received.'; sleep 3; exit 1");
        var run = programs.Apply(cancellation: interruption.Token);
        while (!File.Exists(Path.Combine(programs.Bin, "begun")) && !run.IsCompleted) await Task.Delay(20);
        interruption.Cancel();
        programs.Add("heard", "");

        Assert.Equal(130, await run);
        Assert.DoesNotContain("told twice", programs.Output.ToString(), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Conflicts_are_taken_back_on_request_alone()
    {
        using var programs = new StandIns();

        Assert.Equal(0, await programs.Apply());
        Assert.DoesNotContain(programs.Calls, call => call.Contains("--force-conflicts", StringComparison.Ordinal));
        Assert.Equal(0, await programs.Apply(takesConflicts: true));
        Assert.Equal(2, programs.Calls.Count(call => call.Contains(" --force-conflicts -f ", StringComparison.Ordinal)));
    }

    [UnixFact]
    public async Task A_kubectl_far_from_the_clusters_version_is_told_of()
    {
        using var programs = new StandIns().Answer("kubectl-version", """{"clientVersion": {"gitVersion": "v1.32.4-dispatcher"}}""");

        Assert.Equal(0, await programs.Apply());
        Assert.Contains("kubectl 1.32.4 is more than one minor version away from Kubernetes 1.34", programs.Output.ToString(), StringComparison.Ordinal);
    }
}
