using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>What an agent sends along. It is kept, and the chat has its name and where the chat's own browser gets it.</summary>
internal sealed class FilesToCustomer(Voice voice, HandOverFacts handOvers, PublicAddress address, DeskFileSettings limits)
{
    public static FilesToCustomer Of(Turn turn) => new(turn.Voice, turn.HandOvers, turn.Address, turn.Market.Desk?.Files ?? new());

    /// <returns>False when there is none, or there are enough of them.</returns>
    public async Task<bool> SendAsync(DeskRequest request, IReadOnlyList<ParcelFile> parcel)
    {
        if (parcel is not [var file] || !handOvers.AddFiles(parcel, request.By.Name, limits))
        {
            return false;
        }

        await voice.PassOnAsync(request.By.Name, "", request.ClientId, DeskFileLinks.Of(file, address));
        return true;
    }
}
