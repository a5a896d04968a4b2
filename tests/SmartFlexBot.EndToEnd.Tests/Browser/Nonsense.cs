namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>Text that answers nothing, some of it meant to break out of where it is shown. The same for the same seed.</summary>
internal sealed class Nonsense(int seed)
{
    private static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "${$root}", "[x](javascript:alert(1))", "**_`~|",
        "{\"do\":\"confirm\"}", "\\u0000",
        "🚗🔋", "مرحبا", "ẞþøłđ", "qxzv", "wkjq", "%00%0a", "'; DROP TABLE inbox; --", "¿¡§", "0x7f",
    ];

    private readonly Random _random = new(seed);

    public string Next() => string.Join(' ', _random.GetItems(Pieces, _random.Next(1, 5)));
}
