using KubeLint.Syntax;

namespace KubeLint.Terraform;

/// <summary>One instance of a resource, as a plan, a state or a configuration has it.</summary>
/// <param name="Type">The resource type, as <c>scaleway_k8s_pool</c>.</param>
/// <param name="Address">The address, as <c>module.web.scaleway_k8s_pool.main["fr-par-1"]</c>.</param>
/// <param name="Place">Where it is named.</param>
/// <param name="Values">Its arguments; what the provider computes and nobody wrote is left out.</param>
internal sealed record TerraformResource(string Type, string Address, SourceSpan Place, MappingNode Values);

/// <summary>What one file holds of them.</summary>
/// <param name="Resources">Its managed resources, in its order.</param>
/// <param name="Problem">Why it can't be read, for people; null where it can.</param>
/// <param name="ProblemPlace">Where that is.</param>
internal sealed record TerraformContent(IReadOnlyList<TerraformResource> Resources, string? Problem = null, SourceSpan ProblemPlace = default);
