using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Tests.Recognition.Lexicon;

/// <summary>What a key can mean: everything that was added for it, the best fit of each owner.</summary>
public sealed class NameKeysTests
{
    private static readonly NameTarget Part = new(1, -1, Fit.Part, Strength.Weak);

    private readonly NameKeys _keys = new();

    [Fact]
    public void A_better_fit_of_the_same_owner_takes_the_place_of_a_worse_one_and_not_the_other_way()
    {
        _keys.Add(["model", "y"], Part);
        _keys.Add(["model", "y"], Part with { Fit = Fit.Full });
        _keys.Add(["model", "y"], Part with { Fit = Fit.Alias });

        _keys.Names("modely").ShouldBe([Part with { Fit = Fit.Full }]);
    }

    [Fact]
    public void Of_the_same_fit_the_stronger_one_counts()
    {
        _keys.Add(["home"], Part);
        _keys.Add(["home"], Part with { Strength = Strength.Strong });
        _keys.Add(["home"], Part with { Strength = Strength.Bound });

        _keys.Names("home").ShouldBe([Part with { Strength = Strength.Strong }]);
    }

    [Fact]
    public void Owners_are_told_apart_by_family_and_variant()
    {
        _keys.Add(["home"], Part);
        _keys.Add(["home"], Part with { Device = 3 });
        _keys.Add(["home"], Part with { Family = 2 });

        _keys.Names("home").Count.ShouldBe(3);
        _keys.Names("homer").ShouldBeEmpty();
    }

    [Fact]
    public void A_key_that_means_a_whole_catalogue_stops_at_sixty_four()
    {
        for (var family = 0; family < 70; family++)
        {
            _keys.Add(["home"], Part with { Family = family });
        }

        _keys.Names("home").Count.ShouldBe(64);
    }

    [Fact]
    public void A_make_is_kept_with_its_kind_and_its_greatest_strength()
    {
        _keys.Add(["tesla"], new MakeTarget(1, null, Strength.Weak));
        _keys.Add(["tesla"], new MakeTarget(1, null, Strength.Strong));
        _keys.Add(["tesla"], new MakeTarget(1, null, Strength.Bound));
        _keys.Add(["tesla"], new MakeTarget(1, DeviceKind.ChargePoint, Strength.Bound));
        _keys.Add(["tesla"], new MakeTarget(2, null, Strength.Bound));

        _keys.Build()["tesla"].Makes.ShouldBe(
        [
            new(1, null, Strength.Strong), new(1, DeviceKind.ChargePoint, Strength.Bound), new(2, null, Strength.Bound),
        ]);
        _keys.Build()["tesla"].IsStrongMake.ShouldBeTrue();
    }

    [Fact]
    public void A_key_can_be_a_make_and_a_name()
    {
        _keys.Add(["zoe"], Part);
        _keys.Add(["zoe"], new MakeTarget(1, null, Strength.Weak));

        var entry = _keys.Build().ShouldHaveSingleItem().Value;
        (entry.Names.Length, entry.Makes.Length, entry.IsStrongMake).ShouldBe((1, 1, false));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_key_has_some_letters_and_at_most_forty(int length, bool isKept)
    {
        var words = new[] { new string('a', length) };
        _keys.Add(words, Part);
        _keys.Add(words, new MakeTarget(1, null, Strength.Weak));

        _keys.Build().Count.ShouldBe(isKept ? 1 : 0);
        _keys.Words.Any().ShouldBe(isKept);
    }

    [Fact]
    public void Words_of_names_are_proper_those_of_aliases_may_be_misspelt_and_numbers_are_no_words()
    {
        _keys.Add(["model", "3"], Part with { Fit = Fit.Full });
        _keys.Add(["modle", "3"], Part with { Fit = Fit.Alias });
        _keys.Add(["land", "rover"], new MakeTarget(1, null, Strength.Strong));

        _keys.Words.ShouldBe(["model", "modle", "land", "rover", "landrover"], ignoreOrder: true);
        _keys.ProperWords.ShouldBe(["model", "land", "rover"], ignoreOrder: true);
    }
}
