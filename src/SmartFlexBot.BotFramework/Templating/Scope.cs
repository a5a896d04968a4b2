using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Templating;

/// <summary>What the names of an expression mean at one place of a card.</summary>
/// <param name="Root">$root: all data of this expansion.</param>
/// <param name="Data">$data, in which plain names are looked up.</param>
/// <param name="HasData">False below a $data whose expression had no value.</param>
/// <param name="Index">
/// $index: the place in the repeated array, from 0, of the array as it came, not of the elements that $when kept.
/// </param>
internal readonly record struct Scope(JsonNode? Root, JsonNode? Data, bool HasData, int? Index)
{
    public static Scope Of(JsonNode? root) => new(root, root, true, null);
}
