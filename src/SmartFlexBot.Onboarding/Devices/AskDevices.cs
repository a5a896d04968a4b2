using System.Globalization;
using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Choices;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Onboarding.Devices;

/// <summary>Car, charge point, or what is missing of them.</summary>
internal sealed record AskDevices(DeviceQuestion Question) : Step
{
    public override string Key => $"AskDevices:{Question}";

    public override string StatusKey => "status.next.AskDevices";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) =>
        new StepRun.Ask(new AskDevicesQuestion(
            turn.Voice, turn.Conversation, turn.Facts, DeviceListening.Of(turn), Question))
        { HearsFirstWords = true, HearsBesideQuestions = true };
}

/// <summary>In the customer's own words; a list only where the words fit several.</summary>
internal sealed class AskDevicesQuestion(
    Voice voice, Conversation conversation, JourneyFacts facts, DeviceListening listening, DeviceQuestion question) : IQuestion
{
    private const string NoneOfThese = "none-of-these";

    public string Id => "ask-devices";

    private IReadOnlyList<CatalogueEntry> Offers => DeviceListening.OffersFor(conversation.Memory.Offers, question);

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (Offers.Count > 0)
        {
            return OfferAsync();
        }

        return again
            ? voice.AskAsync("devices.retry")
            : voice.AskAsync($"devices.ask.{question}", ("make", MakeAskedFor));
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (reply is { IsCard: true, Choice: NoneOfThese } || (!reply.IsCard && IsNoneOfThese(reply.Text)))
        {
            if (Offers.Count == 0)
            {
                return false;
            }

            listening.TakeNone(Offers);
            return true;
        }

        return await listening.HearAsync(reply, question, cancellationToken) == DeviceHearing.Used || IsSmallTalk(reply);
    }

    /// <summary>"Hello": nothing was named that could not be found, so the question is put as it was.</summary>
    private bool IsSmallTalk(Reply reply) => !reply.IsCard && Offers.Count == 0 && SmallTalk.IsAll(reply.Text);

    private bool IsNoneOfThese(string text) => Offers.Count > 0
        && (text.Equals(voice.Text("devices.offers.none"), StringComparison.OrdinalIgnoreCase)
            || ChoiceRecogniser.RecogniseDevice(text, Offers).Outcome == ChoiceOutcome.NoneOfThem);

    private string? MakeAskedFor =>
        question == DeviceQuestion.ChargePointModel ? facts.Journey.ChargePoint?.Make : facts.Journey.Vehicle?.Make;

    private Task OfferAsync()
    {
        var options = Choosable.Options(Offers.Select((entry, index) => new Choosable(Number(index), Name(entry)))
            .Append(new Choosable(NoneOfThese, voice.Text("devices.offers.none"))));
        return voice.ShowAsync("choices", voice.Text("devices.offers.title"), new JsonObject
        {
            ["title"] = voice.Text("devices.offers.title"),
            ["text"] = voice.Text("devices.offers.text"),
            ["options"] = options,
        });
    }

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static string Name(CatalogueEntry entry) => new DeviceAnswer(entry.Make, entry.Model).DisplayName;
}
