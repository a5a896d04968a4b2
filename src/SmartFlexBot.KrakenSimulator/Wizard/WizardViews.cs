using GraphQL;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Catalogue;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Wizard;

internal sealed record WizardView(
    string Id, ResumableView Resumable, string? DeviceType, string? DisplayName, StepView? CurrentStep,
    IReadOnlyList<StepView> CompletedSteps);

internal sealed record ResumableView(bool IsResumable, IReadOnlyList<string> ResumableReasons);

/// <summary>Shows wizards as Kraken does.</summary>
internal sealed class WizardViews(World world, ProductCatalogue catalogue, IOptions<SimulatorOptions> options)
{
    public WizardView Of(IResolveFieldContext context, Account account, OnboardingWizard wizard)
    {
        var facts = WizardFacts.Of(account, wizard, catalogue);
        var stage = new StepStage(
            account, wizard, facts, catalogue, options.Value, RequestContext.Of(context).BaseUri, world.Now);
        return new(
            wizard.Id,
            new(wizard.IsResumable, wizard.IsCancelled
                ? ["The journey was cancelled."]
                : wizard.IsComplete ? ["The journey is complete."] : []),
            facts.DeviceType,
            DisplayName(facts),
            wizard.Current is { } current ? StepView.Of(current, stage) : null,
            wizard.IsComplete ? [] : [.. wizard.Completed.Select(step => StepView.Of(step, stage))]);
    }

    private static string? DisplayName(WizardFacts facts) => facts switch
    {
        { Target: { } target } => $"{target.Make} {target.Model}",
        { Vehicle: { } car } => $"{car.Make} {car.Model}",
        { VehicleMake: { } make and not WizardStep.None } => make,
        { OtherMake: { } make } => make,
        _ => null,
    };
}

/// <summary>All that the view of a step may need.</summary>
internal sealed record StepStage(
    Account Account, OnboardingWizard Wizard, WizardFacts Facts, ProductCatalogue Catalogue, SimulatorOptions Options, Uri BaseUri,
    DateTimeOffset Now)
{
    public Device? Device => Account.Devices.FirstOrDefault(device => device.Id == Wizard.DeviceId);
}
