using System.Net.Http.Headers;
using SmartFlexBot.EndToEnd.Tests.DirectLine;
using SmartFlexBot.EndToEnd.Tests.Processes;

namespace SmartFlexBot.EndToEnd.Tests.BadInput;

/// <summary>One bot for all that is thrown at it, and a customer who must not notice.</summary>
public sealed class RunningBot : IAsyncLifetime
{
    private static readonly string[] Quotas =
    [
        "Messages", "MessagesOfAccount", "Kilobytes", "KilobytesOfAccount", "KilobytesOfAddress", "Connections", "Polls", "Pages",
        "CallsOfAddress",
    ];

    private Installation? _installation;

    internal DirectLineClient Customer { get; private set; } = null!;

    internal Uri Address => _installation!.Bot;

    internal HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // One customer sends all of it, faster than anybody may, and perhaps for longer than a token lives: what each of it is answered
        // is looked at, not how much may come.
        _installation = await Installation.StartAsync(
            settings: [.. Quotas.Select(quota => ($"Quotas:{quota}", "1000000")), ("DirectLine:TokenLifetime", "12:00:00")]);
        // A connection each: a server may close one on which it refused a body unread, and the next request must not meet that.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero };
        Http = new HttpClient(handler) { BaseAddress = _installation.Bot };
        Customer = new DirectLineClient(_installation.Bot);
        await Customer.OpenAsync("A-7E51A001");
    }

    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, byte[]? body, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        // As the page itself would send it: what is tested is what comes after.
        request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Customer?.Dispose();
        Http?.Dispose();
        if (_installation is not null)
        {
            await _installation.DisposeAsync();
        }
    }
}
