using GraphQL;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Clock;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Tariffs;

internal sealed record ProductSwitchView(string ProductCode, string SwitchDate);

/// <summary>
/// Core Kraken: a switch from a quote. The reference lists the codes of initiateProductSwitch without what each means; here 1507 is a day
/// that is not offered, 4619 no agreement or the same product, 4624 a switch that is under way, 4626 a quote that is unknown or stale,
/// 4924 a refusal. 1509 and 4719 come by faults alone.
/// </summary>
internal sealed class SwitchResolvers(World world, ProductBook products, TimeProvider time, IOptions<SimulatorOptions> options) : IResolvers
{
    /// <summary>From tomorrow on.</summary>
    private const int Days = 28;

    private const int StagesToCancellation = 4;

    public void AddTo(RootFields fields)
    {
        fields.Query("availableProductSwitchDates", Dates);
        fields.Mutation("initiateProductSwitch", Switch);
    }

    private List<string> Dates(IResolveFieldContext context)
    {
        var id = context.GetArgument<int>("agreementId");
        var agreement = world.All().Where(account => Viewers.MaySee(context, account.Number))
            .SelectMany(account => account.Agreements)
            .FirstOrDefault(agreement => agreement.Id == id) ?? throw KrakenError.Of("KT-CT-1501");
        var range = Math.Clamp(context.GetArgument<int?>("maxRange") ?? Days, 0, Days);
        return [.. Dates(agreement).Take(range).Select(day => day.Write())];
    }

    private ProductSwitchView Switch(IResolveFieldContext context)
    {
        var input = context.Input();
        var number = world.Require(context, input.Text("accountNumber")).Number;
        var day = TariffInput.Day(input.GetValue("switchDate"));
        var account = world.Change(number, context.FieldDefinition.Name, (account, now) => account.With(New(account, input, day, now)));
        return new(account.Agreements[^1].ProductCode, day.Write());
    }

    private Agreement New(Account account, IDictionary<string, object?> input, DateOnly day, DateTimeOffset now)
    {
        var today = time.GetUtcNow();
        var quote = account.Quotes.FirstOrDefault(quote => quote.Id == input.Text("quotedProductId"));
        if (quote is null || products.Find(quote.ProductCode) is not { IsAvailable: true } product)
        {
            throw KrakenError.Of("KT-CT-4626");
        }

        if (IsUnderWay(account, quote.PropertyId, now))
        {
            throw KrakenError.Of("KT-CT-4624");
        }

        var present = account.Present(quote.PropertyId, now);
        if (present is null || present.ProductCode == product.Code)
        {
            throw KrakenError.Of("KT-CT-4619");
        }

        if (product.Revision != quote.Revision || present.Id != quote.AgreementId || today > quote.At + options.Value.QuoteLifetime)
        {
            throw KrakenError.Of("KT-CT-4626");
        }

        if (!Dates(present).Contains(day))
        {
            throw KrakenError.Of("KT-CT-1507");
        }

        if (account.SwitchEnding == EnrolmentEvents.UnableToProceed)
        {
            throw KrakenError.Of("KT-CT-4924");
        }

        var from = LocalTime.StartOf(product.Zone, day);
        return new(account.NextId(quote.PropertyId), quote.PropertyId, product.Code, from, now + (from - today),
            WithdrawnAt: account.SwitchEnding is null ? null : now + StagesToCancellation * options.Value.EnrolmentStageDuration);
    }

    private static bool IsUnderWay(Account account, int propertyId, DateTimeOffset now) =>
        account.Future(propertyId, now) is not null
        || account.Enrolments.Any(enrolment => enrolment.IsOpen && enrolment.PropertyId == propertyId);

    private IEnumerable<DateOnly> Dates(Agreement agreement)
    {
        var today = LocalTime.DayOf(products.Find(agreement.ProductCode)!.Zone, time.GetUtcNow());
        return Enumerable.Range(1, Days).Select(today.AddDays);
    }
}
