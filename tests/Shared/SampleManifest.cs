namespace KubeLint.Testing;

internal static class SampleManifest
{
    /// <summary>A Deployment with one finding: KUBE1001 at 12:5, its pod's spec.</summary>
    public static string Deployment(string name = "web") => $$"""
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

        """;
}
