namespace SmartFlexBot.Tests.Scripts;

/// <summary>The conversation did not go as the script says.</summary>
internal sealed class ScriptException(string message) : Exception(message);
