using SmartFlexBot.Onboarding.Cards;

namespace SmartFlexBot.Desk;

/// <summary>What agents read, and ready replies to customers: cards/desk/{language}.json.</summary>
public sealed record DeskTexts(Texts Texts);

public static class DeskTextsCheck
{
    /// <exception cref="InvalidDataException">A language of the customers' has no words for the desk; the message names it.</exception>
    public static void Run(Texts desk, Texts customers)
    {
        if (customers.Languages.FirstOrDefault(language => !desk.Languages.Contains(language)) is { } missing)
        {
            throw new InvalidDataException($"cards/desk has no {missing}.json, but cards/text has. Add it: agents answer in it.");
        }
    }
}
