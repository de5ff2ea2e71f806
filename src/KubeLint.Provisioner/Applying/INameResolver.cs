using System.Net;
using System.Net.Sockets;

namespace KubeLint.Provisioner.Applying;

/// <summary>Tells where names lead.</summary>
internal interface INameResolver
{
    /// <summary>The IPv4 addresses of a name; none where it has none, or where nobody answers.</summary>
    Task<IReadOnlyList<string>> Resolve(string name, CancellationToken cancellation);
}

/// <summary>The resolver of this machine.</summary>
internal sealed class SystemNameResolver : INameResolver
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Resolve(string name, CancellationToken cancellation)
    {
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(name, AddressFamily.InterNetwork, cancellation);
            return [.. addresses.Select(address => address.ToString()).Order(StringComparer.Ordinal)];
        }
        catch (SocketException)
        {
            return [];
        }
    }
}
