using System.CommandLine;
using KubeLint.Cli;

var root = new RootCommand("""
    Tells which Kubernetes declarations would not survive the loss of an availability zone.

    Examples:
      kubelint check deploy/                       what is wrong, and why
      kubelint check deploy/ --fail-on error       fail a pipeline on errors alone
      kubelint fix deploy/ --dry-run               a diff of what can be mended
      kubelint survive deploy/ --zones a,b,c       what remains when a zone is lost
      kubelint explain KUBE1001                    what a rule finds, why it matters, and what to do
      kubelint init                                configuration to start from

    Exit codes: 0 no finding that fails, 1 findings, 2 the command line can't be understood or names what is not there,
    3 a fault in KubeLint, or a file that could not be written.
    """)
{
    CheckCommand.Create(),
    FixCommand.Create(),
    SurviveCommand.Create(),
    InitCommand.Create(),
    RulesCommand.Create(),
    ExplainCommand.Create(),
    CompletionCommand.Create(),
};
return CommandRun.Execute(root, args, "kubelint");
