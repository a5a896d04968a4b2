using System.Globalization;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Devices;

namespace SmartFlexBot.Onboarding.Devices;

/// <summary>What came of an answer about devices.</summary>
internal enum DeviceHearing
{
    NotUnderstood,

    /// <summary>Something new is known: a device, that there is none, or a list to choose from.</summary>
    Used,
}

/// <summary>Turns what the customer says about car and charge point into facts.</summary>
internal sealed class DeviceListening(Conversation conversation, JourneyFacts facts, LexiconSource lexicons)
{
    public static DeviceListening Of(Turn turn) => new(turn.Conversation, turn.Facts, turn.Lexicons);

    /// <summary>A car or charge point where something else was asked: then that is what is to be connected.</summary>
    /// <returns>True when there was one.</returns>
    public async Task<bool> HearAnyAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (await HearAsync(reply, DeviceQuestion.Both, cancellationToken) != DeviceHearing.Used)
        {
            return false;
        }

        facts.Update(journey => journey with { Kind = DeviceKind.ElectricVehicle });
        return true;
    }

    public async Task<DeviceHearing> HearAsync(Reply reply, DeviceQuestion question, CancellationToken cancellationToken)
    {
        if (reply.IsCard)
        {
            return Picked(reply, question);
        }

        var (recogniser, catalogue) = await lexicons.ReadAsync(cancellationToken);
        var offers = OffersFor(conversation.Memory.Offers, question);
        var heard = recogniser.Recognise(reply.Text, new RecognitionContext
        {
            Asked = offers.Count > 0 ? AskedFor.Pick : Asked(question),
            Vehicle = Known(facts.Journey.Vehicle),
            ChargePoint = Known(facts.Journey.ChargePoint),
            Offered = offers,
        });
        return Record(heard, catalogue, reply.Text);
    }

    public static IReadOnlyList<CatalogueEntry> OffersFor(IReadOnlyList<CatalogueEntry> offers, DeviceQuestion question)
    {
        CatalogueEntry[] cars = [.. offers.Where(offer => offer.Kind == DeviceKind.ElectricVehicle)];
        CatalogueEntry[] chargers = [.. offers.Where(offer => offer.Kind == DeviceKind.ChargePoint)];
        return question switch
        {
            DeviceQuestion.Vehicle or DeviceQuestion.VehicleModel => cars,
            DeviceQuestion.ChargePoint or DeviceQuestion.ChargePointModel => chargers,
            _ => cars.Length > 0 ? cars : chargers,
        };
    }

    /// <summary>None of the list that was shown: it cannot be connected, whatever it is.</summary>
    public void TakeNone(IReadOnlyList<CatalogueEntry> offers)
    {
        var makes = offers.Select(offer => offer.Make).Distinct().ToList();
        Learn(offers[0].Kind, new DeviceAnswer(makes is [var make] ? make : null, IsUnknown: true));
    }

    private DeviceHearing Picked(Reply reply, DeviceQuestion question)
    {
        var offers = OffersFor(conversation.Memory.Offers, question);
        if (!int.TryParse(reply.Choice, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= offers.Count)
        {
            return DeviceHearing.NotUnderstood;
        }

        var picked = offers[index];
        Learn(picked.Kind, Answer(picked, words: null));
        return DeviceHearing.Used;
    }

    private DeviceHearing Record(DeviceUtterance heard, IReadOnlyList<CatalogueEntry> catalogue, string words)
    {
        var car = AnswerOf(heard.Vehicle, heard.NoEv, heard.UnknownEv, heard.VehicleNotOffered, catalogue, words);
        var charger = AnswerOf(
            heard.ChargePoint, heard.NoChargePoint, heard.UnknownChargePoint, heard.ChargePointNotOffered, catalogue, words);
        if (car is not null)
        {
            Learn(DeviceKind.ElectricVehicle, car);
        }

        if (charger is not null)
        {
            Learn(DeviceKind.ChargePoint, charger);
        }

        if (heard.VehicleOffers.Count > 0)
        {
            Offer(DeviceKind.ElectricVehicle, heard.VehicleOffers, named: car is not null);
        }

        if (heard.ChargePointOffers.Count > 0)
        {
            Offer(DeviceKind.ChargePoint, heard.ChargePointOffers, named: charger is not null);
        }

        var used = car is not null || charger is not null || heard.VehicleOffers.Count + heard.ChargePointOffers.Count > 0;
        return used ? DeviceHearing.Used : DeviceHearing.NotUnderstood;
    }

    /// <summary>A new answer replaces the old one and everything that was built on it.</summary>
    private void Learn(DeviceKind kind, DeviceAnswer answer)
    {
        facts.Update(journey => kind == DeviceKind.ChargePoint
            ? journey with { ChargePoint = answer, DevicesConfirmed = false, Chosen = null }
            : journey with { Vehicle = answer, DevicesConfirmed = false, Chosen = null });
        conversation.Remember(memory => memory with { Offers = [.. memory.Offers.Where(offer => offer.Kind != kind)] });
    }

    /// <summary>Several fit what was said: the answer so far, if there was one, is not the right one any more.</summary>
    private void Offer(DeviceKind kind, IReadOnlyList<CatalogueEntry> offers, bool named)
    {
        if (!named)
        {
            facts.Update(journey => kind == DeviceKind.ChargePoint
                ? journey with { ChargePoint = null, DevicesConfirmed = false, Chosen = null }
                : journey with { Vehicle = null, DevicesConfirmed = false, Chosen = null });
        }

        conversation.Remember(memory => memory with { Offers = [.. memory.Offers.Where(offer => offer.Kind != kind), .. offers] });
    }

    private static DeviceAnswer? AnswerOf(
        DeviceMention? mention, bool none, bool unknown, DeviceMention? notOffered, IReadOnlyList<CatalogueEntry> catalogue,
        string words) =>
        mention is not null ? FromCatalogue(mention, catalogue)
        : none ? DeviceAnswer.None with { Words = words }
        : unknown ? new DeviceAnswer(notOffered?.Make, notOffered?.Model, IsUnknown: true, Words: words)
        : null;

    private static DeviceAnswer FromCatalogue(DeviceMention mention, IReadOnlyList<CatalogueEntry> catalogue)
    {
        CatalogueEntry[] entries =
            [.. catalogue.Where(entry => entry.Kind == mention.Kind && Same(entry.Make, mention.Make) && Same(entry.Model, mention.Model))];
        return entries switch
        {
            [var only] => Answer(only, mention.Words),
            [var first, ..] => Answer(first, mention.Words) with { VariantId = null },
            _ => new DeviceAnswer(mention.Make, mention.Model, Words: mention.Words),
        };
    }

    private static DeviceAnswer Answer(CatalogueEntry entry, string? words) => new(
        entry.Make, entry.Model, Words: words, BatterySize: entry.BatterySize, PowerInKw: entry.PowerInKw,
        VariantId: entry.VariantId, IsIntegrationLive: entry.IsIntegrationLive);

    private static KnownDevice? Known(DeviceAnswer? answer) => answer is { Make: { } make } ? new(make, answer.Model) : null;

    private static AskedFor Asked(DeviceQuestion question) => question switch
    {
        DeviceQuestion.Vehicle or DeviceQuestion.VehicleModel => AskedFor.Car,
        DeviceQuestion.ChargePoint or DeviceQuestion.ChargePointModel => AskedFor.ChargePoint,
        _ => AskedFor.CarAndChargePoint,
    };

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
