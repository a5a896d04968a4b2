using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SmartFlexBot.Channels.DirectLine.Reading;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>How often the routes of Direct Line may be called, and how they say that it was too often.</summary>
internal sealed class DirectLineQuotas(IOptions<QuotaOptions> options, DirectLineKeys keys, DirectLineCors cors)
{
    /// <summary>For who shows the secret; all others are refused there anyway.</summary>
    public RouteQuota Server { get; } = new("server", options.Value.CallsOfAddress, RouteQuota.AddressOf);

    public RouteQuota Messages { get; } = new("messages", options.Value.Messages, ConversationOf);

    public RouteQuota Polls { get; } = new("polls", options.Value.Polls, ConversationOf);

    public RouteQuota Streams { get; } = new("streams", options.Value.Connections, ConversationOf);

    /// <summary>Where the conversation is in the token alone, the token is counted by.</summary>
    public RouteQuota Connections { get; } =
        new("connections", options.Value.Connections, context => ConversationOf(context) ?? TokenOf(context, keys));

    /// <summary>For addresses that there are not.</summary>
    public RouteQuota Others { get; } = new("others", options.Value.Pages, RouteQuota.AddressOf);

    public QuotaRefusal Refusal { get; } = new((context, pause) =>
    {
        cors.Apply(context);
        context.Response.Headers.RetryAfter = ErrorFilter.Seconds(pause);
        var refused = RequestRefusedException.TooManyRequests(pause);
        return ErrorFilter.Error(refused.Status, refused.Code, refused.Message);
    });

    /// <summary>A client takes anything but 200 for the end of polling (bot protocol D2): it is told that nothing is new.</summary>
    public QuotaRefusal NothingNew { get; } = new((context, _) =>
    {
        cors.Apply(context);
        return Results.Bytes(ActivitySet.Of([], Watermark.Read(context.Request)), ActivitySet.MediaType);
    });

    // Who is not let in there with a token of their own has no use of another's: ids are random, and refused without it.
    private static string? ConversationOf(HttpContext context) => context.Request.RouteValues["conversationId"] as string;

    private static string? TokenOf(HttpContext context, DirectLineKeys keys)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.Split(' ', 2) switch
        {
            [_, var bearer] => keys.IsSecret(bearer) ? null : header,
            // Who shows nothing is counted by where it comes from: strangers share no bucket.
            _ => RouteQuota.AddressOf(context),
        };
    }
}
