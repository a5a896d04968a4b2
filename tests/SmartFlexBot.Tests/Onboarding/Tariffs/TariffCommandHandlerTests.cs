using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <summary>An offer is read, and a switch is begun once: whatever was lost, repeated, or has changed meanwhile.</summary>
public sealed class TariffCommandHandlerTests
{
    private static readonly TariffAgreement Yes = new(OfferFingerprint.Of(Smart, Flat, London), Smart.ProductCode, "1.3", "I agree", Noon);
    private static readonly TariffScope Scope = new("A-1", 7, Car);
    private static readonly TariffCommand Begin = new(TariffChange.Begin, Scope, Yes, HalfHourlyReadings: true);
    private static readonly TariffCommand Accept = new(TariffChange.AcceptTerms, Scope, Yes, SwitchId: "e-1");
    private static readonly TariffSwitch Open = new("e-1", Smart.ProductCode, TariffSwitchState.AwaitsTerms);
    private static readonly TariffSwitch Accepted = Open with { State = TariffSwitchState.UnderWay };

    private readonly Tenant _tenant = new();

    [Fact]
    public async Task An_offer_is_read_with_the_switch_that_was_begun_elsewhere()
    {
        (await DoneAsync(new(TariffChange.Read, Scope))).Write().ShouldBe(new TariffCommandResult(_tenant.Reading).Write());

        _tenant.Switch = Open;
        (await DoneAsync(new(TariffChange.Read, Scope))).Switch.ShouldBe(Open);
        _tenant.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_there_is_nothing_to_switch_to_no_switch_is_looked_for()
    {
        _tenant.Switch = Open;

        _tenant.Reading = _tenant.Reading with { IsOnOffered = true };
        (await DoneAsync(new(TariffChange.Read, Scope))).Switch.ShouldBeNull();
        _tenant.Reading = _tenant.Reading with { IsOnOffered = false, Offered = null };
        (await DoneAsync(new(TariffChange.Read, Scope))).Switch.ShouldBeNull();
    }

    [Fact]
    public async Task A_stopped_switch_after_which_the_customer_tries_again_is_old_news()
    {
        _tenant.Switch = Open with { State = TariffSwitchState.Stopped };

        (await DoneAsync(new(TariffChange.Read, Scope, RetriedAfter: "e-1"))).Switch.ShouldBeNull();
        (await DoneAsync(new(TariffChange.Read, Scope, RetriedAfter: "e-0"))).Switch.ShouldBe(_tenant.Switch);
        (await DoneAsync(Begin with { RetriedAfter = "e-1" })).Switch.ShouldBe(Accepted);
    }

    [Fact]
    public async Task What_was_agreed_to_is_begun_as_it_was_agreed()
    {
        (await DoneAsync(Begin)).ShouldBe(new TariffCommandResult(Switch: Accepted));

        _tenant.Changes.ShouldBe([$"begin {new AgreedTariff(Smart.ProductCode, "1.3", Today, null, AgreesToHalfHourlyReadings: true)}"]);
    }

    [Fact]
    public async Task What_is_begun_already_is_not_begun_again()
    {
        _tenant.Switch = Open;

        (await DoneAsync(Begin)).ShouldBe(new TariffCommandResult(Switch: Open));

        _tenant.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("price")]
    [InlineData("data")]
    [InlineData("gone")]
    [InlineData("on it")]
    public async Task What_has_changed_since_is_shown_again_and_nothing_is_switched(string what)
    {
        _tenant.Reading = what switch
        {
            "price" => _tenant.Reading with { Offered = Smart with { StandingCharge = Pence(60, FigurePer.Day) } },
            "data" => _tenant.Reading with { Offered = Smart with { Terms = null } },
            "gone" => _tenant.Reading with { Offered = null },
            _ => _tenant.Reading with { IsOnOffered = true },
        };

        (await DoneAsync(Begin)).Write().ShouldBe(new TariffCommandResult(_tenant.Reading).Write());

        _tenant.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Prices_that_cannot_be_right_are_not_switched_to_though_they_were_agreed_to()
    {
        var gap = Smart with { StandingCharge = Pence(600_000, FigurePer.Day) };
        _tenant.Reading = _tenant.Reading with { Offered = gap };
        var agreed = Yes with { Fingerprint = OfferFingerprint.Of(gap, Flat, London) };

        await DoneAsync(Begin with { Agreed = agreed });

        _tenant.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Terms_are_accepted_in_the_version_that_was_agreed_to()
    {
        (await DoneAsync(Accept)).ShouldBe(new TariffCommandResult(Switch: Accepted));

        _tenant.Changes.ShouldBe(["accept e-1 1.3"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_may_be_the_echo_of_our_own_request(bool begins)
    {
        _tenant.Refuses = TariffProblemKind.NotPossible;
        _tenant.SwitchAfterwards = Accepted;

        (await DoneAsync(begins ? Begin : Accept)).ShouldBe(new TariffCommandResult(Switch: Accepted));
    }

    [Fact]
    public async Task A_refusal_of_terms_that_are_still_open_is_one()
    {
        _tenant.Refuses = TariffProblemKind.NotAllowed;
        _tenant.SwitchAfterwards = Open;

        (await DoneAsync(Accept)).ShouldBe(new TariffCommandResult(Refused: TariffProblemKind.NotAllowed, Code: "KT-CT-1"));
    }

    [Fact]
    public async Task A_switch_whose_terms_are_open_was_begun_all_the_same()
    {
        _tenant.Refuses = TariffProblemKind.NotAllowed;
        _tenant.SwitchAfterwards = Open;

        (await DoneAsync(Begin)).Switch.ShouldBe(Open);
    }

    [Fact]
    public async Task A_busy_Kraken_is_asked_again_a_little_later_each_time_and_then_that_is_the_answer()
    {
        _tenant.Refuses = TariffProblemKind.TryLater;

        (await RunAsync(Begin, attempt: 1)).ShouldBe(new CommandOutcome.TryAgain(TimeSpan.FromSeconds(2), "Kraken is busy"));
        (await RunAsync(Begin, attempt: 3)).ShouldBe(new CommandOutcome.TryAgain(TimeSpan.FromSeconds(6), "Kraken is busy"));
        (await DoneAsync(Begin)).Refused.ShouldBe(TariffProblemKind.TryLater);
    }

    [Theory]
    [InlineData(TariffChange.Read)]
    [InlineData(TariffChange.Begin)]
    public async Task What_cannot_be_read_changes_nothing(TariffChange action)
    {
        _tenant.IsDown = true;

        (await DoneAsync(Begin with { Action = action })).Refused.ShouldBe(TariffProblemKind.TryLater);

        _tenant.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whether_it_was_done_shows_when_it_is_read()
    {
        (await FoundAsync(new(TariffChange.Read, Scope))).ShouldBeOfType<Reconciliation.NotDone>();
        (await FoundAsync(Begin)).ShouldBeOfType<Reconciliation.NotDone>();
        _tenant.Switch = Open;
        (await FoundAsync(new(TariffChange.Read, Scope))).ShouldBeOfType<Reconciliation.NotDone>();
        Result(await FoundAsync(Begin)).ShouldBe(new TariffCommandResult(Switch: Open));
        (await FoundAsync(Accept)).ShouldBeOfType<Reconciliation.NotDone>();
        _tenant.Switch = Accepted;
        Result(await FoundAsync(Accept)).ShouldBe(new TariffCommandResult(Switch: Accepted));
        _tenant.IsDown = true;
        (await FoundAsync(Begin)).ShouldBe(new Reconciliation.LookAgain(TimeSpan.FromSeconds(2), "down"));
    }

    private static TariffCommandResult Result(Reconciliation found) =>
        TariffCommandResult.Read(found.ShouldBeOfType<Reconciliation.Done>().Outcome.Result);

    private async Task<TariffCommandResult> DoneAsync(TariffCommand command) =>
        TariffCommandResult.Read((await RunAsync(command, attempt: 4)).ShouldBeOfType<CommandOutcome.Completed>().Result);

    private Task<CommandOutcome> RunAsync(TariffCommand command, int attempt) =>
        Handler.ExecuteAsync(Of(command, attempt), TestContext.Current.CancellationToken);

    private Task<Reconciliation> FoundAsync(TariffCommand command) =>
        Handler.ReconcileAsync(Of(command, attempt: 1), TestContext.Current.CancellationToken);

    private TariffCommandHandler Handler => new(_tenant, Shipped.Britain);

    private static Command Of(TariffCommand command, int attempt) =>
        new(TariffCommand.CommandKind, "k", command.Write(), new ConversationKey("directline", "c-1"), attempt);

    private sealed class Tenant : ITariffJourney
    {
        public TariffReading Reading { get; set; } = new(Flat, Smart, IsOnOffered: false, ReadAt);

        public TariffSwitch? Switch { get; set; }

        /// <summary>What shows after a change was refused.</summary>
        public TariffSwitch? SwitchAfterwards { get; set; }

        public TariffProblemKind? Refuses { get; set; }

        public bool IsDown { get; set; }

        public List<string> Changes { get; } = [];

        public Task<TariffReading> ReadOfferAsync(TariffScope scope, CancellationToken cancellationToken) => Read(Reading);

        public Task<TariffSwitch?> FindSwitchAsync(TariffScope scope, string productCode, CancellationToken cancellationToken) =>
            Read(Switch?.ProductCode == productCode ? Switch : null);

        public Task<TariffResult> BeginAsync(TariffScope scope, AgreedTariff agreed, CancellationToken cancellationToken) =>
            Change($"begin {agreed}");

        public Task<TariffResult> AcceptTermsAsync(
            TariffScope scope, string switchId, string termsVersion, CancellationToken cancellationToken) =>
            Change($"accept {switchId} {termsVersion}");

        private Task<TariffResult> Change(string what)
        {
            Changes.Add(what);
            Switch = SwitchAfterwards;
            return Task.FromResult<TariffResult>(
                Refuses is { } kind ? new TariffResult.Refused(kind, "KT-CT-1") : new TariffResult.Ok(Accepted));
        }

        private Task<T> Read<T>(T value) => IsDown ? throw new TenantUnavailableException("down") : Task.FromResult(value);
    }
}
