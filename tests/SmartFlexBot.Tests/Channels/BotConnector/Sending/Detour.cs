namespace SmartFlexBot.Tests.Channels.BotConnector.Sending;

/// <summary>Takes requests for one public host to a server of the test, and notes what was asked for.</summary>
internal sealed class Detour(string host, string server) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        if (asked.Scheme != "https" || asked.Host != host)
        {
            throw new InvalidOperationException($"{asked} was not to be called.");
        }

        request.RequestUri = new($"{server}{asked.PathAndQuery}");
        return base.SendAsync(request, cancellationToken);
    }
}
