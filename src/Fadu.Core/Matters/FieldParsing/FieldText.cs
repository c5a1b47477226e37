using System.Globalization;
using Fadu.Core.Tables;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters.FieldParsing;

/// <summary>From what a person typed, or a cell says, to the value that a field holds: one reading for forms and imports.</summary>
public static class FieldText
{
    private static readonly char[] Separators = ['、', ',', '，', ';', '；', '|', '\n'];

    /// <summary>Reads a text. True with a null value means that nothing was given.</summary>
    /// <param name="error">What is wrong and how to write it, in Chinese, without the name of the field.</param>
    public static bool TryParse(Field field, string text, FieldTextContext context, out object? value, out string? error) =>
        TryParse(field, Cell.OfText(text), context, out value, out error);

    /// <summary>Reads a cell of a table.</summary>
    public static bool TryParse(Field field, Cell cell, FieldTextContext context, out object? value, out string? error)
    {
        var (read, fault) = Read(field, cell, context);
        (value, error) = (read, fault);
        return fault is null;
    }

    private static (object? Value, string? Error) Read(Field field, Cell cell, FieldTextContext context) => field.Type switch
    {
        FieldType.WholeNumber => Boxed(CellParsing.WholeNumber(cell)),
        FieldType.Decimal => Scaled(CellParsing.Decimal(cell), 4),
        FieldType.Money => Scaled(CellParsing.Decimal(cell), 2),
        FieldType.Date => Boxed(CellParsing.Date(cell)),
        FieldType.Time => Moment(CellParsing.Moment(cell)),
        FieldType.YesNo => Boxed(CellParsing.YesNo(cell)),
        FieldType.Code or FieldType.Codes => Codes(field, CellParsing.Text(cell)),
        FieldType.Office or FieldType.Offices => Offices(field, CellParsing.Text(cell), context),
        FieldType.Officer or FieldType.Officers => Officers(field, CellParsing.Text(cell), context),
        FieldType.Identifier => IdentifierTexts.Read(field.Kind, CellParsing.Code(cell)),
        FieldType.Party => PartyText.Read(CellParsing.Text(cell)),
        FieldType.Reference => Reference(field, CellParsing.Text(cell), context),
        FieldType.Rows or FieldType.File => (null, cell.IsBlank ? null : "不能写在一个格子里，请在页面上填写"),
        FieldType.LongText => Boxed(CellParsing.Text(cell)),
        _ => OneLine(CellParsing.Text(cell)),
    };

    private static (object?, string?) Boxed<T>(CellResult<T> read) => (read.HasValue ? read.Value : null, read.Error);

    private static (object?, string?) Scaled(CellResult<decimal> read, int decimals) =>
        !read.HasValue ? Boxed(read)
        : decimal.Round(read.Value, decimals) == read.Value ? (read.Value, null)
        : (null, $"“{read.Value}”的小数超过{decimals}位");

    private static (object?, string?) Moment(CellResult<DateTime> read) =>
        read.HasValue ? (read.Value.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), null) : Boxed(read);

    private static (object?, string?) OneLine(CellResult<string> read) =>
        read.HasValue ? (string.Join(' ', read.Value.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), null) : Boxed(read);

    private static (object?, string?) Codes(Field field, CellResult<string> read)
    {
        if (!read.HasValue)
        {
            return Boxed(read);
        }

        var list = field.Codes!;
        if (field.Type == FieldType.Code)
        {
            return Find(list, read.Value) is { } one ? (one.Id, null) : (null, NoSuchCode(list, read.Value));
        }

        List<string> found = [];
        foreach (var word in Split(read.Value))
        {
            if (Find(list, word) is not { } code)
            {
                return (null, NoSuchCode(list, word));
            }

            found.Add(code.Id);
        }

        return (found.Distinct().OrderBy(list.Rank).ToList(), null);
    }

    private static Code? Find(CodeList list, string word)
    {
        var plain = CellText.HalfWidth(word).Replace(" ", "", StringComparison.Ordinal);
        return list.Find(word) ?? list.Codes.FirstOrDefault(c =>
            string.Equals(CellText.HalfWidth(c.Title), plain, StringComparison.OrdinalIgnoreCase) || c.Aliases.Any(a => string.Equals(CellText.HalfWidth(a), plain, StringComparison.OrdinalIgnoreCase)));
    }

    private static string NoSuchCode(CodeList list, string word) =>
        $"“{word}”不在“{list.Title}”的选项内，可填：{string.Join("、", list.Codes.Take(8).Select(c => c.Title))}{(list.Codes.Count > 8 ? "等" : "")}";

    private static (object?, string?) Offices(Field field, CellResult<string> read, FieldTextContext context)
    {
        if (!read.HasValue)
        {
            return Boxed(read);
        }

        List<string> codes = [];
        foreach (var name in field.Type == FieldType.Office ? [read.Value] : Split(read.Value))
        {
            if (context.Office(name) is not { } code)
            {
                return (null, $"单位表中没有“{name}”，请按单位表的全称填写，或者请系统管理员先增加该单位");
            }

            codes.Add(code);
        }

        return (field.Type == FieldType.Office ? codes[0] : codes.Distinct().ToList(), null);
    }

    private static (object?, string?) Officers(Field field, CellResult<string> read, FieldTextContext context)
    {
        if (!read.HasValue)
        {
            return Boxed(read);
        }

        List<OfficerName> officers = [.. Split(read.Value).Select(word => Officer(word, context)).DistinctBy(o => (o.Name, o.Certificate))];
        return field.Type == FieldType.Officers ? (officers, null)
            : officers.Count == 1 ? (officers[0], null)
            : (null, "只填一名执法人员");
    }

    /// <summary>张三（33030299001）: name with the certificate behind it; either alone is looked up.</summary>
    private static OfficerName Officer(string word, FieldTextContext context)
    {
        var open = word.IndexOfAny(['（', '(']);
        if (open > 0 && word[^1] is '）' or ')')
        {
            var certificate = word[(open + 1)..^1].Trim();
            return context.Officer(certificate) ?? new(word[..open].Trim(), certificate, null);
        }

        return context.Officer(word) ?? new(word, null, null);
    }

    private static (object?, string?) Reference(Field field, CellResult<string> read, FieldTextContext context) =>
        !read.HasValue ? Boxed(read)
        : context.Matter(field.Register!, read.Value) is { } id ? (id, null)
        : (null, $"没有找到编号为“{read.Value}”的事项，请核对编号，或者先登记该事项");

    /// <summary>Brackets may hold the separators of a list; only those outside part it.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is '（' or '(')
            {
                depth++;
            }
            else if (i < text.Length && text[i] is '）' or ')')
            {
                depth--;
            }
            else if (i == text.Length || (depth <= 0 && Separators.Contains(text[i])))
            {
                if (text[start..i].Trim() is { Length: > 0 } word)
                {
                    yield return word;
                }

                start = i + 1;
            }
        }
    }
}
