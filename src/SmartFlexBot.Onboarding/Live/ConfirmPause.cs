using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Live;

/// <summary>Shall smart charging be turned off?</summary>
/// <param name="Device">Null where none is LIVE any more: then there is nothing to turn off.</param>
internal sealed record ConfirmPause(DeviceSnapshot? Device) : Step
{
    public override string Key => $"ConfirmPause:{Device?.Id}";

    public override string StatusKey => "status.next.Question";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => Device is { IsLive: true, IsSuspended: false }
        ? new StepRun.Ask(new ConfirmPauseQuestion(turn.Voice, turn.Conversation, ControlChanges.Of(turn), Device))
        : StepRun.Act.Now(() => turn.Conversation.Remember(memory => memory with { Question = null }));
}

internal sealed class ConfirmPauseQuestion(
    Voice voice, Conversation conversation, ControlChanges changes, DeviceSnapshot device) : IQuestion
{
    private const string YesKey = "control.confirm.yes";
    private const string NoKey = "control.confirm.no";

    public string Id => "confirm-pause";

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        var name = LiveCard.NameOf(device, voice);
        // A summary is spoken and shown as plain text: nothing in it is escaped.
        return voice.ShowAsync("confirm", voice.Text("control.confirm", ("device", name)), new JsonObject
        {
            ["text"] = voice.Text("control.confirm", ("device", MarkdownText.Escape(name))),
            ["yes"] = voice.Text(YesKey),
            ["no"] = voice.Text(NoKey),
            ["hasLater"] = false,
            ["later"] = "",
        });
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        switch (AnswerOf(reply))
        {
            case ConsentLabel.Yes:
                conversation.Remember(memory => memory with { Question = null });
                changes.Want(device, ControlAction.Suspend);
                return true;
            case ConsentLabel.No:
                conversation.Remember(memory => memory with { Question = null });
                await voice.SayAsync("command.kept");
                return true;
            default:
                return false;
        }
    }

    private ConsentLabel AnswerOf(Reply reply) => reply switch
    {
        { IsCard: true } => reply.Do == "yes" ? ConsentLabel.Yes : ConsentLabel.No,
        _ when voice.IsCaption(YesKey, reply.Text) => ConsentLabel.Yes,
        _ when voice.IsCaption(NoKey, reply.Text) => ConsentLabel.No,
        _ => ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Check).Label,
    };
}
