using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KubeLint.Findings;

namespace KubeLint.Yaml.Tests;

/// <summary>Manifests with random faults in them: whatever comes in, reading it ends well.</summary>
public sealed class FuzzTests
{
    private const int Cases = 3_000;
    private const int MostEdits = 6;

    private const string Sentinel = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: sentinel
        spec:
          replicas: 2
          selector: {matchLabels: {app: s}}
          template:
            metadata: {labels: {app: s}}
            spec:
              topologySpreadConstraints:
              - maxSkew: 0
                topologyKey: topology.kubernetes.io/zone
                whenUnsatisfiable: DoNotSchedule
                labelSelector: {matchLabels: {app: s}}
              containers: [{name: s, image: s}]

        """;

    private static readonly (string Path, string Text)[] Seeds =
    [
        ("deployment.yaml", """
            # kubelint:disable KUBE1009 -- one is enough
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: shop
              annotations:
                note: "an \"escaped\" note\n"
            spec:
              replicas: 3
              selector:
                matchLabels: &labels
                  app: web
              template:
                metadata:
                  labels:
                    <<: *labels
                    tier: front # kubelint:disable KUBE1001
                spec:
                  topologySpreadConstraints:
                  - maxSkew: 1
                    topologyKey: topology.kubernetes.io/zone
                    whenUnsatisfiable: ScheduleAnyway
                    labelSelector:
                      matchLabels: *labels
                  containers:
                  - name: web
                    image: web:1.0
                    args: ["-c", 'it''s', "x: y"]
            """),
        ("statefulset.yaml", """
            %YAML 1.1
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, labels: {app: db}}
            spec:
              serviceName: db
              replicas: 0x3
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  affinity:
                    podAntiAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                      - topologyKey: failure-domain.beta.kubernetes.io/zone
                        labelSelector:
                          matchExpressions:
                          - {key: app, operator: In, values: [db]}
                  containers:
                  - name: db
                    image: db
                    command:
                    - sh
                    - -c
                    - |
                      # kubelint:disable KUBE1001
                      exec db --- "$(hostname)"
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], storageClassName: fast}
            ...
            """),
        ("service.yaml", """
            apiVersion: v1
            kind: Service
            metadata:
              name: web
              annotations:
                service.beta.kubernetes.io/scw-loadbalancer-type: LB-S
                long: >-
                  folded text
                  over lines

                  and paragraphs
            spec:
              type: LoadBalancer
              selector:
                app: web
              ports:
              - {port: 80, targetPort: http}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: other}
            data:
              text: |+
                ---
                {{ template }}

            """),
        ("storage.yaml", "apiVersion: storage.k8s.io/v1\r\nkind: StorageClass\r\nmetadata:\r\n  name: fast\r\nprovisioner: ebs.csi.aws.com\r\nallowVolumeExpansion: yes\r\nallowedTopologies:\r\n- matchLabelExpressions:\r\n  - key: topology.ebs.csi.aws.com/zone\r\n    values:\r\n    - eu-west-1a\r\n"),
        ("autoscaler.yaml", """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web}
            spec:
              minReplicas: 2
              maxReplicas: 10
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              metrics:
                - type: Resource
                  resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}
            """),
        ("list.yaml", """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: Node
              metadata:
                name: a
                labels: {topology.kubernetes.io/zone: fr-par-1}
              spec: {providerID: scaleway://instance/fr-par-1/x}
            - apiVersion: apps/v1
              kind: DeploymentList
              items:
              - metadata: {name: web}
                spec:
                  replicas: ~
                  template: {spec: {nodeSelector: {zone: fr-par-1}, containers: []}}
            """),
        ("objects.json", """
            {
              "apiVersion": "storage.k8s.io/v1",
              "kind": "StorageClass",
              "metadata": {"name": "fast\u00e9\ud83d\udea2"},
              "provisioner": "ebs.csi.aws.com",
              "volumeBindingMode": "Immediate"
            }
            {"apiVersion": "v1", "kind": "Service", "spec": {"type": "LoadBalancer", "ports": [{"port": 80}]}}
            """),
        ("kustomization.yaml", """
            resources:
            - deployment.yaml
            replicas:
            - {name: web, count: 3}
            patches:
            - target: {kind: Deployment, name: web}
              patch: |-
                - op: replace
                  path: /spec/replicas
                  value: 5
            - patch: |-
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec: {replicas: 1}
            """),
        ("chart.yaml", """
            {{- if .Values.enabled }}
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: {{ include "name" . | quote }}
              labels: {{- toYaml .Values.labels | nindent 4 }}
            spec:
              replicas: {{ .Values.replicas | default 2 }}
            {{- end }}
            """),
        ("cluster.yaml", """
            apiVersion: eksctl.io/v1alpha5
            kind: ClusterConfig
            metadata:
              name: main
              region: ${REGION}
            availabilityZones: ["eu-west-1a", 'eu-west-1b']
            managedNodeGroups:
              - name: a
                minSize: 1
                desiredCapacity: 1_0
                availabilityZones: [eu-west-1a]
              - &pool
                name: b
                minSize: 010
                availabilityZones: [eu-west-1a]
            nodeGroups:
              - <<: [*pool]
                name: c
            """),
    ];

    private static readonly string[] Insertions =
    [
        "\"", "'", "{", "}", "[", "]", ",", ":", ": ", "- ", "? ", "#", " #", "\t", "&a ", "*a", "&labels ", "*labels", "!", "!!str ", "!!int ", "!x ", "|", ">", "|2\n", "%", "@", "`", "\\", "$", "${X}", "{{", "}}", "<<",
        "<<: *labels\n", "\n", "\r", "\r\n", "\n\n", "\n---\n", "\n...\n", "---", "...", "\n--- ", "\n%YAML 1.2\n", "\n%TAG ! x:\n", "\n\t", "\0", "\u0001", "\u001b", "\u0085", "\u00a0", "\u2028", "\u2029", "\ufeff", "\ufffd", "\ud83d", "\udea2", "🚢",
        "~", "null", "yes", "010", "1e999", "-", "--", "kind: Service\n", "apiVersion: v1\n", "kind: ", "# kubelint:disable KUBE1001\n", " # kubelint:disable", "\nitems:\n", "a: b\n", "  ", "    ",
    ];

    private sealed record Case(string Path, string Text)
    {
        public override string ToString() => $"{Path}: \"{Text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t").Replace("\0", "\\0")}\"";
    }

    private static readonly Gen<Case> Mutated =
        from seed in Gen.Elements(Seeds)
        from edits in Gen.ArrayOf(Gen.Choose(0, int.MaxValue - 1), 4 * MostEdits)
        from count in Gen.Frequency((3, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Choose(3, MostEdits)))
        select new Case(seed.Path, Mutate(seed.Text, edits, count));

    [Fact]
    public void Reading_and_linting_end_well_whatever_is_written()
    {
        var clean = Lint("clean.yaml", Sentinel).Findings;
        Assert.Equal("KUBE1005", Assert.Single(clean).Rule.Id);
        var counts = default(DocumentCounts);
        var property = Prop.ForAll(Mutated.ToArbitrary(), input =>
        {
            var (file, findings) = Lint(input.Path, input.Text);
            foreach (var finding in findings) CheckPlace(input.Text, finding);
            Assert.DoesNotContain(findings, f => f.Rule.Id == "KUBE0005");
            Assert.Equal(Describe(findings), Describe(Lint(input.Path, input.Text).Findings));
            counts += file.Counts;

            // In a template nothing is judged, and a kustomization may change what stands beside it.
            var (longer, more) = Lint(input.Path, input.Text + "\n---\n" + Sentinel);
            if (longer.Counts.Templates > 0 || input.Path == "kustomization.yaml") return;
            var last = more.LastOrDefault(f => f.Rule.Id == "KUBE1005" && f.Resource?.Name == "sentinel");
            Assert.NotNull(last);
            Assert.Equal(input.Text.Length + "\n---\n".Length + clean[0].Span.Start, last.Span.Start);
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true).WithReplay(20260101, 4711), property);
        Assert.True(counts.Read > Cases / 3 && counts.Unreadable > Cases / 10, $"the cases say too little: {counts}");
    }

    [Fact]
    public void Any_bytes_are_read_to_an_end()
    {
        var bytes = from seed in Mutated
                    from encoding in Gen.Elements(Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32)
                    from noise in Gen.ArrayOf(Gen.Choose(0, int.MaxValue - 1), 6)
                    select Disturb(encoding.GetBytes(seed.Text), noise);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true).WithReplay(20260102, 4711), Prop.ForAll(bytes.ToArbitrary(), input =>
        {
            var text = ManifestText.Decode(input, input.Length, out _);
            foreach (var finding in Reading.Lint(Reading.Read(input))) CheckPlace(text, finding);
        }));
    }

    private static (ManifestFile File, IReadOnlyList<Finding> Findings) Lint(string path, string text)
    {
        var file = Reading.Read(text, path);
        foreach (var document in file.Documents) CheckNode(text, document.Root, 0);
        return (file, Reading.Lint(file));
    }

    private static void CheckPlace(string text, Finding finding)
    {
        Assert.InRange(finding.Span.Start, 0, text.Length);
        Assert.InRange(finding.Span.End, finding.Span.Start, text.Length);
        var (start, end) = (finding.Span.StartPosition, finding.Span.EndPosition);
        Assert.True(start.Line >= 1 && start.Column >= 1 && (end.Line > start.Line || (end.Line == start.Line && end.Column >= start.Column)));
        Assert.DoesNotContain('\n', finding.Message);
        foreach (var related in finding.Related) Assert.InRange(related.Span.End, related.Span.Start, text.Length);
    }

    // What an inline patch says has places in its own text, which is no longer than the file.
    private static void CheckNode(string text, Syntax.Node node, int depth)
    {
        Assert.InRange(node.Span.Start, 0, text.Length);
        Assert.InRange(node.Span.End, node.Span.Start, text.Length);
        if (depth > 20) return;
        if (node is Syntax.SequenceNode sequence)
        {
            foreach (var item in sequence.Items) CheckNode(text, item, depth + 1);
        }
        else if (node is Syntax.MappingNode mapping)
        {
            Assert.Equal(mapping.Entries.Count, mapping.Entries.Select(e => e.Key).Distinct().Count());
            foreach (var entry in mapping.Entries)
            {
                Assert.InRange(entry.KeySpan.End, entry.KeySpan.Start, text.Length);
                CheckNode(text, entry.Value, depth + 1);
            }
        }
    }

    private static string Describe(IReadOnlyList<Finding> findings) =>
        string.Join("\n", findings.Select(f => $"{f.Rule.Id} {f.Severity} {f.Span.Start}+{f.Span.Length} {f.Message} {f.FieldPath}").Concat(Fingerprint.Of(findings)));

    private static string Mutate(string text, int[] numbers, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (how, where, what, much) = (numbers[4 * i], numbers[(4 * i) + 1], numbers[(4 * i) + 2], numbers[(4 * i) + 3]);
            if (text.Length == 0) text = "\n";
            var at = where % text.Length;
            var length = Math.Min(1 + (much % 4), text.Length - at);
            text = (how % 12) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 or 3 or 4 => text.Insert(at, Insertions[what % Insertions.Length]),
                5 => text.Remove(at, 1).Insert(at, Insertions[what % Insertions.Length]),
                6 => EditLines(text, lines => lines.RemoveAt(where % lines.Count)),
                7 => EditLines(text, lines => lines.Insert(what % lines.Count, lines[where % lines.Count])),
                8 => EditLines(text, lines => (lines[where % lines.Count], lines[what % lines.Count]) = (lines[what % lines.Count], lines[where % lines.Count])),
                9 => EditLines(text, lines => lines[where % lines.Count] = new string(' ', much % 8) + lines[where % lines.Count].TrimStart()),
                10 => text.Substring(0, Math.Max(at, text.Length / 2)),
                _ => text.Insert(at, Seeds[what % Seeds.Length].Text),
            };
        }

        return text;
    }

    private static string EditLines(string text, Action<List<string>> edit)
    {
        var lines = text.Split('\n').ToList();
        edit(lines);
        return string.Join("\n", lines);
    }

    private static byte[] Disturb(byte[] bytes, int[] numbers)
    {
        var result = bytes.ToList();
        for (var i = 0; i + 2 < numbers.Length && result.Count > 0; i += 3)
        {
            var at = numbers[i] % result.Count;
            if (numbers[i + 2] % 3 == 0) result.RemoveAt(at);
            else result[at] = (byte)numbers[i + 1];
        }

        return [.. result];
    }
}
