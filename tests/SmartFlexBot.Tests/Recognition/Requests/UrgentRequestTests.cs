using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Tests.Recognition.Requests;

public sealed class UrgentRequestTests
{
    [Theory]
    [InlineData("my husband passed away in March and now I do his bills")]
    [InlineData("I can't pay my bill this month")]
    [InlineData("my son is on a ventilator at night, can you switch us off?")]
    [InlineData("Meine Mutter ist gestorben")]
    [InlineData("Ich kann meine Rechnung nicht mehr bezahlen.")]
    [InlineData("Mein Mann braucht zu Hause ein Beatmungsgerät")]
    [InlineData("mi marido ha fallecido hace poco")]
    [InlineData("No puedo pagar la factura")]
    [InlineData("tengo un concentrador de oxígeno en casa")]
    [InlineData("mon mari est décédé le mois dernier")]
    [InlineData("je ne peux plus payer ma facture")]
    [InlineData("ma mère a un respirateur à la maison")]
    [InlineData("mia madre è morta da poco")]
    [InlineData("non riesco a pagare la bolletta")]
    [InlineData("mio padre fa la dialisi a casa")]
    public void Who_needs_care_is_heard_wherever_it_is_said(string text) =>
        RequestRecogniser.Recognise(text).ShouldNotBeNull().Kind.ShouldBe(RequestKind.Vulnerable);

    [Theory]
    [InlineData("my car battery has died")]
    [InlineData("mein Auto ist kaputt, die Batterie ist tot")]
    [InlineData("my old Leaf died on me")]
    [InlineData("can I pay by card?")]
    [InlineData("Der Ventilator der Wallbox ist laut")]
    public void A_dead_battery_is_no_bereavement(string text) =>
        RequestRecogniser.Recognise(text)?.Kind.ShouldNotBe(RequestKind.Vulnerable);

    [Fact]
    public void Danger_goes_before_care() =>
        RequestRecogniser.Recognise("my wife is on dialysis and the charger is on fire")!.Kind.ShouldBe(RequestKind.SmellOfBurning);

    [Theory]
    [InlineData("Widerruf")]
    [InlineData("ich widerrufe")]
    [InlineData("I want to withdraw")]
    [InlineData("revocar")]
    [InlineData("je retire")]
    [InlineData("revoco")]
    public void To_withdraw_without_a_word_of_what_is_heard_as_that(string text) =>
        RequestRecogniser.Recognise(text).ShouldNotBeNull().Kind.ShouldBe(RequestKind.Withdraw);
}
