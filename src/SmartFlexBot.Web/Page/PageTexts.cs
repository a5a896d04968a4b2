using System.Collections.Frozen;
using System.Text.Json;

namespace SmartFlexBot.Web.Page;

/// <summary>The page's words for what the server renders itself, from the files that the browser reads too.</summary>
public sealed class PageTexts(IWebHostEnvironment environment)
{
    private readonly FrozenDictionary<string, Dictionary<string, string>> _texts =
        PageLanguages.All.ToFrozenDictionary(language => language, language => Read(environment, language));

    /// <exception cref="KeyNotFoundException">No such language or key.</exception>
    public string Get(string language, string key) => _texts[language][key];

    private static Dictionary<string, string> Read(IWebHostEnvironment environment, string language)
    {
        var file = environment.WebRootFileProvider.GetFileInfo($"text/{language}.json");
        using var stream = file.CreateReadStream();
        return JsonSerializer.Deserialize(stream, PageJson.Default.DictionaryStringString)!;
    }
}
