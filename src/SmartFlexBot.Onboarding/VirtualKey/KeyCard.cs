using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.VirtualKey;

/// <summary>The card with the link that adds a Tesla's virtual key, and its code for a phone.</summary>
internal sealed class KeyCard(Voice voice, Links links, bool isOnPhone, WizardStep.TeslaSetupVirtualKey step)
{
    /// <param name="textKey">What is said of it.</param>
    public Task ShowAsync(string textKey)
    {
        var (url, code) = Link();
        return voice.ShowAsync("virtual-key", voice.Text("key.title"), new JsonObject
        {
            ["title"] = voice.Text("key.title"),
            ["text"] = voice.Text(textKey, ("key", MarkdownText.Escape(step.KeyName))),
            ["button"] = voice.Text("key.button"),
            ["url"] = url,
            ["showQr"] = !isOnPhone,
            ["qrLabel"] = voice.Text("key.qr"),
            ["qrAlt"] = voice.Text("key.qr.alt"),
            ["qr"] = links.QrCodeOf(code),
            ["done"] = voice.Text("key.done"),
        });
    }

    public string NewLink() => Link().Url;

    private (string Url, string Code) Link() => links.To(TicketPurpose.VirtualKey, step.Uri, step.Id);
}
