namespace KubeLint.Provisioner.Programs;

/// <summary>A step can't be done. What is there stays, and the step can be taken again.</summary>
/// <param name="why">Why, and what to do, in one line for people.</param>
internal class StepFailure(string why) : Exception(why);

/// <summary>The command line names what is not there, or asks for what can't be.</summary>
/// <param name="why">Why, and what to do, in one line for people.</param>
internal sealed class UsageFailure(string why) : StepFailure(why);
