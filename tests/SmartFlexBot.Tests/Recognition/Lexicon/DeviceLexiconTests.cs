using SmartFlexBot.Recognition.Devices;
using SmartFlexBot.Recognition.Lexicon;
using static SmartFlexBot.Tests.Recognition.MarketAsTenant;

namespace SmartFlexBot.Tests.Recognition.Lexicon;

public sealed class DeviceLexiconTests
{
    [Fact]
    public void Only_what_the_tenant_has_is_named()
    {
        var recogniser = For(Car("Nissan", "Leaf"));

        recogniser.Recognise("a zoe", RecognitionContext.Empty).Vehicle.ShouldBeNull();
        recogniser.Recognise("a leef", RecognitionContext.Empty).Vehicle.ShouldNotBeNull().Model.ShouldBe("Leaf");
    }

    [Fact]
    public void The_tenants_own_spelling_of_a_make_is_kept_and_the_markets_aliases_still_find_it()
    {
        var recogniser = For(Car("VW", "ID.4"), Car("Mercedes", "EQB"));

        recogniser.Recognise("volkswagen id4", RecognitionContext.Empty).Vehicle.ShouldNotBeNull().Make.ShouldBe("VW");
        recogniser.Recognise("merc eqb", RecognitionContext.Empty).Vehicle.ShouldNotBeNull().Make.ShouldBe("Mercedes");
    }

    [Fact]
    public void A_family_of_which_the_tenant_has_only_variants_is_offered_as_those()
    {
        var said = For(Car("Tesla", "Model Y Long Range"), Car("Tesla", "Model Y RWD")).Recognise("model y", RecognitionContext.Empty);

        said.Vehicle.ShouldNotBeNull().Model.ShouldBeNull();
        said.VehicleOffers.Select(offer => offer.Model).ShouldBe(["Model Y Long Range", "Model Y RWD"], ignoreOrder: true);
    }

    [Fact]
    public void A_model_that_the_market_has_never_heard_of_is_known_by_its_name()
    {
        var recogniser = For(Car("Quibble", "Zorrado"), Car("Quibble", "Zorrado Long Range"));

        recogniser.Recognise("my new quibble zorado", RecognitionContext.Empty).Vehicle.ShouldNotBeNull().Model.ShouldBe("Zorrado");
        recogniser.Recognise("zorrado LR", RecognitionContext.Empty).Vehicle.ShouldNotBeNull().Model.ShouldBe("Zorrado Long Range");
    }

    [Fact]
    public void An_empty_catalogue_names_nothing()
    {
        var said = For().Recognise("tesla model y and no charger", RecognitionContext.Empty);

        said.Vehicle.ShouldBeNull();
        said.NoChargePoint.ShouldBeTrue();
    }

    [Fact]
    public void A_look_up_allocates_no_more_on_a_larger_catalogue()
    {
        var large = Market.Entries.Concat(Enumerable.Range(1, 9).SelectMany(copy => Market.Entries.Select(
            entry => entry with { Make = $"{entry.Make} {(char)('a' + copy)}x", Model = $"{entry.Model} {(char)('a' + copy)}q" })));
        var small = Allocated(DeviceLexicon.Create(Market.Entries, Market));

        Allocated(DeviceLexicon.Create(large, Market)).ShouldBeLessThan(2 * small);
    }

    private static long Allocated(DeviceLexicon lexicon)
    {
        var recogniser = new DeviceRecogniser(lexicon);
        recogniser.Recognise("ford explorer and a hypervolt", RecognitionContext.Empty);
        var before = GC.GetAllocatedBytesForCurrentThread();
        recogniser.Recognise("ford explorer and a hypervolt", RecognitionContext.Empty);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
