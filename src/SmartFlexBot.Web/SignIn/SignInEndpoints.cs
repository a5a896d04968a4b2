using Microsoft.AspNetCore.Mvc;
using QRCoder;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Web.SignIn;

/// <summary>
/// Where links in the chat lead, and where makers' pages send the browser back to. The address behind a link is looked up by its
/// ticket; the address a browser comes back with goes into the conversation's inbox, encrypted.
/// </summary>
public static class SignInEndpoints
{
    private const int LargestForm = 4096;

    public static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/auth").WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        auth.MapGet(LinkEndpoint.Path, (HttpContext http, string code, LinkEndpoint link) => link.OpenAsync(http, code));
        auth.MapPost(LinkEndpoint.Path, (HttpContext http, string code, LinkEndpoint link) => link.DecideAsync(http, code));
        auth.MapGet("/return", (HttpContext http, ReturnEndpoint back) => back.TakeAsync(http));
        auth.MapGet("/qr/{code}.png", QrCode);
        return app;
    }

    private static IResult QrCode(string code, PublicAddress address)
    {
        if (code.Length != 32 || !code.All(char.IsAsciiHexDigitLower))
        {
            return Results.NotFound();
        }

        using var data = QRCodeGenerator.GenerateQrCode(address.Of($"/auth/start/{code}"), QRCodeGenerator.ECCLevel.M);
        return Results.Bytes(new PngByteQRCode(data).GetGraphic(8), "image/png");
    }
}
