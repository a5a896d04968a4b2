using CsCheck;
using SmartFlexBot.Recognition.Consent;
using SmartFlexBot.Recognition.Devices;
using SmartFlexBot.Recognition.Languages;
using SmartFlexBot.Recognition.Requests;
using SmartFlexBot.Recognition.Words;
using static SmartFlexBot.Tests.Recognition.MarketAsTenant;

namespace SmartFlexBot.Tests.Recognition;

public sealed class BadInputTests
{
    private static readonly string[] Vocabulary =
    [
        "tesla", "model", "y", "3", "e-tron", "+", "not", "no", "or", "and", "id", "corsa", "zappi", "?", "first", "sixty", "four", "the",
        ".", "kwh",
    ];

    public static TheoryData<string> Texts => new(
        "",
        "   \t\r\n",
        new string('a', 10_000),
        string.Concat(Enumerable.Repeat("tesla model y ", 1_000)),
        new string('9', 10_000),
        "😀😀😀🚗🔌🇬🇧👩‍👩‍👧",
        "\u0000\u0001\u0002\u001b[31m",
        "سيارتي الكهربائية ‏‮",
        "z̸͉͋a̷̡͝l̶͎̈́g̶̛̪o̴͔͌ " + new string('\u0301', 500),
        new string('a', 500) + "!" + new string('(', 500) + "(a+)+$",
        "'; DROP TABLE conversations; --",
        "<img src=x onerror=alert(1)><script>alert('x')</script>",
        "\ud800 lone \udfff surrogates \ud83d",
        "''''''…………----++++####&&&&????",
        "1.1.1.1.1.1,1,1.,.,5.");

    [Theory]
    [MemberData(nameof(Texts))]
    public void Any_text_gets_an_answer_and_takes_no_device_it_does_not_name(string text)
    {
        var said = Read(text, RecognitionContext.Empty with { Offered = [Car("Kia", "EV3"), Car("Kia", "EV6")] });
        ConsentRecogniser.Recognise(text, ConsentQuestion.Contract).IsExplicitYes.ShouldBeFalse();
        RequestRecogniser.Recognise(text).ShouldBeNull();
        LanguageRecogniser.Recognise(text);

        said.ChargePoint.ShouldBeNull();
        (said.Vehicle?.Make ?? "Tesla").ShouldBe("Tesla");
    }

    [Fact]
    public void Words_are_the_customers_own_and_come_from_the_part_that_is_read() =>
        Read("<b>zappi</b>" + new string(' ', 9_000)).ChargePoint.ShouldNotBeNull().Words.ShouldBe("zappi");

    [Fact]
    public void What_stands_behind_a_very_long_text_is_not_read() => Read(new string('x', 9_000) + " zappi").ChargePoint.ShouldBeNull();

    [Fact]
    public void A_device_in_zalgo_is_still_that_device() =>
        Read("z̸͉͋a̷̡͝p̶͎̈́p̶̛̪i̴͔͌").ChargePoint.ShouldNotBeNull().Model.ShouldBe("zappi");

    [Fact]
    public void No_text_throws() => Gen.String.Sample(
        text =>
        {
            Read(text).VehicleOffers.Count.ShouldBeLessThanOrEqualTo(DeviceUtterance.MaximumOffers);
            ConsentRecogniser.Recognise(text, ConsentQuestion.Check);
            RequestRecogniser.Recognise(text);
            LanguageRecogniser.Recognise(text);
        },
        iter: 500,
        seed: "0000KOIPe036");

    [Fact]
    public void No_mixture_of_names_throws() => Gen.Int[0, Vocabulary.Length - 1].Select(i => Vocabulary[i]).Array[0, 30].Sample(
        words => Read(string.Join(' ', words), RecognitionContext.Empty with { Vehicle = new("Tesla", "Model Y") })
            .ChargePointOffers.Count.ShouldBeLessThanOrEqualTo(DeviceUtterance.MaximumOffers),
        iter: 500,
        seed: "0000KOIPe036");
}
