using GraphQL;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Control;

internal sealed record KrakenVersionView(string Number, string SHA, bool IsPinned);

internal sealed record RateLimitView(PointsView PointsAllowanceRateLimit, FieldLimitsView FieldSpecificRateLimits);

internal sealed record PointsView(int Limit, int RemainingPoints, int UsedPoints, int Ttl, bool IsBlocked);

internal sealed record FieldLimitsView(PageInfoView PageInfo, IReadOnlyList<object> Edges, int TotalCount, int EdgeCount);

internal sealed record PageInfoView(bool HasNextPage, bool HasPreviousPage)
{
    public string? StartCursor { get; }

    public string? EndCursor { get; }
}

internal sealed record PossibleErrorsView(string Name, string Type, bool AuthErrors, IReadOnlyList<PossibleErrorView> PossibleErrors);

internal sealed record PossibleErrorView(string Message, string Code, string Type, string Description);

/// <summary>What Kraken tells of itself.</summary>
internal sealed class MetaResolvers : IResolvers
{
    // An organisation's hourly allowance in GB. The simulator counts no points; faults with KT-CT-1199 show what a limit does.
    private const int Allowance = 100_000;

    private static readonly string[] WizardCodes =
        ["KT-CT-4371", "KT-CT-4372", "KT-CT-4375", "KT-CT-4376", "KT-CT-4377", "KT-CT-4378", "KT-CT-4379", "KT-CT-4391", "KT-CT-7899"];

    public void AddTo(RootFields fields)
    {
        fields.PublicQuery("krakenVersion", _ => new KrakenVersionView("simulator", "0000000", false));
        fields.Query("rateLimitInfo", _ => new RateLimitView(new(Allowance, Allowance, 0, 3600, false), new(new(false, false), [], 0, 0)));
        fields.PublicQuery("possibleErrors", PossibleErrors);
    }

    private static PossibleErrorsView PossibleErrors(IResolveFieldContext context)
    {
        var input = context.GetArgument<IDictionary<string, object?>>("input");
        var name = (string)input["name"]!;
        var withAuth = input.TryGetValue("authErrors", out var value) && value is true;
        var codes = (withAuth ? ["KT-CT-1111", "KT-CT-1112", "KT-CT-1113"] : Array.Empty<string>()).Concat(CodesOf(name));
        return new(name, input["type"]!.ToString()!, withAuth,
            [.. codes.Select(KrakenErrorText.For)
                .Select(text => new PossibleErrorView(text.Message, text.Code, text.Type, text.Description))]);
    }

    private static string[] CodesOf(string name) => name switch
    {
        "obtainKrakenToken" => ["KT-CT-1134", "KT-CT-1138"],
        "deviceRegistration" => ["KT-CT-4312", "KT-CT-4321", "KT-CT-4324", "KT-CT-4363", "KT-CT-4364"],
        "triggerTestCharge" => ["KT-CT-4301", "KT-CT-4355", "KT-CT-4362"],
        "startSmartFlexOnboarding" => ["KT-CT-4321"],
        "initiateProductSwitch" => ["KT-CT-1507", "KT-CT-1509", "KT-CT-4619", "KT-CT-4624", "KT-CT-4626", "KT-CT-4719", "KT-CT-4924"],
        "availableProductSwitchDates" => ["KT-CT-1501"],
        "deauthenticateFlexDevice" => ["KT-CT-4350"],
        _ when name.EndsWith("ForSmartFlexOnboarding", StringComparison.Ordinal) => WizardCodes,
        _ => [],
    };
}
