using System.ComponentModel.DataAnnotations;

namespace SmartFlexBot.Web.Operations;

/// <summary>Settings section "Operations".</summary>
public sealed class OperationsOptions
{
    public const string Section = "Operations";

    /// <summary>Opens the addresses below /operations; without one they do not exist.</summary>
    [RegularExpression(".{32,}", ErrorMessage = "Operations:Secret must have at least 32 characters. Leave it away to close /operations.")]
    public string? Secret { get; set; }
}
