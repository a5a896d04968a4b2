using System.Net;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>What came of a post to a connector.</summary>
/// <param name="Status">Null when there was no answer.</param>
/// <param name="Body">Of a success, where it is short; null otherwise.</param>
internal sealed record ConnectorAnswer(HttpStatusCode? Status, Delivery Outcome, string? Body = null);
