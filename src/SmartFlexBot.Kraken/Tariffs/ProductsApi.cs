using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>The public REST of products and prices (GB). It needs no token and gets none. Amounts are in pence.</summary>
internal sealed partial class ProductsApi(
    IHttpClientFactory clients, ProductsAddress address, ReadBudget budget, TimeProvider time, ILogger<ProductsApi> logger)
{
    // A day has 50 half hours at most; more pages than this are a loop.
    private const int MostPages = 10;

    /// <returns>Null when there is no such product.</returns>
    /// <exception cref="TenantUnavailableException"/>
    public Task<ProductData?> ProductAsync(string code, CancellationToken cancellationToken) =>
        GetAsync(new($"products/{Uri.EscapeDataString(code)}/", UriKind.Relative), ProductsJson.Default.ProductData, cancellationToken);

    /// <summary>standard-unit-rates that touch the time; empty when there is no such tariff.</summary>
    /// <exception cref="TenantUnavailableException"/>
    public Task<IReadOnlyList<RateData>> UnitRatesAsync(
        string code, string tariffCode, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        RatesAsync(code, tariffCode, "standard-unit-rates", from, to, cancellationToken);

    /// <summary>standing-charges that touch the time; empty when there is no such tariff.</summary>
    /// <exception cref="TenantUnavailableException"/>
    public Task<IReadOnlyList<RateData>> StandingChargesAsync(
        string code, string tariffCode, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        RatesAsync(code, tariffCode, "standing-charges", from, to, cancellationToken);

    private async Task<IReadOnlyList<RateData>> RatesAsync(
        string code, string tariffCode, string list, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var path = $"products/{Uri.EscapeDataString(code)}/electricity-tariffs/{Uri.EscapeDataString(tariffCode)}/{list}/";
        var query = $"?period_from={MarketDays.Text(from)}&period_to={MarketDays.Text(to)}";
        var rates = new List<RateData>();
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await GetAsync(new(path + query, UriKind.Relative), ProductsJson.Default.RatesPage, cancellationToken);
            rates.AddRange((page?.Results ?? []).OfType<RateData>());
            if (page?.Next is not { } next)
            {
                return rates;
            }

            // Of the next page's address only the query counts: where to ask is a setting.
            query = Uri.TryCreate(next, UriKind.Absolute, out var address)
                ? address.Query
                : throw Failure(list, "its next page has no address");
        }

        throw Failure(list, "it has no last page");
    }

    private async Task<T?> GetAsync<T>(Uri path, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class
    {
        using var deadline = new CancellationTokenSource(budget.Left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address.Base, path));
        request.Options.Set(KrakenHttp.Repeatable, true);
        try
        {
            using var client = clients.CreateClient(KrakenHttp.ProductsClientName);
            using var response = await client.SendAsync(request, either.Token);
            LogAnswered(request.RequestUri!.AbsolutePath, (int)response.StatusCode);
            if (response.StatusCode == System.Net.HttpStatusCode.NotFound)
            {
                return null;
            }

            if (!response.IsSuccessStatusCode)
            {
                throw Failure(path.OriginalString, $"HTTP {(int)response.StatusCode}");
            }

            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            return await JsonSerializer.DeserializeAsync(body, type, either.Token) ?? throw Failure(path.OriginalString, "it answers null");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            throw Failure(path.OriginalString, failure.GetType().Name);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure(path.OriginalString, "no answer in time");
        }
    }

    private static TenantUnavailableException Failure(string what, string reason) => new($"{what} could not be read: {reason}.");

    [LoggerMessage(Level = LogLevel.Debug, Message = "Products {Path} answered {Status}")]
    private partial void LogAnswered(string path, int status);
}
