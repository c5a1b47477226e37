using System.Threading.Tasks.Dataflow;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Imports;

/// <summary>Some rows worked out, with the statements that write them.</summary>
internal sealed record ImportGroup(IReadOnlyList<ImportRow> Rows, SqlBatch Statements);

/// <summary>One pass over a file: rows are read, looked up and worked out on all cores, and come out in their order. Memory holds a few groups of rows, whatever the file's length.</summary>
internal sealed class ImportPass(Database database, LawStore law, OfficeDirectory offices, MatterReader reader, MatterService matters)
{
    private const int GroupSize = 250;

    /// <summary>Runs over all rows.</summary>
    /// <param name="dry">Only try.</param>
    /// <param name="take">Gets each group in order.</param>
    public async Task RunAsync(
        ImportFile file, ImportLayout layout, ImportSource source, Actor actor, DateTimeOffset at, bool dry, Func<ImportGroup, Task> take, CancellationToken cancel)
    {
        ImportLookups lookups = new(database, actor.Region, layout, file.Header);
        await lookups.LoadAsync(offices, cancel);
        var rows = new ImportRowReader(layout, file.Header, law.Current, source.Name, source.Office);
        var block = new TransformBlock<List<ImportRow>, ImportGroup>(
            group => WorkOutAsync(group, rows, lookups, file.Details, layout, source, actor, at, dry, cancel),
            new() { MaxDegreeOfParallelism = Environment.ProcessorCount, BoundedCapacity = Environment.ProcessorCount + 1, EnsureOrdered = true, CancellationToken = cancel });
        var reading = Task.Run(() => FeedAsync(file, block, cancel), cancel);
        while (await block.OutputAvailableAsync(cancel))
        {
            while (block.TryReceive(out var group))
            {
                await take(group);
            }
        }

        await reading;
        await block.Completion;
    }

    private static async Task FeedAsync(ImportFile file, TransformBlock<List<ImportRow>, ImportGroup> block, CancellationToken cancel)
    {
        try
        {
            List<ImportRow> group = new(GroupSize);
            foreach (var row in file.Rows())
            {
                group.Add(row);
                if (group.Count == GroupSize)
                {
                    if (!await block.SendAsync(group, cancel))
                    {
                        return;
                    }

                    group = new(GroupSize);
                }
            }

            if (group.Count > 0)
            {
                await block.SendAsync(group, cancel);
            }

            block.Complete();
        }
        catch (Exception error)
        {
            ((IDataflowBlock)block).Fault(error);
            throw;
        }
    }

    private async Task<ImportGroup> WorkOutAsync(
        List<ImportRow> group, ImportRowReader rows, ImportLookups lookups, DetailStore? details, ImportLayout layout, ImportSource source, Actor actor, DateTimeOffset at, bool dry,
        CancellationToken cancel)
    {
        var context = await lookups.ContextAsync(group, cancel);
        var externals = group.Where(r => r.External.Length > 0).Select(r => r.External).ToList();
        var sheets = details?.Of(externals);
        foreach (var row in group)
        {
            rows.Read(row, context, sheets?.GetValueOrDefault(row.External) ?? []);
        }

        var known = await reader.FindExternalAsync(actor.Region, layout.Register.Id, source.Name, externals, cancel);
        var numbers = await lookups.NumbersAsync(group, cancel);
        SqlBatch statements = new(database);
        foreach (var row in group.Where(r => r.Matter is not null))
        {
            var result = await WorkOutAsync(row, row.Matter!, known.GetValueOrDefault(row.External), numbers, layout, actor, at, dry, cancel);
            if (row.Errors.Count > 0)
            {
                continue;
            }

            if (result.Write is { } write)
            {
                matters.AddTo(statements, write);
            }

            row.Took(result);
        }

        return new(group, statements);
    }

    private async Task<TakenOver> WorkOutAsync(
        ImportRow row, ImportedMatter matter, LoadedMatter? known, Dictionary<string, (string? Source, string? External)> numbers, ImportLayout layout, Actor actor, DateTimeOffset at, bool dry, CancellationToken cancel)
    {
        if (matter.Number is { } number && numbers.TryGetValue(number, out var holder) && (holder.Source, holder.External) != (matter.Source, matter.External))
        {
            row.Errors.Add(new("编号", $"“{number}”已用于{(holder.Source is null ? "本平台登记的事项" : $"来源系统“{holder.Source}”的“{holder.External}”")}，请核对"));
        }

        var register = known?.Register ?? law.Opening(matter.Register, matter.Acts[0].On);
        var references = await ImportLookups.ReferencesAsync(reader, database, actor.Region, register, matter, cancel);
        var result = matters.TakeOver(matter, known, actor, at, dry || row.Errors.Count > 0, references);
        if (result.Kind == TakeOverKind.Refused)
        {
            foreach (var refusal in result.Says.Where(s => s.Blocks && s.Kind is RefusalKind.Field or RefusalKind.Date or RefusalKind.Order))
            {
                ImportRefusals.Add(row, layout, refusal, law);
            }
        }
        else if (result.After is { } after && !actor.Covers(after.Office, known?.State.Handler))
        {
            row.Errors.Add(new("办理单位", $"您只能导入本单位管理范围内的事项，该事项属于“{offices.Name(actor.Region, after.Office)}”"));
        }

        return result;
    }
}
