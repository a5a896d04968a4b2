using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Templating;

/// <summary>
/// An Adaptive Cards template, parsed once and expanded as often as needed, also from several threads.
/// <para>
/// The language is a subset of Adaptive Cards Templating: paths (<c>a.b</c>, <c>a[0]</c>, <c>a['b c']</c>), 
/// <c>== != &lt; &lt;= &gt; &gt;=</c>, <c>&amp;&amp; || !</c>, <c>if(c, a, b)</c>, literals, <c>$data</c>, <c>$root</c>, <c>$index</c>,
/// <c>$when</c>. There is no other function: money and dates reach a card as finished text. What is in it behaves as the npm package
/// adaptivecards-templating 2.3.1 does.
/// </para>
/// <para>Data is only ever copied as nodes: text in it cannot become card structure or an expression, whatever it says.</para>
/// </summary>
public sealed class CardTemplate
{
    private readonly TemplateNode _card;

    private CardTemplate(string name, TemplateNode card) => (Name, _card) = (name, card);

    public string Name { get; }

    /// <param name="name">Appears in errors; usually the file's name.</param>
    /// <param name="json">The template's JSON text.</param>
    /// <exception cref="CardTemplateException">The text is not a JSON object, or an expression in it is wrong.</exception>
    public static CardTemplate Parse(string name, string json)
    {
        try
        {
            var node = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Parse(name, node as JsonObject ?? throw new CardTemplateException(name, "$", 0, "a card is a JSON object"));
        }
        catch (JsonException e)
        {
            throw new CardTemplateException(name, e.Path ?? "$", 0, e.Message, e);
        }
    }

    /// <inheritdoc cref="Parse(string, string)"/>
    public static CardTemplate Parse(string name, JsonObject template) => new(name, new TemplateCompiler(name).Compile(template));

    /// <summary>Fills the template. What has no value stays as its own <c>${path}</c> text, as the reference does.</summary>
    /// <param name="data">What <c>$root</c> is; it is not changed, and the card shares no node with it.</param>
    /// <exception cref="CardTemplateException">The card as a whole was dropped or repeated.</exception>
    public JsonObject Expand(JsonNode? data) => Expand(data, []);

    /// <summary>
    /// As <see cref="Expand(JsonNode?)"/>, but a customer never sees a leftover <c>${path}</c>: it means that template and data do not fit.
    /// <c>${...}</c> that stands in the data, or escaped as <c>\${...}</c> in the template, is text and no leftover.
    /// </summary>
    /// <exception cref="CardTemplateException">An expression had no value, or the card as a whole was dropped or repeated.</exception>
    public JsonObject ExpandStrict(JsonNode? data)
    {
        var leftovers = new List<string>();
        var card = Expand(data, leftovers);
        return leftovers.Count == 0
            ? card
            : throw new CardTemplateException(Name, "$", 0, $"no usable value for {string.Join(", ", leftovers.Distinct())}");
    }

    private JsonObject Expand(JsonNode? data, List<string> leftovers) =>
        new Expander(leftovers).Expand(_card, Scope.Of(data)) as JsonObject
        ?? throw new CardTemplateException(Name, "$", 0, "$when or $data dropped or repeated the whole card; only parts of it can be");
}
