using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Tests.Web.Page;

public sealed class PageLanguageTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("FR_ca", "fr")]
    [InlineData("pt-BR", null)]
    [InlineData("den", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_tag_of_any_region_is_matched_by_its_language(string? tag, string? expected) =>
        PageLanguages.Match(tag).ShouldBe(expected);

    [Theory]
    [InlineData("pt-BR, it;q=0.5, de-CH;q=0.8", "de")]
    [InlineData("pt", "en")]
    [InlineData("*", "en")]
    [InlineData("", "en")]
    [InlineData("es-MX,es;q=0.9", "es")]
    public async Task A_first_visitor_is_met_in_the_best_of_the_browsers_languages(string acceptLanguage, string expected)
    {
        await using var host = await PageHost.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);

        var page = await (await host.NewVisitor().SendAsync(request)).TextAsync();

        page.ShouldContain($"<html lang=\"{expected}\">");
    }

    [Theory]
    [InlineData("en", "This chat needs JavaScript")]
    [InlineData("de", "Dieser Chat braucht JavaScript")]
    [InlineData("fr", "Ce chat a besoin de JavaScript")]
    public async Task Who_has_no_JavaScript_is_told_so_in_their_language(string language, string told)
    {
        await using var host = await PageHost.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", language);

        var page = await (await host.NewVisitor().SendAsync(request)).TextAsync();

        page[page.IndexOf("<noscript>", StringComparison.Ordinal)..].ShouldContain(told);
        page.ShouldNotContain("{{");
    }

    [Fact]
    public async Task A_chosen_language_is_remembered()
    {
        await using var host = await PageHost.StartAsync();
        var visitor = host.NewVisitor();
        (await visitor.OpenAsync()).Locale.ShouldBe("en");

        (await visitor.OpenAsync(new { locale = "it-CH" })).Locale.ShouldBe("it");

        (await visitor.OpenAsync()).Locale.ShouldBe("it");
        (await visitor.OpenAsync(new { locale = "tlh" })).Locale.ShouldBe("it");
        var page = await (await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"))).TextAsync();
        page.ShouldContain("<html lang=\"it\">");
    }
}
