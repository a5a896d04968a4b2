using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;
using static SmartFlexBot.Tests.Onboarding.Tariffs.OfferChats;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <summary>What counts as agreement to a tariff, and what does not.</summary>
public sealed class AgreeToTariffTests
{
    private readonly InMemoryKraken _kraken = new();

    [Theory]
    [InlineData("I agree", "I agree")]
    [InlineData("Switch with obligation to pay", "Switch with obligation to pay")]
    public async Task An_explicit_yes_agrees_and_is_kept_with_the_version_of_the_terms(string words, string kept)
    {
        var chat = await AtOfferAsync(_kraken);

        (await chat.SayAsync(words)).ShouldBe([$"[{Chat.Text("tariff.readings")}]"]);

        await ShouldBeAgreedAsync(chat, kept);
    }

    [Fact]
    public async Task The_button_agrees_in_its_own_words()
    {
        var chat = await AtOfferAsync(_kraken);

        await chat.PressAsync("agree");

        await ShouldBeAgreedAsync(chat, Chat.Text("tariff.agree"));
    }

    [Theory]
    [InlineData("ok", "tariff.soft")]
    [InlineData("yes sure", "tariff.soft")]
    [InlineData("yes", "tariff.soft")]
    public async Task What_is_no_clear_answer_gets_one_and_the_card_stays(string words, string key)
    {
        var chat = await AtOfferAsync(_kraken);

        (await chat.SayAsync(words)).ShouldBe([Chat.Text(key, OfSmart)]);

        (await chat.JourneyAsync()).Tariff.Agreed.ShouldBeNull();
    }

    [Fact]
    public async Task What_means_nothing_is_asked_again()
    {
        var chat = await AtOfferAsync(_kraken);

        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("tariff.retry", OfSmart)]);
    }

    private static async Task ShouldBeAgreedAsync(Chat chat, string words)
    {
        var journey = await chat.JourneyAsync();
        var shown = OfferFingerprint.Of(Smart, Flat, London);
        journey.Tariff.Agreed.ShouldBe(new TariffAgreement(shown, Smart.ProductCode, "1.3", words, Noon));
        journey.Consents[^1].ShouldBe(new(ConsentPurpose.Tariff, true, "1.3", words, Noon));
    }
}
