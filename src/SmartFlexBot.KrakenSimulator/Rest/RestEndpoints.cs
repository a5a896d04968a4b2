using SmartFlexBot.KrakenSimulator.Faults;


namespace SmartFlexBot.KrakenSimulator.Rest;

/// <summary>Routes below <c>/simulator/v1</c>. Faults know them as products, product, standardUnitRates and standingCharges.</summary>
internal static class RestEndpoints
{
    public static void MapRest(this IEndpointRouteBuilder simulator)
    {
        var rest = simulator.MapGroup("/v1/products");
        rest.MapGet("/", (HttpContext http, ProductRest products) => products.List(http)).WithFaults("products");
        rest.MapGet("/{code}", (string code, ProductRest products) => products.Find(code)).WithFaults("product");
        var tariff = rest.MapGroup("/{code}/electricity-tariffs/{tariffCode}");
        tariff.MapGet("/standard-unit-rates", (HttpContext http, string code, string tariffCode, ProductRest products) =>
            products.UnitRates(http, code, tariffCode)).WithFaults("standardUnitRates");
        tariff.MapGet("/standing-charges", (HttpContext http, string code, string tariffCode, ProductRest products) =>
            products.StandingCharges(http, code, tariffCode)).WithFaults("standingCharges");
    }

    /// <summary>A fault for one account does not strike: nobody signs in here.</summary>
    private static void WithFaults(this RouteHandlerBuilder route, string operation) => route.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var effects = services.GetRequiredService<FaultEffects>();
        var struck = services.GetRequiredService<FaultStore>().Take(new RequestShape(operation, [operation], []));
        if (await effects.BeforeAsync(http, struck))
        {
            return Results.Empty;
        }

        if (struck.FirstOrDefault(fault => fault.Kind == FaultKind.Error) is { } error)
        {
            return Results.Json(new RestDetail(error.Code!), RestJson.Default.RestDetail, statusCode: StatusCodes.Status400BadRequest);
        }

        var answer = await next(context);
        return await effects.AfterAsync(http, struck) ? Results.Empty : answer;
    });
}
