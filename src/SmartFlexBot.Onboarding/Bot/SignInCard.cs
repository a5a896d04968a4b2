using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>The link to the maker's sign-in. The chat goes on by itself when the browser comes back.</summary>
internal sealed class SignInCard(JourneyTurn turn)
{
    public async Task ShowAsync(WizardStep.AuthFlow step, bool spoken, bool told)
    {
        if (told && !spoken)
        {
            return;
        }

        if (told)
        {
            await turn.SayAsync("signin.waiting");
        }
        else if (step.Error is { } error)
        {
            await turn.SayAsync(error.Contains("denied", StringComparison.OrdinalIgnoreCase) ? "signin.denied" : "signin.again");
        }

        var make = turn.Journey.ChosenDevice?.Make ?? "";
        var key = make.Length > 0 ? "signin.title" : "signin.title.any";
        // Tesla is the one maker whose page lets single permissions be taken away (onboarding-experience 1.3).
        var tesla = make.Equals("Tesla", StringComparison.OrdinalIgnoreCase);
        await turn.ShowAsync("link", turn.Text(key, ("make", make)), new JsonObject
        {
            ["title"] = turn.Text(key, ("make", MarkdownText.Escape(make))),
            ["text"] = turn.Text("signin.text"),
            ["hasNote"] = tesla,
            ["note"] = tesla ? turn.Text("signin.tesla") : "",
            ["button"] = turn.Text("signin.button"),
            ["url"] = turn.Link(TicketPurpose.SignIn, step.AuthorizationUri, step.Id).Url,
        });
    }
}
