namespace KubeLint.Views;

/// <summary>The spread constraints of a pod template, be it a workload's or not.</summary>
/// <param name="Pods">The template.</param>
/// <param name="Workload">The workload that it is of; null for what runs no replicas.</param>
public sealed record DeclaredSpread(PodTemplate Pods, Workload? Workload)
{
    /// <summary>The same where the template's object has another root; null where that holds no such template.</summary>
    internal DeclaredSpread? With(Syntax.Node root) => Pods.With(root) is { } pods ? new DeclaredSpread(pods, Workload?.With(root)) : null;
}
