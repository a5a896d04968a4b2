using GraphQL;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Catalogue;
using SmartFlexBot.KrakenSimulator.Devices;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Wizard;

/// <summary>The answer of every wizard mutation.</summary>
internal sealed record WizardPayload(WizardView Wizard);

internal sealed class WizardResolvers(
    World world, WizardMoves moves, WizardViews views, ProductCatalogue catalogue, IOptions<SimulatorOptions> options) : IResolvers
{
    public void AddTo(RootFields fields)
    {
        fields.Query("smartFlexOnboardingWizards", Wizards);
        fields.Mutation("startSmartFlexOnboarding", Start);
        fields.Mutation("startReAuthentication", _ => throw KrakenError.Of("KT-CT-4385"));
        fields.Mutation("cancelSmartFlexOnboarding", Cancel);
        AddLists(fields);
        AddStep(fields, "selectVehicleOrChargePoint", StepTypes.SelectVehicleOrChargePoint, turn =>
            moves.Answer(turn, turn.Input.Text("selectedIntegration") ?? throw KrakenError.Of("KT-CT-4375")));
        AddStep(fields, "completeAuthFlow", StepTypes.AuthFlow, turn => moves.CompleteAuthFlow(turn));
        AddStep(fields, "completeTeslaSetupVirtualKey", StepTypes.TeslaSetupVirtualKey, turn => moves.Answer(turn, null));
        AddStep(fields, "completeUserAction", StepTypes.UserActionRequired, turn => moves.Answer(turn, null));
        AddStep(fields, "completeUserInputRequired", StepTypes.UserInputRequired, turn => moves.CompleteUserInput(turn));
        AddStep(fields, "startTestCharge", StepTypes.TestCharge, StartTestCharge);
    }

    /// <summary>One mutation for all lists, and the old ones for each.</summary>
    private void AddLists(RootFields fields)
    {
        fields.Mutation("selectFromListForSmartFlexOnboarding", context => Act(context, StepTypes.Lists, Choose));
        string[] old =
        [
            StepTypes.SelectDeviceType, StepTypes.SelectVehicleMake, StepTypes.SelectVehicleVariant, StepTypes.SelectChargePointMake,
            StepTypes.SelectChargePointVariant, StepTypes.SelectUserVehicle, StepTypes.SelectInverterMake,
        ];
        foreach (var type in old)
        {
            AddStep(fields, $"s{type[1..]}", type, Choose);
        }
    }

    private void AddStep(RootFields fields, string name, string stepType, Func<StepTurn, Account> act)
    {
        var types = new HashSet<string> { stepType };
        fields.Mutation($"{name}ForSmartFlexOnboarding", context => Act(context, types, act));
    }

    private List<WizardView> Wizards(IResolveFieldContext context)
    {
        var account = world.Require(context, context.GetArgument<string>("accountNumber"));
        var found = account.Wizards.AsEnumerable();
        if (context.GetArgument<int?>("propertyId") is { } property)
        {
            found = found.Where(wizard => wizard.PropertyId == property);
        }

        if (context.GetArgument<string?>("wizardId") is { } id)
        {
            found = found.Where(wizard => wizard.Id == id);
        }

        if (context.GetArgument<bool?>("includeCancelled") != true)
        {
            found = found.Where(wizard => !wizard.IsCancelled);
        }

        if (context.GetArgument<bool?>("includeCompleted") != true)
        {
            found = found.Where(wizard => !wizard.IsComplete);
        }

        found = context.GetArgument<bool?>("isResumable") switch
        {
            true => found.Where(wizard => wizard.IsResumable).TakeLast(1),
            false => found.Where(wizard => !wizard.IsResumable),
            null => found,
        };
        return [.. found.Select(wizard => views.Of(context, account, wizard))];
    }

    /// <summary>An account and home has one resumable wizard at most: a second start answers with the one that is there.</summary>
    private WizardPayload Start(IResolveFieldContext context)
    {
        var input = context.Input();
        var number = world.Require(context, input.Text("accountNumber")).Number;
        var propertyId = (int)input["propertyId"]!;
        var id = "";
        var account = world.Change(number, context.FieldDefinition.Name, (account, now) =>
        {
            if (account.Homes.All(home => home.Id != propertyId) || !account.IsEligible)
            {
                throw KrakenError.Of("KT-CT-4321");
            }

            var known = account.Wizards.LastOrDefault(wizard => wizard.IsResumable && wizard.PropertyId == propertyId);
            var (changed, wizardId) = known is null ? moves.Start(account, propertyId, now) : (account, known.Id);
            id = wizardId;
            return changed;
        });
        return Payload(context, account, id);
    }

    private WizardPayload Cancel(IResolveFieldContext context) => Change(context, (account, wizard, _) => wizard switch
    {
        { IsCancelled: true } => throw KrakenError.Of("KT-CT-4391"),
        { IsComplete: true } => throw KrakenError.Of("KT-CT-4371"),
        _ => account.With(wizard with { Current = null, IsCancelled = true }),
    });

    private WizardPayload Act(IResolveFieldContext context, IReadOnlySet<string> stepTypes, Func<StepTurn, Account> act) =>
        Change(context, (account, wizard, now) =>
        {
            if (wizard.IsCancelled)
            {
                throw KrakenError.Of("KT-CT-4391");
            }

            var input = context.Input();
            var stepId = input.Text("stepId");
            var isCurrent = wizard.Current?.Id == stepId;
            var step = isCurrent ? wizard.Current : wizard.IsComplete ? null : wizard.Completed.FirstOrDefault(done => done.Id == stepId);
            if (step is null)
            {
                throw KrakenError.Of("KT-CT-4377");
            }

            if (!stepTypes.Contains(step.Type))
            {
                throw KrakenError.Of("KT-CT-4378");
            }

            return act(new(account, wizard, step, isCurrent, input, now));
        });

    private Account Choose(StepTurn turn)
    {
        var choice = turn.Input.Text("selectedOption");
        // A list that is answered anew is the list as it was then: it depends on earlier answers alone.
        var facts = WizardFacts.Of(turn.Account, turn.Wizard, catalogue);
        return StepOptions.Of(turn.Step.Type, turn.Account, facts, catalogue).Any(option => option.Id == choice)
            ? moves.Answer(turn, choice)
            : throw KrakenError.Of("KT-CT-4375");
    }

    private Account StartTestCharge(StepTurn turn)
    {
        if (options.Value.TestChargeStart != TestChargeStart.StartTestCharge)
        {
            throw KrakenError.Of("KT-CT-1113");
        }

        var device = turn.Account.Devices.SingleOrDefault(device => device.Id == turn.Wizard.DeviceId);
        var isFree = turn.IsCurrent && device is { IsRetired: false, IsSuspended: false } && device.Test?.IsRunningAt(turn.Now) != true;
        if (!isFree || !turn.Account.Car.IsReady)
        {
            throw KrakenError.Of("KT-CT-4379");
        }

        return TestChargeRules.Start(turn.Account, device!, turn.Now, options.Value.TestChargeDuration);
    }

    private WizardPayload Change(IResolveFieldContext context, Func<Account, OnboardingWizard, DateTimeOffset, Account> change)
    {
        var id = context.Input().Text("wizardId") ?? "";
        if (world.OwnerOf(id) is not { } owner || !Viewers.MaySee(context, owner))
        {
            throw KrakenError.Of("KT-CT-4371");
        }

        var account = world.Change(owner, context.FieldDefinition.Name, (account, now) =>
            change(account, account.Wizards.FirstOrDefault(wizard => wizard.Id == id) ?? throw KrakenError.Of("KT-CT-4371"), now));
        return Payload(context, account, id);
    }

    private WizardPayload Payload(IResolveFieldContext context, Account account, string id) =>
        new(views.Of(context, account, account.Wizards.Single(wizard => wizard.Id == id)));
}
