namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>Who acts at the desk, as signed in at this request.</summary>
/// <param name="Id">Stable, of the identity provider; never shown to customers.</param>
/// <param name="Name">As customers see it.</param>
/// <param name="Languages">That they answer in, such as "de"; empty for all.</param>
public sealed record DeskAgent(string Id, string Name, IReadOnlyList<string> Languages, bool IsSupervisor)
{
    public bool Speaks(string locale) => Languages.Count == 0 || Languages.Contains(locale);
}
