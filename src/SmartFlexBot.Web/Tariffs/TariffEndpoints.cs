using System.Net.Mime;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.Tariffs;

/// <summary>
/// Where a card's picture and the link to an agreement's copy lead. Whoever has the address may look: its code is as random as a
/// ticket's, and the store has the code's hash alone.
/// </summary>
public static class TariffEndpoints
{
    private const int CodeLength = 32;

    public static IEndpointRouteBuilder MapTariffs(this IEndpointRouteBuilder app)
    {
        var tariff = app.MapGroup("/tariff");
        tariff.MapGet("/pictures/{code}.png", PictureAsync);
        tariff.MapGet("/copies/{code}.pdf", CopyAsync);
        return app;
    }

    private static async Task<IResult> PictureAsync(
        string code, HttpContext http, PictureCache pictures, PageTexts texts, IRecordReader records, CancellationToken cancellationToken)
    {
        if (await FindAsync(records, PricePicture.RecordKind, code, cancellationToken) is not { } record)
        {
            return GonePage.Result(http, texts);
        }

        if (pictures.Get(record) is not { } picture)
        {
            return GonePage.Result(http, texts);
        }
        // A code never leads to another picture.
        http.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return Results.Bytes(picture.Png, MediaTypeNames.Image.Png, entityTag: picture.Tag);
    }

    private static async Task<IResult> CopyAsync(
        string code, HttpContext http, PageTexts texts, IRecordReader records, CancellationToken cancellationToken)
    {
        if (await FindAsync(records, AgreementCopy.RecordKind, code, cancellationToken) is not { } record)
        {
            return GonePage.Result(http, texts);
        }

        if (AgreementCopy.Read(record.Json) is not { } copy)
        {
            return GonePage.Result(http, texts);
        }
        // A shared computer keeps nothing of it beside what the customer saves.
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(copy.Pdf, MediaTypeNames.Application.Pdf, copy.FileName);
    }

    private static async Task<StoredRecord?> FindAsync(
        IRecordReader records, string kind, string code, CancellationToken cancellationToken) =>
        code.Length == CodeLength && code.All(char.IsAsciiHexDigitLower)
            ? await records.FindAsync(kind, Ticket.KeyOf(code), cancellationToken)
            : null;
}
