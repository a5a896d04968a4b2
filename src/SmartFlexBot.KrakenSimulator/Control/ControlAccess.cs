using System.Net;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.KrakenSimulator.Control;

/// <summary>
/// Who may steer the simulated world: programs, and pages of this host. A page elsewhere could make a visitor's browser send the same
/// requests, also under a name of its own that it lets point here (DNS rebinding).
/// </summary>
internal static class ControlAccess
{
    /// <exception cref="BadControlException">403.</exception>
    public static void Check(HttpContext http)
    {
        var request = http.Request;
        var publicHost = http.RequestServices.GetRequiredService<IOptions<SimulatorOptions>>().Value.PublicUrl?.Host;
        // A host with a public address has put that in the place of the name that was called, and kept the name.
        var original = request.Headers["X-Original-Host"].ToString();
        if (!IsOurs(request.Host, publicHost) || (original.Length > 0 && !IsOurs(new HostString(original), publicHost)))
        {
            throw Refused("Call the control routes as localhost, by an IP address, or under the name of Simulator:PublicUrl.");
        }

        if (!IsFromOurPage(request))
        {
            throw Refused("The control routes are for programs and for this host's own pages.");
        }
    }

    /// <summary>Whoever wants to rebind a name needs a domain of theirs: addresses and names without a dot are none.</summary>
    private static bool IsOurs(HostString host, string? publicHost) =>
        !host.Host.Contains('.', StringComparison.Ordinal)
        || IPAddress.TryParse(host.Host.Trim('[', ']'), out _)
        || host.Host.Equals(publicHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>Programs send neither header. Browsers send the first one, and with all that changes something the second one.</summary>
    private static bool IsFromOurPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "" or "same-origin" or "none"
            && (origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }

    private static BadControlException Refused(string message) => new(StatusCodes.Status403Forbidden, message);
}
