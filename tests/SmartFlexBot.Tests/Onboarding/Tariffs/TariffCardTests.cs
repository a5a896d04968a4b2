using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;
using static SmartFlexBot.Tests.Onboarding.Tariffs.OfferChats;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <summary>The offer beside the tariff now: what is shown before anyone agrees.</summary>
public sealed class TariffCardTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task Before_anything_is_shown_the_offer_is_read_for_the_chosen_device()
    {
        var chat = await AtAsync(_kraken, Confirmed with { Chosen = Charger });

        var command = TariffCommand.Read(chat.Effects.Commands.ShouldHaveSingleItem().Payload);
        (command.Action, command.Scope).ShouldBe((TariffChange.Read, new TariffScope("A-1", 7, Charger)));
        (await chat.SwitchedAsync(new(Read))).ShouldHaveSingleItem().ShouldBe($"[{Chat.Text("tariff.title", OfSmart)}]");
    }

    [Fact]
    public async Task The_card_shows_both_tariffs_row_by_row_with_the_rules_of_the_market()
    {
        var chat = await AtOfferAsync(_kraken);

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
        var chat = await AtOfferAsync(_kraken, Read with { Now = null, Offered = bare });

        chat.CardTexts.Count(text => text == Chat.Text("tariff.not-told")).ShouldBe(8);
    }

    [Fact]
    public async Task A_present_tariff_whose_data_is_wrong_is_as_good_as_not_told()
    {
        var chat = await AtOfferAsync(_kraken, Read with { Now = Flat.Priced() });

        chat.CardTexts.ShouldNotContain("Standard Variable");
        Picture(chat).Now.ShouldBeNull();
    }

    [Theory]
    [InlineData("2027-03-31", 12, "No, fixed until 31 March 2027")]
    [InlineData(null, 12, "No, fixed for 12 months")]
    [InlineData(null, null, "No, it is fixed")]
    public async Task A_fixed_price_says_for_how_long(string? until, int? months, string words)
    {
        var chat = await AtOfferAsync(_kraken, Read with
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
        var chat = await AtOfferAsync(_kraken);

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

        Picture(await AtOfferAsync(_kraken, Read with { Offered = offer })).Unit.ShouldBe(unit);
    }

    [Fact]
    public async Task Where_figures_come_from_is_told_on_request()
    {
        var chat = await AtOfferAsync(_kraken);

        var said = (await chat.PressAsync("origins")).ShouldHaveSingleItem();

        said.ShouldStartWith("Where each figure comes from:\nPrice of electricity: our price system, read on 23 November 2026, 08:00\n");
        said.ShouldContain("\nMeter: https://octopus.energy/policies/smart-tariffs-terms-and-condition, 23 November 2026\n");
        said.ShouldContain("\nPayments for electricity you export: an example, made up\n");
    }

    [Theory]
    [InlineData(7500, 0, "Leaving your present tariff can cost £75.00.")]
    [InlineData(0, 5000, "Leaving Smart EV early costs £50.00.")]
    [InlineData(7500, 5000, "Leaving your present tariff can cost £75.00. Leaving Smart EV early costs £50.00.")]
    [InlineData(null, 0, "I can’t see whether leaving your present tariff costs anything. If it has a fixed term, please check first.")]
    [InlineData(0, 0, null)]
    public async Task What_leaving_costs_is_a_sentence_before_the_button_and_is_heard_too(int? present, int offered, string? sentence)
    {
        var chat = await AtOfferAsync(_kraken, Read with
        {
            Now = Flat with { ExitFee = present is { } pence ? Pence(pence, FigurePer.Once) : null },
            Offered = Smart with { ExitFee = Pence(offered, FigurePer.Once) },
        });

        var shown = chat.CardTexts.Select(text => text.Replace("\\", "", StringComparison.Ordinal)).ToList();
        if (sentence is null)
        {
            shown.ShouldNotContain(text => text.StartsWith("Leaving", StringComparison.Ordinal));
            return;
        }

        shown.IndexOf(sentence).ShouldBeInRange(0, shown.IndexOf(Chat.Text("tariff.agree")));
        chat.Effects.Sent[^1].Speak.ShouldNotBeNull().ShouldContain(sentence);
    }

    private static PricePicture Picture(Chat chat) =>
        PricePicture.Read(chat.Effects.Written.Last(written => written.Kind == PricePicture.RecordKind).Json!)!;
}
