using Fadu.Core.Accounts;
using Fadu.Core.Tables;

namespace Fadu.Web.Workspace.Administration;

/// <summary>The audit as a table file.</summary>
internal static class AuditWorkbook
{
    public static void Write(Stream stream, string title, IReadOnlyList<AuditRecord> records, PageFormat format)
    {
        using var writer = new XlsxWriter(stream);
        var sheet = writer.AddSheet(title, [new("时间"), new("账号"), new("事项"), new("对象"), new("说明"), new("来源地址")], new() { Title = title, SerialColumn = true });
        foreach (var record in records)
        {
            sheet.Row(format.Time(record.At), record.Who, record.What, record.On, record.Detail, record.Address);
        }
    }
}
