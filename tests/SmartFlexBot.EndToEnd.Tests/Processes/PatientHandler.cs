using System.Net;

namespace SmartFlexBot.EndToEnd.Tests.Processes;

/// <summary>
/// As a customer whose request got no answer: waits until the bot is there again, and makes the same request once more. Redirects are
/// followed one by one, so that only the one that failed is repeated.
/// </summary>
internal sealed class PatientHandler(Installation installation)
    : DelegatingHandler(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var response = await InsistAsync(request, cancellationToken);
            if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } location)
            {
                return response;
            }

            response.Dispose();
            request = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, location));
        }
    }

    private async Task<HttpResponseMessage> InsistAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var life = installation.Life;
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                return response;
            }
            catch (HttpRequestException)
            {
                await installation.ReviveAsync(life);
            }
        }
    }
}
