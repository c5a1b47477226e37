using System.Data.Common;
using System.Globalization;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Expressions;
using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Supervision;

namespace Fadu.Core.Supervision;

/// <summary>Asks one rule about all matters of its register: one query, the predicate that also explains it.</summary>
internal sealed class MatterHits(Database database, LawStore law)
{
    public async Task<List<RuleHit>> FindAsync(DbConnection connection, SupervisionRule rule, string region, DateOnly today, CancellationToken cancel)
    {
        var table = law.Current.Facts(rule.Register!);
        var time = new LegalTime(rule, table);
        var mask = new TitleMask(law.Current.Latest(rule.Register!));
        var columns = time.Columns.Concat(mask.Columns).Distinct().ToList();
        var sql = new SqlWriter(database.Dialect, new EvaluationContext(today, null, new Dictionary<string, object>(), law.Current.Calendar));
        sql.Append($"select f.matter_id, f.office, f.title, {string.Join(", ", columns.Select(c => "f." + c))} from {table.Name} f where f.region = {sql.Parameter(region)} and ");
        rule.Where.AppendSql(sql);
        await using var command = connection.CreateCommand();
        command.CommandText = sql.Text;
        foreach (var (name, value) in sql.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        List<RuleHit> hits = [];
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            object? Value(string column) => reader.GetValue(3 + columns.IndexOf(column));
            var id = reader.GetInt64(0);
            hits.Add(new(
                string.Create(CultureInfo.InvariantCulture, $"{rule.Id}:{id}"), id, reader.GetString(1), null, mask.Of(reader.GetString(2), Value),
                time.Of(c => ColumnValues.Day(Value(c)), c => ColumnValues.YesNo(Value(c)), today)));
        }

        return hits;
    }
}
