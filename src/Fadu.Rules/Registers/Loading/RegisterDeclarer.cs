namespace Fadu.Rules.Registers.Loading;

/// <summary>First pass over a register: names and types of everything, and the fact table that follows from them.</summary>
internal sealed class RegisterDeclarer(LawErrors errors, BasisReader basis, FieldReader fieldReader, CodeList statuses, IReadOnlySet<string> statutes)
{
    public RegisterDraft Declare(RegisterSource source)
    {
        var root = new YamlMap(source.Map, errors);
        var statute = Statute(root);
        var statuteOf = source.Statutes.Where(s => statutes.Contains(s.Value.Value)).ToDictionary(s => s.Key, s => s.Value.Value);
        string StatuteFor(LawNode node) => statuteOf.GetValueOrDefault(node.File, statute);

        root.Require("fields");
        root.Require("steps");
        var fields = root.Items("fields").Select(f => fieldReader.Read(f.Id, f.Item, StatuteFor(f.Id))).OfType<FieldDraft>().ToList();
        var steps = Declared(root, "steps", "环节");
        var clocks = Declared(root, "clocks", "期限");
        var publications = Declared(root, "publish", "公开事项", reserved: false);
        var (allSteps, allClocks) = WithPublications(steps, clocks, publications);
        return new()
        {
            Id = source.Id,
            Module = source.Module,
            InForce = source.InForce,
            Root = root,
            Title = root.RequiredText("title"),
            Statute = statute,
            StatuteOf = statuteOf,
            Overlays = source.Overlays,
            Parameters = Parameters(root, StatuteFor),
            Fields = fields,
            Steps = steps,
            Clocks = clocks,
            Gates = Declared(root, "gates", "关口", reserved: false),
            Checks = Declared(root, "checks", "核对规则", reserved: false),
            Publications = publications,
            StepNames = allSteps.Select(s => s.Id).ToHashSet(),
            ClockNames = allClocks.Select(c => c.Id).ToHashSet(),
            Facts = Facts(source.Id, fields, allSteps, allClocks),
        };
    }

    private string Statute(YamlMap root)
    {
        root.Require("statute");
        if (root.TextNode("statute") is not { } text)
        {
            return "";
        }

        if (!statutes.Contains(text.Value))
        {
            errors.Add(text, $"法规“{text.Value}”不在 statutes/ 里", Suggestion.For(text.Value, statutes));
        }

        return text.Value;
    }

    private List<Declared> Declared(YamlMap root, string key, string what, bool reserved = true)
    {
        List<Declared> list = [];
        foreach (var (id, item) in root.Items(key))
        {
            if (Names.Check(id, what, reserved ? Names.Reserved : null, errors))
            {
                list.Add(new(id, item));
            }
        }

        return list;
    }

    private Dictionary<string, Parameter> Parameters(YamlMap root, Func<LawNode, string> statuteFor)
    {
        Dictionary<string, Parameter> parameters = [];
        foreach (var (id, item) in root.Items("parameters"))
        {
            if (ParameterReader.Read(id, item, basis.Required(item, statuteFor(id)), errors) is { } parameter)
            {
                parameters.Add(id.Value, parameter);
            }
        }

        return parameters;
    }

    private static (List<DeclaredStep> Steps, List<DeclaredClock> Clocks) WithPublications(List<Declared> steps, List<Declared> clocks, List<Declared> publications)
    {
        List<DeclaredStep> allSteps = [.. steps.Select(s => new DeclaredStep(s.Id.Value, TitleOf(s), IsTrue(s, "repeat"), s.Item.Has("number"), s.Id))];
        List<DeclaredClock> allClocks = [.. clocks.Select(c => new DeclaredClock(c.Id.Value, TitleOf(c), c.Id))];
        foreach (var publication in publications)
        {
            var (step, withdraw) = (PublicationReader.StepId(publication.Id.Value), PublicationReader.WithdrawalId(publication.Id.Value));
            var withdrawn = publication.Item.Has("withdraw-within");
            allSteps.Add(new(step, TitleOf(publication), withdrawn, false, publication.Id));
            if (publication.Item.Has("within"))
            {
                allClocks.Add(new(step + "_clock", TitleOf(publication) + "期限", publication.Id));
            }

            if (withdrawn)
            {
                allSteps.Add(new(withdraw, PublicationReader.WithdrawalTitle(TitleOf(publication)), true, false, publication.Id));
                allClocks.Add(new(withdraw + "_clock", PublicationReader.WithdrawalTitle(TitleOf(publication)) + "期限", publication.Id));
            }
        }

        return (allSteps, allClocks);
    }

    private static string TitleOf(Declared item) => (item.Item.Map.Find("title")?.Value as LawText)?.Value ?? item.Id.Value;

    private static bool IsTrue(Declared item, string key) => item.Item.Map.Find(key)?.Value is LawText { Value: "true" };

    private FactTable Facts(string register, List<FieldDraft> fields, List<DeclaredStep> steps, List<DeclaredClock> clocks)
    {
        var taken = FactTable.Common.ToDictionary(c => c.Name, _ => "通用列");
        Dictionary<string, string> named = [];

        var goodFields = fields.Where(f => Free(f.Id, f.Id.Value, "字段", f.Field.Type == FieldType.Rows ? [] : FactTable.ColumnsOf(f.Field))).ToList();
        var goodSteps = steps.Where(s => Free(s.At, s.Id, "环节", FactTable.ColumnsOfStep(s.Id, s.Title, s.Repeat, s.Numbered))).ToList();
        var goodClocks = clocks.Where(c => Free(c.At, c.Id, "期限", FactTable.ColumnsOfClock(c.Id, c.Title))).ToList();
        foreach (var rows in fields.Where(f => f.Field.Type == FieldType.Rows))
        {
            CheckRows(register, rows);
        }

        return FactTable.Build(
            register, goodFields.Select(f => f.Field), goodSteps.Select(s => (s.Id, s.Title, s.Repeat, s.Numbered)),
            goodClocks.Select(c => (c.Id, c.Title)), statuses);

        bool Free(LawText at, string id, string what, IEnumerable<FactColumn> columns)
        {
            if (!named.TryAdd(id, what))
            {
                errors.Add(at, $"{what}“{id}”与{named[id]}“{id}”同名", "字段、环节、期限的标识各不相同，请改名");
                return false;
            }

            foreach (var column in columns)
            {
                if (!taken.TryAdd(column.Name, $"{what}“{id}”"))
                {
                    errors.Add(at, $"{what}“{id}”要生成的列“{column.Name}”已被{taken[column.Name]}占用", "请给其中一个改名");
                    return false;
                }
            }

            return true;
        }
    }

    private void CheckRows(string register, FieldDraft rows)
    {
        var table = $"{FactTable.TableName(register)}_{rows.Field.Id}";
        if (table.Length > 58)
        {
            errors.Add(rows.Id, $"表格“{rows.Field.Id}”的数据表名“{table}”过长", "请缩短字段标识，全名不超过 58 个字符");
        }

        foreach (var column in rows.Columns.SelectMany(c => FactTable.ColumnsOf(c.Field).Select(f => (c.Id, f.Name))).GroupBy(c => c.Name).Where(g => g.Count() > 1))
        {
            errors.Add(column.Last().Id, $"表格“{rows.Field.Id}”的两列都要生成“{column.Key}”", "请给其中一列改名");
        }
    }

    private sealed record DeclaredStep(string Id, string Title, bool Repeat, bool Numbered, LawText At);

    private sealed record DeclaredClock(string Id, string Title, LawText At);
}
