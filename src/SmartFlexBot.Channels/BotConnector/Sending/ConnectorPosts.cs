using System.Net;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>Posts to a connector, with the bot's token where it has an app id, and says what came of it.</summary>
internal sealed class ConnectorPosts(
    IHttpClientFactory clients, BotTokens tokens, IOptions<BotConnectorOptions> options, TimeProvider time)
{
    public const string HttpClientName = "BotConnector";

    private const int LongestBody = 16 * 1024;
    private static readonly TimeSpan PatienceWithBody = TimeSpan.FromSeconds(1);

    /// <param name="address">Below a service URL that <see cref="ServiceUrls"/> allowed: a token goes there.</param>
    public async Task<ConnectorAnswer> PostAsync(Uri address, string json, CancellationToken cancellationToken)
    {
        try
        {
            if (!options.Value.HasAppId)
            {
                return await PostAsync(address, json, null, cancellationToken);
            }

            var token = await tokens.GetAsync(cancellationToken);
            var first = await PostAsync(address, json, token, cancellationToken);
            return first.Status != HttpStatusCode.Unauthorized
                ? first
                : await PostAsync(address, json, await tokens.ReplaceAsync(token, cancellationToken), cancellationToken);
        }
        catch (NoTokenException exception)
        {
            return new(null, ConnectorOutcome.OfNoToken(exception));
        }
    }

    private async Task<ConnectorAnswer> PostAsync(
        Uri address, string json, string? token, CancellationToken cancellationToken)
    {
        using var content = new ActivityContent(json);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        try
        {
            using var answer = await clients.CreateClient(HttpClientName)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            // Whoever took it has taken it, whatever becomes of the rest of the answer.
            var body = await BodyAsync(answer.Content, cancellationToken);
            var code = answer.IsSuccessStatusCode || body is null ? null : ConnectorError.CodeOf(body);
            var outcome = ConnectorOutcome.Of(answer.StatusCode, code, answer.Headers.RetryAfter, time.GetUtcNow());
            return new(answer.StatusCode, outcome, answer.IsSuccessStatusCode ? body : null);
        }
        catch (Exception exception) when (IsSilence(exception, cancellationToken))
        {
            return new(null, ConnectorOutcome.OfSilence(content.HasLeft));
        }
    }

    private static async Task<string?> BodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(PatienceWithBody);
        try
        {
            await content.LoadIntoBufferAsync(LongestBody, patience.Token);
            return await content.ReadAsStringAsync(patience.Token);
        }
        catch (Exception exception) when (IsSilence(exception, cancellationToken) || exception is InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsSilence(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or OperationCanceledException or IOException && !cancellationToken.IsCancellationRequested;
}
