using System.CommandLine;
using KubeLint.Cli;

var root = new RootCommand("Tells which Kubernetes declarations would not survive the loss of an availability zone.")
{
    CheckCommand.Create(),
    FixCommand.Create(),
    SurviveCommand.Create(),
    RulesCommand.Create(),
    ExplainCommand.Create(),
};
return CommandRun.Execute(root, args, "kubelint");
