using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Ports;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Live;

public sealed class SmartControlCommandHandlerTests
{
    private static readonly SmartControlResult Off = new(ControlAction.Suspend);

    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task A_refusal_counts_only_while_the_device_shows_the_contrary()
    {
        _kraken.Devices.Add(Device("LIVE"));
        _kraken.Refuse(WizardProblemKind.Unknown, times: 2);

        (await ExecuteAsync()).ShouldBe(Off with { Refused = WizardProblemKind.Unknown });

        _kraken.Devices[0] = _kraken.Devices[0] with { IsSuspended = true };
        (await ExecuteAsync()).ShouldBe(Off);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(4, false)]
    public async Task A_busy_Kraken_is_asked_again_before_that_is_the_answer(int attempt, bool isAgain)
    {
        _kraken.Refuse(WizardProblemKind.TryLater);

        (await Handler.ExecuteAsync(Command(attempt), TestContext.Current.CancellationToken) is CommandOutcome.TryAgain).ShouldBe(isAgain);
    }

    [Fact]
    public async Task What_became_of_it_is_read_from_the_device()
    {
        _kraken.Devices.Add(Device("LIVE"));
        (await ReconcileAsync()).ShouldBeOfType<Reconciliation.NotDone>();

        _kraken.Devices[0] = _kraken.Devices[0] with { IsSuspended = true };
        SmartControlResult.Read((await ReconcileAsync()).ShouldBeOfType<Reconciliation.Done>().Outcome.Result).ShouldBe(Off);

        _kraken.Unavailable = true;
        (await ReconcileAsync()).ShouldBeOfType<Reconciliation.LookAgain>();
        _kraken.Changes.ShouldBeEmpty();
    }

    private SmartControlCommandHandler Handler => new(_kraken, _kraken);

    private Task<Reconciliation> ReconcileAsync() => Handler.ReconcileAsync(Command(1), TestContext.Current.CancellationToken);

    private async Task<SmartControlResult?> ExecuteAsync() => SmartControlResult.Read(
        (await Handler.ExecuteAsync(Command(1), TestContext.Current.CancellationToken)).ShouldBeOfType<CommandOutcome.Completed>().Result);

    private static Command Command(int attempt) => new(
        SmartControlCommand.CommandKind, "k", new SmartControlCommand("A-1", "d-1", ControlAction.Suspend).Write(),
        new ConversationKey("directline", "c-1"), attempt);
}
