namespace KubeLint.Provisioner.Tests;

public sealed class DestroyTests
{
    [UnixFact]
    public async Task What_Kubernetes_made_goes_before_what_Terraform_made()
    {
        using var programs = Made();

        Assert.Equal((0, ""), (await programs.Destroy("shop"), programs.Error.ToString()));
        Assert.Equal(
            """
            terraform -chdir=PLAN init -input=false -no-color
            terraform -chdir=PLAN plan -input=false -no-color -detailed-exitcode -out=PRIVATE/changes.tfplan -destroy
            kubectl --kubeconfig=PRIVATE/kubeconfig delete service ingress-nginx-controller-fr-par-1 --namespace ingress-nginx --ignore-not-found --wait --timeout=5m
            kubectl --kubeconfig=PRIVATE/kubeconfig delete service ingress-nginx-controller-fr-par-2 --namespace ingress-nginx --ignore-not-found --wait --timeout=5m
            kubectl --kubeconfig=PRIVATE/kubeconfig delete statefulset store --namespace shop --ignore-not-found --wait --timeout=5m
            kubectl --kubeconfig=PRIVATE/kubeconfig patch persistentvolume pvc-store-0 --patch {"spec":{"persistentVolumeReclaimPolicy":"Delete"}}
            kubectl --kubeconfig=PRIVATE/kubeconfig patch persistentvolume pvc-store-1 --patch {"spec":{"persistentVolumeReclaimPolicy":"Delete"}}
            kubectl --kubeconfig=PRIVATE/kubeconfig delete persistentvolumeclaim data-store-0 --namespace shop --ignore-not-found --wait --timeout=5m
            kubectl --kubeconfig=PRIVATE/kubeconfig delete persistentvolumeclaim data-store-1 --namespace shop --ignore-not-found --wait --timeout=5m
            terraform -chdir=PLAN apply -input=false -no-color PRIVATE/changes.tfplan
            """.ReplaceLineEndings("\n"),
            string.Join("\n", programs.Changes));
        Assert.Contains("      load balancer of ingress-nginx/ingress-nginx-controller-fr-par-1 51.0.0.1\n", programs.Output.ToString(), StringComparison.Ordinal);
        Assert.Contains("      volume pvc-store-1 of shop/data-store-1, with its data\n", programs.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal(["-rw-------"], programs.Modes);
        Assert.Empty(programs.Left);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("Shop")]
    [InlineData("")]
    public async Task Nothing_is_deleted_unless_the_clusters_name_is_typed(string answer)
    {
        if (OperatingSystem.IsWindows()) return;
        using var programs = Made();

        Assert.Equal(1, await programs.Destroy(answer));
        Assert.EndsWith("Delete cluster 'shop' with all that is shown above, data too? Type 'shop': Nothing was deleted\n", programs.Output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(programs.Calls, call => call.Contains(" delete ", StringComparison.Ordinal) || call.Contains(" patch ", StringComparison.Ordinal) || call.Contains(" apply ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("terraform-init", 2, "prepare")]
    [InlineData("terraform-output", 3, "cluster")]
    [InlineData("terraform-plan", 4, "changes")]
    [InlineData("kubectl-delete", 5, "load balancers")]
    [InlineData("kubectl-patch", 6, "volumes")]
    [InlineData("terraform-apply", 7, "infrastructure")]
    public async Task A_failed_step_is_named_and_the_same_command_goes_on(string what, int number, string step)
    {
        if (OperatingSystem.IsWindows()) return;
        using var programs = Made().Fail(what, "Error: something");

        Assert.Equal(1, await programs.Destroy());
        var line = programs.Error.ToString().TrimEnd().Split('\n')[^1];
        Assert.Matches($"^kubelint-kapsule: step {number} of 7, {step}: '.*' ended with exit code 1; what it said is above; 'kubelint-kapsule destroy plan' goes on from here$", line);

        Assert.Equal(0, await programs.Mend(what, what == "terraform-plan" ? 2 : 0).Destroy());
        Assert.Empty(programs.Left);
    }

    [UnixFact]
    public async Task Volumes_that_stay_keep_Terraform_from_starting()
    {
        using var programs = Made().Do("kubectl-delete", ":");

        Assert.Equal(1, await programs.Destroy());
        Assert.Equal("kubelint-kapsule: step 6 of 7, volumes: volumes left: pvc-store-0, pvc-store-1, and nothing more came in time; 'kubelint-kapsule destroy plan' goes on from here\n", programs.Error.ToString());
        Assert.DoesNotContain(programs.Calls, call => call.Contains(" apply ", StringComparison.Ordinal));
    }

    [UnixFact]
    public async Task A_cluster_that_is_gone_for_good_is_left_out_on_request_alone()
    {
        using var programs = Made().Fail("kubectl-get", "Unable to connect to the server: dial tcp: lookup shop.example: no such host");

        Assert.Equal(1, await programs.Destroy());
        Assert.Contains("step 3 of 7, cluster: the cluster does not answer (the other side can't be reached over the network (no such host)", programs.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains("where it is gone for good, add --without-kubernetes", programs.Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(programs.Calls, call => call.Contains(" apply ", StringComparison.Ordinal));
        Assert.Equal(0, await programs.Destroy(asksKubernetes: false));
        Assert.DoesNotContain(programs.Calls, call => call.Contains(" delete ", StringComparison.Ordinal));
    }

    [UnixFact]
    public async Task Where_nothing_is_left_nothing_is_asked()
    {
        using var programs = new StandIns().Answer("terraform-plan", "No changes. No objects need to be destroyed.\n");

        Assert.Equal(0, await programs.Destroy("no"));
        Assert.EndsWith("There is nothing left to destroy\n", programs.Output.ToString(), StringComparison.Ordinal);
    }

    // A cluster with a workload that has volumes; when a claim is deleted, its volume goes.
    private static StandIns Made()
    {
        var programs = new StandIns(Declared.Text()).Do("terraform-output", "cp \"$here/made.json\" \"$here/terraform-output.out\"").Do("terraform-apply", ":");
        programs.Live(LiveObjects.Whole().StatefulSet("shop", "store", "fr-par-1", "fr-par-2"));
        return programs.Add("later.json", LiveObjects.Whole().Json).Do("kubectl-delete", "case \"$*\" in *data-store-1*) cp \"$here/later.json\" \"$here/kubectl-get.out\" ;; esac");
    }
}
