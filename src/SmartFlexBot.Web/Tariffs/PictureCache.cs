using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Web.Tariffs.Chart;

namespace SmartFlexBot.Web.Tariffs;

/// <summary>Draws a picture once for all who look at it: a chat is scrolled, reloaded and opened on a second device.</summary>
internal sealed class PictureCache(PriceChart chart) : IDisposable
{
    /// <summary>About 80 KB each.</summary>
    private const int MostPictures = 200;

    private readonly MemoryCache _pictures = new(new MemoryCacheOptions { SizeLimit = MostPictures });

    /// <returns>Null when the record is no picture.</returns>
    public DrawnPicture? Get(StoredRecord record) => _pictures.GetOrCreate((record.Key, record.Version), entry =>
    {
        entry.Size = 1;
        entry.SlidingExpiration = TimeSpan.FromHours(1);
        return PricePicture.Read(record.Json) is { } picture ? Draw(picture) : null;
    });

    public void Dispose() => _pictures.Dispose();

    private DrawnPicture Draw(PricePicture picture)
    {
        var png = chart.Png(picture);
        return new(png, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(png).AsSpan(..16))}\""));
    }
}

internal sealed record DrawnPicture(byte[] Png, EntityTagHeaderValue Tag);
