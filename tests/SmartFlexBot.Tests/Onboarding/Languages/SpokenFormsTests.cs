using SmartFlexBot.Onboarding.Ports;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Languages;

/// <summary>Days, times and buttons as each language has them.</summary>
public sealed class SpokenFormsTests
{
    private readonly InMemoryKraken _kraken = new();

    [Theory]
    [InlineData("in English please", "2027-11-02T12:00Z", "2 November 2027, 13:00")]
    [InlineData("auf Deutsch", "2027-11-02T12:00Z", "2. November 2027, 13:00 Uhr")]
    [InlineData("en español", "2027-11-02T12:00Z", "2 de noviembre de 2027, 13:00")]
    [InlineData("en français", "2027-11-02T12:00Z", "2 novembre 2027, 13 h 00")]
    [InlineData("en français", "2027-12-01T12:00Z", "1er décembre 2027, 13 h 00")]
    [InlineData("in italiano", "2027-12-01T12:00Z", "1º dicembre 2027, 13:00")]
    public async Task A_moment_is_told_as_it_is_spoken(string language, string at, string told)
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");
        await chat.OpenAsync();
        await chat.SayAsync(language);
        chat.Time.SetUtcNow(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        _kraken.Devices.Add(Device("LIVE"));

        await chat.HappenAsync("watch/changed");

        chat.Effects.Sent[^1].Attachments![0].Content!.ToJsonString(Readable).ShouldContain(told);
    }

    [Fact]
    public async Task Another_language_is_agreed_to_in_it_and_refused_in_the_present_one()
    {
        var chat = new Chat(_kraken);
        await chat.OpenAsync();

        (await chat.SayAsync("Ich habe einen Tesla und möchte bitte intelligent laden"))
            .ShouldContain("[Sollen wir auf Deutsch weitermachen?]");

        var card = chat.Effects.Sent[^1].Attachments![0].Content!.ToJsonString(Readable);
        card.ShouldContain("\"Ja, auf Deutsch\"");
        card.ShouldContain("\"No, stay in English\"");
        (await chat.SayAsync("auf Deutsch bitte"))[0].ShouldBe("In Ordnung, wir machen auf Deutsch weiter.");
        chat.Memory.Question.ShouldBeNull();
    }

    private static System.Text.Json.JsonSerializerOptions Readable { get; } = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
