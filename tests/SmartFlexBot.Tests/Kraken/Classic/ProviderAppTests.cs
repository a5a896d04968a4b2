using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Kraken.Classic;

/// <summary>A provider without a sign-in page: its device is connected in its own app, and seen when Kraken shows it.</summary>
public sealed class ProviderAppTests
{
    private static readonly WizardScope Scope = new("A-1", 7);

    private readonly ScriptedKraken _kraken = new ScriptedKraken()
        .On(
            "ReadEligibility",
            """{"data":{"accountIoEligibility":{"isEligibleForIo":true},"eligibleDeviceTypes":["ELECTRIC_VEHICLES"]}}""")
        .On("ReadVariants", """
            {"data":{"electricVehicles":[{"make":"Dacia","models":[{"vehicleId":501,"model":"Spring","supportedProviders":["JEDLIX"],
            "isIntegrationLive":true}]}],"chargePointVariants":[]}}
            """)
        .On("ReadDevices", """{"data":{"devices":[]}}""");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"data":{"providerAuthDetails":{"oauthUri":""}}}""")]
    [InlineData("""{"data":{"providerAuthDetails":null}}""")]
    [InlineData(null)]
    public async Task Is_shown_as_an_app_and_what_was_connected_there_is_ours(string? answer)
    {
        _kraken.On("ProviderAuthDetails", answer ?? ScriptedKraken.Error("KT-CT-4314", "providerAuthDetails"));
        await using var services = _kraken.Start(("OnboardingApi", "Classic"));
        var wizard = services.GetRequiredService<IOnboardingWizard>();
        var view = View(await wizard.StartAsync(Scope, Stop));
        foreach (var option in new[] { "ELECTRIC_VEHICLES", "Dacia", "501", "none" })
        {
            view = View(await wizard.CompleteAsync(Scope, view.Token, view.Current!.Id, new StepAnswer.Option(option), Stop));
        }

        view.Current.ShouldBeOfType<WizardStep.ProviderApp>().Provider.ShouldBe("JEDLIX");
        View(await wizard.ReadAsync(Scope, view.Token, Stop)).Current.ShouldBe(view.Current);
        var said = await wizard.CompleteAsync(Scope, view.Token, view.Current!.Id, new StepAnswer.Done(), Stop);
        said.ShouldBeOfType<WizardResult.Refused>().Problem.Kind.ShouldBe(WizardProblemKind.BadAnswer);

        _kraken.Now("ReadDevices", """
            {"data":{"devices":[{"__typename":"SmartFlexVehicle","id":"D-1","deviceType":"ELECTRIC_VEHICLES","provider":"JEDLIX",
            "propertyId":"7","make":"Dacia","model":"Spring","status":{"current":"ONBOARDING","currentState":"AUTHENTICATION_COMPLETE"}}]}}
            """);
        var there = View(await wizard.ReadAsync(Scope, view.Token, Stop));
        (there.DeviceId, there.Current is WizardStep.TestCharge).ShouldBe(("D-1", true));
        _kraken.Asked("DeviceRegistration").ShouldBeEmpty();
        _kraken.Asked("ProviderAuthDetails").Count().ShouldBe(1);
    }

    private static WizardView View(WizardResult result) => result.ShouldBeOfType<WizardResult.Ok>().View;
}
