using System.Collections;
using System.Text.RegularExpressions;
using KubeLint.Syntax;

namespace KubeLint.Provisioner.Programs;

/// <summary>Takes secrets out of what programs print: those that are known, and what stands behind the name of one.</summary>
internal sealed partial class SecretMask
{
    private const string Mask = "***";

    // What is shorter would blot out words of no secret.
    private const int Shortest = 8;

    private static readonly string[] SecretKeys = ["token", "password", "client-key-data", "client-certificate-data", "certificate-authority-data"];

    private readonly HashSet<string> secrets = new(StringComparer.Ordinal);

    /// <summary>A mask that knows the secrets of the environment.</summary>
    public static SecretMask OfEnvironment()
    {
        var mask = new SecretMask();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is { Key: string name, Value: string value } && SecretVariable().IsMatch(name)) mask.Add(value);
        }

        return mask;
    }

    /// <summary>Hides a value from now on.</summary>
    public void Add(string value)
    {
        if (value.Length >= Shortest) secrets.Add(value);
    }

    /// <summary>Hides the secrets of a kubeconfig (kubernetes.io, Organizing Cluster Access Using kubeconfig Files) from now on.</summary>
    public void AddKubeconfig(Field kubeconfig)
    {
        foreach (var user in kubeconfig["users"].Items.Select(item => item["user"]).Concat(kubeconfig["clusters"].Items.Select(item => item["cluster"])))
        {
            foreach (var key in SecretKeys)
            {
                if (user[key].Written is { } value) Add(value);
            }
        }
    }

    /// <summary>A line without secrets.</summary>
    public string Apply(string line)
    {
        foreach (var secret in secrets) line = line.Replace(secret, Mask, StringComparison.Ordinal);
        return NamedSecret().Replace(line, "$1" + Mask);
    }

    [GeneratedRegex("SECRET|TOKEN|PASSWORD", RegexOptions.CultureInvariant)]
    private static partial Regex SecretVariable();

    [GeneratedRegex("""((?:client-key-data|client-certificate-data|certificate-authority-data|secret_key|x-auth-token|(?<![a-z])token)["']?\s*[:=]\s*["']?|bearer\s+|secret key format ')[^\s"',]{8,}""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamedSecret();
}
