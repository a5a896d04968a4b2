using System.Globalization;
using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>Which of several homes.</summary>
internal sealed class ChooseProperty(JourneyTurn turn, IReadOnlyList<AccountProperty> properties) : IQuestion
{
    public string Id => "choose-property";

    private IReadOnlyList<Choosable> Options => [.. properties.Select(property => new Choosable(
        property.Id.ToString(CultureInfo.InvariantCulture), property.Address ?? $"{property.Id}"))];

    public Task AskAsync(bool again, CancellationToken cancellationToken) => again
        ? turn.AskAsync("option.retry")
        : turn.ShowAsync("choices", turn.Text("property.title"), new JsonObject
        {
            ["title"] = turn.Text("property.title"),
            ["text"] = turn.Text("property.text"),
            ["options"] = Choosable.Options(Options),
        });

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (Choosable.Chosen(reply, Options) is not { } chosen)
        {
            return false;
        }

        await turn.LoadAsync(int.Parse(chosen.Id, CultureInfo.InvariantCulture), cancellationToken);
        turn.Situation = await SituationReader.ReadAsync(turn, cancellationToken);
        return true;
    }
}
