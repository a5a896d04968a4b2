using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>
/// What happens by itself while the chat is not the bot's. Nothing is said: it is a fact for the agent, and what the bot still needs it
/// takes up when the chat is its own again. What is only worth a word at its own time, such as a nudge, is dropped.
/// </summary>
internal sealed class WhileAway(HandOverFacts handOvers, JourneyFacts facts, Links links, TimeProvider clock)
{
    /// <summary>The newest facts are kept.</summary>
    private const int MostFacts = 50;

    private const string Deadline = "tariff/deadline";

    public static WhileAway Of(Turn turn) => new(turn.HandOvers, turn.Facts, turn.Links, turn.Clock);

    /// <param name="address">Where the maker's page has sent the browser; null when it has not.</param>
    public async Task TakeAsync(string name, JsonObject? value, string? address, CancellationToken cancellationToken)
    {
        switch (name)
        {
            case OnboardingEvents.SignInReturned when address is not null:
                if (facts.IsKnown && await links.EndAsync(value.Word("ticket"), TicketEnd.Used, cancellationToken))
                {
                    facts.Update(journey => journey with { SignInAddress = address });
                }

                Note("signed-in");
                break;
            case OnboardingEvents.LinkRefused:
                await links.EndAsync(value.Word("ticket"), TicketEnd.Refused, cancellationToken);
                Note("link-refused");
                break;
            case OnboardingEvents.LinkOpened:
                Hold(name, value);
                Note("link-opened");
                break;
            case CommandResult.EventName:
                Hold(name, value);
                Note("command", value.Word("kind") ?? "");
                break;
            case WatchEvents.Changed when value.Word("kind") == TariffWatch.Kind:
                Hold(name, value);
                Note("tariff", TariffWord(value));
                break;
            case WatchEvents.Changed:
                See(value);
                break;
            case Deadline:
                Hold(name, value);
                Note("deadline");
                break;
        }
    }

    private void See(JsonObject? value)
    {
        if (Read(value, OnboardingSighting.Read) is not { } seen)
        {
            return;
        }

        Note(seen.IsLive ? "live" : seen.Problem is not null || seen.Step == nameof(WizardStep.TestCharge) ? "test" : "device",
            seen.Problem?.ToString() ?? seen.Lifecycle ?? seen.Step ?? "");
    }

    private static string TariffWord(JsonObject? value) => Read(value, TariffWatch.ReadState)?.State.ToString() ?? "";

    private static T? Read<T>(JsonObject? value, Func<string, T?> read) where T : class
    {
        try
        {
            return value?["state"] is { } state
                ? read(state is JsonValue text && text.TryGetValue(out string? inner) ? inner : state.ToJsonString())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Note(string what, string detail = "") => handOvers.Update(open => open with
    {
        Facts = [.. open.Facts.TakeLast(MostFacts - 1), new HandOverFact(clock.GetUtcNow(), what, detail)],
    });

    private void Hold(string name, JsonObject? value) => handOvers.Update(open => open with
    {
        Held = [.. open.Held, new HeldEvent(name, value?.ToJsonString() ?? "{}")],
    });
}
