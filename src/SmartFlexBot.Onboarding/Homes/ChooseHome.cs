using System.Globalization;
using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Homes;

/// <summary>Which of several homes.</summary>
internal sealed record ChooseHome(IReadOnlyList<AccountProperty> Homes) : Step
{
    public override string StatusKey => "status.next.Home";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) =>
        new StepRun.Ask(new ChooseHomeQuestion(turn.Voice, new HomeFacts(turn.Facts, turn.Conversation), turn.Tenant, Homes));
}

internal sealed class ChooseHomeQuestion(Voice voice, HomeFacts home, Tenant tenant, IReadOnlyList<AccountProperty> homes) : IQuestion
{
    public string Id => "choose-property";

    private IReadOnlyList<Choosable> Options => Choosable.Numbered(
        [.. homes.Select(
            property => new Choosable(property.Id.ToString(CultureInfo.InvariantCulture), property.Address ?? $"{property.Id}"))]);

    public Task AskAsync(bool again, CancellationToken cancellationToken) => again
        ? voice.AskAsync("option.retry")
        : voice.ShowAsync("choices", voice.Text("property.title"), new JsonObject
        {
            ["title"] = voice.Text("property.title"),
            ["text"] = voice.Text("property.text"),
            ["options"] = Choosable.Options(Options),
        });

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (Choosable.Chosen(reply, Options) is not { } chosen)
        {
            return false;
        }

        var id = int.Parse(chosen.Id, CultureInfo.InvariantCulture);
        await home.TakeAsync(homes.First(property => property.Id == id), cancellationToken);
        await tenant.ReadAsync(cancellationToken);
        return true;
    }
}
