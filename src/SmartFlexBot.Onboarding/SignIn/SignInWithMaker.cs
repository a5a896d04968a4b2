using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.SignIn;

/// <summary>The customer signs in on the maker's page; the address that the browser came back with is what Kraken needs.</summary>
internal sealed record SignInWithMaker(WizardStep.AuthFlow Wizard) : Step
{
    public override string Key => $"SignIn:{Wizard.Id}";

    public override string StatusKey => "status.next.SignIn";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => turn.Facts.Journey.SignInAddress is { } address
        ? StepRun.Act.Now(() => HandOver(turn.Facts, new OnboardingChanges(turn.Commands, turn.Facts), address))
        : new StepRun.Tell(
            new SignInNotice(
                turn.Voice, turn.Links, StuckAid.Of(turn), turn.Facts.Journey.ChosenDevice?.Make, Wizard))
        { IsForCustomer = true };

    private void HandOver(JourneyFacts facts, OnboardingChanges changes, string address)
    {
        facts.Update(journey => journey with { SignInAddress = null });
        changes.Complete(Wizard, new StepAnswer.SignedIn(address), PendingAction.SignIn);
    }
}

/// <summary>The link to the maker's sign-in. The chat goes on by itself when the browser comes back.</summary>
internal sealed class SignInNotice(Voice voice, Links links, StuckAid aid, string? makeOfDevice, WizardStep.AuthFlow step) : INotice
{
    /// <summary>Each try has a step of its own.</summary>
    private const string AnyTry = "SignIn";

    public async Task TellAsync(bool spoken, bool told, CancellationToken cancellationToken)
    {
        if (told && !spoken)
        {
            return;
        }

        if (told)
        {
            aid.Count(AnyTry);
            await voice.SayAsync("signin.waiting");
        }
        else if (step.Error is { } error)
        {
            aid.Count(AnyTry);
            await voice.SayAsync(error.Contains("denied", StringComparison.OrdinalIgnoreCase) ? "signin.denied" : "signin.again");
        }

        var make = makeOfDevice ?? "";
        var key = make.Length > 0 ? "signin.title" : "signin.title.any";
        // Tesla is the one maker whose page lets single permissions be taken away (onboarding-experience 1.3).
        var tesla = make.Equals("Tesla", StringComparison.OrdinalIgnoreCase);
        await voice.ShowAsync("link", voice.Text(key, ("make", make)), new JsonObject
        {
            ["title"] = voice.Text(key, ("make", MarkdownText.Escape(make))),
            ["text"] = voice.Text("signin.text"),
            ["hasNote"] = tesla,
            ["note"] = tesla ? voice.Text("signin.tesla") : "",
            ["button"] = voice.Text("signin.button"),
            ["url"] = links.To(TicketPurpose.SignIn, step.AuthorizationUri, step.Id).Url,
        });
        await aid.OfferAsync(AnyTry);
    }
}
