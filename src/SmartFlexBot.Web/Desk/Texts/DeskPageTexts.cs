using System.Collections.Frozen;
using System.Text.Json;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.Desk.Texts;

/// <summary>The desk's words, from the files that its scripts read too (wwwroot/desk/text).</summary>
internal sealed class DeskPageTexts(IWebHostEnvironment environment)
{
    private readonly FrozenDictionary<string, DeskWords> _words =
        PageLanguages.All.ToFrozenDictionary(language => language, language => new DeskWords(language, Read(environment, language)));

    /// <param name="language">One of <see cref="PageLanguages.All"/>.</param>
    public DeskWords In(string language) => _words[language];

    private static Dictionary<string, string> Read(IWebHostEnvironment environment, string language)
    {
        using var stream = environment.WebRootFileProvider.GetFileInfo($"desk/text/{language}.json").CreateReadStream();
        return JsonSerializer.Deserialize(stream, DeskPageJson.Default.DictionaryStringString)!;
    }
}
