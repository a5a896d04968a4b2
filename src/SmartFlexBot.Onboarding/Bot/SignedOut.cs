using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>A conversation that nobody vouched for: it can explain and point to a person, and nothing else.</summary>
internal static class SignedOut
{
    public static async Task AnswerAsync(JourneyTurn turn)
    {
        if (turn.Activity.Type == ActivityTypes.Event)
        {
            return;
        }

        var command = RequestRecogniser.Recognise(turn.Activity.Text ?? "")?.Kind;
        var key = command switch
        {
            RequestKind.SmellOfBurning => "safety.burning",
            RequestKind.NoPower => "safety.no-power",
            RequestKind.Human => "person",
            RequestKind.Complaint => "complaint",
            _ => "signed-out",
        };
        await turn.SayAsync(key, ("page", turn.Services.Market.SignInPage));
    }
}
