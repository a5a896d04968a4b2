using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.Kraken.Operations;

namespace SmartFlexBot.Kraken.Client;

/// <summary>One POST, one reply. Knows nothing of tokens beyond the header that carries one.</summary>
internal sealed partial class KrakenTransport(
    IHttpClientFactory clients, ReadBudget budget, IOptions<KrakenOptions> settings, TimeProvider time, ILogger<KrakenTransport> logger)
{
    private readonly KrakenOptions _options = settings.Value;

    public async Task<KrakenReply> SendAsync(
        KrakenDocument document, JsonObject variables, string? token, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var reply = await AttemptAsync(document, variables, token, cancellationToken);
        Log(document.Name, reply, (long)time.GetElapsedTime(started).TotalMilliseconds);
        return reply;
    }

    private async Task<KrakenReply> AttemptAsync(
        KrakenDocument document, JsonObject variables, string? token, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        // Over everything, the body of the answer too: the resilience handlers end with its headers.
        using var deadline = new CancellationTokenSource(document.IsRepeatable ? budget.Left : _options.MutationTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var request = Request(document, variables, token);
        try
        {
            using var client = clients.CreateClient(KrakenHttp.ClientName);
            using var response = await client.SendAsync(request, either.Token);
            var reply = await ReplyReader.ReadAsync(response, either.Token);
            budget.Answered();
            return reply;
        }
        catch (HttpRequestException failure)
        {
            return new KrakenReply.Unavailable(
                $"HTTP failed ({failure.HttpRequestError})", MayHaveBeenTaken.After(failure.HttpRequestError));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            budget.Hung(time.GetElapsedTime(started));
            return new KrakenReply.Unavailable("no answer in time", MayHaveBeenTaken: true);
        }
    }

    private HttpRequestMessage Request(KrakenDocument document, JsonObject variables, string? token)
    {
        var body = new JsonObject
        {
            ["query"] = document.Text,
            ["variables"] = variables.DeepClone(),
            ["operationName"] = document.Name,
        };
        var request = new HttpRequestMessage(HttpMethod.Post, _options.Endpoint)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Application.Json));
        request.Options.Set(KrakenHttp.Repeatable, document.IsRepeatable);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation(
                "Authorization", _options.Authorization == AuthorizationForm.Jwt ? $"JWT {token}" : token);
        }

        return request;
    }

    private void Log(string operation, KrakenReply reply, long milliseconds)
    {
        switch (reply)
        {
            case KrakenReply.Answered { Errors.Count: 0 }:
                LogAnswered(operation, milliseconds);
                break;
            case KrakenReply.Answered answered:
                var main = KrakenReply.MainError(answered.Errors);
                LogErrors(operation, main.Code, answered.Errors.Count, milliseconds);
                break;
            case KrakenReply.Unavailable unavailable:
                LogUnavailable(operation, unavailable.Reason, milliseconds);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Kraken {Operation} answered in {Milliseconds} ms")]
    private partial void LogAnswered(string operation, long milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Kraken {Operation} answered with {Code} ({Count} errors) in {Milliseconds} ms")]
    private partial void LogErrors(string operation, string? code, int count, long milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Kraken {Operation} gave no answer: {Reason}, after {Milliseconds} ms")]
    private partial void LogUnavailable(string operation, string reason, long milliseconds);
}
