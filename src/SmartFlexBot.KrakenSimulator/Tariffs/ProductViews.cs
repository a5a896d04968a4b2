namespace SmartFlexBot.KrakenSimulator.Tariffs;

internal sealed class EnergyProductView(TariffProduct product)
{
    /// <summary>exit_fees_type is "NONE" in public samples; the word for a sum is assumed.</summary>
    public const string FeeInMinorUnit = "PENCE";

    public string Id => product.Code;

    public string Code => product.Code;

    public string DisplayName => product.DisplayName;

    public string FullName => product.FullName;

    public string Description => product.Description;

    public DateTimeOffset AvailableFrom => product.AvailableFrom;

    public DateTimeOffset? AvailableTo { get; }

    public bool IsAvailable => product.IsAvailable;

    public bool IsVariable => !product.IsFixed;

    public bool IsFixed => product.IsFixed;

    public bool IsChargedHalfHourly => product.IsChargedHalfHourly;

    public bool IsBusiness { get; }

    public bool IsPrepay { get; }

    public int? Term => product.TermMonths;

    public int? ExitFees => product.ExitFee is { } fee ? (int)Math.Clamp(fee, int.MinValue, int.MaxValue) : null;

    public string? ExitFeesType => FeesType(product);

    public IReadOnlyList<string> Tags { get; } = [];

    public static string? FeesType(TariffProduct product) => product.ExitFee switch
    {
        null => null,
        0 => "NONE",
        _ => FeeInMinorUnit,
    };
}

internal sealed record TermsView(
    string Name, string PdfUrl, string BrandCode, string Markdown, string Html, string? Version, DateTimeOffset EffectiveFrom);
