using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Devices;
using SmartFlexBot.Recognition.Lexicon;
using static SmartFlexBot.Tests.Recognition.MarketAsTenant;

namespace SmartFlexBot.Tests.Recognition.Lexicon;

/// <summary>Tenants name their devices as they like: families, variants and names are found in their own rows.</summary>
public sealed class TenantsNamesTests
{
    [Theory]
    [InlineData("zorgon flux", "Flux")]
    [InlineData("the zorgon flux long range", "Flux Long Range")]
    [InlineData("flux 60", "Flux 60")]
    [InlineData("flux 60 kwh", "Flux 60")]
    [InlineData("flux, the performance", "Flux Performance")]
    [InlineData("flux cabin", "Flux Cabin")]
    public void A_name_and_a_trim_or_a_size_is_a_variant_of_the_shorter_name(string text, string model)
    {
        // The family stands behind its variants, as tenants have it.
        var tenant = For(
            Car("Zorgon", "Flux Long Range"), Car("Zorgon", "Flux 60"), Car("Zorgon", "Flux"), Car("Zorgon", "Flux Performance"),
            Car("Zorgon", "Flux Cabin"));

        tenant.Recognise(text, RecognitionContext.Empty).Vehicle.ShouldNotBeNull().Model.ShouldBe(model);
    }

    [Fact]
    public void Another_word_makes_another_family()
    {
        var lexicon = Of(Car("Zorgon", "Flux Long Range"), Car("Zorgon", "Flux"), Car("Zorgon", "Flux Cabin"));

        lexicon.Families.Select(family => (family.Name, family.Head, Variants: string.Join(',', family.Variants))).ShouldBe(
            [("Flux", 0, "1"), ("Flux Cabin", 2, "")]);
        lexicon.Devices.Select(device => device.Entry.Model).ShouldBe(["Flux", "Flux Long Range", "Flux Cabin"]);
    }

    [Fact]
    public void Variants_without_their_family_have_no_head()
    {
        var lexicon = Of(Car("Tesla", "Model Y Long Range"), Car("Tesla", "Model Y RWD"));

        var family = lexicon.Families.ShouldHaveSingleItem();
        (family.Name, family.Head, family.Variants.Length).ShouldBe(("Model Y", -1, 2));
        family.Devices.ShouldBe([0, 1]);
    }

    [Fact]
    public void Rows_that_stand_twice_count_once_and_other_kinds_do_not_count()
    {
        var pump = new CatalogueEntry(DeviceKind.HeatPump, "Zorgon", "Pump");

        Of(Car("Zorgon", "Flux"), Car("Zorgon", "Flux"), pump, Charger("Zorgon", "Flux")).Devices.Select(device => device.Entry.Kind)
            .ShouldBe([DeviceKind.ElectricVehicle, DeviceKind.ChargePoint]);
    }

    [Fact]
    public void Makes_are_one_however_they_are_written_and_know_their_kinds()
    {
        var lexicon = Of(Car("VW", "ID.3"), Car("Volkswagen", "ID.4"), Charger("Volkswagen", "ID. Charger"));

        var make = lexicon.Makes.ShouldHaveSingleItem();
        (make.Name, make.VehicleFamilies.Length, make.ChargePointFamilies.Length).ShouldBe(("VW", 2, 1));
        (make.Has(DeviceKind.ElectricVehicle), make.Has(DeviceKind.ChargePoint)).ShouldBe((true, true));
    }

    [Fact]
    public void A_model_that_repeats_its_make_is_known_without_it()
    {
        var tenant = For(Car("Zorgon", "Zorgon Flux"));

        tenant.Recognise("my flux", RecognitionContext.Empty).Vehicle.ShouldNotBeNull().Model.ShouldBe("Zorgon Flux");
        tenant.Recognise("zorgonflux", RecognitionContext.Empty).Vehicle.ShouldNotBeNull().Model.ShouldBe("Zorgon Flux");
    }

    [Theory]
    [InlineData("a zorgon home charger", "Home Charger")]
    [InlineData("home charger", null)]
    [InlineData("my zorgon", null)]
    public void A_model_that_is_called_as_all_of_them_are_needs_its_make_beside_it(string text, string? model)
    {
        var tenant = For(Charger("Zorgon", "Home Charger"), Charger("Zorgon", "Blip"));

        tenant.Recognise(text, RecognitionContext.Empty).ChargePoint?.Model.ShouldBe(model);
        (tenant.Recognise(text, RecognitionContext.Empty).ChargePoint?.Model is null).ShouldBe(model is null);
    }

    [Theory]
    [InlineData("a zorgon one", "One")]
    [InlineData("the one", null)]
    [InlineData("zorgon, and that is the one", null)]
    [InlineData("one zorgon", null)]
    [InlineData("zorgon 7", "7")]
    [InlineData("7", null)]
    [InlineData("a zorgon blip", "Blip")]
    [InlineData("a blip", "Blip")]
    public void Everyday_words_and_numbers_are_a_name_only_beside_their_make(string text, string? model)
    {
        var tenant = For(Charger("Zorgon", "One"), Charger("Zorgon", "7"), Charger("Zorgon", "Blip"));

        (tenant.Recognise(text, RecognitionContext.Empty).ChargePoint?.Model ?? "").ShouldBe(model ?? "");
    }

    [Fact]
    public void The_end_of_a_whole_line_of_names_says_the_line()
    {
        var tenant = For(Car("Zorgon", "Blip Flux"), Car("Zorgon", "Blop Flux"), Car("Zorgon", "Flux"), Car("Zorgon", "Nix"));

        var said = tenant.Recognise("a zorgon flux", RecognitionContext.Empty);

        said.Vehicle.ShouldNotBeNull().Model.ShouldBeNull();
        said.VehicleOffers.Select(offer => offer.Model).ShouldBe(["Blip Flux", "Blop Flux", "Flux"], ignoreOrder: true);
        tenant.Recognise("blop flux", RecognitionContext.Empty).Vehicle.ShouldNotBeNull().Model.ShouldBe("Blop Flux");
    }

    [Fact]
    public void One_name_that_ends_so_is_no_line()
    {
        var tenant = For(Car("Zorgon", "Blip Flux"), Car("Zorgon", "Flux"));

        tenant.Recognise("a zorgon flux", RecognitionContext.Empty).Vehicle.ShouldNotBeNull().Model.ShouldBe("Flux");
    }

    [Fact]
    public void The_only_charger_of_a_make_is_what_a_charger_of_that_make_is()
    {
        new DeviceRecogniser(Of(Charger("Tesla", "Wall Connector Gen 3"))).Recognise("a tesla charger", RecognitionContext.Empty)
            .ChargePoint.ShouldNotBeNull().Model.ShouldBe("Wall Connector Gen 3");

        var two = For(Charger("Tesla", "Wall Connector Gen 3"), Charger("Tesla", "Mobile Connector"), Car("Tesla", "Model 3"))
            .Recognise("a tesla charger", RecognitionContext.Empty);
        two.ChargePoint.ShouldNotBeNull().Model.ShouldBeNull();
        two.ChargePointOffers.Count.ShouldBe(2);
        two.Vehicle.ShouldBeNull();
    }

    [Fact]
    public void No_more_is_offered_than_fits_one_message()
    {
        var cars = Enumerable.Range(1, 9).Select(number => Car("Zorgon", $"Flux {(char)('A' + number)}x Cabin")).ToArray();

        For(cars[..8]).Recognise("zorgon", RecognitionContext.Empty).VehicleOffers.Count.ShouldBe(8);
        For(cars).Recognise("zorgon", RecognitionContext.Empty).VehicleOffers.ShouldBeEmpty();
        For(cars).Recognise("a flux cabin", RecognitionContext.Empty).VehicleOffers.Count.ShouldBeLessThanOrEqualTo(8);
    }

    [Fact]
    public void The_tenants_own_size_counts_more_than_the_markets()
    {
        var lexicon = Of(Car("Kia", "EV6 77") with { BatterySize = 70 }, Car("Kia", "EV6 58"), Car("Zorgon", "Flux"));

        lexicon.Devices.Select(device => device.Size).ShouldBe([70m, 54m, null]);
    }

    [Fact]
    public void Most_words_of_a_sentence_begin_no_name()
    {
        var lexicon = Of(Car("Zorgon", "Flux"));

        (lexicon.MayBegin("flu"), lexicon.MayBegin("flux"), lexicon.MayBegin("fluxor"), lexicon.MayBegin("flax")).ShouldBe(
            (true, true, true, false));
        lexicon.Find("flux").ShouldNotBeNull();
        lexicon.Find("flu").ShouldBeNull();
    }

    private static DeviceLexicon Of(params CatalogueEntry[] tenant) => Alone(tenant);
}
