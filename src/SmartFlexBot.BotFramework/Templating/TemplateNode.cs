using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Templating;

/// <summary>A compiled piece of a template.</summary>
internal abstract record TemplateNode;

/// <summary>JSON that stays as it is.</summary>
internal sealed record FixedNode(JsonNode? Value) : TemplateNode;

/// <summary>A text that is one <c>${expression}</c> and nothing else: the value keeps its type.</summary>
internal sealed record BoundNode(Expression Expression) : TemplateNode;

/// <summary>A text with expressions in it: always a text.</summary>
internal sealed record MixedNode(ImmutableArray<TextPart> Parts) : TemplateNode;

internal sealed record ListNode(ImmutableArray<TemplateNode> Items) : TemplateNode;

/// <param name="Data">$data: a <see cref="FixedNode"/> or a <see cref="BoundNode"/>; null leaves the scope as it is.</param>
/// <param name="When">$when; null always shows the object.</param>
internal sealed record ObjectNode(TemplateNode? Data, Expression? When, ImmutableArray<KeyValuePair<string, TemplateNode>> Properties)
    : TemplateNode;

/// <summary>Fixed text, or an expression.</summary>
internal readonly record struct TextPart(string? Text, Expression? Expression);
