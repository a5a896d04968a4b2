using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <summary>The offer beside the tariff now, what can be asked about it, and what counts as agreement.</summary>
public sealed class TariffQuestionsTests
{
    private static readonly TariffReading Read = new(Flat, Smart, IsOnOffered: false, ReadAt);
    private static readonly (string, object?)[] Named = [("tariff", "Smart EV"), ("version", "1.3")];

    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task Before_anything_is_shown_the_offer_is_read_for_the_chosen_device()
    {
        var chat = await AtAsync(Confirmed with { Chosen = Charger });

        var command = TariffCommand.Read(chat.Effects.Commands.ShouldHaveSingleItem().Payload);
        (command.Action, command.Scope).ShouldBe((TariffChange.Read, new TariffScope("A-1", 7, Charger)));
        (await chat.SwitchedAsync(new(Read))).ShouldHaveSingleItem().ShouldBe($"[{Chat.Text("tariff.title", Named)}]");
    }

    [Fact]
    public async Task The_card_shows_both_tariffs_row_by_row_with_the_rules_of_the_market()
    {
        var chat = await AtOfferAsync();

        string[] words =
        [
            "Standard Variable", "Smart EV", "All day: 27.03p per kWh", "05:30 to 23:30: 28.64p per kWh\n\n23:30 to 05:30: 7p per kWh",
            "53.8p a day", "55.1p a day", "Included", "None", "Smart EV terms, version 1.3", "23 November 2026",
            Chat.Text("tariff.variable"), Chat.Text("tariff.meter.true"), "Up to 6 hours a day.",
            Chat.Text("tariff.beyond-cap.higher-rate"), Chat.Text("tariff.export.ask"), Chat.Text("tariff.deadline", ("value", 7)),
            Chat.Text("tariff.lock-out", ("value", 30)), Chat.Text("tariff.cooling-off", ("value", 14)),
            Chat.Text("tariff.ask", ("tariff", "Smart EV"), ("version", @"1\.3")), "https://supplier.example/terms/smart-ev-1.3.pdf",
        ];
        var shown = chat.CardTexts.Select(text => text.Replace("\\", "", StringComparison.Ordinal)).ToList();
        words.Select(word => word.Replace("\\", "", StringComparison.Ordinal)).Except(shown).ShouldBeEmpty(string.Join('\n', shown));
    }

    [Fact]
    public async Task What_the_tenant_does_not_tell_is_said_to_be_not_known()
    {
        var bare = Smart with { IsFixed = null, StartsOn = null };
        var chat = await AtOfferAsync(Read with { Now = null, Offered = bare });

        chat.CardTexts.Count(text => text == Chat.Text("tariff.not-told")).ShouldBe(8);
    }

    [Fact]
    public async Task A_present_tariff_whose_data_is_wrong_is_as_good_as_not_told()
    {
        var chat = await AtOfferAsync(Read with { Now = Flat.Priced() });

        chat.CardTexts.ShouldNotContain("Standard Variable");
        Picture(chat).Now.ShouldBeNull();
    }

    [Theory]
    [InlineData("2027-03-31", 12, "No, fixed until 31 March 2027")]
    [InlineData(null, 12, "No, fixed for 12 months")]
    [InlineData(null, null, "No, it is fixed")]
    public async Task A_fixed_price_says_for_how_long(string? until, int? months, string words)
    {
        var chat = await AtOfferAsync(Read with
        {
            Offered = Smart with
            {
                IsFixed = true,
                EndsOn = until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
                TermMonths = months,
                ExitFee = Pence(7500, FigurePer.Once),
            },
        });

        chat.CardTexts.ShouldContain(words);
        chat.CardTexts.Select(text => text.Replace("\\", "", StringComparison.Ordinal)).ShouldContain("£75.00");
    }

    [Fact]
    public async Task The_picture_shows_the_day_in_minutes_and_says_the_same_in_words()
    {
        var chat = await AtOfferAsync();

        var picture = Picture(chat);
        picture.Offered.Steps.ShouldBe(
        [
            new(0, 330, 7m, "7p"), new(330, 1410, 28.64m, "28.64p"), new(1410, 1440, 7m, "7p"),
        ]);
        picture.Now.ShouldNotBeNull().Steps.ShouldBe([new(0, 1440, 27.03m, "27.03p")]);
        (picture.Unit, picture.Offered.Name, picture.Now.Name).ShouldBe(("p per kWh", "Offered: Smart EV", "Now: Standard Variable"));
        picture.AltText.ShouldBe(
            "Prices through the day. Offered, Smart EV: 05:30 to 23:30: 28.64p per kWh; 23:30 to 05:30: 7p per kWh. "
            + "Now, Standard Variable: All day: 27.03p per kWh.");
        chat.Effects.Written.Last(written => written.Kind == PricePicture.RecordKind).ExpiresAt.ShouldBe(Noon.AddDays(400));
    }

    [Theory]
    [InlineData("EUR", true, "ct per kWh")]
    [InlineData("EUR", false, "€ per kWh")]
    [InlineData("GBP", false, "£ per kWh")]
    [InlineData("CHF", false, "CHF per kWh")]
    [InlineData("CHF", true, "CHF/100 per kWh")]
    public async Task The_picture_names_its_unit(string currency, bool isMinor, string unit)
    {
        var price = Pence(7) with { Currency = currency, IsMinor = isMinor };
        var offer = Smart.Priced(new PricePiece(At("2026-11-22T00:00Z"), null, price));

        Picture(await AtOfferAsync(Read with { Offered = offer })).Unit.ShouldBe(unit);
    }

    [Theory]
    [InlineData("I agree", "I agree")]
    [InlineData("Switch with obligation to pay", "Switch with obligation to pay")]
    public async Task An_explicit_yes_agrees_and_is_kept_with_the_version_of_the_terms(string words, string kept)
    {
        var chat = await AtOfferAsync();

        (await chat.SayAsync(words)).ShouldBe([$"[{Chat.Text("tariff.readings")}]"]);

        await ShouldBeAgreedAsync(chat, kept);
    }

    [Fact]
    public async Task The_button_agrees_in_its_own_words()
    {
        var chat = await AtOfferAsync();

        await chat.PressAsync("agree");

        await ShouldBeAgreedAsync(chat, Chat.Text("tariff.agree"));
    }

    [Theory]
    [InlineData("ok", "tariff.soft")]
    public async Task What_is_no_clear_answer_gets_one_and_the_card_stays(string words, string key)
    {
        var chat = await AtOfferAsync();

        (await chat.SayAsync(words)).ShouldBe([Chat.Text(key, Named)]);

        (await chat.JourneyAsync()).Tariff.Agreed.ShouldBeNull();
    }

    [Fact]
    public async Task What_means_nothing_is_asked_again()
    {
        var chat = await AtOfferAsync();

        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("tariff.retry", Named)]);
    }

    [Fact]
    public async Task Where_figures_come_from_is_told_on_request()
    {
        var chat = await AtOfferAsync();

        var said = (await chat.PressAsync("origins")).ShouldHaveSingleItem();

        said.ShouldStartWith("Where each figure comes from:\nPrice of electricity: our price system, read on 23 November 2026, 08:00\n");
        said.ShouldContain("\nMeter: https://octopus.energy/policies/smart-tariffs-terms-and-condition, 23 November 2026\n");
        said.ShouldContain("\nPayments for electricity you export: an example, made up\n");
    }

    [Fact]
    public async Task A_month_is_worked_out_from_the_customers_own_figures_line_by_line()
    {
        var chat = await AtOfferAsync();
        (await chat.PressAsync("estimate")).ShouldBe([$"[{Chat.Text("tariff.estimate.text")}]"]);
        chat.CardTexts.ShouldContain("kWh, 05:30 to 23:30");

        var said = (await chat.PressAsync("estimated", inputs: [("kwh0", "100"), ("kwh1", "200.5")])).ShouldHaveSingleItem();

        // 100 × 28.64p + 200.5 × 7p + 30 × 55.1p; and 300.5 × 27.03p + 30 × 53.8p.
        said.ShouldBe(Chat.Text("tariff.estimate.sum", ("days", 30), ("lines", """
            Offered
            100 kWh × 28.64p = £28.64
            200.5 kWh × 7p = £14.04
            Standing charge: 30 × 55.1p = £16.53
            Total: £59.21

            Now
            300.5 kWh × 27.03p = £81.23
            Standing charge: 30 × 53.8p = £16.14
            Total: £97.37
            """)));
    }

    [Theory]
    [InlineData("100", null)]
    [InlineData("-1", "5")]
    [InlineData("20001", "5")]
    [InlineData("many", "5")]
    [InlineData("1e3", "5")]
    public async Task A_figure_that_cannot_be_is_asked_for_again(string first, string? second)
    {
        var chat = await AtOfferAsync();
        await chat.PressAsync("estimate");
        (string, string)[] inputs = second is null ? [("kwh0", first)] : [("kwh0", first), ("kwh1", second)];

        (await chat.PressAsync("estimated", inputs: inputs)).ShouldBe([Chat.Text("tariff.estimate.wrong", ("most", "20,000"))]);
    }

    [Theory]
    [InlineData("0", "20000")]
    public async Task The_least_and_the_most_are_figures(string first, string second)
    {
        var chat = await AtOfferAsync();
        await chat.PressAsync("estimate");

        (await chat.PressAsync("estimated", inputs: [("kwh0", first), ("kwh1", second)]))[0].ShouldContain("20,000 kWh × 7p = £1,400.00");
    }

    [Fact]
    public async Task A_present_tariff_with_windows_of_its_own_is_not_guessed()
    {
        var chat = await AtOfferAsync(Read with { Now = Smart });
        await chat.PressAsync("estimate");

        (await chat.PressAsync("estimated", inputs: [("kwh0", "1"), ("kwh1", "1")]))[0].ShouldNotContain("Now\n");
    }

    [Fact]
    public async Task A_no_is_the_end_where_the_tariff_is_needed_and_it_can_be_seen_again()
    {
        var chat = await AtOfferAsync();

        (await chat.SayAsync("no")).ShouldBe([$"[{Chat.Text("tariff.declined")}]"]);
        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("tariff.review.retry")]);
        (await chat.PressAsync("no")).ShouldBe([Chat.Text("person"), Chat.Text("tariff.review.retry")]);
        await chat.SayAsync("try again");

        (await chat.JourneyAsync()).Tariff.ShouldBe(new TariffFacts());
        chat.Effects.Commands.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("ok")]
    public async Task A_yes_shows_it_again(string words)
    {
        var chat = await AtOfferAsync();
        await chat.SayAsync("no");

        await chat.SayAsync(words);

        (await chat.JourneyAsync()).Tariff.Declined.ShouldBeFalse();
    }

    [Fact]
    public async Task Where_the_tariff_is_a_choice_a_no_goes_on()
    {
        var chat = await AtOfferAsync(market: Market with { Tariff = Market.Tariff! with { IsRequired = false } });

        (await chat.PressAsync("no")).ShouldBe([Chat.Text("tariff.declined.kept"), $"[{Chat.Text("consent.title")}]"]);
    }

    [Fact]
    public async Task Readings_are_a_permission_of_their_own()
    {
        var chat = await AtOfferAsync();
        await chat.PressAsync("agree");

        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("tariff.readings.retry")]);
        (await chat.SayAsync("why do you need that?")).ShouldBe(
            [$"{Chat.Text("tariff.readings.why")} {Chat.Text("tariff.readings.retry")}"]);
        (await chat.SayAsync("ok")).ShouldBe([Chat.Text("tariff.readings.retry")]);
        (await chat.SayAsync("I agree")).ShouldBe([Chat.Text("wait.BeginSwitch")]);

        (await chat.JourneyAsync()).Consents[^1].ShouldBe(
            new(ConsentPurpose.HalfHourlyReadings, true, Shipped.Market.ConsentWording, "I agree", Noon));
        var command = TariffCommand.Read(chat.Effects.Commands[^1].Payload);
        (command.Action, command.HalfHourlyReadings, command.Agreed!.ProductCode).ShouldBe((TariffChange.Begin, true, Smart.ProductCode));
    }

    [Fact]
    public async Task The_readings_button_is_kept_in_its_own_words()
    {
        var chat = await AtOfferAsync();
        await chat.PressAsync("agree");

        await chat.PressAsync("yes");

        (await chat.JourneyAsync()).Consents[^1].Words.ShouldBe(Chat.Text("tariff.readings.yes"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_the_readings_nothing_is_switched(bool isTyped)
    {
        var chat = await AtOfferAsync();
        await chat.PressAsync("agree");

        (await (isTyped ? chat.SayAsync("no") : chat.PressAsync("no")))[0].ShouldBe(Chat.Text("tariff.readings.refused"));

        var tariff = (await chat.JourneyAsync()).Tariff;
        (tariff.Agreed, tariff.Declined).ShouldBe((null, true));
    }

    private static MarketSettings Market => Shipped.Britain with { ConsentWording = Shipped.Market.ConsentWording };

    private static PricePicture Picture(Chat chat) =>
        PricePicture.Read(chat.Effects.Written.Last(written => written.Kind == PricePicture.RecordKind).Json!)!;

    private static async Task ShouldBeAgreedAsync(Chat chat, string words)
    {
        var journey = await chat.JourneyAsync();
        var shown = OfferFingerprint.Of(Smart, Flat, London);
        journey.Tariff.Agreed.ShouldBe(new TariffAgreement(shown, Smart.ProductCode, "1.3", words, Noon));
        journey.Consents[^1].ShouldBe(new(ConsentPurpose.Tariff, true, "1.3", words, Noon));
    }

    private async Task<Chat> AtAsync(Journey journey, MarketSettings? market = null)
    {
        var chat = new Chat(_kraken, market ?? Market);
        chat.Know(journey);
        await chat.OpenAsync();
        return chat;
    }

    private async Task<Chat> AtOfferAsync(TariffReading? read = null, MarketSettings? market = null)
    {
        var chat = await AtAsync(Confirmed, market);
        await chat.SwitchedAsync(new(read ?? Read));
        return chat;
    }
}
