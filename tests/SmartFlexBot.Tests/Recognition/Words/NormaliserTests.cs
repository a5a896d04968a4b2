using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Tests.Recognition.Words;

public sealed class NormaliserTests
{
    [Theory]
    [InlineData("Ioniq5", "ioniq|5")]
    [InlineData("Ioniq 5", "ioniq|5")]
    [InlineData("IONIQ-5", "ioniq|5")]
    [InlineData("Škoda Citroën", "skoda|citroen")]
    [InlineData("große Straße", "grosse|strasse")]
    [InlineData("Sœur Æther Ørsted Łódź", "soeur|aether|orsted|lodz")]
    [InlineData("I don't, I'll, we've, it's", "i|dont|ill|weve|its")]
    [InlineData("I don’t", "i|dont")]
    [InlineData("l'auto d’Anna s'il", "l|auto|d|anna|s|il")]
    [InlineData("'tis don'", "tis|don")]
    [InlineData("64,8 kWh", "64.8|kwh")]
    [InlineData("3.0 and 3.10 and 10.0", "3|and|3.10|and|10")]
    [InlineData("5. 6, 7", "5|6|7")]
    [InlineData("1.0.0", "1.0.0")]
    [InlineData("Pulsar+ and +5", "pulsar|plus|and|5")]
    [InlineData("smart #1 # end", "smart|hashtag|1|end")]
    [InlineData("Simpson & Partners", "simpson|and|partners")]
    [InlineData("80% 2 € $5", "80|%|2|€|$|5")]
    [InlineData("1st nº 5° 2ª", "1|st|n|5|2")]
    [InlineData("٢ ２", "2|2")]
    [InlineData("👍🏽 ✅ok🚗", "👍|✅|ok|🚗")]
    [InlineData("z̸͉͋a̷̡͝p", "zap")]
    [InlineData("日産 リーフ", "日産|リーフ")]
    [InlineData("a_b/c:d", "a|b|c|d")]
    [InlineData("", "")]
    [InlineData(" \t…", "")]
    public void Text_is_read_as_tokens(string text, string tokens) =>
        Normaliser.Read(text).Tokens.Select(token => token.Text).ShouldBe(tokens.Split('|', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Half_a_character_is_none() => Normaliser.Read("\ud83d leaf \udfff").Tokens.ShouldHaveSingleItem().Text.ShouldBe("leaf");

    [Theory]
    [InlineData("ioniq5", "01")]
    [InlineData("ioniq 5", "00")]
    [InlineData("ioniq-5", "00")]
    [InlineData("leaf30kwh", "011")]
    [InlineData("ok🚗", "00")]
    public void Tokens_that_are_written_together_share_a_word(string text, string isGlued)
    {
        var utterance = Normaliser.Read(text);

        string.Concat(Enumerable.Range(0, utterance.Count).Select(token => utterance.IsWordStart(token) ? '0' : '1')).ShouldBe(isGlued);
        utterance.IsWordEnd(utterance.Count).ShouldBeTrue();
        Enumerable.Range(1, utterance.Count - 1).Select(end => utterance.IsWordEnd(end) ? '0' : '1').ShouldBe(isGlued[1..]);
    }

    [Theory]
    [InlineData("no, leaf", "01")]
    [InlineData("no leaf", "00")]
    [InlineData("no. leaf; zoe: kia! mg? bmw", "011111")]
    [InlineData("no\nleaf", "01")]
    [InlineData("no (leaf) zoe", "011")]
    [InlineData("no - leaf – zoe — kia", "0111")]
    [InlineData("leaf + zoe", "01")]
    [InlineData("leaf / zoe", "01")]
    [InlineData("e-tron 1.5", "000")]
    [InlineData("kia/leaf", "00")]
    public void A_break_stands_before_the_token_that_follows_it(string text, string isAfterBreak) =>
        string.Concat(Normaliser.Read(text).Tokens.Select(token => token.AfterBreak ? '1' : '0')).ShouldBe(isAfterBreak);

    [Theory]
    [InlineData("leaf?", true)]
    [InlineData("¿leaf", true)]
    [InlineData("リーフ？", true)]
    [InlineData("ليف؟", true)]
    [InlineData("leaf!", false)]
    public void A_question_mark_of_any_script_is_noticed(string text, bool isThere) =>
        Normaliser.Read(text).HasQuestionMark.ShouldBe(isThere);

    [Theory]
    [InlineData("64", true)]
    [InlineData("6.4", true)]
    [InlineData("x64", false)]
    [InlineData("%", false)]
    public void Numbers_are_known(string text, bool isNumber) => Normaliser.Read(text).Tokens[0].IsNumber.ShouldBe(isNumber);

    [Fact]
    public void The_customers_own_words_are_kept()
    {
        var utterance = Normaliser.Read("  Ein ‹Škoda Enyaq-iV›!");

        utterance.Words(1, 3).ShouldBe("Škoda Enyaq-iV");
        utterance.Words(0, 1).ShouldBe("Ein");
    }

    [Fact]
    public void What_is_longer_than_anybody_writes_is_cut_and_says_so()
    {
        Normaliser.Read(new string('x', Normaliser.MaximumCharacters)).IsCut.ShouldBeFalse();
        Normaliser.Read(new string('x', Normaliser.MaximumCharacters + 1)).IsCut.ShouldBeTrue();
        Normaliser.Read(Words(Normaliser.MaximumTokens)).IsCut.ShouldBeFalse();

        var cut = Normaliser.Read(Words(Normaliser.MaximumTokens) + " x");
        cut.IsCut.ShouldBeTrue();
        cut.Count.ShouldBe(Normaliser.MaximumTokens);
    }

    [Fact]
    public void A_name_without_its_spaces_is_the_form_for_look_ups() => Normaliser.Compact("ID. Buzz GT-X+").ShouldBe("idbuzzgtxplus");

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("x", count));
}
