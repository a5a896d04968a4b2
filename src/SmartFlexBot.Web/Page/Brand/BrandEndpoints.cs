namespace SmartFlexBot.Web.Page.Brand;

/// <summary>The supplier's colours and logo, for every page.</summary>
internal static class BrandEndpoints
{
    public const string StylePath = "/brand/colours.css";
    public const string LogoPath = "/brand/logo";

    public static void MapBrand(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(StylePath, (HttpContext http, PageBrand brand) => Fresh(http, Results.Text(brand.Style, "text/css")));
        endpoints.MapGet(LogoPath, (HttpContext http, PageBrand brand, IWebHostEnvironment environment) =>
            Fresh(http, brand.LogoPath is { } logo
                ? Results.File(logo, logo.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "image/svg+xml")
                : Results.Stream(environment.WebRootFileProvider.GetFileInfo("img/mark.svg").CreateReadStream(), "image/svg+xml")));
    }

    /// <summary>Asked for anew each time, as all of the page's files: a deployment is seen at once.</summary>
    private static IResult Fresh(HttpContext http, IResult file)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return file;
    }
}
