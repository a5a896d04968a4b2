using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Tests.Recognition.Requests;

public sealed class CommandRecogniserTests
{
    [Theory]
    [InlineData("help please", CommandKind.Help)]
    [InlineData("zurück", CommandKind.Back)]
    [InlineData("quiero empezar de nuevo", CommandKind.StartOver)]
    [InlineData("je voudrais parler à un conseiller", CommandKind.Human)]
    [InlineData("annulla tutto", CommandKind.Cancel)]
    [InlineData("I want to make a complaint", CommandKind.Complaint)]
    [InlineData("Einwilligung widerrufen", CommandKind.WithdrawConsent)]
    [InlineData("what's the status", CommandKind.Status)]
    [InlineData("wrong car", CommandKind.Change)]
    [InlineData("supprimer mes données", CommandKind.Privacy)]
    public void A_command_in_any_language_is_heard(string text, CommandKind kind) => CommandRecogniser.Recognise(text).ShouldNotBeNull().Kind.ShouldBe(kind);

    // botframework-solutions#539: a project named "help the children" started the help dialog.
    [Theory]
    [InlineData("my project is called help the children")]
    [InlineData("I moved back to Leeds")]
    [InlineData("the status light is green")]
    [InlineData("a person installed it on Tuesday")]
    [InlineData("")]
    public void A_command_word_in_another_sentence_is_none(string text) => CommandRecogniser.Recognise(text).ShouldBeNull();

    [Theory]
    [InlineData("yes it is a zappi but it smells of burning now")]
    [InlineData("Hilfe, die Wallbox raucht")]
    [InlineData("huele a quemado en el garaje")]
    [InlineData("la borne a pris feu")]
    [InlineData("c'è puzza di bruciato")]
    public void Danger_counts_wherever_it_is_said(string text)
    {
        var command = CommandRecogniser.Recognise(text);

        command.ShouldNotBeNull().Kind.ShouldBe(CommandKind.SmellOfBurning);
        command.IsSafety.ShouldBeTrue();
    }

    [Theory]
    [InlineData("in English please", "en")]
    [InlineData("auf Deutsch", "de")]
    [InlineData("en español", "es")]
    [InlineData("en français", "fr")]
    [InlineData("in italiano", "it")]
    public void A_language_can_be_asked_for(string text, string language) => CommandRecogniser.Recognise(text).ShouldBe(new CustomerCommand(CommandKind.Language, language));
}
