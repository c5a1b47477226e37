using System.Globalization;
using System.Text;
using Fadu.Core;
using Fadu.Core.Storage;
using Npgsql;

namespace Fadu.Bench;

/// <summary>Many penalty cases written straight into the tables of a store: the rows that their procedure would leave there, with the same indexes and search words, but without a ledger.</summary>
internal sealed class RegisterFiller(FaduSystem system)
{
    public const string Register = "penalty";
    public static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹"];
    public static readonly string[] Causes =
        ["占用城市道路摆摊设点经营", "未依法取得许可从事食品经营", "超标排放水污染物", "擅自改变土地用途", "未按规定安装车载卫星定位装置", "销售不合格电动自行车", "施工现场未采取降尘措施", "无证从事危险货物运输", "发布虚假广告", "未落实消防安全责任制"];
    public static readonly string[] Given = [.. "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英建文华玉兰志红海燕丹晶鑫雪梅云峰成龙金凤国庆春辉".Select(c => c.ToString())];
    private static readonly string[] Domains = ["market", "urban", "ecology", "transport"];
    private static readonly string[] Columns =
        ["number", "title", "office", "handler", "status", "opened_on", "closed_on", "imported", "source", "external", "definition", "next_clock", "next_start", "next_due", "party", "party_kind", "domain", "cause", "procedure", "heaviest_kind", "amount", "lead_on", "facts"];
    private static readonly string[] MatterColumns =
        ["register", "definition", "version", "office", "handler", "number", "title", "status", "opened_on", "closed_on", "next_clock", "next_start", "next_due", "imported", "source", "external", "head", "state", "changed_at"];

    /// <summary>Offices that the cases are spread over.</summary>
    public static IEnumerable<string> Offices => Enumerable.Range(1, 40).Select(i => $"d{i:00}");

    /// <summary>A party's name, different for most cases.</summary>
    public static string Party(int i) => i % 4 == 0
        ? $"青川区{Given[i / 7 % Given.Length]}{Given[i / 11 % Given.Length]}{Given[i / 301 % Given.Length]}商贸有限公司"
        : Surnames[i % Surnames.Length] + Given[i / 13 % Given.Length] + Given[i / 613 % Given.Length];

    public async Task FillAsync(int count)
    {
        if (system.Database is SqliteDatabase)
        {
            for (var from = 0; from < count; from += 20_000)
            {
                await FillSqliteAsync(from, Math.Min(count, from + 20_000));
            }
        }
        else
        {
            await using var connection = (NpgsqlConnection)await system.Database.OpenAsync();
            await CopyAsync(connection, "matters", ["region", "id", .. MatterColumns], Enumerable.Range(0, count).Select(i => (object?[])[system.District.Region, (long)i + 1, .. Matter(i)]));
            await CopyAsync(connection, "fact_" + Register, ["region", "matter_id", .. Columns], Enumerable.Range(0, count).Select(i => (object?[])[system.District.Region, (long)i + 1, .. Facts(i)]));
            await CopyAsync(connection, "search", ["region", "id", "opened_on", "words"], Enumerable.Range(0, count).Select(i => (object?[])[system.District.Region, (long)i + 1, Opened(i), $"{Words(i).Words} {SearchMarks.Days(Opened(i), Register)}"]));
            await using var analyze = new NpgsqlCommand("vacuum analyze", connection) { CommandTimeout = 0 };
            await analyze.ExecuteNonQueryAsync();
        }
    }

    private Task<int> FillSqliteAsync(int from, int until) => system.Database.WriteAsync((connection, transaction) =>
    {
        var matter = Insert("matters", ["region", "id", .. MatterColumns]);
        var fact = Insert("fact_" + Register, ["region", "matter_id", .. Columns]);
        var batch = new SqlBatch(system.Database);
        for (var i = from; i < until; i++)
        {
            batch.Add(matter, Named([system.District.Region, (long)i + 1, .. Matter(i)]));
            batch.Add(fact, Named([system.District.Region, (long)i + 1, .. Facts(i)]));
            Words(i).AddTo(batch, system.Database, system.District.Region, null);
        }

        return batch.ExecuteAsync(connection, transaction);
    });

    private static string Insert(string table, string[] columns) => $"insert into {table}({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select((_, i) => "@p" + i))})";

    private static (string, object?)[] Named(object?[] values) => [.. values.Select((v, i) => ("p" + i, v))];

    private static async Task CopyAsync(NpgsqlConnection connection, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        await using var copy = await connection.BeginTextImportAsync($"copy {table}({string.Join(", ", columns)}) from stdin");
        StringBuilder line = new();
        foreach (var row in rows)
        {
            line.Clear().AppendJoin('\t', row.Select(v => v switch
            {
                null => "\\N",
                bool yes => yes ? "t" : "f",
                DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
                _ => Convert.ToString(v, CultureInfo.InvariantCulture),
            })).Append('\n');
            await copy.WriteAsync(line.ToString());
        }
    }

    // Cases spread evenly over three years; one in eight is still open, with a clock.
    private static DateOnly Opened(int i) => new DateOnly(2022, 1, 1).AddDays((int)((long)i * 7919 % 1090));

    private static bool Open(int i) => i % 8 == 3;

    private static string Number(int i) => $"青综执罚决〔{Opened(i).Year}〕{i + 1}号";

    private static string Title(int i) => $"{Party(i)}（{Causes[i % Causes.Length]}）";

    private static string Office(int i) => $"d{(int)((long)i * 48_271 % 65_537 % 40) + 1:00}";

    private static string Status(int i) => Open(i) ? "open" : i % 20 == 7 ? "revoked" : "concluded";

    private static object?[] Facts(int i) =>
    [
        Number(i), Title(i), Office(i), $"{Office(i)}-{i % 9}", Status(i), Opened(i), Open(i) ? null : Opened(i).AddDays(60), i % 3 == 0, i % 3 == 0 ? "执法系统" : null, i % 3 == 0 ? $"ZF{i:D8}" : null, new DateOnly(2021, 7, 15),
        Open(i) ? "decision" : null, Open(i) ? Opened(i) : null, Open(i) ? Opened(i).AddDays(90) : null, Party(i), i % 4 == 0 ? "legal" : "natural", Domains[i / 40 % Domains.Length], Causes[i % Causes.Length], i % 10 < 7 ? "simple" : "ordinary",
        i % 5 == 0 ? "warning" : "fine", (long)(i % 977) * 5_000, Opened(i), Text(i),
    ];

    private static object?[] Matter(int i) =>
    [
        Register, new DateOnly(2021, 7, 15), 5, Office(i), $"{Office(i)}-{i % 9}", Number(i), Title(i), Status(i), Opened(i), Open(i) ? null : Opened(i).AddDays(60), Open(i) ? "decision" : null, Open(i) ? Opened(i) : null,
        Open(i) ? Opened(i).AddDays(90) : null, i % 3 == 0, i % 3 == 0 ? "执法系统" : null, i % 3 == 0 ? $"ZF{i:D8}" : null, new string('0', 64), "{}", "2024-12-31T00:00:00.000000Z",
    ];

    private static string Text(int i) => $"当事人于{Opened(i):yyyy年M月d日}在青川区{Given[i / 17 % Given.Length]}山路{i % 300}号被发现，有现场照片和询问笔录为证。";

    private static SearchEntry Words(int i) => new(i + 1, Register, Office(i), Opened(i), [Number(i), Title(i), Party(i), Causes[i % Causes.Length], Text(i)]);
}
