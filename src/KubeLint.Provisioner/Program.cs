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
    Make it:
      terraform -chdir=plan init && terraform -chdir=plan apply
      terraform -chdir=plan output -raw kubeconfig > kubeconfig
      kubectl --kubeconfig kubeconfig apply -f plan/manifests -f plan/.rendered

    Where SCW_SECRET_KEY is set, plan asks Scaleway whether each zone offers the type of nodes; without it, a table is asked.
    drill tells too what a zone takes beside workloads (volumes, load balancers, the control plane's own entry); that is no fault.

    Exit codes: 0 done, and all survives; 1 the declaration has errors, or a workload does not survive;
    2 the command line can't be understood, or names what is not there; 3 a fault in this program.
    """)
{
    ExampleCommand.Create(),
    SchemaCommand.Create(),
    PlanCommand.Create(),
    DrillCommand.Create(),
};
return CommandRun.Execute(root, args, "kubelint-kapsule");
