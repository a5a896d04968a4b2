using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Options;
using SmartFlexBot.Web.Page.Brand;
using SmartFlexBot.Web.Page.Sessions;

namespace SmartFlexBot.Web.Page;

/// <summary>wwwroot/index.html with this answer's nonce, the visitor's language and the supplier's name.</summary>
internal sealed class IndexPage(
    IWebHostEnvironment environment, SessionCookie cookie, PageTexts texts, PageBrand brand, IOptions<PageOptions> options)
{
    /// <summary>What nobody but the server can say: without JavaScript the page has no other words.</summary>
    private static readonly string[] Rendered = ["page.scriptHeading", "page.scriptText"];

    private readonly string _template = Read(environment);

    public IResult Get(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var language = PageLanguages.Match(cookie.Read(context)?.Locale) ?? PageLanguages.FromBrowser(context.Request);

        context.Response.Headers.ContentSecurityPolicy = PageHeaders.ChatPolicy(nonce, options.Value.FrameAncestors);
        context.Response.Headers.CacheControl = "no-store";
        var page = Rendered.Aggregate(_template, (html, key) =>
            html.Replace($"{{{{{key}}}}}", HtmlEncoder.Default.Encode(texts.Get(language, key)), StringComparison.Ordinal));
        return Results.Content(
            page.Replace("{{supplier}}", HtmlEncoder.Default.Encode(brand.Supplier), StringComparison.Ordinal)
                .Replace("{{nonce}}", nonce, StringComparison.Ordinal).Replace("{{language}}", language, StringComparison.Ordinal),
            "text/html; charset=utf-8");
    }

    private static string Read(IWebHostEnvironment environment)
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo("index.html").CreateReadStream());
        return reader.ReadToEnd();
    }
}
