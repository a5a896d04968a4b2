using System.Globalization;
using SmartFlexBot.Tests.Kraken.Client;
using SmartFlexBot.Tests.Kraken.Tariffs;

namespace SmartFlexBot.Tests.Kraken;

/// <summary>
/// What is sent to Kraken and read from it is the same wherever the host stands: other calendars (th-TH, ar-SA, fa-IR), another minus
/// (fi-FI), a comma (de-DE), another i (tr-TR).
/// </summary>
public sealed class CultureTests : IDisposable
{
    private readonly CultureInfo _usual = CultureInfo.CurrentCulture;

    public static TheoryData<string> Cultures => ["ar-SA", "th-TH", "fa-IR", "tr-TR", "fi-FI", "de-DE"];

    public void Dispose() => CultureInfo.CurrentCulture = _usual;

    [Theory, MemberData(nameof(Cultures))]
    public async Task An_enrolment_offer_is_read(string culture)
    {
        CultureInfo.CurrentCulture = new(culture);

        await new EnrolmentOfferTests().Both_tariffs_come_with_the_figures_of_the_first_day_and_their_origin();
        await new TariffWatchSourceTests().Many_watches_are_read_with_one_request_and_each_account_once();
    }

    [Theory, MemberData(nameof(Cultures))]
    public async Task A_quote_is_read(string culture)
    {
        CultureInfo.CurrentCulture = new(culture);

        await new QuoteTariffJourneyTests().A_quote_is_asked_for_the_first_possible_day_and_read_by_our_names();
    }

    [Theory, MemberData(nameof(Cultures))]
    public async Task A_device_goes_from_the_first_question_to_LIVE(string culture)
    {
        CultureInfo.CurrentCulture = new(culture);

        using var classic = new ClassicWizardTests();
        await classic.A_Tesla_goes_from_the_first_question_to_LIVE();
        await new OnboardingWatchSourceTests().Many_watches_are_read_with_one_request_and_each_account_once();
        await new KrakenClientTests().A_token_is_renewed_before_it_expires_with_its_refresh_token();
        await new KrakenClientTests().A_rejected_token_is_renewed_once_and_the_mutation_sent_once_more("KT-CT-1112");
    }
}
