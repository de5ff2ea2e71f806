using System.Text.RegularExpressions;

namespace KubeLint.Provisioner.Programs;

/// <summary>
/// Says in one line what made a program fail, and what to do. Sources of the texts: scaleway/scaleway-sdk-go scw/errors.go and
/// scw/client_option.go (what the provider passes on), hashicorp/terraform 1.11 and kubectl 1.32 as they were run, kubernetes/kubernetes
/// for what a server answers.
/// </summary>
internal static class Explanation
{
    // The first that fits counts. A space stands for any, as Terraform breaks lines where the terminal ends.
    private static readonly (Regex Text, string Line)[] Known =
    [
        .. new[]
        {
            (@"resource (?<it>\S+) is out of stock|(?<it>out_of_stock)", "Scaleway has no more of this for now (${it}): try later, or choose another nodes.type in cluster.yaml, which counts for every zone, and plan again"),
            (@"quota exceeded\(s\): (?<it>[^\n]+)|(?<it>quotas_exceeded)", "a quota of the Scaleway organization is used up (${it}): ask for more, or delete what is not needed"),
            (@"denied authentication: [^\n]*is expired|scaleway-sdk-go: resource \S+ with ID \S+ expired since", "the API key of Scaleway has expired: make a new one and set SCW_ACCESS_KEY and SCW_SECRET_KEY"),
            ("denied authentication|scaleway-sdk-go: http error 401", "Scaleway refuses the API key: set SCW_ACCESS_KEY and SCW_SECRET_KEY to those of a valid one"),
            ("scaleway-sdk-go: (?:access key cannot be empty|secret key cannot be empty|invalid (?:access|secret) key format)", "no usable API key of Scaleway was found: set SCW_ACCESS_KEY and SCW_SECRET_KEY, or run 'scw init'"),
            ("scaleway-sdk-go: (?:default project ID cannot be empty|invalid project ID format)|project_id is (?:required|wrongly formatted)", "no project of Scaleway is chosen: set SCW_DEFAULT_PROJECT_ID"),
            (@"insufficient permissions: (?<it>[^\n]+)|scaleway-sdk-go: (?<it>http error 403)", "the API key of Scaleway may not do this (${it}): an IAM policy has to allow it"),
            (@"Error acquiring the state lock[\s\S]*?ID: (?<it>\S+)", "another run holds Terraform's state: wait for it; where surely none runs, Terraform's 'force-unlock ${it}' frees the state"),
            ("Error acquiring the state lock", "another run holds Terraform's state: wait for it"),
            ("Saved plan is stale", "Terraform's state has changed since the plan was shown: run it again to see the new plan"),
            ("could not connect to registry|Failed to query available provider packages|Failed to install provider", "the registry of Terraform's providers can't be reached: look at the network and its proxy, or name a mirror in Terraform's CLI configuration"),
            ("Inconsistent dependency lock file|does not match configured version", "the providers are not those of the lock file: Terraform's 'init -upgrade' takes what the plan wants"),
            ("Unsupported (?:Terraform|OpenTofu) Core version", "this version does not suit the plan: install one that its required_version admits"),
            (@"You must be logged in to the server|the server has asked for the client to provide credentials|\(Unauthorized\)", "the cluster refuses the credentials of the kubeconfig: they have expired, or were reset"),
            (@"Apply failed with \d+ conflict", "fields have been changed by somebody else, as shown above: --force-conflicts takes them back"),
            (@"field is immutable|updates to [^\n]+ are forbidden", "an object, named above, can't be changed while it is there: delete it, and it is made anew"),
            ("(?<it>no such host|connection refused|i/o timeout|TLS handshake timeout|network is unreachable|was refused - did you specify the right host or port)", "the other side can't be reached over the network (${it}): look at the connection and its proxy"),
        }.Select(known => (new Regex(known.Item1.Replace(" ", @"[\s│]+"), RegexOptions.CultureInvariant), known.Item2)),
    ];

    /// <summary>The line for what a program said; null where it is not known.</summary>
    public static string? Of(string text)
    {
        foreach (var (pattern, line) in Known)
        {
            if (pattern.Match(text) is { Success: true } match) return match.Result(line);
        }

        return null;
    }
}
