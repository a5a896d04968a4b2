using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Tests.Recognition.Requests;

public sealed class RequestRecogniserTests
{
    [Theory]
    [InlineData("help please", RequestKind.Help)]
    [InlineData("zurück", RequestKind.Back)]
    [InlineData("quiero empezar de nuevo", RequestKind.StartOver)]
    [InlineData("je voudrais parler à un conseiller", RequestKind.Human)]
    [InlineData("annulla tutto", RequestKind.Cancel)]
    [InlineData("I want to make a complaint", RequestKind.Complaint)]
    [InlineData("Einwilligung widerrufen", RequestKind.WithdrawConsent)]
    [InlineData("what's the status", RequestKind.Status)]
    [InlineData("wrong car", RequestKind.Change)]
    [InlineData("supprimer mes données", RequestKind.Privacy)]
    [InlineData("someone please", RequestKind.Human)]
    [InlineData("jemand", RequestKind.Human)]
    [InlineData("alguien", RequestKind.Human)]
    [InlineData("une personne", RequestKind.Human)]
    [InlineData("qualcuno", RequestKind.Human)]
    [InlineData("withdraw my permissions", RequestKind.WithdrawConsent)]
    [InlineData("Ich möchte meine Einwilligung widerrufen", RequestKind.WithdrawConsent)]
    [InlineData("retirar mis permisos", RequestKind.WithdrawConsent)]
    [InlineData("retirer mon autorisation", RequestKind.WithdrawConsent)]
    [InlineData("revocare i permessi", RequestKind.WithdrawConsent)]
    [InlineData("I want to cancel the contract", RequestKind.CoolingOff)]
    [InlineData("withdraw from the contract", RequestKind.CoolingOff)]
    [InlineData("ich widerrufe den Vertrag", RequestKind.CoolingOff)]
    [InlineData("Ich möchte widerrufen", RequestKind.CoolingOff)]
    [InlineData("quiero desistir", RequestKind.CoolingOff)]
    [InlineData("Je me rétracte.", RequestKind.CoolingOff)]
    [InlineData("je veux résilier mon contrat", RequestKind.CoolingOff)]
    [InlineData("voglio recedere dal contratto", RequestKind.CoolingOff)]
    [InlineData("please turn smart charging off", RequestKind.Pause)]
    [InlineData("Bitte das intelligente Laden ausschalten", RequestKind.Pause)]
    [InlineData("Quiero desactivar la carga inteligente", RequestKind.Pause)]
    [InlineData("Je veux arrêter la recharge intelligente", RequestKind.Pause)]
    [InlineData("Vorrei disattivare la ricarica intelligente", RequestKind.Pause)]
    [InlineData("turn it back on please", RequestKind.Resume)]
    [InlineData("bitte wieder einschalten", RequestKind.Resume)]
    [InlineData("volver a activarla por favor", RequestKind.Resume)]
    [InlineData("la réactiver svp", RequestKind.Resume)]
    [InlineData("riattivala per favore", RequestKind.Resume)]
    public void A_request_in_any_language_is_heard(string text, RequestKind kind) =>
        RequestRecogniser.Recognise(text).ShouldNotBeNull().Kind.ShouldBe(kind);

    // botframework-solutions#539: a project named "help the children" started the help dialog.
    [Theory]
    [InlineData("my project is called help the children")]
    [InlineData("I moved back to Leeds")]
    [InlineData("the status light is green")]
    [InlineData("a person installed it on Tuesday")]
    [InlineData("I had to turn it off at the wall")]
    [InlineData("")]
    public void A_word_of_a_request_in_another_sentence_is_none(string text) => RequestRecogniser.Recognise(text).ShouldBeNull();

    [Theory]
    [InlineData("yes it is a zappi but it smells of burning now", RequestKind.SmellOfBurning)]
    [InlineData("Hilfe, die Wallbox raucht", RequestKind.SmellOfBurning)]
    [InlineData("huele a quemado en el garaje", RequestKind.SmellOfBurning)]
    [InlineData("la borne a pris feu", RequestKind.SmellOfBurning)]
    [InlineData("c'è puzza di bruciato", RequestKind.SmellOfBurning)]
    [InlineData("I smell gas near the charger", RequestKind.SmellOfGas)]
    [InlineData("In der Garage riecht es nach Gas", RequestKind.SmellOfGas)]
    [InlineData("huele a gas en el garaje", RequestKind.SmellOfGas)]
    [InlineData("ça sent le gaz chez moi", RequestKind.SmellOfGas)]
    [InlineData("sento odore di gas in garage", RequestKind.SmellOfGas)]
    [InlineData("I smell gas and the wall box sparks", RequestKind.SmellOfGas)]
    [InlineData("my son got a shock from the charger", RequestKind.ElectricShock)]
    [InlineData("Ich habe einen Stromschlag bekommen", RequestKind.ElectricShock)]
    [InlineData("me ha dado calambre el cargador", RequestKind.ElectricShock)]
    [InlineData("j'ai pris une décharge électrique avec la borne", RequestKind.ElectricShock)]
    [InlineData("ho preso la scossa dalla wallbox", RequestKind.ElectricShock)]
    public void Danger_counts_wherever_it_is_said(string text, RequestKind kind)
    {
        var request = RequestRecogniser.Recognise(text);

        request.ShouldNotBeNull().Kind.ShouldBe(kind);
        request.IsUrgent.ShouldBeTrue();
    }

    [Theory]
    [InlineData("in English please", "en")]
    [InlineData("auf Deutsch", "de")]
    [InlineData("en español", "es")]
    [InlineData("en français", "fr")]
    [InlineData("in italiano", "it")]
    public void A_language_can_be_asked_for(string text, string language) =>
        RequestRecogniser.Recognise(text).ShouldBe(new(RequestKind.Language, language));
}
