namespace k8s.Models;

/// <summary>A program, its image and what it needs.</summary>
public partial record V1Container
{
    /// <summary>The arguments; null means the image's.</summary>
    [JsonPropertyName("args")] public IList<string> Args { get; set; }

    /// <summary>The program; null means the image's entry point.</summary>
    [JsonPropertyName("command")] public IList<string> Command { get; set; }
    [JsonPropertyName("env")] public IList<V1EnvVar> Env { get; set; }
    [JsonPropertyName("envFrom")] public IList<V1EnvFromSource> EnvFrom { get; set; }

    /// <summary>Registry, name and tag or digest.</summary>
    [JsonPropertyName("image")] public string Image { get; set; }

    /// <summary>Always, IfNotPresent or Never; null depends on the tag.</summary>
    [JsonPropertyName("imagePullPolicy")] public string ImagePullPolicy { get; set; }
    [JsonPropertyName("lifecycle")] public V1Lifecycle Lifecycle { get; set; }

    /// <summary>Restarts the container when it fails.</summary>
    [JsonPropertyName("livenessProbe")] public V1Probe LivenessProbe { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("ports")] public IList<V1ContainerPort> Ports { get; set; }

    /// <summary>Takes the pod off its services while it fails.</summary>
    [JsonPropertyName("readinessProbe")] public V1Probe ReadinessProbe { get; set; }

    /// <summary>Whether a change of resources restarts the container.</summary>
    [JsonPropertyName("resizePolicy")] public IList<V1ContainerResizePolicy> ResizePolicy { get; set; }
    [JsonPropertyName("resources")] public V1ResourceRequirements Resources { get; set; }

    /// <summary>Always makes an init container a sidecar.</summary>
    [JsonPropertyName("restartPolicy")] public string RestartPolicy { get; set; }
    [JsonPropertyName("restartPolicyRules")] public IList<V1ContainerRestartRule> RestartPolicyRules { get; set; }
    [JsonPropertyName("securityContext")] public V1SecurityContext SecurityContext { get; set; }

    /// <summary>Keeps the other probes waiting until it succeeds.</summary>
    [JsonPropertyName("startupProbe")] public V1Probe StartupProbe { get; set; }
    [JsonPropertyName("stdin")] public bool? Stdin { get; set; }
    [JsonPropertyName("stdinOnce")] public bool? StdinOnce { get; set; }

    /// <summary>The file whose text becomes the message of the status; null means /dev/termination-log.</summary>
    [JsonPropertyName("terminationMessagePath")] public string TerminationMessagePath { get; set; }

    /// <summary>File (where null) or FallbackToLogsOnError.</summary>
    [JsonPropertyName("terminationMessagePolicy")] public string TerminationMessagePolicy { get; set; }
    [JsonPropertyName("tty")] public bool? Tty { get; set; }
    [JsonPropertyName("volumeDevices")] public IList<V1VolumeDevice> VolumeDevices { get; set; }
    [JsonPropertyName("volumeMounts")] public IList<V1VolumeMount> VolumeMounts { get; set; }
    [JsonPropertyName("workingDir")] public string WorkingDir { get; set; }
}

/// <summary>A container that is added to a running pod to look into it.</summary>
public partial record V1EphemeralContainer
{
    [JsonPropertyName("args")] public IList<string> Args { get; set; }
    [JsonPropertyName("command")] public IList<string> Command { get; set; }
    [JsonPropertyName("env")] public IList<V1EnvVar> Env { get; set; }
    [JsonPropertyName("envFrom")] public IList<V1EnvFromSource> EnvFrom { get; set; }
    [JsonPropertyName("image")] public string Image { get; set; }
    [JsonPropertyName("imagePullPolicy")] public string ImagePullPolicy { get; set; }
    [JsonPropertyName("lifecycle")] public V1Lifecycle Lifecycle { get; set; }
    [JsonPropertyName("livenessProbe")] public V1Probe LivenessProbe { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("ports")] public IList<V1ContainerPort> Ports { get; set; }
    [JsonPropertyName("readinessProbe")] public V1Probe ReadinessProbe { get; set; }
    [JsonPropertyName("resizePolicy")] public IList<V1ContainerResizePolicy> ResizePolicy { get; set; }
    [JsonPropertyName("resources")] public V1ResourceRequirements Resources { get; set; }
    [JsonPropertyName("restartPolicy")] public string RestartPolicy { get; set; }
    [JsonPropertyName("restartPolicyRules")] public IList<V1ContainerRestartRule> RestartPolicyRules { get; set; }
    [JsonPropertyName("securityContext")] public V1SecurityContext SecurityContext { get; set; }
    [JsonPropertyName("startupProbe")] public V1Probe StartupProbe { get; set; }
    [JsonPropertyName("stdin")] public bool? Stdin { get; set; }
    [JsonPropertyName("stdinOnce")] public bool? StdinOnce { get; set; }

    /// <summary>The container whose processes it sees.</summary>
    [JsonPropertyName("targetContainerName")] public string TargetContainerName { get; set; }
    [JsonPropertyName("terminationMessagePath")] public string TerminationMessagePath { get; set; }
    [JsonPropertyName("terminationMessagePolicy")] public string TerminationMessagePolicy { get; set; }
    [JsonPropertyName("tty")] public bool? Tty { get; set; }
    [JsonPropertyName("volumeDevices")] public IList<V1VolumeDevice> VolumeDevices { get; set; }
    [JsonPropertyName("volumeMounts")] public IList<V1VolumeMount> VolumeMounts { get; set; }
    [JsonPropertyName("workingDir")] public string WorkingDir { get; set; }
}

/// <summary>A port that the container listens on.</summary>
public partial record V1ContainerPort
{
    [JsonPropertyName("containerPort")] public int ContainerPort { get; set; }
    [JsonPropertyName("hostIP")] public string HostIP { get; set; }

    /// <summary>A port of the node that leads here; one such pod fits on a node.</summary>
    [JsonPropertyName("hostPort")] public int? HostPort { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }

    /// <summary>TCP (where null), UDP or SCTP.</summary>
    [JsonPropertyName("protocol")] public string Protocol { get; set; }
}

/// <summary>What a change of one resource does to the container.</summary>
public partial record V1ContainerResizePolicy
{
    [JsonPropertyName("resourceName")] public string ResourceName { get; set; }
    [JsonPropertyName("restartPolicy")] public string RestartPolicy { get; set; }
}

/// <summary>What follows from some exit codes.</summary>
public partial record V1ContainerRestartRule
{
    [JsonPropertyName("action")] public string Action { get; set; }
    [JsonPropertyName("exitCodes")] public V1ContainerRestartRuleOnExitCodes ExitCodes { get; set; }
}

/// <summary>Exit codes of a container.</summary>
public partial record V1ContainerRestartRuleOnExitCodes
{
    [JsonPropertyName("operator")] public string OperatorProperty { get; set; }
    [JsonPropertyName("values")] public IList<int?> Values { get; set; }
}

/// <summary>An environment variable, from a value or from elsewhere.</summary>
public partial record V1EnvVar
{
    [JsonPropertyName("name")] public string Name { get; set; }

    /// <summary>The text; $(NAME) stands for another variable.</summary>
    [JsonPropertyName("value")] public string Value { get; set; }
    [JsonPropertyName("valueFrom")] public V1EnvVarSource ValueFrom { get; set; }
}

/// <summary>Where a variable's value comes from; one of the members is set.</summary>
public partial record V1EnvVarSource
{
    [JsonPropertyName("configMapKeyRef")] public V1ConfigMapKeySelector ConfigMapKeyRef { get; set; }
    [JsonPropertyName("fieldRef")] public V1ObjectFieldSelector FieldRef { get; set; }
    [JsonPropertyName("fileKeyRef")] public V1FileKeySelector FileKeyRef { get; set; }
    [JsonPropertyName("resourceFieldRef")] public V1ResourceFieldSelector ResourceFieldRef { get; set; }
    [JsonPropertyName("secretKeyRef")] public V1SecretKeySelector SecretKeyRef { get; set; }
}

/// <summary>All entries of a ConfigMap or Secret as variables.</summary>
public partial record V1EnvFromSource
{
    [JsonPropertyName("configMapRef")] public V1ConfigMapEnvSource ConfigMapRef { get; set; }

    /// <summary>What their names begin with.</summary>
    [JsonPropertyName("prefix")] public string Prefix { get; set; }
    [JsonPropertyName("secretRef")] public V1SecretEnvSource SecretRef { get; set; }
}

/// <summary>A ConfigMap whose entries become variables.</summary>
public partial record V1ConfigMapEnvSource
{
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("optional")] public bool? Optional { get; set; }
}

/// <summary>A Secret whose entries become variables.</summary>
public partial record V1SecretEnvSource
{
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("optional")] public bool? Optional { get; set; }
}

/// <summary>One entry of a ConfigMap.</summary>
public partial record V1ConfigMapKeySelector
{
    [JsonPropertyName("key")] public string Key { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }

    /// <summary>Whether it may be missing.</summary>
    [JsonPropertyName("optional")] public bool? Optional { get; set; }
}

/// <summary>One entry of a Secret.</summary>
public partial record V1SecretKeySelector
{
    [JsonPropertyName("key")] public string Key { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }

    /// <summary>Whether it may be missing.</summary>
    [JsonPropertyName("optional")] public bool? Optional { get; set; }
}

/// <summary>A field of the pod, such as metadata.labels['app'].</summary>
public partial record V1ObjectFieldSelector
{
    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("fieldPath")] public string FieldPath { get; set; }
}

/// <summary>A request or limit of a container.</summary>
public partial record V1ResourceFieldSelector
{
    [JsonPropertyName("containerName")] public string ContainerName { get; set; }

    /// <summary>The unit that the value is told in; null means 1.</summary>
    [JsonPropertyName("divisor")] public ResourceQuantity Divisor { get; set; }
    [JsonPropertyName("resource")] public string Resource { get; set; }
}

/// <summary>One variable in a file of a volume.</summary>
public partial record V1FileKeySelector
{
    [JsonPropertyName("key")] public string Key { get; set; }
    [JsonPropertyName("optional")] public bool? Optional { get; set; }
    [JsonPropertyName("path")] public string Path { get; set; }
    [JsonPropertyName("volumeName")] public string VolumeName { get; set; }
}

/// <summary>What a container asks for and how much it may use, by resource.</summary>
public partial record V1ResourceRequirements
{
    [JsonPropertyName("claims")] public IList<Corev1ResourceClaim> Claims { get; set; }

    /// <summary>How much it may use at most.</summary>
    [JsonPropertyName("limits")] public IDictionary<string, ResourceQuantity> Limits { get; set; }

    /// <summary>What the scheduler sets aside; null means the limits.</summary>
    [JsonPropertyName("requests")] public IDictionary<string, ResourceQuantity> Requests { get; set; }
}

/// <summary>A device that the container uses, by the name that its pod gives.</summary>
public partial record Corev1ResourceClaim
{
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("request")] public string Request { get; set; }
}

/// <summary>How the node asks a container how it is.</summary>
public partial record V1Probe
{
    [JsonPropertyName("exec")] public V1ExecAction Exec { get; set; }

    /// <summary>Failures in a row until it counts as failed; null means 3.</summary>
    [JsonPropertyName("failureThreshold")] public int? FailureThreshold { get; set; }
    [JsonPropertyName("grpc")] public V1GRPCAction Grpc { get; set; }
    [JsonPropertyName("httpGet")] public V1HTTPGetAction HttpGet { get; set; }

    /// <summary>Seconds after the start before the first question; null means 0.</summary>
    [JsonPropertyName("initialDelaySeconds")] public int? InitialDelaySeconds { get; set; }

    /// <summary>Seconds between questions; null means 10.</summary>
    [JsonPropertyName("periodSeconds")] public int? PeriodSeconds { get; set; }

    /// <summary>Successes in a row until it counts as well again; null means 1.</summary>
    [JsonPropertyName("successThreshold")] public int? SuccessThreshold { get; set; }
    [JsonPropertyName("tcpSocket")] public V1TCPSocketAction TcpSocket { get; set; }

    /// <summary>Seconds to end after a failed probe; null means the pod's.</summary>
    [JsonPropertyName("terminationGracePeriodSeconds")] public long? TerminationGracePeriodSeconds { get; set; }

    /// <summary>Seconds that an answer may take; null means 1.</summary>
    [JsonPropertyName("timeoutSeconds")] public int? TimeoutSeconds { get; set; }
}

/// <summary>A command in the container; 0 is success.</summary>
public partial record V1ExecAction
{
    [JsonPropertyName("command")] public IList<string> Command { get; set; }
}

/// <summary>A GET request; a status from 200 to 399 is success.</summary>
public partial record V1HTTPGetAction
{
    [JsonPropertyName("host")] public string Host { get; set; }
    [JsonPropertyName("httpHeaders")] public IList<V1HTTPHeader> HttpHeaders { get; set; }
    [JsonPropertyName("path")] public string Path { get; set; }

    /// <summary>The port's number or name.</summary>
    [JsonPropertyName("port")] public IntOrString Port { get; set; }

    /// <summary>HTTP (where null) or HTTPS.</summary>
    [JsonPropertyName("scheme")] public string Scheme { get; set; }
}

/// <summary>A header of a request.</summary>
public partial record V1HTTPHeader
{
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("value")] public string Value { get; set; }
}

/// <summary>A call of the gRPC health service.</summary>
public partial record V1GRPCAction
{
    [JsonPropertyName("port")] public int Port { get; set; }
    [JsonPropertyName("service")] public string Service { get; set; }
}

/// <summary>An opened connection.</summary>
public partial record V1TCPSocketAction
{
    [JsonPropertyName("host")] public string Host { get; set; }

    /// <summary>The port's number or name.</summary>
    [JsonPropertyName("port")] public IntOrString Port { get; set; }
}

/// <summary>What is done when a container starts and before it ends.</summary>
public partial record V1Lifecycle
{
    /// <summary>Right after the start.</summary>
    [JsonPropertyName("postStart")] public V1LifecycleHandler PostStart { get; set; }

    /// <summary>Before the container is told to end.</summary>
    [JsonPropertyName("preStop")] public V1LifecycleHandler PreStop { get; set; }
    [JsonPropertyName("stopSignal")] public string StopSignal { get; set; }
}

/// <summary>What is done; one of the members is set.</summary>
public partial record V1LifecycleHandler
{
    [JsonPropertyName("exec")] public V1ExecAction Exec { get; set; }
    [JsonPropertyName("httpGet")] public V1HTTPGetAction HttpGet { get; set; }
    [JsonPropertyName("sleep")] public V1SleepAction Sleep { get; set; }
    [JsonPropertyName("tcpSocket")] public V1TCPSocketAction TcpSocket { get; set; }
}

/// <summary>A pause.</summary>
public partial record V1SleepAction
{
    [JsonPropertyName("seconds")] public long Seconds { get; set; }
}

/// <summary>Where a volume appears in the container.</summary>
public partial record V1VolumeMount
{
    [JsonPropertyName("mountPath")] public string MountPath { get; set; }

    /// <summary>None (where null), HostToContainer or Bidirectional.</summary>
    [JsonPropertyName("mountPropagation")] public string MountPropagation { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("readOnly")] public bool? ReadOnlyProperty { get; set; }
    [JsonPropertyName("recursiveReadOnly")] public string RecursiveReadOnly { get; set; }

    /// <summary>The folder or file of the volume; null means its root.</summary>
    [JsonPropertyName("subPath")] public string SubPath { get; set; }

    /// <summary>As SubPath, with $(NAME) for variables.</summary>
    [JsonPropertyName("subPathExpr")] public string SubPathExpr { get; set; }
}

/// <summary>Where a raw block volume appears in the container.</summary>
public partial record V1VolumeDevice
{
    [JsonPropertyName("devicePath")] public string DevicePath { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
}
