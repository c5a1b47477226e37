using Fadu.Rules.LawFiles;

namespace Fadu.Rules.Registers.Loading;

/// <summary>What a file of the law folder defines; its place says so.</summary>
internal enum LawKind
{
    Statute,
    Calendar,
    CodeList,
    Roles,
    Register,
    Cases,
    Measures,
    Supervision,
    Report,
    Assessment,
    Table,
    Export,
    Region,
    Shared,
    Systems,
    Other,
}

/// <summary>A file with what its path says.</summary>
/// <param name="Region">Overlay it belongs to, or none.</param>
/// <param name="Module">Menu group, where the kind has one.</param>
/// <param name="Name">Identifier: register, group, code list …</param>
internal sealed record PlacedFile(LawFile File, LawKind Kind, string? Region, string Module, string Name, DateOnly InForce)
{
    /// <summary>Its content; set for every file that is read here.</summary>
    public ParsedText Text { get; init; } = new(null, []);
}

/// <summary>Reads paths. Path = identifier, so a file in a wrong place is an error.</summary>
internal static class LawPath
{
    private static readonly Dictionary<string, LawKind> Folders = new()
    {
        ["statutes"] = LawKind.Statute,
        ["calendar"] = LawKind.Calendar,
        ["codes"] = LawKind.CodeList,
        ["registers"] = LawKind.Register,
        ["measures"] = LawKind.Measures,
        ["supervision"] = LawKind.Supervision,
        ["reports"] = LawKind.Report,
        ["assessment"] = LawKind.Assessment,
        ["tables"] = LawKind.Table,
        ["exports"] = LawKind.Export,
        ["screening"] = LawKind.Other,
        ["replays"] = LawKind.Other,
        ["shared"] = LawKind.Shared,
    };

    private static readonly Dictionary<string, LawKind> Single = new() { ["roles.yaml"] = LawKind.Roles, ["systems.yaml"] = LawKind.Systems };

    public static PlacedFile? Place(LawFile file, LawErrors errors)
    {
        var parts = file.Path.Split('/');
        if (!parts[^1].EndsWith(".yaml", StringComparison.Ordinal))
        {
            if (parts[^1].EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || parts[^1].EndsWith(".YAML", StringComparison.OrdinalIgnoreCase))
            {
                errors.Add(file.Path, "扩展名应当是 .yaml", "请改名，否则这个文件不起作用");
            }

            return null;
        }

        string? region = null;
        if (parts[0] == "regions")
        {
            if (parts.Length < 3 || !YamlMap.Kebab.IsMatch(parts[1]))
            {
                return Misplaced(file, "请放在 regions/<地区标识>/ 下", errors);
            }

            (region, parts) = (parts[1], parts[2..]);
            if (parts is ["region.yaml"])
            {
                return new(file, LawKind.Region, region, "", region, default);
            }
        }

        if (parts.Length == 1 && region is null && Single.TryGetValue(parts[0], out var single))
        {
            return new(file, single, null, "", parts[0][..^".yaml".Length], default);
        }

        if (parts.Length < 2 || !Folders.TryGetValue(parts[0], out var kind))
        {
            return Misplaced(file, parts.Length < 2 ? $"只有 {string.Join("、", Single.Keys)} 可以直接放在 law/ 下" : Suggestion.For(parts[0], [.. Folders.Keys, "regions"]), errors);
        }

        var name = parts[^1][..^".yaml".Length];
        return kind switch
        {
            LawKind.Register => Register(file, region, parts, name, errors),
            LawKind.Measures or LawKind.Supervision when parts.Length == 3 && Modules.Ids.Contains(parts[1]) && YamlMap.Snake.IsMatch(name) =>
                new(file, kind, region, parts[1], name, default),
            LawKind.Measures or LawKind.Supervision => Misplaced(file, $"应当是 {parts[0]}/<模块>/<组>.yaml，组名用小写英文和下划线，模块有：{string.Join("、", Modules.Ids)}", errors),
            LawKind.Shared when region is not null => Misplaced(file, "共用部分只放在 law/shared/ 下，地区用叠加层改动事项", errors),
            LawKind.Other => new(file, kind, region, "", name, default),
            _ when parts.Length == 2 && (YamlMap.Kebab.IsMatch(name) || kind == LawKind.Calendar) => new(file, kind, region, "", name, default),
            _ => Misplaced(file, $"应当是 {parts[0]}/<标识>.yaml，标识用小写英文、数字和连字符", errors),
        };
    }

    private static PlacedFile? Register(LawFile file, string? region, string[] parts, string name, LawErrors errors)
    {
        const string Shape = "应当是 registers/<模块>/<事项>/<施行日期>.yaml，如 registers/disputes/reconsideration/2024-01-01.yaml";
        if (parts.Length != 4)
        {
            return Misplaced(file, Shape, errors);
        }

        if (!Modules.Ids.Contains(parts[1]))
        {
            return Misplaced(file, $"没有模块“{parts[1]}”。{Suggestion.For(parts[1], Modules.Ids)}", errors);
        }

        if (!YamlMap.Kebab.IsMatch(parts[2]) || parts[2].Length > Names.MaxLength)
        {
            return Misplaced(file, $"事项标识“{parts[2]}”只用小写英文、数字和连字符，最多 {Names.MaxLength} 个字符", errors);
        }

        var cases = name.EndsWith(".cases", StringComparison.Ordinal);
        if (!YamlMap.TryDate(cases ? name[..^".cases".Length] : name, out var date))
        {
            return Misplaced(file, $"文件名“{name}”不是施行日期。{Shape}", errors);
        }

        return new(file, cases ? LawKind.Cases : LawKind.Register, region, parts[1], parts[2], date);
    }

    private static PlacedFile? Misplaced(LawFile file, string advice, LawErrors errors)
    {
        errors.Add(file.Path, "文件放错了地方", advice);
        return null;
    }
}
