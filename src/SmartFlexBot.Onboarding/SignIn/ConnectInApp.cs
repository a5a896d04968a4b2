using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.SignIn;

/// <summary>The device is connected in the provider's own app. That it is shows at Kraken, whatever the customer says.</summary>
internal sealed record ConnectInApp(WizardStep.ProviderApp Wizard) : Step
{
    public override string Key => $"ConnectInApp:{Wizard.Id}";

    public override string StatusKey => "status.next.Elsewhere";

    public override bool IsWatched => true;

    public override StepRun Run(Turn turn)
    {
        var make = turn.Facts.Journey.ChosenDevice?.Make;
        var provider = Wizard.Provider ?? make ?? "";
        return new StepRun.Ask(new ConnectInAppQuestion(
            turn.Voice, turn.Links, StuckAid.Of(turn), turn.Guides.Of(provider),
            turn.Market.AppOf(ProviderGuides.NameOf(provider)), make, this));
    }
}

/// <param name="make">Of the device; names the app where no guide does.</param>
internal sealed class ConnectInAppQuestion(
    Voice voice, Links links, StuckAid aid, ProviderGuide guide, Uri? page, string? make, ConnectInApp step) : IQuestion
{
    public string Id => "connect-in-app";

    private string App => guide.Name ?? make ?? "";

    public async Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            aid.Count(step.Key);
            // The turn has read Kraken: were it there, this step would be over.
            await voice.AskAsync("provider.unseen", ("app", App));
        }
        else
        {
            await ShowAsync();
        }

        await aid.OfferAsync(step.Key);
    }

    /// <summary>No word completes this step.</summary>
    public Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken) => Task.FromResult(false);

    private Task ShowAsync()
    {
        var app = MarkdownText.Escape(App);
        return voice.ShowAsync("provider-app", voice.Text("provider.title", ("app", App)), new JsonObject
        {
            ["title"] = voice.Text("provider.title", ("app", app)),
            ["text"] = voice.Text("provider.text", ("app", app)),
            ["steps"] = string.Join("\n", guide.Steps.Select((key, at) => $"{at + 1}. {voice.Text(key, ("app", app))}")),
            ["hasUrl"] = page is not null,
            ["open"] = voice.Text("provider.open", ("app", App)),
            ["url"] = page is null ? "" : links.To(TicketPurpose.ActElsewhere, page, step.Wizard.Id).Url,
            ["done"] = voice.Text("provider.done"),
        });
    }
}
