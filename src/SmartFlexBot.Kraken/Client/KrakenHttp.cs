using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace SmartFlexBot.Kraken.Client;

/// <summary>The HttpClients that talk to Kraken, and what they may repeat.</summary>
public static class KrakenHttp
{
    /// <summary>The name of the GraphQL client in IHttpClientFactory.</summary>
    public const string ClientName = "Kraken";

    /// <summary>The name of the client for the public REST of products.</summary>
    public const string ProductsClientName = "Kraken.Products";

    private const int LongestAnswer = 16 * 1024 * 1024;

    internal static readonly HttpRequestOptionsKey<bool> Repeatable = new("SmartFlexBot.Kraken.Repeatable");

    internal static IServiceCollection AddKrakenHttp(this IServiceCollection services)
    {
        services.AddClient(ClientName);
        services.AddClient(ProductsClientName);
        return services;
    }

    private static void AddClient(this IServiceCollection services, string name)
    {
        var client = services.AddHttpClient(name)
            .ConfigureHttpClient(http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan; // Whoever sends sets the deadline.
                http.MaxResponseContentBufferSize = LongestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers(); // Whoever sends logs, without addresses and headers.

        client.AddResilienceHandler("repeat-reads", (pipeline, context) =>
        {
            var options = context.ServiceProvider.GetRequiredService<IOptions<KrakenOptions>>().Value;
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            if (options.ReadRetries > 0)
            {
                pipeline.AddRetry(RepeatReads(options));
            }
        });
    }

    private static RetryStrategyOptions<HttpResponseMessage> RepeatReads(KrakenOptions options) => new()
    {
        MaxRetryAttempts = options.ReadRetries,
        Delay = options.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = attempt => ValueTask.FromResult(MayRepeat(attempt.Context) && HasFailed(attempt.Outcome)),
    };

    private static bool MayRepeat(ResilienceContext context) =>
        context.GetRequestMessage() is { } request && request.Options.TryGetValue(Repeatable, out var repeatable) && repeatable;

    private static bool HasFailed(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException || outcome.Result is { StatusCode: >= HttpStatusCode.InternalServerError };
}
