using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SmartFlexBot.Web.Page.Sessions;

namespace SmartFlexBot.Web.Simulator;

/// <summary>The simulator's demo customers, read over HTTP: it may run inside this host or as its own process.</summary>
internal sealed class SimulatedCustomers(IHttpClientFactory clients, IOptions<SmartFlexBot.Kraken.KrakenOptions> kraken) : IDemoCustomers
{
    public async Task<IReadOnlyList<string>?> ReadAccountNumbersAsync(CancellationToken cancellationToken)
    {
        var accounts = new Uri(new Uri(kraken.Value.Endpoint!), "/simulator/control/accounts");
        var answer = await clients.CreateClient().GetStringAsync(accounts, cancellationToken);
        return [.. JsonNode.Parse(answer)!.AsArray().Select(account => account!["number"]!.GetValue<string>())];
    }
}
