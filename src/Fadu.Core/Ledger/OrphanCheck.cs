using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>Looks for what no matter leads to: fact rows without a matter, and frozen reports whose text is not the one that was frozen.</summary>
internal sealed class OrphanCheck(string region, Rules.Registers.Law law, DbConnection connection, DbTransaction transaction)
{
    public async Task<List<LedgerFault>> RunAsync()
    {
        List<LedgerFault> faults = [];
        foreach (var table in law.Newest.Select(r => law.Facts(r.Id)))
        {
            faults.AddRange(await StrayAsync(table.Name, table.Register));
            foreach (var rows in table.Rows)
            {
                faults.AddRange(await StrayAsync(rows.Table, table.Register));
            }
        }

        faults.AddRange(await SnapshotsAsync());
        return faults;
    }

    private async Task<IEnumerable<LedgerFault>> StrayAsync(string table, string register)
    {
        var ids = await connection.QueryAsync<long>(
            $"select distinct f.matter_id from {table} f where f.region = @region and not exists (select 1 from matters m where m.region = f.region and m.id = f.matter_id and m.register = @register) limit 1000",
            new { region, register }, transaction);
        return ids.Select(id => new LedgerFault(LedgerFaultKind.FactDiffers, id.ToString(CultureInfo.InvariantCulture), null, $"表 {table} 里有它的数据，而事项表里没有这件事项。"));
    }

    private async Task<IEnumerable<LedgerFault>> SnapshotsAsync()
    {
        var snapshots = await connection.QueryAsync<(string Id, string Title, string Body, string Sm3)>(
            "select id, title, body, sm3 from snapshots where region = @region", new { region }, transaction);
        return from snapshot in snapshots
               where Sm3.Hash(Encoding.UTF8.GetBytes(snapshot.Body)).ToString() != snapshot.Sm3
               select new LedgerFault(LedgerFaultKind.SnapshotDiffers, null, null, $"定稿“{snapshot.Title}”（{snapshot.Id}）的正文与定稿时的摘要不符。");
    }
}
