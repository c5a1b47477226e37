using Fadu.Core.Matters.FieldParsing;
using Fadu.Rules.Registers;

namespace Fadu.Core.Imports;

/// <summary>What the template says about a column.</summary>
internal static class ImportHelp
{
    public static string Meaning(ImportColumn column) => column.Kind switch
    {
        ImportColumnKind.External => "该事项在来源系统中的编号，用来识别同一事项，不得重复",
        ImportColumnKind.Number => "文书上的编号；没有的留空",
        ImportColumnKind.Office => "承办该事项的单位，填全称、简称或者代码；整份文件属于一个单位的，可在上传时选定而不填本列",
        ImportColumnKind.StepDate => column.Step!.Repeat ? $"办理“{column.Step.Title}”的日期；办理多次的，用顿号隔开" : $"办理“{column.Step.Title}”的日期；没有办理的留空",
        ImportColumnKind.StepNumber => $"“{column.Step!.Title}”文书的文号",
        ImportColumnKind.PartyKind => $"{column.Field!.Title}是自然人、法人还是个体工商户；留空时按证件号码和名称判断",
        ImportColumnKind.PartyId => $"{column.Field!.Title}的统一社会信用代码或者居民身份证号码，单元格应为文本格式",
        _ => column.Field!.Help ?? (column.Field.Unit is { } unit ? $"单位：{unit}" : ""),
    };

    public static string Required(ImportColumn column) =>
        column.Required ? "必填"
        : column.RequiredAtStep ? column.Field?.When is { } when ? $"{when.Explain()}时必填" : $"已“{column.Group}”的必填"
        : column is { Kind: ImportColumnKind.StepDate, Step.Opens: true } ? "登记环节至少填一个" : "";

    public static string Allowed(ImportColumn column) => column.Kind switch
    {
        ImportColumnKind.PartyKind => string.Join("、", PartyText.Kinds.Select(k => k.Title)),
        ImportColumnKind.Office => "单位表内的单位",
        ImportColumnKind.StepDate => "日期",
        ImportColumnKind.Value => Values(column.Field!),
        _ => "",
    };

    private static string Values(Field field) => field.Type switch
    {
        FieldType.YesNo => "是、否",
        FieldType.Code => string.Join("、", field.Codes!.Codes.Select(c => c.Title)),
        FieldType.Codes => "可填多项，用顿号隔开：" + string.Join("、", field.Codes!.Codes.Select(c => c.Title)),
        FieldType.Office => "单位表内的单位",
        FieldType.Offices => "单位表内的单位，可填多个，用顿号隔开",
        FieldType.Officers => "姓名（执法证号），多人用顿号隔开",
        FieldType.Date => "日期",
        FieldType.WholeNumber => (field.IsYear ? "四位年份" : "整数") + Range(field),
        FieldType.Decimal or FieldType.Money => "数字，不带单位" + Range(field),
        FieldType.Reference => "被引用事项的编号",
        _ => "",
    };

    private static string Range(Field field) => (field.Min, field.Max) switch
    {
        ({ } least, { } most) => $"，{least}至{most}",
        ({ } least, null) => $"，不小于{least}",
        (null, { } most) => $"，不大于{most}",
        _ => "",
    };

    public static string Example(ImportColumn column) => column.Kind switch
    {
        ImportColumnKind.External => "A2024000123",
        ImportColumnKind.StepDate => "2024-09-07",
        ImportColumnKind.PartyKind => "法人或者其他组织",
        ImportColumnKind.PartyId => "91330000710924531U",
        ImportColumnKind.Value => column.Field!.Example ?? OfType(column.Field),
        _ => "",
    };

    private static string OfType(Field field) => field.Type switch
    {
        FieldType.Date => "2024-09-07",
        FieldType.YesNo => "是",
        FieldType.WholeNumber => field.IsYear ? "2024" : "1",
        FieldType.Decimal or FieldType.Money => "1000",
        FieldType.Code => field.Codes!.Codes is [var first, ..] ? first.Title : "",
        FieldType.Codes => string.Join("、", field.Codes!.Codes.Take(2).Select(c => c.Title)),
        FieldType.Officers => "张某（33010001）、李某（33010002）",
        FieldType.Officer => "张某（33010001）",
        FieldType.Party => "某某有限公司",
        FieldType.Person => "张某",
        _ => "",
    };
}
