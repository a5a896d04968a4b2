using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SmartFlexBot.Kraken.Operations;

namespace SmartFlexBot.Kraken.Client;

/// <summary>Runs operations with a token, and gives typed results.</summary>
internal sealed class KrakenClient(KrakenTransport transport, KrakenTokens tokens, ReadBudget budget)
{
    // Expired, missing or unreadable token (kraken-api 2). 1111 may also mean "not allowed": hence one renewal and no more.
    private static readonly int[] TokenRejected = [1111, 1112, 1120, 1124, 1139, 1143];

    public async Task<KrakenResult<T>> RunAsync<T>(
        KrakenDocument document, JsonObject variables, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class
    {
        if (!document.IsMutation && !budget.TryPay())
        {
            return new KrakenResult<T>.Unavailable("this customer's share of the points is used up", MayHaveBeenTaken: false);
        }

        var first = await tokens.GetAsync(cancellationToken);
        if (first is not TokenResult.Have { Token: var token })
        {
            return WithoutToken<T>(first);
        }

        var reply = await transport.SendAsync(document, variables, token, cancellationToken);
        if (IsTokenRejected(reply))
        {
            // Safe for a mutation too: the request was refused before it did anything.
            var second = await tokens.RenewAsync(token, cancellationToken);
            if (second is not TokenResult.Have renewed)
            {
                return WithoutToken<T>(second);
            }

            reply = await transport.SendAsync(document, variables, renewed.Token, cancellationToken);
        }

        return Typed(reply, document, type);
    }

    private static bool IsTokenRejected(KrakenReply reply) =>
        reply is KrakenReply.Answered { IsEmpty: true } answered && answered.Errors.Any(error => TokenRejected.Contains(error.CoreNumber));

    private static KrakenResult<T> WithoutToken<T>(TokenResult result) => result is TokenResult.Refused refused
        ? new KrakenResult<T>.Failed(refused.Error)
        : new KrakenResult<T>.Unavailable(((TokenResult.Unavailable)result).Reason, MayHaveBeenTaken: false);

    private static KrakenResult<T> Typed<T>(
        KrakenReply reply, KrakenDocument document, JsonTypeInfo<T> type) where T : class => reply switch
        {
            KrakenReply.Unavailable unavailable =>
                new KrakenResult<T>.Unavailable(unavailable.Reason, unavailable.MayHaveBeenTaken && document.IsMutation),
            KrakenReply.Answered { IsEmpty: true, Errors.Count: > 0 } refused =>
                new KrakenResult<T>.Failed(KrakenReply.MainError(refused.Errors)),
            // A query may find nothing; a mutation that was taken has something to show.
            KrakenReply.Answered { IsEmpty: true } when document.IsMutation => Unreadable<T>(document),
            KrakenReply.Answered answered => Read(answered, document, type),
            _ => Unreadable<T>(document),
        };

    private static KrakenResult<T> Read<T>(KrakenReply.Answered answered, KrakenDocument document, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return answered.Data?.Deserialize(type) is { } data ? new KrakenResult<T>.Ok(data, answered.Errors) : Unreadable<T>(document);
        }
        catch (JsonException)
        {
            return Unreadable<T>(document);
        }
    }

    private static KrakenResult<T>.Unavailable Unreadable<T>(KrakenDocument document) =>
        new("the answer has not the shape of the schema", document.IsMutation);
}
