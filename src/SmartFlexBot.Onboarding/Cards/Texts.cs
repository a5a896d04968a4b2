using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Onboarding.Cards;

/// <summary>
/// What customers read, by language and key: cards/text/{language}.json, and the answers to their questions in
/// cards/text/answers/{language}.json. {name} marks a place for a value; <c>{key}.one</c> stands for <c>{key}</c> where a value is one.
/// </summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _languages;

    private Texts(FrozenDictionary<string, FrozenDictionary<string, string>> languages) => _languages = languages;

    public const string Fallback = "en";

    private const string Answers = "answers";
    private const string Informal = ".informal";

    public IEnumerable<string> Languages => _languages.Keys;

    /// <exception cref="InvalidDataException">
    /// A file is absent or unreadable, or a language lacks a key that English has; the message names it.
    /// </exception>
    /// <param name="form">Informal: a language that has a file {language}.informal.json is spoken from it.</param>
    public static Texts Load(string folder, AddressForm form = AddressForm.Formal)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidDataException($"There is no folder of texts at {folder}. Set Onboarding:CardsPath to the cards folder.");
        }

        var languages = Directory.EnumerateFiles(folder, "*.json").ToFrozenDictionary(
            file => Path.GetFileNameWithoutExtension(file), ReadWithAnswers, StringComparer.OrdinalIgnoreCase);
        if (!languages.TryGetValue(Fallback, out var english))
        {
            throw new InvalidDataException($"{folder} has no {Fallback}.json.");
        }

        foreach (var (language, texts) in languages)
        {
            if (english.Keys.FirstOrDefault(key => !texts.ContainsKey(key)) is { } missing)
            {
                throw new InvalidDataException($"{folder}/{language}.json lacks the text '{missing}'.");
            }
        }

        return new(InForm(languages, form));
    }

    private static FrozenDictionary<string, FrozenDictionary<string, string>> InForm(
        FrozenDictionary<string, FrozenDictionary<string, string>> files, AddressForm form) =>
        files.Where(file => !file.Key.EndsWith(Informal, StringComparison.OrdinalIgnoreCase)).ToFrozenDictionary(
            file => file.Key,
            file => form == AddressForm.Informal && files.TryGetValue(file.Key + Informal, out var informal) ? informal : file.Value,
            StringComparer.OrdinalIgnoreCase);

    /// <summary>"de-AT" is served by "de", an unknown language by English.</summary>
    public string LanguageOf(string? locale)
    {
        var language = locale?.Split('-', '_')[0] ?? "";
        return _languages.ContainsKey(language) ? language.ToLowerInvariant() : Fallback;
    }

    public bool Has(string key) => _languages[Fallback].ContainsKey(key);

    /// <exception cref="KeyNotFoundException">There is no such text in any language: a mistake in the code.</exception>
    public string Get(string? locale, string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var language = LanguageOf(locale);
        var texts = _languages[language];
        if (values.Length == 0)
        {
            return texts[key];
        }

        var text = texts[key];
        if (HasOne(text, values, language) && texts.TryGetValue($"{key}.one", out var singular))
        {
            text = singular;
        }

        var culture = CultureInfo.GetCultureInfo(language);
        // From left to right, once: what stands in a value is never read as a place for another one.
        var filled = new StringBuilder(text.Length + 64);
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open && rest[open..].IndexOf('}') is > 0 and var length)
        {
            var place = rest.Slice(open + 1, length - 1);
            filled.Append(rest[..open]);
            if (Find(place, values, out var value))
            {
                filled.Append(Convert.ToString(value, culture));
            }
            else
            {
                filled.Append(rest.Slice(open, length + 1));
            }

            rest = rest[(open + length + 1)..];
        }

        return filled.Append(rest).ToString();
    }

    /// <summary>CLDR's "one" of our languages: a whole number that is 1; French counts 0 so too.</summary>
    private static bool HasOne(string text, ReadOnlySpan<(string Name, object? Value)> values, string language)
    {
        foreach (var (name, value) in values)
        {
            var isOne = value is 1 || value is 0 && language == "fr";
            if (isOne && text.Contains($"{{{name}}}", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Find(ReadOnlySpan<char> place, ReadOnlySpan<(string Name, object? Value)> values, out object? found)
    {
        foreach (var (name, value) in values)
        {
            found = value;
            if (place.SequenceEqual(name))
            {
                return true;
            }
        }

        found = null;
        return false;
    }

    private static FrozenDictionary<string, string> ReadWithAnswers(string file)
    {
        var answers = Path.Combine(Path.GetDirectoryName(file)!, Answers, Path.GetFileName(file));
        return Read(file).Concat(File.Exists(answers) ? Read(answers) : []).ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize(stream, TextsJson.Default.DictionaryStringString) is { } texts && !texts.ContainsValue(null!)
                ? texts
                : throw new InvalidDataException($"{file} is not a flat JSON object of texts: null is no text.");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{file} is not a flat JSON object of texts: {problem.Message}", problem);
        }
    }
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class TextsJson : JsonSerializerContext;
