using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Tests.Recognition.Names;

public sealed class NameWordsTests
{
    [Theory]
    [InlineData("EV6 GT-Line", "ev6|gt|line")]
    [InlineData("ID.3", "id|3")]
    [InlineData("Škoda Enyaq iV 60", "skoda|enyaq|iv|60")]
    [InlineData("", "")]
    public void A_name_is_its_written_words(string name, string words) => string.Join('|', NameWords.Of(name)).ShouldBe(words);

    [Theory]
    [InlineData("tesla model 3", "model 3")]
    [InlineData("model 3 tesla", "model 3")]
    [InlineData("simpson and partners home 7", "home 7")]
    [InlineData("tesla tesla", "")]
    [InlineData("leaf", "leaf")]
    public void The_make_is_left_out_wherever_it_stands(string name, string rest) =>
        string.Join(' ', NameWords.WithoutMake([.. name.Split(' ')], new HashSet<string> { "tesla", "simpsonandpartners" })).ShouldBe(rest);

    [Theory]
    [InlineData("kona electric", "kona")]
    [InlineData("niro phev", "niro")]
    [InlineData("electric", "electric")]
    public void What_only_says_electric_is_left_out_unless_nothing_else_is_there(string name, string rest) =>
        string.Join(' ', NameWords.WithoutPowertrain([.. name.Split(' ')])).ShouldBe(rest);

    [Theory]
    [InlineData("zappi", nameof(Strength.Strong))]
    [InlineData("ev6", nameof(Strength.Strong))]
    [InlineData("model y", nameof(Strength.Strong))]
    [InlineData("e up", nameof(Strength.Strong))]
    [InlineData("uu", nameof(Strength.Weak))]
    [InlineData("home 2", nameof(Strength.Weak))]
    [InlineData("2", nameof(Strength.Bound))]
    [InlineData("2 7", nameof(Strength.Bound))]
    [InlineData("home", nameof(Strength.Bound))]
    [InlineData("x", nameof(Strength.Bound))]
    [InlineData("charger", nameof(Strength.Bound))]
    [InlineData("home charger", nameof(Strength.Bound))]
    [InlineData("7kw charger", nameof(Strength.Bound))]
    [InlineData("solo smart charger", nameof(Strength.Strong))]
    [InlineData("my home charger", nameof(Strength.Bound))]
    public void How_much_company_a_name_needs_follows_from_its_words(string name, string strength) =>
        NameWords.StrengthOf(name.Split(' ')).ToString().ShouldBe(strength);

    [Theory]
    [InlineData("64", true)]
    [InlineData("1.5", true)]
    [InlineData("64a", false)]
    [InlineData("٢", false)]
    public void A_number_is_digits_and_points(string word, bool isNumber) => NameWords.IsNumber(word).ShouldBe(isNumber);
}
