using System.Net;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>Posts to a connector, with the bot's token where it has an app id, and says what came of it.</summary>
internal sealed class ConnectorPosts(
    IHttpClientFactory clients, BotTokens tokens, IOptions<BotConnectorOptions> options, TimeProvider time)
{
    public const string HttpClientName = "BotConnector";

    private const int LongestError = 16 * 1024;
    private static readonly TimeSpan PatienceWithErrors = TimeSpan.FromSeconds(5);

    /// <param name="address">Below a service URL that <see cref="ServiceUrls"/> allowed: a token goes there.</param>
    public async Task<Delivery> PostAsync(Uri address, string json, CancellationToken cancellationToken)
    {
        try
        {
            if (!options.Value.HasAppId)
            {
                return (await PostAsync(address, json, null, cancellationToken)).Outcome;
            }

            var token = await tokens.GetAsync(cancellationToken);
            var first = await PostAsync(address, json, token, cancellationToken);
            return first.Status != HttpStatusCode.Unauthorized
                ? first.Outcome
                : (await PostAsync(address, json, await tokens.ReplaceAsync(token, cancellationToken), cancellationToken)).Outcome;
        }
        catch (NoTokenException exception)
        {
            return ConnectorOutcome.OfNoToken(exception);
        }
    }

    /// <returns>No status when there was no answer.</returns>
    private async Task<(HttpStatusCode? Status, Delivery Outcome)> PostAsync(
        Uri address, string json, string? token, CancellationToken cancellationToken)
    {
        using var content = new ActivityContent(json);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        try
        {
            using var answer = await clients.CreateClient(HttpClientName)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var code = answer.IsSuccessStatusCode ? null : await CodeOfAsync(answer.Content, cancellationToken);
            return (answer.StatusCode, ConnectorOutcome.Of(answer.StatusCode, code, answer.Headers.RetryAfter, time.GetUtcNow()));
        }
        catch (Exception exception) when (IsSilence(exception, cancellationToken))
        {
            return (null, ConnectorOutcome.OfSilence(content.HasLeft));
        }
    }

    private static async Task<string?> CodeOfAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(PatienceWithErrors);
        try
        {
            await content.LoadIntoBufferAsync(LongestError, patience.Token);
            return ConnectorError.CodeOf(await content.ReadAsStringAsync(patience.Token));
        }
        catch (Exception exception) when (IsSilence(exception, cancellationToken) || exception is InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsSilence(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or OperationCanceledException or IOException && !cancellationToken.IsCancellationRequested;
}
