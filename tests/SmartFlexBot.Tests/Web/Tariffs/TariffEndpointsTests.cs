using System.Net;
using System.Text;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Tests.Web.Page;

namespace SmartFlexBot.Tests.Web.Tariffs;

public sealed class TariffEndpointsTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4 a copy");

    [Fact]
    public async Task A_cards_picture_is_there_and_may_be_kept_by_the_browser()
    {
        await using var host = await TariffHost.StartAsync();

        using var answer = await host.GetAsync($"/tariff/pictures/{KeepPicture(host)}.png");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        answer.Headers.CacheControl!.ToString().Split(", ").ShouldBe(["private", "max-age=86400", "immutable"], ignoreOrder: true);
        using var picture = new Bitmap(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        picture.DarkPixels.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_picture_that_the_browser_has_is_not_sent_again()
    {
        await using var host = await TariffHost.StartAsync();
        var code = KeepPicture(host);
        using var first = await host.GetAsync($"/tariff/pictures/{code}.png");

        using var second = await host.GetAsync($"/tariff/pictures/{code}.png", ("If-None-Match", first.Headers.ETag!.ToString()));
        using var other = await host.GetAsync($"/tariff/pictures/{code}.png", ("If-None-Match", "\"another\""));

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.Headers.ETag.ShouldBe(first.Headers.ETag);
    }

    [Fact]
    public async Task Two_pictures_are_two()
    {
        await using var host = await TariffHost.StartAsync();
        using var one = await host.GetAsync($"/tariff/pictures/{KeepPicture(host)}.png");
        var changed = host.Keep(PricePicture.RecordKind, (Pictures.Day with { Title = "Another day" }).Write());
        using var two = await host.GetAsync($"/tariff/pictures/{changed}.png");

        two.Headers.ETag.ShouldNotBe(one.Headers.ETag);
    }

    [Fact]
    public async Task A_copy_is_downloaded_under_its_name_and_kept_nowhere_on_the_way()
    {
        await using var host = await TariffHost.StartAsync();
        var code = host.Keep(AgreementCopy.RecordKind, new AgreementCopy("Zustimmung-Ökotarif.pdf", Pdf).Write());

        using var answer = await host.GetAsync($"/tariff/copies/{code}.pdf");

        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Pdf);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Zustimmung-Ökotarif.pdf");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("pictures", "png")]
    [InlineData("copies", "pdf")]
    public async Task Every_answer_is_guarded(string folder, string extension)
    {
        await using var host = await TariffHost.StartAsync();
        var code = folder == "pictures" ? KeepPicture(host) : host.Keep(AgreementCopy.RecordKind, new AgreementCopy("a.pdf", Pdf).Write());

        foreach (var path in new[] { code, Ticket.NewCode() })
        {
            using var answer = await host.GetAsync($"/tariff/{folder}/{path}.{extension}");

            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        }
    }

    [Theory]
    [InlineData("pictures", "png", "en", "This link is no longer valid")]
    [InlineData("copies", "pdf", "de-AT", "Dieser Link gilt nicht mehr")]
    [InlineData("copies", "pdf", "tlh", "This link is no longer valid")]
    public async Task A_link_that_has_expired_says_so_in_the_browsers_language(
        string folder, string extension, string language, string sentence)
    {
        await using var host = await TariffHost.StartAsync();
        var code = KeepPicture(host);
        host.Expire();

        using var answer = await host.GetAsync($"/tariff/{folder}/{code}.{extension}", ("Accept-Language", language));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.TextAsync()).ShouldContain(sentence);
    }

    [Fact]
    public async Task A_picture_that_was_drawn_before_is_gone_when_its_record_is()
    {
        await using var host = await TariffHost.StartAsync();
        var code = KeepPicture(host);
        using var before = await host.GetAsync($"/tariff/pictures/{code}.png");
        host.Expire();

        using var after = await host.GetAsync($"/tariff/pictures/{code}.png");

        after.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        after.Headers.CacheControl?.MaxAge.ShouldBeNull();
    }

    [Fact]
    public async Task A_record_that_holds_nothing_leads_to_the_page_for_what_is_gone()
    {
        await using var host = await TariffHost.StartAsync();

        using var picture = await host.GetAsync($"/tariff/pictures/{host.Keep(PricePicture.RecordKind, "null")}.png");
        using var copy = await host.GetAsync($"/tariff/copies/{host.Keep(AgreementCopy.RecordKind, "null")}.pdf");

        (picture.StatusCode, copy.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        (await picture.TextAsync()).ShouldContain("This link is no longer valid");
    }

    [Fact]
    public async Task The_code_of_a_picture_opens_no_copy()
    {
        await using var host = await TariffHost.StartAsync();

        using var answer = await host.GetAsync($"/tariff/copies/{KeepPicture(host)}.pdf");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0000000000000000000000000000000G")]
    [InlineData("000000000000000000000000000000000")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    public async Task What_is_no_code_is_not_looked_up(string code)
    {
        await using var host = await TariffHost.StartAsync();

        using var picture = await host.GetAsync($"/tariff/pictures/{code}.png");
        using var copy = await host.GetAsync($"/tariff/copies/{code}.pdf");

        (picture.StatusCode, copy.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        host.Reads.ShouldBe(0);
    }

    [Fact]
    public async Task The_chats_page_may_show_pictures_of_its_own_host()
    {
        await using var host = await PageHost.StartAsync();

        using var page = await host.NewVisitor().SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"));

        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("img-src 'self'");
    }

    private static string KeepPicture(TariffHost host) => host.Keep(PricePicture.RecordKind, Pictures.Day.Write());
}
