using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>
/// Lets the trusted origins' pages read the answers (bot protocol D1). The origin is named exactly, because getsessionid is asked
/// with credentials. A page served by this host needs none of it.
/// </summary>
internal sealed class DirectLineCors(ICorsService cors, IOptions<DirectLineOptions> options) : IEndpointFilter
{
    private readonly CorsPolicy _policy = new CorsPolicyBuilder(options.Value.TrustedOrigins)
        .WithMethods("GET", "POST", "OPTIONS")
        .WithHeaders("authorization", "content-type", "accept", "x-ms-bot-agent", "x-requested-with")
        .WithExposedHeaders(HeaderNames.RetryAfter)
        .AllowCredentials()
        .SetPreflightMaxAge(TimeSpan.FromMinutes(10))
        .Build();

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Apply(context.HttpContext);
        return next(context);
    }

    public void Apply(HttpContext http)
    {
        if (options.Value.TrustedOrigins.Length > 0)
        {
            cors.ApplyResult(cors.EvaluatePolicy(http, _policy), http.Response);
            // A cache must not give one origin's answer to another, whichever of them asked first.
            http.Response.Headers.Vary = HeaderNames.Origin;
        }
    }
}
