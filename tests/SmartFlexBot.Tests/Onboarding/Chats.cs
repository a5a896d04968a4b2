using SmartFlexBot.Onboarding.Ports;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding;

/// <summary>Conversations that have come to a certain step.</summary>
internal static class Chats
{
    /// <summary>Car and charger are named, and wait for a yes.</summary>
    public static async Task<Chat> AtConfirmationAsync(InMemoryKraken kraken)
    {
        var chat = new Chat(kraken);
        chat.Know(Named);
        await chat.OpenAsync();
        return chat;
    }

    /// <summary>The link to the maker's page is on the screen.</summary>
    public static async Task<Chat> AtSignInAsync(InMemoryKraken kraken)
    {
        var chat = new Chat(kraken);
        chat.Know(Begun);
        kraken.Show(new WizardStep.AuthFlow("a", new("https://maker.example/authorize?state=x"), null, null));
        await chat.OpenAsync();
        return chat;
    }

    /// <summary>Kraken has the device, and the test is offered.</summary>
    public static async Task<Chat> AtTestAsync(InMemoryKraken kraken)
    {
        var chat = new Chat(kraken);
        chat.Know(Begun with { DeviceId = "d-1" });
        kraken.Devices.Add(Device("ONBOARDING"));
        kraken.Show(new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null), "d-1");
        await chat.OpenAsync();
        return chat;
    }
}
