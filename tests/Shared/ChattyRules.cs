namespace KubeLint.Testing;

/// <summary>
/// Rules that have something to say about almost any workload, beside what a test is about. They count only where a test
/// names them.
/// </summary>
internal static class ChattyRules
{
    public static IReadOnlyList<string> Ids { get; } = ["KUBE1009", "KUBE1010", "KUBE1012", "KUBE5001"];
}
