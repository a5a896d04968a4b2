using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Choices;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>Car and charge point in the customer's own words; a list only where the words fit several.</summary>
internal sealed class AskDevices(JourneyTurn turn, DeviceQuestion question) : IQuestion
{
    private const string NoneOfThese = "none-of-these";

    public string Id => "ask-devices";

    private IReadOnlyList<CatalogueEntry> Offers => DeviceListening.OffersFor(turn.Memory.Offers, question);

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (Offers.Count > 0)
        {
            return OfferAsync();
        }

        return again
            ? turn.AskAsync("devices.retry")
            : turn.AskAsync($"devices.ask.{question}", ("make", MakeAskedFor));
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (reply is { IsCard: true, Choice: NoneOfThese } || (!reply.IsCard && IsNoneOfThese(reply.Text)))
        {
            turn.Remember(memory => memory with { Offers = [] });
            return false;
        }

        switch (await new DeviceListening(turn).HearAsync(reply, question, cancellationToken))
        {
            case DeviceHearing.Used:
                return true;
            case DeviceHearing.Question:
                await turn.SayAsync("devices.question");
                return true;
            default:
                return false;
        }
    }

    private bool IsNoneOfThese(string text) => Offers.Count > 0
        && (text.Equals(turn.Text("devices.offers.none"), StringComparison.OrdinalIgnoreCase)
            || ChoiceRecogniser.RecogniseDevice(text, Offers).Outcome == ChoiceOutcome.NoneOfThem);

    private string? MakeAskedFor => question == DeviceQuestion.ChargePointModel ? turn.Journey.ChargePoint?.Make : turn.Journey.Vehicle?.Make;

    private Task OfferAsync()
    {
        var options = Choosable.Options(Offers.Select((entry, index) => new Choosable(Number(index), Name(entry)))
            .Append(new Choosable(NoneOfThese, turn.Text("devices.offers.none"))));
        return turn.ShowAsync("choices", turn.Text("devices.offers.title"), new JsonObject
        {
            ["title"] = turn.Text("devices.offers.title"),
            ["text"] = turn.Text("devices.offers.text"),
            ["options"] = options,
        });
    }

    private static string Number(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Name(CatalogueEntry entry) => new DeviceAnswer(entry.Make, entry.Model).DisplayName;
}
