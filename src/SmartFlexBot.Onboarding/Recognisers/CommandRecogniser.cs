using SmartFlexBot.Onboarding.Recognisers.Words;

namespace SmartFlexBot.Onboarding.Recognisers;

/// <summary>
/// A command is one only when the utterance is about nothing else; what is dangerous counts wherever it is said.
/// </summary>
public static class CommandRecogniser
{
    public static CustomerCommand? Recognise(string text) => Recognise(Normaliser.Read(text));

    internal static CustomerCommand? Recognise(Utterance utterance) => null;
}
