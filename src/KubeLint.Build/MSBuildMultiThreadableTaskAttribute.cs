// MSBuild knows this attribute by name: the task may run beside others in one process (`-mt`), since it reads no current
// folder, keeps nothing static and takes paths from its project. Older packages, which older MSBuilds need, lack the type.
namespace Microsoft.Build.Framework;

[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
