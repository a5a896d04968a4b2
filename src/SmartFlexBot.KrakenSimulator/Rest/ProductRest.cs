using System.Globalization;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Tariffs;

namespace SmartFlexBot.KrakenSimulator.Rest;

/// <summary>The public REST of products, as api.octopus.energy/v1 has it. Needs no sign-in.</summary>
internal sealed class ProductRest(ProductBook products, TimeProvider time, IOptions<SimulatorOptions> options)
{
    /// <summary>How far rates reach when no period is asked for.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(30);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    private static readonly IResult Nothing = NotFound("Not found.");

    public IResult List(HttpContext http) => Page(
        RestPaging.Of([.. products.All().Where(product => product.IsAvailable).Select(RestShapes.Entry)], http, options.Value),
        page => Results.Json(page, RestJson.Default.ProductPage));

    public IResult Find(string code) =>
        products.Find(code) is { } product ? Results.Json(RestShapes.Product(product), RestJson.Default.RestProduct) : Nothing;

    public IResult UnitRates(HttpContext http, string code, string tariffCode) => Rates(http, code, tariffCode, (product, from, to) =>
        Tariffs.UnitRates.Between(product, from, to).Select(rate => RestShapes.Rate(product, rate.Price, rate.From, rate.To)));

    public IResult StandingCharges(HttpContext http, string code, string tariffCode) => Rates(http, code, tariffCode, (product, _, to) =>
        product.AvailableFrom < to ? [RestShapes.Rate(product, product.StandingCharge, product.AvailableFrom, null)] : []);

    private IResult Rates(
        HttpContext http, string code, string tariffCode, Func<TariffProduct, DateTimeOffset, DateTimeOffset, IEnumerable<RestRate>> read)
    {
        if (products.Find(code) is not { } product || !TariffCodes.IsOf(code, tariffCode))
        {
            return Nothing;
        }

        if (!TryRead(http, "period_from", out var from))
        {
            return Invalid("period_from");
        }

        if (!TryRead(http, "period_to", out var to))
        {
            return Invalid("period_to");
        }

        var now = time.GetUtcNow();
        var until = to ?? (from > now ? from.Value : now) + Ahead;
        var rates = read(product, from ?? (until < now ? until : now) - Past, until);
        return Page(RestPaging.Of([.. rates.Reverse()], http, options.Value), page => Results.Json(page, RestJson.Default.RatePage));
    }

    private static bool TryRead(HttpContext http, string name, out DateTimeOffset? moment)
    {
        moment = null;
        if (http.Request.Query[name].ToString() is not { Length: > 0 } text)
        {
            return true;
        }

        var isRead = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read);
        // The years at the very ends leave no room for a time zone.
        moment = read;
        return isRead && read.Year is > 1900 and < 2200;
    }

    private static IResult Page<T>(RestPage<T>? page, Func<RestPage<T>, IResult> show) =>
        page is null ? NotFound("Invalid page.") : show(page);

    private static IResult NotFound(string detail) =>
        Results.Json(new RestDetail(detail), RestJson.Default.RestDetail, statusCode: StatusCodes.Status404NotFound);

    private static IResult Invalid(string field) => Results.Json(
        new Dictionary<string, IReadOnlyList<string>> { [field] = ["Enter a valid date/time."] }, RestJson.Default.FieldErrors,
        statusCode: StatusCodes.Status400BadRequest);
}
