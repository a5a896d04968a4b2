using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Tests.Onboarding;
using SmartFlexBot.Web.Page.Brand;

namespace SmartFlexBot.Tests.Web.Page;

public sealed class BrandTests
{
    [Fact]
    public async Task Without_a_brand_the_page_is_as_shipped()
    {
        await using var host = await PageHost.StartAsync();

        using var colours = await host.NewVisitor().SendAsync(new HttpRequestMessage(HttpMethod.Get, BrandEndpoints.StylePath));
        using var logo = await host.NewVisitor().SendAsync(new HttpRequestMessage(HttpMethod.Get, BrandEndpoints.LogoPath));

        colours.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        (await colours.TextAsync()).ShouldBeEmpty();
        logo.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        (await logo.TextAsync()).ShouldBe(
            await File.ReadAllTextAsync(Path.Combine(Repository.WebRoot, "img/mark.svg"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Each_colour_counts_where_it_is_for()
    {
        Style(new(Accent: "#5b2a86")).ShouldSatisfyAllConditions(
            style => style.ShouldStartWith(":root { --accent: #5b2a86;"), style => style.ShouldNotContain("@media"));
        Style(new(AccentOnDark: "#d7b8ff")).ShouldStartWith("@media (prefers-color-scheme: dark) { :root { --accent: #d7b8ff;");
    }

    private static string Style(BrandSettings brand) => PageBrand.Of(Shipped.Market with { Brand = brand }, Shipped.Markets).Style;
}
