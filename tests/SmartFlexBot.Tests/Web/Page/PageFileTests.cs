using System.IO.Compression;
using System.Net;

namespace SmartFlexBot.Tests.Web.Page;

public sealed class PageFileTests
{
    [Fact]
    public async Task The_page_has_one_address()
    {
        await using var host = await PageHost.StartAsync();

        using var answer = await GetAsync(host, "/index.html");

        (answer.StatusCode, answer.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.MovedPermanently, "/"));
    }

    [Fact]
    public async Task A_file_is_asked_for_anew_so_that_a_deployment_is_seen_at_once()
    {
        await using var host = await PageHost.StartAsync();
        using var first = await GetAsync(host, "/css/tokens.css");

        using var second = await GetAsync(host, "/css/tokens.css", ("If-None-Match", first.Headers.ETag!.ToString()));

        first.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("http", "/css/tokens.css")]
    [InlineData("https", "/css/tokens.css")]
    [InlineData("https", "/img/mark.svg")]
    public async Task Files_are_compressed_for_browsers_that_can(string scheme, string path)
    {
        await using var host = await PageHost.StartAsync();

        using var packed = await GetAsync(host, path, ("Accept-Encoding", "gzip"), scheme);
        using var plain = await GetAsync(host, path, ("Accept-Encoding", "identity"), scheme);

        packed.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        await using var unpacked = new GZipStream(
            await packed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var text = new StreamReader(unpacked);
        (await text.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(await plain.TextAsync());
    }

    [Fact]
    public async Task A_file_is_compressed_once_for_all_browsers()
    {
        await using var host = await PageHost.StartAsync();
        var content = await File.ReadAllTextAsync(
            Path.Combine(Repository.WebRoot, "css/tokens.css"), TestContext.Current.CancellationToken);

        foreach (var path in new[] { "/css/tokens.css", "/css/tokens.css", "/css//tokens.css" })
        {
            using var answer = await GetAsync(host, path, ("Accept-Encoding", "gzip, br"));

            answer.Content.Headers.ContentEncoding.ShouldBe(["br"], path);
            answer.Headers.Vary.ShouldBe(["Accept-Encoding"]);
            using var unpacked = new BrotliStream(
                await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
            using var text = new StreamReader(unpacked);
            (await text.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(content);
        }

        host.Files.Times.ShouldBe(1);
    }

    [Fact]
    public async Task A_compressed_file_that_has_not_changed_is_not_sent_again()
    {
        await using var host = await PageHost.StartAsync();
        using var first = await GetAsync(host, "/css/tokens.css", ("Accept-Encoding", "gzip"));

        var request = new HttpRequestMessage(HttpMethod.Get, "/css/tokens.css")
        {
            Headers = { { "Accept-Encoding", "gzip" }, { "If-None-Match", first.Headers.ETag!.ToString() } },
        };
        using var second = await host.NewVisitor().SendAsync(request);

        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.NotModified));
    }

    [Theory]
    [InlineData("gzip;q=0")]
    [InlineData("identity")]
    [InlineData("nonsense;;")]
    public async Task Who_cannot_unpack_gets_it_as_it_is(string accepts)
    {
        await using var host = await PageHost.StartAsync();

        using var answer = await GetAsync(host, "/css/tokens.css", ("Accept-Encoding", accepts));

        answer.Content.Headers.ContentEncoding.ShouldBeEmpty();
        host.Files.Times.ShouldBe(0);
    }

    [Fact]
    public async Task Answers_with_secrets_are_never_compressed()
    {
        await using var host = await PageHost.StartAsync();

        using var page = await GetAsync(host, "/", ("Accept-Encoding", "gzip"), "https");

        page.Content.Headers.ContentEncoding.ShouldBeEmpty("the nonce could be guessed from the length");
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    private static Task<HttpResponseMessage> GetAsync(
        PageHost host, string path, (string Name, string Value)? header = null, string scheme = "http")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is var (name, value))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return host.NewVisitor(scheme).SendAsync(request);
    }
}
