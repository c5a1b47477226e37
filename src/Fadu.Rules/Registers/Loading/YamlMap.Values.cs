using System.Globalization;
using System.Text.RegularExpressions;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Single values: flags, numbers, dates, words of a list.</summary>
internal sealed partial class YamlMap
{
    public bool Flag(string key, bool absent = false)
    {
        switch (TextNode(key))
        {
            case null:
                return absent;
            case { Value: "true" }:
                return true;
            case { Value: "false" }:
                return false;
            case var text:
                errors.Add(text, $"“{key}”只能是 true 或者 false，现在是“{text.Value}”");
                return absent;
        }
    }

    public int? WholeNumber(string key)
    {
        if (TextNode(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        errors.Add(text, $"“{key}”应当是整数，现在是“{text.Value}”");
        return null;
    }

    public decimal? Number(string key)
    {
        if (TextNode(key) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        errors.Add(text, $"“{key}”应当是数字，现在是“{text.Value}”", "数字里不加逗号和单位");
        return null;
    }

    public DateOnly? Date(string key)
    {
        if (TextNode(key) is not { } text)
        {
            return null;
        }

        if (TryDate(text.Value, out var date))
        {
            return date;
        }

        errors.Add(text, $"“{key}”的日期“{text.Value}”不存在或者格式不对", "请写成 2026-01-31 的样子");
        return null;
    }

    /// <summary>One word out of a fixed list; the words are part of the error.</summary>
    public T? Word<T>(string key, IReadOnlyDictionary<string, T> words) where T : struct
    {
        if (TextNode(key) is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(text.Value, out var value))
        {
            return value;
        }

        errors.Add(text, $"“{key}”不能是“{text.Value}”", Suggestion.For(text.Value, words.Keys));
        return null;
    }

    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    public static partial Regex Kebab { get; }

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    public static partial Regex Snake { get; }
}
