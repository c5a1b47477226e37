using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Fadu.Core.Checking;

/// <summary>Text of an .xlsx: the sheet's name, then its rows that are not empty, with bars.</summary>
public static class XlsxReport
{
    // The reader asks for the code page of old workbooks even where there is none to read.
    static XlsxReport() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private const double MaxNumber = 1e15;

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
                var grid = new TableGrid();
                while (reader.Read())
                    grid.Add(Enumerable.Range(0, Math.Min(reader.FieldCount, TableGrid.MaxColumns)).Select(column => (CellText(reader.GetValue(column)), 1, 1)).ToList());
                grid.Write(text);
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
        double number and > -MaxNumber and < MaxNumber => ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace('\n', ' ').Replace('\r', ' '),
    };
}
