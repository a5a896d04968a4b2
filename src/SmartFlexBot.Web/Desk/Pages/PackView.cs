using SmartFlexBot.Desk;
using SmartFlexBot.Web.Desk.Texts;

namespace SmartFlexBot.Web.Desk.Pages;

/// <param name="MayWrite">Whether the suggested reply can be put into the composer.</param>
public sealed record PackView(DeskWords Words, Pack Pack, bool MayWrite);
