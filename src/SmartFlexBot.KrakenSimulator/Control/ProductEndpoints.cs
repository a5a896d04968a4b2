using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.KrakenSimulator.Tariffs;

namespace SmartFlexBot.KrakenSimulator.Control;

/// <summary>Shows the tariff products and changes them, also to what no supplier would publish.</summary>
internal static class ProductEndpoints
{
    private static readonly string[] Fixed = ["code", "market", "kind", "revision"];

    public static void MapProducts(this IEndpointRouteBuilder control)
    {
        control.MapGet("/products", (ProductBook products) => Results.Json(products.All(), ProductJson.Default.IReadOnlyListTariffProduct));
        control.MapGet("/products/{code}", (string code, ProductBook products) => Show(Find(products, code)));
        control.MapMethods("/products/{code}", ["PATCH", "PUT"], ChangeAsync);
        control.MapPost("/products/{code}/reset", (string code, ProductBook products) =>
        {
            Find(products, code);
            products.Change(code, _ => DemoProducts.All.Single(product => product.Code == code));
            return Results.NoContent();
        });
    }

    /// <summary>A JSON merge patch (RFC 7396): what is left out stays as it is, null makes it missing, and lists are replaced.</summary>
    private static async Task<IResult> ChangeAsync(string code, HttpContext http, ProductBook products)
    {
        Find(products, code);
        var patch = await ControlRequest.ReadAsync(http, ControlJson.Default.JsonObject);
        if (Fixed.FirstOrDefault(patch.ContainsKey) is { } name)
        {
            throw BadControlException.Bad($"\"{name}\" cannot be changed.");
        }

        return Show(products.Change(code, product => Check(Merge(product, patch))));
    }

    private static TariffProduct Merge(TariffProduct product, JsonObject patch)
    {
        var merged = (JsonObject)JsonSerializer.SerializeToNode(product, ProductJson.Default.TariffProduct)!;
        Merge(merged, patch);
        using var body = JsonDocument.Parse(merged.ToJsonString());
        return ControlRequest.Convert(body.RootElement, ProductJson.Default.TariffProduct);
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is JsonObject inner && target[name] is JsonObject known)
            {
                Merge(known, inner);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }

    private static TariffProduct Check(TariffProduct product)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(product.TimeZone, out _))
        {
            throw BadControlException.Bad("\"timeZone\" must be an IANA name, such as Europe/London.");
        }

        if (product.VatRate is < 0 or > 1)
        {
            throw BadControlException.Bad("\"vatRate\" must be between 0 and 1, such as 0.05.");
        }

        return product;
    }

    private static TariffProduct Find(ProductBook products, string code) => products.Find(code) ?? throw new BadControlException(
        StatusCodes.Status404NotFound, $"There is no product {code}. GET /simulator/control/products lists them.");

    private static IResult Show(TariffProduct product) => Results.Json(product, ProductJson.Default.TariffProduct);
}
