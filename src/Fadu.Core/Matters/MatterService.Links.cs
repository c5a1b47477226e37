using Fadu.Core.Storage;
using Fadu.Rules.Expressions;
using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;
using SqlQuery = Fadu.Core.Storage.SqlQuery;

namespace Fadu.Core.Matters;

public sealed partial class MatterService
{
    private const int MostFound = 20_000;
    private const int MostLinks = 5;

    /// <summary>Adds a step with all that it does to other matters; returns what refuses it or one of them.</summary>
    /// <param name="number">Number the matter already has; null = the register's pattern gives one.</param>
    /// <param name="trial">Try before a number is taken, so that a refused step never takes one from the series.</param>
    private async Task<IReadOnlyList<Refusal>> AddAsync(
        MatterWork work, MatterComposer composer, ActDraft draft, string? number = null, bool trial = true, int depth = 0, CancellationToken cancel = default)
    {
        var (register, step) = (composer.Register, composer.Register.Step(draft.Step));
        var context = await ContextAsync(work, composer, draft.Values);
        if (step?.Collect is { } collect && !(draft.Imported && draft.Values.ContainsKey(collect.Into)))
        {
            var (collected, refused) = await CollectAsync(work, register, step, collect, draft, context, cancel);
            if (refused is not null)
            {
                return [refused];
            }

            draft = collected;
        }

        var assigns = Procedure.AssignsNumber(register, composer.State, draft.Step);
        string? stepNumber = null;
        if (assigns || step?.Number is not null)
        {
            var office = draft.Office;
            if (trial)
            {
                var tried = Procedure.Record(register, composer.State, draft, context, "", "");
                if (!tried.Accepted)
                {
                    return tried.Refusals;
                }

                office = tried.State.Office;
            }

            var abbr = offices.Abbr(work.Actor.Region, office);
            number = !assigns ? null : number ?? await Numbering.NextAsync(work.Connection, work.Transaction, work.Actor.Region, register.NumberPattern!, abbr, draft.On);
            stepNumber = step?.Number is { } pattern ? await Numbering.NextAsync(work.Connection, work.Transaction, work.Actor.Region, pattern, abbr, draft.On) : null;
        }
        else
        {
            number = null;
        }

        if (step is { Apply: not null } or { Spawn: not null })
        {
            var (links, refusals) = await LinkAsync(work, composer, step, draft, context, number, stepNumber, depth, cancel);
            if (refusals.Count > 0)
            {
                return refusals;
            }

            draft = draft with { Links = [.. draft.Links, .. links] };
        }

        return composer.Add(draft, context, number, stepNumber);
    }

    private async Task<ProcedureContext> ContextAsync(MatterWork work, MatterComposer composer, IReadOnlyDictionary<string, object?> typed)
    {
        var register = composer.Register;
        var known = law.Context(register) with { Matter = composer.Id };
        if (!register.Fields.Any(f => f.Type == FieldType.Reference))
        {
            return known;
        }

        var stored = await reader.ReferencesAsync(work.Connection, work.Transaction, work.Actor.Region, register, composer.State, typed);
        return known with
        {
            References = (id, matter) => work.Find(matter) is { State: { } state } other
                ? FactBuilder.Build(other.Register, state, law.Context(other.Register) with { Matter = matter }).Row
                : stored?.Invoke(id, matter),
        };
    }

    /// <summary>Fills the rows of a population with the matters that the account may see; from then on they stand as they are.</summary>
    private async Task<(ActDraft Draft, Refusal? Refused)> CollectAsync(
        MatterWork work, Register register, Step step, Collect collect, ActDraft draft, ProcedureContext context, CancellationToken cancel)
    {
        await work.FlushAsync(cancel);
        var newest = law.Current.Latest(collect.From);
        var sql = new SqlQuery(database, work.Transaction);
        sql.Add($"select f.matter_id from {FactTable.TableName(collect.From)} f where f.region = {sql.Value(work.Actor.Region)}");
        if (collect.Where is { } where)
        {
            var writer = new SqlWriter(database.Dialect, new EvaluationContext(draft.On, null, law.Context(newest).Parameters, law.Current.Calendar));
            where.AppendSql(writer);
            sql.Add($" and ({writer.Text})").Take(writer.Parameters);
        }

        ActorScope.Matters(sql, work.Actor, c => "f." + c);
        sql.Add($" order by f.matter_id limit {MostFound + 1}");
        var found = await sql.ReadAsync(work.Connection, r => r.GetInt64(0), cancel);
        if (found.Count > MostFound)
        {
            return (draft, new(RefusalKind.Field, collect.Into, $"符合条件的“{newest.Title}”超过 {MostFound} 件，不能一次纳入“{register.Field(collect.Into)!.Title}”", step.Basis, "请分批办理，或者收窄条件"));
        }

        var matters = await reader.FindManyAsync(work.Connection, work.Transaction, work.Actor.Region, found);
        var rows = LinkedActs.Collected(
            register, collect,
            matters.Select(m => (m.Register, (MatterState?)m.State, FactBuilder.Build(m.Register, m.State, law.Context(m.Register) with { Matter = m.Id }).Row)),
            context, draft.On);
        return (draft with
        {
            Values = new Dictionary<string, object?>(draft.Values) { [collect.Into] = rows },
            Links = [.. matters.Select(m => new ActLink(LinkKind.Collected, m.Id, collect.From, ""))],
        }, null);
    }

    /// <summary>Carries out what a step does in other matters. The step allows it, so nobody's role or scope is asked there.</summary>
    private async Task<(List<ActLink> Links, IReadOnlyList<Refusal> Refusals)> LinkAsync(
        MatterWork work, MatterComposer composer, Step step, ActDraft draft, ProcedureContext context, string? number, string? stepNumber, int depth, CancellationToken cancel)
    {
        var source = composer.Register;
        var tried = Procedure.Record(source, composer.State, draft with { Sequence = composer.Next }, context, number, stepNumber);
        if (!tried.Accepted)
        {
            return ([], tried.Refusals);
        }

        List<ActLink> links = [];
        List<Refusal> refusals = [];
        var origin = new ActOrigin(composer.Id, source.Id, step.Id, $"由“{source.Title}”{tried.State.Number}的环节“{step.Title}”办理");
        foreach (var act in LinkedActs.Of(source, step, tried.State, tried.Facts.Row, context, draft.On))
        {
            if (depth >= MostLinks)
            {
                refusals.Add(new(RefusalKind.Order, "order", $"“{step.Title}”引起的环节超过 {MostLinks} 层", step.Basis, "请核对制度定义中的 apply 和 spawn"));
                break;
            }

            if (!LinkedActs.Concerns(act, law.Opening(act.Register, draft.On)))
            {
                continue;
            }

            var (target, refused) = await TargetAsync(work, act, draft.On, cancel);
            if (target is null)
            {
                refusals.Add(refused!);
                continue;
            }

            var linked = LinkedActs.Draft(act, target.Register, target.State, draft, tried.State, origin, law.Context(target.Register));
            var because = await AddAsync(work, target, linked, depth: depth + 1, cancel: cancel);
            refusals.AddRange(because.Where(r => r.Blocks).Select(r => LinkedActs.Because(r, act, target.Register, target.State?.Title)));
            links.Add(new(act.Kind, target.Id, act.Register, act.Step));
        }

        return (links, refusals);
    }

    private async Task<(MatterComposer? Target, Refusal? Refused)> TargetAsync(MatterWork work, LinkedAct act, DateOnly on, CancellationToken cancel)
    {
        var opening = law.Opening(act.Register, on);
        if (opening.Step(act.Step)?.Opens == true)
        {
            return (work.Add(new(work.Actor.Region, ids.Next(), opening, law.Current.Facts(act.Register), null)), null);
        }

        var id = act.Matter!.Value;
        if (work.Find(id) is { } known)
        {
            return (known, null);
        }

        await work.FlushAsync(cancel);
        return await reader.FindAsync(work.Connection, work.Transaction, work.Actor.Region, id) is { } loaded && loaded.Register.Id == act.Register
            ? (work.Add(new(work.Actor.Region, id, loaded.Register, law.Current.Facts(act.Register), loaded)), null)
            : (null, LinkedActs.Unknown(act, opening));
    }
}
