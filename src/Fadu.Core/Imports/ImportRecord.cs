using System.Text.Json;
using System.Text.Json.Serialization;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Imports;

/// <summary>Where the rows come from.</summary>
/// <param name="Name">Name of the source system, half of the key.</param>
/// <param name="Office">Office of rows that name none.</param>
public sealed record ImportSource(string Name, string Office);

/// <summary>How far an import is.</summary>
public static class ImportStatus
{
    public const string Checking = "checking", Checked = "checked", Importing = "importing", Imported = "imported", Discarded = "discarded", Unreadable = "unreadable", Failed = "failed";

    /// <summary>In words.</summary>
    public static string Title(string status) => status switch
    {
        Checking => "正在检查",
        Checked => "待确认",
        Importing => "正在导入",
        Imported => "已导入",
        Discarded => "未导入",
        Unreadable => "文件不能读",
        Failed => "没有完成",
        _ => status,
    };
}

/// <summary>Counts of rows.</summary>
public sealed record ImportCounts(int Read, int Added, int Changed, int Same, int Errors, int Findings)
{
    /// <summary>Rows without error.</summary>
    [JsonIgnore]
    public int Valid => Added + Changed + Same;
}

/// <summary>What else is known of an import.</summary>
public sealed record ImportDetail
{
    /// <summary>Name of the person.</summary>
    public string AccountName { get; init; } = "";
    /// <summary>Office of rows that name none.</summary>
    public string Office { get; init; } = "";
    /// <summary>Rows with errors.</summary>
    public int Errors { get; init; }
    /// <summary>What gates keep as findings.</summary>
    public int Findings { get; init; }
    /// <summary>Why nothing could be read or written.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
    /// <summary>What is odd.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
    /// <summary>Rows left out.</summary>
    public int Skipped { get; init; }
    /// <summary>Only valid rows were taken.</summary>
    public bool ValidOnly { get; init; }
    /// <summary>Seconds that reading and writing took.</summary>
    public double Seconds { get; init; }

    /// <summary>As stored.</summary>
    public string Write() => JsonSerializer.Serialize(this, StateJson.Plain);

    /// <summary>From the store.</summary>
    public static ImportDetail Read(string json) => JsonSerializer.Deserialize<ImportDetail>(json) ?? new();
}

/// <summary>One import.</summary>
public sealed record ImportRecord(
    string Region, string Id, string Register, string Source, string FileName, string Sm3, string Account, string Office, DateTimeOffset At, string Status, ImportCounts Counts, ImportDetail Detail);

/// <summary>One row of an import that was refused or written.</summary>
/// <param name="Result"><c>error</c>, <c>added</c> or <c>changed</c>.</param>
public sealed record ImportRowResult(int Row, string Result, string? External, long? Matter, IReadOnlyList<ImportError> Errors);
