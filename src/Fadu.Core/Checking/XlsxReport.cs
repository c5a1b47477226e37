using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Fadu.Core.Checking;

/// <summary>Text of an .xlsx: the sheet's name, then one line with bars per row that is not empty.</summary>
public static class XlsxReport
{
    private const int MaxColumns = 200;

    public static ReportText Read(string path)
    {
        if (ZipGuard.Refuse(path) is { } refusal) return ReportText.Unreadable(refusal);
        try
        {
            using var stream = File.OpenRead(path);
            using var reader = ExcelReaderFactory.CreateReader(stream);
            var text = new StringBuilder();
            do
            {
                text.Append(reader.Name).Append('\n');
                while (reader.Read() && text.Length <= ReportReader.MaxCharacters)
                {
                    var cells = Enumerable.Range(0, Math.Min(reader.FieldCount, MaxColumns)).Select(column => CellText(reader.GetValue(column))).ToList();
                    var used = cells.FindLastIndex(cell => cell.Length > 0) + 1;
                    if (used > 0) text.Append(string.Join(" | ", cells.Take(used))).Append('\n');
                }
            }
            while (reader.NextResult());
            return ReportText.Of(text.ToString());
        }
        catch (Exception problem) when (problem is ExcelReaderException or InvalidDataException or System.Xml.XmlException or IOException or InvalidOperationException or ArgumentException or FormatException or NullReferenceException or KeyNotFoundException)
        {
            return ReportText.Unreadable($"{Path.GetFileName(path)} 已损坏或不是有效的 Excel 工作簿，请用办公软件打开后另存一份再试。");
        }
    }

    private static string CellText(object? value) => value switch
    {
        null => "",
        double number => ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace('\n', ' ').Replace('\r', ' ').Replace('|', ' ').Trim(),
    };
}
