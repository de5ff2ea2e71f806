using System.CommandLine;
using KubeLint.Cli;
using KubeLint.Provisioner.Commands;

var root = new RootCommand("""
    Plans a Scaleway Kapsule cluster that survives the loss of an availability zone, from one declaration.

    Start in an empty folder:
      kubelint-kapsule example > cluster.yaml             a declaration to start from
      kubelint-kapsule schema > cluster.schema.json       completion and checks in editors
      kubelint-kapsule plan --out plan                    Terraform's configuration and Kubernetes' manifests
      kubelint-kapsule drill                              what remains when each zone is lost
    Make it, by your own terraform (or tofu) and kubectl, and look after it:
      kubelint-kapsule apply plan                         cluster, workloads, load balancers, DNS, in this order
      kubelint-kapsule status plan                        whether each step is done
      kubelint-kapsule drill plan --live                  where the pods really are, and what each zone takes
      kubelint-kapsule drill plan --lose ZONE --execute   empties a zone for real, watches, and undoes it
      kubelint-kapsule destroy plan                       all of it, with the data

    apply and destroy ask before they change anything (--yes agrees beforehand), and take up where a failed run ended.
    Where SCW_SECRET_KEY is set, plan asks Scaleway whether each zone offers the type of nodes; without it, a table is asked.
    drill tells too what a zone takes beside workloads (volumes, load balancers, the control plane's own entry); that is no fault.

    Exit codes: 0 done, and all survives; 1 the declaration has errors, a step failed or is not done, or a workload does
    not survive; 2 the command line can't be understood, or names what is not there; 3 a fault in this program; 130 interrupted.
    """)
{
    ExampleCommand.Create(),
    SchemaCommand.Create(),
    PlanCommand.Create(),
    DrillCommand.Create(),
    ApplyCommand.Create(),
    StatusCommand.Create(),
    DestroyCommand.Create(),
};
return CommandRun.Execute(root, args, "kubelint-kapsule", Timeout.InfiniteTimeSpan);
