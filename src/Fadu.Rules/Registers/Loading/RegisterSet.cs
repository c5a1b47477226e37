using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads all register versions in two passes, so that they may name each other in any order.</summary>
internal sealed class RegisterSet(
    LawErrors errors, BasisReader basis, IReadOnlyDictionary<string, CodeList> codeLists, IReadOnlySet<string> roles, CodeList statuses, IReadOnlySet<string> statutes)
{
    private readonly Dictionary<string, RegisterDraft> latest = [];
    private readonly Dictionary<RegisterDraft, ExpressionScope> scopes = [];

    public IReadOnlyList<Register> Bind(IReadOnlyList<RegisterSource> sources, IReadOnlyDictionary<string, object> districtParameters)
    {
        var ids = sources.Select(s => s.Id).ToHashSet();
        var declarer = new RegisterDeclarer(errors, basis, new FieldReader(errors, basis, codeLists, ids), statuses, statutes);
        var drafts = new DistrictParameters(errors, districtParameters).Apply([.. sources.Select(s => Named(s.Map.File, () => declarer.Declare(s)))]);
        foreach (var draft in drafts)
        {
            latest[draft.Id] = draft;
        }

        CheckColumnTypes(drafts);
        var passed = Passed.From(drafts);
        var expressions = new ExpressionReader(errors);
        var registers = drafts.Select(draft => Named(draft.Position.File, new RegisterBinder(
            new Binding
            {
                Draft = draft,
                Scope = ScopeOf(draft),
                Errors = errors,
                Basis = basis,
                Expressions = expressions,
                Limits = new(errors, expressions),
                Roles = roles,
                Statuses = statuses,
                Latest = id => latest.GetValueOrDefault(id),
                ScopeOf = ScopeOf,
                Registers = ids,
            },
            statutes, passed).Bind)).ToList();
        return [.. registers.OrderBy(r => Modules.Order(r.Module)).ThenBy(r => r.Order).ThenBy(r => r.Id, StringComparer.Ordinal).ThenBy(r => r.InForce)];
    }

    private T Named<T>(string file, Func<T> read)
    {
        errors.Using = file;
        var result = read();
        errors.Using = null;
        return result;
    }

    private ExpressionScope ScopeOf(RegisterDraft draft)
    {
        if (!scopes.TryGetValue(draft, out var scope))
        {
            scope = ExpressionScope.ForRegister(draft.Facts, draft.Parameters, draft.StepNames, draft.ClockNames, id => latest.GetValueOrDefault(id)?.Facts);
            scopes.Add(draft, scope);
        }

        return scope;
    }

    // All versions of a register share one table.
    private void CheckColumnTypes(IReadOnlyList<RegisterDraft> drafts)
    {
        foreach (var versions in drafts.GroupBy(d => d.Id).Where(g => g.Count() > 1))
        {
            Dictionary<string, (ColumnType Type, RegisterDraft Draft)> types = [];
            foreach (var (draft, name, type) in versions.SelectMany(d => Columns(d).Select(c => (d, c.Name, c.Type))))
            {
                if (types.TryGetValue(name, out var first) && first.Type != type)
                {
                    errors.Add(draft.Position, $"列“{name}”的类型与 {first.Draft.InForce:yyyy-MM-dd} 版本不同", "各版本的数据在同一张表里；含义变了的字段请改名");
                }
                else
                {
                    types.TryAdd(name, (type, draft));
                }
            }
        }
    }

    private static IEnumerable<(string Name, ColumnType Type)> Columns(RegisterDraft draft) =>
        draft.Facts.Columns.Select(c => (c.Name, c.Type)).Concat(draft.Facts.Rows.SelectMany(r => r.Columns.Select(c => ($"{r.Field}.{c.Name}", c.Type))));
}
