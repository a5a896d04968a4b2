using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>Carries out what agents do in a chat. Whether they may is decided here, by who owns it in this very turn.</summary>
internal sealed class DeskActs(
    Voice voice, HandOverFacts handOvers, JourneyFacts facts, HandOverTimers timers, Promises promises, FilesToCustomer files,
    JoinedConversations joined, DeskBoardView? board, TimeProvider clock)
{
    /// <summary>Characters of a make or a model.</summary>
    private const int LongestName = 100;

    public static DeskActs Of(Turn turn) => new(
        turn.Voice, turn.HandOvers, turn.Facts, HandOverTimers.Of(turn), new Promises(turn.Facts, turn.Voice), FilesToCustomer.Of(turn),
        JoinedConversations.Of(turn), turn.Desk, turn.Clock);

    private DateTimeOffset Now => clock.GetUtcNow();

    private bool IsRegistered => facts.IsKnown && facts.Journey.DeviceId is not null;

    /// <param name="parcel">What came beside it.</param>
    public async Task TakeAsync(DeskRequest request, IReadOnlyList<ParcelFile> parcel, CancellationToken cancellationToken) =>
        handOvers.KeepResult(request, await CarryOutAsync(request, parcel, cancellationToken));

    /// <returns>Why it was not done; null when it was.</returns>
    public Task<DeskRefusal?> CarryOutAsync(DeskRequest request, CancellationToken cancellationToken) =>
        CarryOutAsync(request, [], cancellationToken);

    private async Task<DeskRefusal?> CarryOutAsync(
        DeskRequest request, IReadOnlyList<ParcelFile> parcel, CancellationToken cancellationToken)
    {
        var open = handOvers.Open is { } current && current.Id == request.HandOverId ? current : null;
        if (open is null && await handOvers.FindEndedAsync(request.HandOverId, cancellationToken) is null)
        {
            return DeskRefusal.Unknown;
        }

        if (DeskActRules.Refuse(request.Act, request.By, open, board, Now) is { } refusal)
        {
            return refusal;
        }

        switch (request.Act)
        {
            case DeskAct.Claim claim:
                Claim(request.By, claim.Why);
                break;
            case DeskAct.Say say:
                Answered();
                await voice.PassOnAsync(request.By.Name, say.Text, request.ClientId);
                joined.Tell(request, say.Text);
                break;
            case DeskAct.SendFile:
                return await SendAsync(request, parcel);
            case DeskAct.Note note:
                await handOvers.AddNoteAsync(
                    new DeskNote(request.ClientId, request.HandOverId, request.By.Id, request.By.Name, SecretMask.Of(note.Text), Now),
                    cancellationToken);
                break;
            case DeskAct.Transfer transfer:
                await TransferAsync(request.By, transfer);
                break;
            case DeskAct.Edit edit:
                return Edit(edit);
            case DeskAct.Promise promise:
                await PromiseAsync(request, promise, cancellationToken);
                break;
            case DeskAct.Settle settle:
                return await SettleAsync(request.By, settle.TaskId, cancellationToken);
            case DeskAct.End end:
                return await EndAsync(request.By, end);
        }

        return null;
    }

    private void Claim(DeskAgent by, string? why)
    {
        if (handOvers.Open!.Owner?.Id == by.Id)
        {
            return;
        }

        handOvers.Move(HandOverTrigger.Claimed, by.Name, why);
        handOvers.Update(open => open with
        {
            Owner = new(by.Id, by.Name),
            PassedTo = null,
            IsAtHead = false,
            ClaimedAt = open.ClaimedAt ?? Now,
        });
        timers.Restart(handOvers.Open!);
    }

    private async Task<DeskRefusal?> SendAsync(DeskRequest request, IReadOnlyList<ParcelFile> parcel)
    {
        if (!await files.SendAsync(request, parcel))
        {
            return DeskRefusal.NoFile;
        }

        joined.Tell(request, text: "", parcel[0].Name);
        Answered();
        return null;
    }

    private void Answered()
    {
        handOvers.Update(open => open with { SpokenAt = Now, AnsweredAt = open.AnsweredAt ?? Now, IsAnswered = true });
        timers.Restart(handOvers.Open!);
    }

    private Task TransferAsync(DeskAgent by, DeskAct.Transfer transfer)
    {
        handOvers.Move(HandOverTrigger.Requeued, by.Name, SecretMask.Of(transfer.Why));
        handOvers.Update(open => open with { IsAtHead = true, PassedTo = transfer.To });
        timers.Restart(handOvers.Open!);
        return voice.SayOfHandOverAsync(voice.Text("handover.passed"));
    }

    /// <summary>Kraken's own device cannot be another one by an edit.</summary>
    private DeskRefusal? Edit(DeskAct.Edit edit)
    {
        if (IsRegistered)
        {
            return DeskRefusal.Registered;
        }

        if (!facts.IsKnown || edit.Make.Length > LongestName || edit.Model?.Length > LongestName)
        {
            return DeskRefusal.NotValid;
        }

        var answer = new DeviceAnswer(edit.Make.Trim(), edit.Model?.Trim());
        facts.Update(journey => (edit.Answer == EditedAnswer.Vehicle
            ? journey with { Vehicle = answer }
            : journey with { ChargePoint = answer }) with
        {
            DevicesConfirmed = false,
            Chosen = null,
        });
        handOvers.Update(open => open with { IsEdited = true });
        return null;
    }

    private async Task PromiseAsync(DeskRequest request, DeskAct.Promise promise, CancellationToken cancellationToken)
    {
        var task = DeskTask.Of(
            handOvers.Open!, request.ClientId, promise.Kind, SecretMask.Of(promise.What), promise.DueAt, promise.For, request.By.Name, Now);
        await handOvers.AddTaskAsync(task, cancellationToken);
        promises.Add(task);
    }

    private async Task<DeskRefusal?> SettleAsync(DeskAgent by, string taskId, CancellationToken cancellationToken)
    {
        if (!await handOvers.SettleTaskAsync(taskId, by.Name, cancellationToken))
        {
            return DeskRefusal.NotValid;
        }

        promises.Settle(taskId);
        return null;
    }

    private async Task<DeskRefusal?> EndAsync(DeskAgent by, DeskAct.End end)
    {
        // The page offers what works; by the time that it is pressed, Kraken may have the device.
        if (IsRegistered && !ResumePoints.Of(facts.Journey).Contains(end.Resume))
        {
            return DeskRefusal.Registered;
        }

        handOvers.Move(HandOverTrigger.Ended, by.Name);
        handOvers.Update(ended => ended with { Outcome = end.Outcome, Resume = end.Resume, HasToldLive = end.HasToldLive });
        timers.Restart(handOvers.Ended!);
        await voice.SayAsync("handover.back", ("name", by.Name));
        return null;
    }
}
