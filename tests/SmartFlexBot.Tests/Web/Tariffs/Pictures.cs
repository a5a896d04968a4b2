using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Web.Tariffs;

/// <summary>What is drawn in the tests.</summary>
internal static class Pictures
{
    public static PriceLine Flat(string name, decimal amount, string label) => new(name, [new(0, 1440, amount, label)]);

    public static PriceLine Windows { get; } = new(
        "Offered: Smart EV", [new(0, 330, 7, "7.00p"), new(330, 1410, 28.64m, "28.64p"), new(1410, 1440, 7, "7.00p")]);

    public static PricePicture Day { get; } = new(
        "Price over a day", "Now 27.03p all day; offered 7.00p from 23:30 to 05:30.", "p per kWh", "en",
        Flat("Now: Standard", 27.03m, "27.03p"), Windows);

    public static AgreementContent Agreement { get; } = new(
        "Your agreement to Smart EV", "en", new(2026, 11, 23, 8, 30, 5, TimeSpan.FromHours(1)),
        [
            new("What you agreed to", "You said yes to the tariff and its terms.",
                [new("Tariff", "Smart EV", null), new("Terms", "Version 1.3", null)]),
            new("Prices", null,
                [
                    new("23:30 – 05:30", "7.00p per kWh", "value_inc_vat, read at 08:29"),
                    new("Standing charge", "£0.55 a day · €", "standing_charge"),
                ]),
        ],
        Day, "Brightwater Energy, 0800 000 0000");
}
