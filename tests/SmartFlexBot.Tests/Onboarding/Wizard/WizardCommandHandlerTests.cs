using System.Text.Json;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Wizard;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Onboarding.Wizard;

public sealed class WizardCommandHandlerTests
{
    private static readonly WizardScope Home = new("A-1", 7);
    private static readonly WizardCommand Start = new(WizardChange.Start, Home);
    private static readonly WizardCommand Cancel = new(WizardChange.Cancel, Home, new("w-1"));
    private static readonly WizardCommand Complete =
        new(WizardChange.Complete, Home, new("w-1"), "s-1", AnswerData.From(new StepAnswer.Option("o-1")));

    private readonly InMemoryKraken _kraken = new();

    private WizardCommandHandler Handler => new(_kraken);

    [Fact]
    public async Task A_start_tells_where_the_onboarding_is()
    {
        var result = Completed(await ExecuteAsync(Start));

        result.ShouldBe(new WizardCommandResult(new WizardToken("w-1")));
        _kraken.Changes.ShouldBe(["start"]);
    }

    [Fact]
    public async Task A_step_is_completed_with_its_answer_and_tells_the_device()
    {
        _kraken.Show(new WizardStep.SelectUserVehicle("s-1", []), deviceId: "d-1");

        Completed(await ExecuteAsync(Complete)).DeviceId.ShouldBe("d-1");
        _kraken.Changes.ShouldBe(["complete s-1 Option { OptionId = o-1 }"]);
    }

    [Theory]
    [InlineData(WizardProblemKind.SignInFailed)]
    [InlineData(WizardProblemKind.RegistrationInProgress)]
    [InlineData(WizardProblemKind.BadAnswer)]
    [InlineData(WizardProblemKind.NotReady)]
    public async Task A_refusal_of_what_was_taken_a_moment_ago_is_no_refusal(WizardProblemKind kind)
    {
        _kraken.Show(new WizardStep.Wait("s-2", WaitReason.DeviceRegistration), deviceId: "d-1");
        _kraken.Refuse(kind);

        var result = Completed(await ExecuteAsync(Complete));

        (result.Refused, result.DeviceId).ShouldBe((null, "d-1"));
    }

    [Fact]
    public async Task A_refusal_of_a_step_that_is_still_there_stands()
    {
        _kraken.Show(new WizardStep.SelectUserVehicle("s-1", []));
        _kraken.Refuse(WizardProblemKind.BadAnswer);

        Completed(await ExecuteAsync(Complete)).Refused.ShouldBe(WizardProblemKind.BadAnswer);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_busy_Kraken_is_asked_again_a_little_later_each_time(int attempt)
    {
        _kraken.Refuse(WizardProblemKind.TryLater);

        (await ExecuteAsync(Start, attempt)).ShouldBeOfType<CommandOutcome.TryAgain>().After.ShouldBe(TimeSpan.FromSeconds(2 * attempt));
    }

    [Fact]
    public async Task A_Kraken_that_stays_busy_is_the_answer()
    {
        _kraken.Refuse(WizardProblemKind.TryLater);

        var result = Completed(await ExecuteAsync(Start, attempt: 4));

        (result.Refused, result.Token, result.IsInconclusive).ShouldBe((WizardProblemKind.TryLater, null, false));
        _kraken.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Any_other_refusal_is_an_answer_with_its_reasons()
    {
        _kraken.Refuse(WizardProblemKind.NotReady, reasons: ["DEVICE_DISCONNECTED"]);

        var result = Completed(await ExecuteAsync(Start));

        (result.Refused, result.Code).ShouldBe((WizardProblemKind.NotReady, "KT-CT-1"));
        result.Reasons.ShouldBe(["DEVICE_DISCONNECTED"]);
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_found_again_by_reading()
    {
        _kraken.LosesAnswers = true;
        await Should.ThrowAsync<HttpRequestException>(() => ExecuteAsync(Start));

        Done(await ReconcileAsync(Start)).Token.ShouldBe(new WizardToken("w-1"));
        _kraken.Changes.ShouldBe(["start"]);
    }

    [Fact]
    public async Task A_start_that_left_nothing_behind_was_not_done() =>
        (await ReconcileAsync(Start)).ShouldBeOfType<Reconciliation.NotDone>();

    [Fact]
    public async Task A_step_that_has_moved_on_was_completed()
    {
        _kraken.Show(new WizardStep.Wait("s-2", WaitReason.Transition));

        Done(await ReconcileAsync(Complete)).Token.ShouldBe(new WizardToken("w-1"));
    }

    [Fact]
    public async Task A_step_that_is_still_there_was_not_completed()
    {
        _kraken.Show(new WizardStep.SelectUserVehicle("s-1", []));

        (await ReconcileAsync(Complete)).ShouldBeOfType<Reconciliation.NotDone>();
    }

    [Fact]
    public async Task A_test_that_runs_was_started_though_its_step_is_still_there()
    {
        _kraken.Show(new WizardStep.TestCharge("s-1", IsReady: true, IsStarted: true, Problem: null));

        Done(await ReconcileAsync(Complete)).Token.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_test_that_does_not_run_was_not_started()
    {
        _kraken.Show(new WizardStep.TestCharge("s-1", IsReady: true, IsStarted: false, Problem: null));

        (await ReconcileAsync(Complete)).ShouldBeOfType<Reconciliation.NotDone>();
    }

    [Fact]
    public async Task A_device_that_appeared_meanwhile_was_registered_by_the_command()
    {
        var appeared = new DeviceAppears(_kraken);
        _kraken.Show(new WizardStep.AuthFlow("s-1", new("https://maker.example/"), null, null));

        var result =
            Done(await new WizardCommandHandler(appeared).ReconcileAsync(Command(Complete, 1), TestContext.Current.CancellationToken));

        result.DeviceId.ShouldBe("d-new");
    }

    [Fact]
    public async Task A_device_that_was_known_before_proves_nothing()
    {
        var appeared = new DeviceAppears(_kraken);
        _kraken.Show(new WizardStep.AuthFlow("s-1", new("https://maker.example/"), null, null));

        var known = Command(Complete with { DeviceId = "d-old" }, 1);

        (await new WizardCommandHandler(appeared).ReconcileAsync(
            known, TestContext.Current.CancellationToken)).ShouldBeOfType<Reconciliation.NotDone>();
    }

    [Fact]
    public async Task A_cancelled_onboarding_was_cancelled_and_a_running_one_was_not()
    {
        _kraken.Show(new WizardStep.Wait("s-2", WaitReason.Transition));
        (await ReconcileAsync(Cancel)).ShouldBeOfType<Reconciliation.NotDone>();

        await ExecuteAsync(Cancel);
        (await ReconcileAsync(Cancel)).ShouldBeOfType<Reconciliation.Done>();

        _kraken.Onboarding = null;
        Done(await ReconcileAsync(Cancel)).Refused.ShouldBe(WizardProblemKind.Gone);
    }

    [Fact]
    public async Task What_cannot_be_read_is_looked_at_again()
    {
        _kraken.Unavailable = true;

        foreach (var change in new[] { Start, Complete, Cancel })
        {
            (await ReconcileAsync(change)).ShouldBeOfType<Reconciliation.LookAgain>().After.ShouldBeGreaterThan(TimeSpan.Zero);
        }
    }

    [Fact]
    public async Task A_reading_that_Kraken_is_too_busy_for_tells_nothing()
    {
        _kraken.Show(new WizardStep.Wait("s-2", WaitReason.Transition));
        foreach (var change in new[] { Complete, Cancel })
        {
            _kraken.Refuse(WizardProblemKind.TryLater);
            (await ReconcileAsync(change)).ShouldBeOfType<Reconciliation.LookAgain>();
        }
    }

    [Fact]
    public async Task What_is_gone_when_it_is_looked_for_is_the_answer() =>
        Done(await ReconcileAsync(Complete)).Refused.ShouldBe(WizardProblemKind.Gone);

    public static TheoryData<StepAnswer> Answers =>
    [
        new StepAnswer.Option("o"), new StepAnswer.Integration(DeviceKind.ElectricVehicle),
        new StepAnswer.Integration(DeviceKind.ChargePoint), new StepAnswer.SignedIn("https://tenant.example/?code=1&state=2"),
        new StepAnswer.Done(),
    ];

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public void Every_answer_survives_its_storage(StepAnswer answer)
    {
        var json = JsonSerializer.Serialize(Complete with { Answer = AnswerData.From(answer) }, WizardCommandJson.Default.WizardCommand);

        JsonSerializer.Deserialize(json, WizardCommandJson.Default.WizardCommand)!.Answer!.ToAnswer().ShouldBe(answer);
    }

    [Fact]
    public void Values_for_a_maker_survive_their_storage()
    {
        var answer = new StepAnswer.Inputs(new Dictionary<string, string> { ["serial"] = "a\"b", ["pin"] = "" });

        var read = AnswerData.From(answer).ToAnswer().ShouldBeOfType<StepAnswer.Inputs>();

        read.Values.ShouldBe(answer.Values);
    }

    private Task<CommandOutcome> ExecuteAsync(WizardCommand change, int attempt = 1) =>
        Handler.ExecuteAsync(Command(change, attempt), TestContext.Current.CancellationToken);

    private Task<Reconciliation> ReconcileAsync(WizardCommand change) =>
        Handler.ReconcileAsync(Command(change, 1), TestContext.Current.CancellationToken);

    private static Command Command(WizardCommand change, int attempt) => new(
        WizardCommand.CommandKind, "k", JsonSerializer.Serialize(change, WizardCommandJson.Default.WizardCommand), new("directline", "c"),
        attempt);

    private static WizardCommandResult Completed(CommandOutcome outcome) => Read(outcome.ShouldBeOfType<CommandOutcome.Completed>());

    private static WizardCommandResult Done(Reconciliation reconciliation) =>
        Read(reconciliation.ShouldBeOfType<Reconciliation.Done>().Outcome);

    private static WizardCommandResult Read(CommandOutcome.Completed completed) =>
        JsonSerializer.Deserialize(completed.Result, WizardCommandJson.Default.WizardCommandResult)!;

    /// <summary>The step is still the sign-in, and yet the account has a device that can be gone on with: Classic.</summary>
    private sealed class DeviceAppears(InMemoryKraken kraken) : IOnboardingWizard
    {
        public Task<WizardView?> FindResumableAsync(WizardScope scope, CancellationToken cancellationToken) =>
            Task.FromResult<WizardView?>(new(new("w-2"), null, IsComplete: false, IsCancelled: false, "d-new"));

        public Task<WizardResult> ReadAsync(WizardScope scope, WizardToken token, CancellationToken cancellationToken) =>
            kraken.ReadAsync(scope, token, cancellationToken);

        public Task<WizardResult> StartAsync(WizardScope scope, CancellationToken cancellationToken) =>
            kraken.StartAsync(scope, cancellationToken);

        public Task<WizardResult> CompleteAsync(
            WizardScope scope, WizardToken token, string stepId, StepAnswer answer, CancellationToken cancellationToken) =>
            kraken.CompleteAsync(scope, token, stepId, answer, cancellationToken);

        public Task<WizardResult> CancelAsync(WizardScope scope, WizardToken token, CancellationToken cancellationToken) =>
            kraken.CancelAsync(scope, token, cancellationToken);
    }
}
