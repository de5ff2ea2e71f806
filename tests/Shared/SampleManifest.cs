namespace KubeLint.Testing;

internal static class SampleManifest
{
    /// <summary>A Deployment with one finding: KUBE1001 at 12:5, its pod's spec. A budget guards its pods.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="podSpec">A line more of its pod's spec.</param>
    public static string Deployment(string name = "web", string podSpec = "") => $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{name}}
        spec:
          replicas: 3
          selector:
            matchLabels: { app: web }
          template:
            metadata:
              labels: { app: web }
            spec:
              containers: [{ name: web, image: web }]
              {{podSpec}}
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: all }
        spec: { maxUnavailable: 1, selector: {} }

        """;
}
