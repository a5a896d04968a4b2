using SmartFlexBot.Onboarding.Ports;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.SignIn;

/// <summary>Kraken's own words are shown as they come; where it has none, its names for fields are no words for a customer.</summary>
public sealed class UnnamedStepTests
{
    private readonly InMemoryKraken _kraken = new();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task An_input_without_a_description_is_asked_for_without_its_key(string? description)
    {
        var said = await AtAsync(new WizardStep.UserInputRequired("s", [new("installer_pin", description, null, true, null, null)], null));

        said.ShouldStartWith(Chat.Start("input.ask.none"));
        said.ShouldNotContain("installer_pin");
    }

    [Fact]
    public async Task An_input_that_was_wrong_is_asked_for_again_without_its_key()
    {
        var said = await AtAsync(new WizardStep.UserInputRequired("s", [new("installer_pin", null, "1", true, null, false)], null));

        said.ShouldStartWith(Chat.Start("input.wrong.none"));
        said.ShouldNotContain("installer_pin");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_step_elsewhere_without_an_instruction_is_a_whole_sentence(string? instruction)
    {
        _kraken.Show(new WizardStep.UserActionRequired("s", [new("accept_terms", instruction, null)]));
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        await chat.OpenAsync();

        chat.Effects.Sent[^1].Attachments![0].Content!.ToJsonString().ShouldContain("One step is still open");
        chat.Effects.Sent[^1].Attachments![0].Content!.ToJsonString().ShouldNotContain("accept_terms");
    }

    private async Task<string> AtAsync(WizardStep step)
    {
        _kraken.Show(step);
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        return (await chat.OpenAsync())[^1];
    }
}
