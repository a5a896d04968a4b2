using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SmartFlexBot.Web.Page.Sessions;

namespace SmartFlexBot.Web.Page;

/// <summary>wwwroot/index.html with this answer's nonce and the visitor's language.</summary>
internal sealed class IndexPage(IWebHostEnvironment environment, SessionCookie cookie, IOptions<PageOptions> options)
{
    private readonly string _template = Read(environment);

    public IResult Get(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var language = cookie.Read(context)?.Locale ?? PageLanguages.FromBrowser(context.Request);

        context.Response.Headers.ContentSecurityPolicy = PageHeaders.ChatPolicy(nonce, options.Value.FrameAncestors);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Content(
            _template.Replace("{{nonce}}", nonce, StringComparison.Ordinal).Replace("{{language}}", language, StringComparison.Ordinal),
            "text/html; charset=utf-8");
    }

    private static string Read(IWebHostEnvironment environment)
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo("index.html").CreateReadStream());
        return reader.ReadToEnd();
    }
}
