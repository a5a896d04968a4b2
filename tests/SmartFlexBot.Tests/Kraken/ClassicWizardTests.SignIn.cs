using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken;

/// <content>From the maker's sign-in to a registered device.</content>
public sealed partial class ClassicWizardTests
{
    [Fact]
    public async Task Several_cars_on_the_makers_account_are_chosen_from()
    {
        var view = await AtSignInAsync();
        _kraken.Now(
            "DeviceRegistration", WizardSamples.Errors["KT-CT-4364"], """{"data":{"deviceRegistration":{"registeredDeviceIds":["D-1"]}}}""")
            .On("UserVehicles", """{"data":{"userVehicles":[]}}""");

        view = await CompleteAsync(view, new StepAnswer.SignedIn(Return));
        view.Current.ShouldBeOfType<WizardStep.Wait>();
        _kraken.Now("UserVehicles", """{"data":{"userVehicles":[]}}""");
        (await SeenAsync(view)).Step.ShouldBe("Wait");
        _kraken.Now(
            "UserVehicles",
            """{"data":{"userVehicles":[{"vehicleId":"V-1","information":{"displayName":"Blue"}},{"vehicleId":"V-2","information":"""
                + """{"displayName":"Red"}}]}}""");
        (await SeenAsync(view)).Step.ShouldBe("SelectUserVehicle");
        view = View(await Wizard().ReadAsync(Scope, view.Token, Stop));
        view.Current.ShouldBeOfType<WizardStep.SelectUserVehicle>().Options.Select(option => option.Label).ShouldBe(["Blue", "Red"]);
        Problem(await TryAsync(view, new StepAnswer.Option("V-3"))).Kind.ShouldBe(WizardProblemKind.BadAnswer);
        await CompleteAsync(view, new StepAnswer.Option("V-2"));

        _kraken.Asked("UserVehicles").First().Variables["authentication"]!["authorizationCode"]!.GetValue<string>().ShouldBe("c-1");
        var authentication = _kraken.Asked("DeviceRegistration").Last().Variables["input"]!["authentication"]!;
        authentication["providerDeviceId"]!.GetValue<string>().ShouldBe("V-2");
        authentication["authorizationCode"]!.GetValue<string>().ShouldBe("c-1");
    }

    [Theory]
    [InlineData("KT-CT-4324", WizardProblemKind.RegistrationInProgress)]
    [InlineData("KT-CT-4363", WizardProblemKind.NoCapableDevice)]
    [InlineData("KT-CT-4321", WizardProblemKind.BadAnswer)]
    [InlineData("KT-CT-1113", WizardProblemKind.NotOffered)]
    public async Task A_refused_registration_says_what_to_do(string code, WizardProblemKind kind)
    {
        var view = await AtSignInAsync();
        _kraken.Now("DeviceRegistration", ScriptedKraken.Error(code, "deviceRegistration"));

        Problem(await TryAsync(view, new StepAnswer.SignedIn(Return))).Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("KT-CT-4312")]
    [InlineData("KT-CT-4314")]
    [InlineData("KT-CT-4322")]
    public async Task A_sign_in_that_Kraken_cannot_use_is_asked_for_again(string code)
    {
        var view = await AtSignInAsync();
        _kraken.Now("DeviceRegistration", ScriptedKraken.Error(code, "deviceRegistration"));

        var again = await CompleteAsync(view, new StepAnswer.SignedIn(Return));

        again.Current.ShouldBeOfType<WizardStep.AuthFlow>().Error.ShouldBe(code);
        again.Current!.Id.ShouldNotBe(view.Current!.Id);
        _kraken.Asked("ProviderAuthDetails").Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_denied_sign_in_is_asked_for_again_and_registers_nothing()
    {
        var again = await CompleteAsync(
            await AtSignInAsync(), new StepAnswer.SignedIn("https://bot.example.test/auth/return?error=access_denied&state=s-1"));

        again.Current.ShouldBeOfType<WizardStep.AuthFlow>().Error.ShouldBe("access_denied");
        _kraken.Asked("DeviceRegistration").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://bot.example.test/auth/return?code=c-1&state=other", WizardProblemKind.SignInFailed)]
    [InlineData("https://bot.example.test/auth/return?code=c-1", WizardProblemKind.SignInFailed)]
    [InlineData("https://bot.example.test/auth/return", WizardProblemKind.BadAnswer)]
    [InlineData("my car", WizardProblemKind.BadAnswer)]
    public async Task An_address_that_is_not_of_this_sign_in_registers_nothing(string address, WizardProblemKind kind)
    {
        Problem(await TryAsync(await AtSignInAsync(), new StepAnswer.SignedIn(address))).Kind.ShouldBe(kind);
        _kraken.Asked("DeviceRegistration").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_registration_whose_answer_was_lost_is_found_by_reading()
    {
        var view = await AtSignInAsync();
        _kraken.Now("DeviceRegistration").On("DeviceRegistration", () => throw new HttpRequestException(HttpRequestError.ResponseEnded));

        await Should.ThrowAsync<KrakenOutcomeUnknownException>(() => TryAsync(view, new StepAnswer.SignedIn(Return)));
        View(await Wizard().ReadAsync(Scope, view.Token, Stop)).Current!.Id.ShouldBe(view.Current!.Id);

        Device("ONBOARDING", "AUTHENTICATION_COMPLETE");
        View(await Wizard().ReadAsync(Scope, view.Token, Stop)).ShouldSatisfyAllConditions(
            found => found.DeviceId.ShouldBe("D-1"), found => found.Current.ShouldBeOfType<WizardStep.TeslaSetupVirtualKey>());
    }

    [Fact]
    public async Task A_device_that_was_there_before_is_not_taken_for_the_new_one()
    {
        Device("LIVE", "SMART_CONTROL_CAPABLE");
        var view = await AtSignInAsync();

        View(await Wizard().ReadAsync(Scope, view.Token, Stop)).Current.ShouldBeOfType<WizardStep.AuthFlow>();
    }

    [Fact]
    public async Task A_registration_is_not_lost_when_reading_fails_after_it()
    {
        var view = await AtSignInAsync();
        _kraken.Now("ReadDevices").On("ReadDevices", () => new(System.Net.HttpStatusCode.ServiceUnavailable));

        view = await CompleteAsync(view, new StepAnswer.SignedIn(Return));

        view.ShouldSatisfyAllConditions(found => found.DeviceId.ShouldBe("D-1"), found => found.Current.ShouldBeOfType<WizardStep.Wait>());
    }

    [Fact]
    public async Task A_sign_in_address_that_Kraken_puts_off_is_no_refusal()
    {
        var view = await AtSignInAsync();
        _kraken.Now("ProviderAuthDetails", ScriptedKraken.Error("KT-CT-1199", "providerAuthDetails"));
        _kraken.Time.Advance(TimeSpan.FromMinutes(30));

        var problem = await Should.ThrowAsync<TenantUnavailableException>(() => Wizard().ReadAsync(Scope, view.Token, Stop));

        problem.Message.ShouldContain("KT-CT-1199");
    }

    [Fact]
    public async Task An_old_sign_in_address_is_replaced_and_the_step_stays_the_same()
    {
        var view = await AtSignInAsync();
        _kraken.Now(
            "ProviderAuthDetails",
            """{"data":{"providerAuthDetails":{"oauthUri":"https://auth.tesla.example.test/authorize?state=s-2"}}}""");

        View(await Wizard().ReadAsync(Scope, view.Token, Stop)).Current.ShouldBe(view.Current);
        _kraken.Time.Advance(TimeSpan.FromMinutes(30));
        var later = View(await Wizard().ReadAsync(Scope, view.Token, Stop)).Current.ShouldBeOfType<WizardStep.AuthFlow>();

        later.AuthorizationUri.Query.ShouldBe("?state=s-2");
        later.Id.ShouldBe(view.Current!.Id);
    }
}
