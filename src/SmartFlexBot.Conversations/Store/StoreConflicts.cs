namespace SmartFlexBot.Conversations.Store;

/// <summary>A turn was decided on facts that have changed since: it is run again on fresh ones.</summary>
internal sealed class StaleVersionException() : Exception("The state or a record has changed since it was read.");

/// <summary>Another activation has answered this item.</summary>
internal sealed class ItemDoneException() : Exception("The inbox item is done.");

/// <summary>What was to be accepted and answered in one commit has others before it.</summary>
internal sealed class OvertakenException() : Exception("Another item is to be answered first.");
