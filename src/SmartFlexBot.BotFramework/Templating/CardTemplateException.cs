namespace SmartFlexBot.BotFramework.Templating;

/// <summary>
/// A card template that cannot be used: wrong syntax (found when it is parsed) or wrong for its data (found when it is expanded).
/// </summary>
/// <param name="template">The template's name.</param>
/// <param name="path">Where in the template: a JSON path such as <c>$.body[2].text</c>.</param>
/// <param name="column">The character in the text at that path, counted from 1; 0 when the whole value is meant.</param>
/// <param name="problem">What is wrong and, where it helps, what to write instead. Holds template text only, never data.</param>
public sealed class CardTemplateException(string template, string path, int column, string problem, Exception? inner = null)
    : Exception($"Card template '{template}' at {path}{(column > 0 ? $", character {column}" : "")}: {problem}", inner)
{
    public string Template { get; } = template;
    public string Path { get; } = path;
    public int Column { get; } = column;
    public string Problem { get; } = problem;
}

/// <summary>A mistake inside one text; the compiler adds the template and the path.</summary>
internal sealed class ExpressionSyntaxException(int column, string problem) : Exception(problem)
{
    public int Column { get; } = column;
}
