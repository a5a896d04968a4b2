using GraphQL;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Clock;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Tariffs;

internal sealed record OnboardingProcessView(string Id);

internal sealed record StartOnboardingView(OnboardingProcessView OnboardingProcess, ProductEnrolmentView ProductEnrolment);

internal sealed record AcceptTermsView(string AcceptedVersion);

/// <summary>
/// GB: a switch as an enrolment. No error codes of startOnboardingProcess and acceptTermsAndConditions are documented; these are the
/// nearest of kraken-api's switching codes: 1507 a day in the past, 4321 bad input, 4619 on the product already, 4624 a switch runs,
/// 4626 a product or terms that are not (or no longer) valid, 4924 an enrolment that is over.
/// </summary>
internal sealed class EnrolmentResolvers(World world, ProductBook products, TariffViews views, TimeProvider time) : IResolvers
{
    public void AddTo(RootFields fields)
    {
        fields.Mutation("startOnboardingProcess", Start);
        fields.Mutation("acceptTermsAndConditions", Accept);
        fields.Query("productEnrolments", context => Account(context) is var account
            ? account.Enrolments.Select(enrolment => views.Of(account, enrolment)).ToList()
            : null);
        fields.Query("productEnrolment", context => Account(context) is var account
            && account.Enrolments.FirstOrDefault(enrolment => enrolment.Id == context.GetArgument<string>("enrolmentId")) is { } found
            ? views.Of(account, found)
            : throw KrakenError.Of("KT-CT-4321"));
    }

    private StartOnboardingView Start(IResolveFieldContext context)
    {
        var input = context.Input();
        var number = world.Require(context, input.Text("accountNumber")).Number;
        var id = Guid.NewGuid().ToString();
        var account = world.Change(number, context.FieldDefinition.Name, (account, now) => account.With(New(account, input, id, now)));
        var enrolment = account.Enrolments.Single(enrolment => enrolment.Id == id);
        return new(new(enrolment.ProcessId), views.Of(account, enrolment));
    }

    private Enrolment New(Account account, IDictionary<string, object?> input, string id, DateTimeOffset now)
    {
        // No home here has gas, so that an mprn alone is bad input.
        var home = account.HomeOf(input.Text("mpan")) ?? throw KrakenError.Of("KT-CT-4321");
        var product = products.Find(input.Text("productCode"));
        if (product is not { IsAvailable: true, Terms.Version: { } version })
        {
            throw KrakenError.Of("KT-CT-4626");
        }

        if (input.GetValue("termsAndConditions") is IDictionary<string, object?> terms)
        {
            if (terms.GetValue("accepted") is not true)
            {
                throw KrakenError.Of("KT-CT-4321");
            }

            if (terms.Text("version") != version)
            {
                throw KrakenError.Of("KT-CT-4626");
            }
        }

        if (account.Enrolments.Any(other => other.IsOpen && other.PropertyId == home.Id) || account.Future(home.Id, now) is not null)
        {
            throw KrakenError.Of("KT-CT-4624");
        }

        if (account.Present(home.Id, now)?.ProductCode == product.Code)
        {
            throw KrakenError.Of("KT-CT-4619");
        }

        return new()
        {
            Id = id,
            ProcessId = Guid.NewGuid().ToString(),
            PropertyId = home.Id,
            ProductCode = product.Code,
            Stages = EnrolmentEvents.Stages(account.LacksSmartMeter, product.WaitsForTestCharge),
            Events = [new(EnrolmentEvents.Started, now)],
            StartsAt = StartsAt(input, product, now),
            ToCalendar = time.GetUtcNow() - now,
            PlannedEnding = account.SwitchEnding,
        };
    }

    private DateTimeOffset? StartsAt(IDictionary<string, object?> input, TariffProduct product, DateTimeOffset now)
    {
        if (input.GetValue("targetAgreementChangeDate") is not { } value)
        {
            return null;
        }

        var day = TariffInput.Day(value);
        var today = time.GetUtcNow();
        if (day < LocalTime.DayOf(product.Zone, today))
        {
            throw KrakenError.Of("KT-CT-1507");
        }

        return now + (LocalTime.StartOf(product.Zone, day) - today);
    }

    /// <summary>The terms given to startOnboardingProcess do not count as accepted: the enrolment waits for this mutation.</summary>
    private AcceptTermsView Accept(IResolveFieldContext context)
    {
        var input = context.Input();
        var number = world.Require(context, input.Text("accountNumber")).Number;
        var parts = (IDictionary<string, object?>)input["termsVersion"]!;
        var version = $"{parts["versionMajor"]}.{parts["versionMinor"]}";
        world.Change(number, context.FieldDefinition.Name, (account, now) =>
        {
            var enrolment = account.Enrolments.FirstOrDefault(enrolment => enrolment.Id == input.Text("enrolmentId"))
                ?? throw KrakenError.Of("KT-CT-4321");
            // The same once more is no other agreement.
            if (enrolment.TermsVersion == version)
            {
                return account;
            }

            if (enrolment.Next is null)
            {
                throw KrakenError.Of("KT-CT-4924");
            }

            if (enrolment.TermsVersion is not null || products.Find(enrolment.ProductCode)?.Terms?.Version != version)
            {
                throw KrakenError.Of("KT-CT-4626");
            }

            return account.With(enrolment.With(EnrolmentEvents.TermsAccepted, now) with { TermsVersion = version });
        });
        return new(version);
    }

    private Account Account(IResolveFieldContext context) => world.Require(context, context.GetArgument<string>("accountNumber"));
}
