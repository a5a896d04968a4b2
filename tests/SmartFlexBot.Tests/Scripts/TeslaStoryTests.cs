namespace SmartFlexBot.Tests.Scripts;

/// <summary>The whole way, on both Kraken APIs, with the same words.</summary>
public sealed class TeslaStoryTests
{
    [Theory, InlineData("Classic"), InlineData("Wizard")]
    public async Task A_Tesla_goes_from_hello_to_live_in_six_actions(string api)
    {
        await using var script = await Script.StartAsync(api);
        await script.PlayAsync(
            """
            bot: Hello. I'm the Brightwater Energy assistant, a bot…
            bot: Which electric car do you have, and which charger at home…
            user: Tesla Model 3 Long Range and a Hypervolt Home 3 Pro
            bot shows: Is this right?
            card says: I'd connect the car.
            user presses: Yes, go on
            bot shows: Two permissions
            user ticks: data, control
            user presses: Continue
            bot: One moment, I'm setting things up.
            bot shows: Sign in to Tesla
            user opens: Sign in
            page: Allow
            page shows: You are signed in
            bot: Thank you. I'm checking the sign-in with the maker.
            bot: The sign-in worked. Your device is being registered…
            bot shows: Add the virtual key
            user opens: Add the key
            page: Approve
            bot shows: A short test charge
            user presses: Start the test charge
            bot: The test charge has started…
            bot shows: …is live
            bot is silent
            mutations: deviceRegistration 1
            """);
        script.Actions.ShouldBeLessThanOrEqualTo(6);
    }
}
