using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace SmartFlexBot.Channels.Http;

/// <summary>
/// How a route says that too much came. It is metadata of the route, because the limit of an address is the host's and every route has
/// words of its own. Without it the answer has no body, and the host's error pages give it one.
/// </summary>
internal sealed record QuotaRefusal(Func<HttpContext, TimeSpan, IResult> Answer)
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(1);

    public static ValueTask AnswerAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var context = rejected.HttpContext;
        var pause = PauseOf(rejected.Lease);
        if (context.GetEndpoint()?.Metadata.GetMetadata<QuotaRefusal>() is { } refusal)
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            return new(refusal.Answer(context, pause).ExecuteAsync(context));
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = ErrorFilter.Seconds(pause);
        return default;
    }

    public static TimeSpan PauseOf(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Usual;
}
