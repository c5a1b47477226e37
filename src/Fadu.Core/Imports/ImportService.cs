using System.Globalization;
using System.Security.Cryptography;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Core.Tables;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Imports;

/// <summary>Takes tables of other systems over: stores the file, checks every row, writes all accepted rows in one transaction.</summary>
/// <remarks>A process that is killed leaves nothing of an import behind but its file and its check: the rows, the counts and the word “imported” become visible together.</remarks>
public sealed class ImportService(
    Database database, FaduOptions options, LawStore law, OfficeDirectory offices, MatterReader reader, MatterService matters, TimeProvider time)
{
    private readonly ImportStore store = new(database);
    private readonly ImportPass pass = new(database, law, offices, reader, matters);
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Lock layoutsLock = new();
    private (Rules.Registers.Law Law, Dictionary<string, ImportLayout> Layouts) layouts;

    /// <summary>Imports as stored.</summary>
    public ImportStore Store => store;

    /// <summary>The table of a register, under the law in force.</summary>
    public ImportLayout Layout(string register)
    {
        lock (layoutsLock)
        {
            if (layouts.Law != law.Current)
            {
                layouts = (law.Current, []);
            }

            return layouts.Layouts.TryGetValue(register, out var layout) ? layout : layouts.Layouts[register] = ImportLayout.Of(law.Current, register);
        }
    }

    /// <summary>Names of the offices for the drop-downs of a template.</summary>
    public IReadOnlyList<string> OfficeNames(string region) => [.. offices.Of(region).Where(o => o.Active).Select(o => o.Name)];

    /// <summary>Keeps an uploaded file; nothing is read yet.</summary>
    public async Task<ImportRecord> UploadAsync(string register, ImportSource source, string fileName, Stream content, Actor actor, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        var id = now.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + Convert.ToHexString(RandomNumberGenerator.GetBytes(4)).ToLowerInvariant();
        Directory.CreateDirectory(Folder(id));
        try
        {
            var sm3 = await KeepAsync(id, content, cancel);
            ImportRecord record = new(
                actor.Region, id, register, source.Name, Path.GetFileName(fileName), sm3, actor.Account, actor.Office, now, ImportStatus.Checking,
                new(0, 0, 0, 0, 0, 0), new() { AccountName = actor.Name, Office = source.Office });
            await store.AddAsync(record, cancel);
            return record;
        }
        catch
        {
            Directory.Delete(Folder(id), recursive: true);
            throw;
        }
    }

    /// <summary>The uploaded file.</summary>
    public Stream OpenFile(string id) => new FileStream(FileOf(id), FileMode.Open, FileAccess.Read, FileShare.Read, 81_920);

    /// <summary>Checks every row without writing a matter.</summary>
    public async Task<ImportRecord> CheckAsync(ImportRecord record, Actor actor, Action<int>? progress = null, CancellationToken cancel = default)
    {
        await store.SetStatusAsync(record, ImportStatus.Checking, cancel);
        var tally = new ImportTally();
        return await RunAsync(record, tally, async file =>
        {
            await store.ClearRowsAsync(record, cancel);
            await pass.RunAsync(file, Layout(record.Register), Source(record), actor, time.Now(), true, async group =>
            {
                tally.Add(group.Rows);
                await store.AddErrorsAsync(record, group.Rows, cancel);
                progress?.Invoke(tally.Counts.Read);
            }, cancel);
            return ImportStatus.Checked;
        }, cancel);
    }

    /// <summary>Writes the accepted rows, all in one transaction.</summary>
    /// <param name="validOnly">False: any row with an error lets nothing be written.</param>
    public async Task<ImportRecord> ImportAsync(ImportRecord record, Actor actor, bool validOnly, Action<int>? progress = null, CancellationToken cancel = default)
    {
        await writing.WaitAsync(cancel);
        try
        {
            record = record with { Detail = record.Detail with { ValidOnly = validOnly } };
            await store.SetStatusAsync(record, ImportStatus.Importing, cancel);
            var tally = new ImportTally();
            return await RunAsync(record, tally, file => WriteAsync(record, actor, validOnly, file, tally, progress, cancel), cancel);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Leaves everything as it is.</summary>
    public Task<ImportRecord> DiscardAsync(ImportRecord record, CancellationToken cancel = default) => store.FinishAsync(record with { Status = ImportStatus.Discarded }, cancel);

    /// <summary>Keeps that a run broke off; nothing of it is in the store.</summary>
    internal Task FailAsync(ImportRecord record, Exception error) => store.FinishAsync(record with
    {
        Status = ImportStatus.Failed,
        Detail = record.Detail with { Faults = [StorageFaults.Says(error) is { } says ? $"{says}。没有写入任何内容，处理以后请重新检查" : $"处理中断（{error.GetType().Name}：{error.Message}），没有写入任何内容。请重新检查；再次出现的，请告诉系统管理员"] },
    }, CancellationToken.None);

    /// <summary>Gives the rows with errors back as a workbook that can be corrected and uploaded again.</summary>
    public async Task WriteErrorsAsync(ImportRecord record, Stream output, CancellationToken cancel = default)
    {
        await using var content = OpenFile(record.Id);
        using var file = ImportFile.Open(content, Layout(record.Register));
        var errors = await store.ErrorsAsync(record, cancel);
        ErrorWorkbook.Write(output, file.Headings, file.Rows().Where(r => errors.ContainsKey(r.Row.Number))
            .Select(r => (r.Row, (IReadOnlyList<string>)[.. errors[r.Row.Number].Select(e => e.ToString())])));
    }

    private async Task<string> WriteAsync(ImportRecord record, Actor actor, bool validOnly, ImportFile file, ImportTally tally, Action<int>? progress, CancellationToken cancel)
    {
        try
        {
            return await database.WriteAsync(async (connection, transaction) =>
            {
                await store.ClearRowsAsync(connection, transaction, record);
                await pass.RunAsync(file, Layout(record.Register), Source(record), actor, time.Now(), false, async group =>
                {
                    tally.Add(group.Rows);
                    if (!validOnly && tally.Counts.Errors > 0)
                    {
                        throw new RowsRefusedException();
                    }

                    ImportStore.AddRows(group.Statements, record, group.Rows);
                    await group.Statements.ExecuteAsync(connection, transaction, cancel);
                    progress?.Invoke(tally.Counts.Read);
                }, cancel);
                await store.FinishAsync(connection, transaction, Finished(record, tally, file, ImportStatus.Imported));
                return ImportStatus.Imported;
            }, cancel);
        }
        catch (RowsRefusedException)
        {
            tally.Faults.Add("检查之后又出现了有错误的行，按“全部不导入”的选择，没有写入任何内容。请重新检查");
            return ImportStatus.Failed;
        }
        catch (System.Data.Common.DbException error) when (database.IsDuplicate(error))
        {
            tally.Faults.Add("导入期间有人办理或者导入了同一事项，为避免覆盖，没有写入任何内容。请重新检查后再导入");
            return ImportStatus.Failed;
        }
    }

    private async Task<ImportRecord> RunAsync(ImportRecord record, ImportTally tally, Func<ImportFile, Task<string>> run, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        ImportFile? file = null;
        string status;
        try
        {
            await using var content = OpenFile(record.Id);
            file = ImportFile.Open(content, Layout(record.Register));
            tally.Faults.AddRange(file.Faults);
            status = tally.Faults.Count > 0 ? ImportStatus.Unreadable : await run(file);
            tally.Took(file, time.GetElapsedTime(began).TotalSeconds);
        }
        catch (TableReadException error)
        {
            tally.Faults.Add(error.Message);
            status = ImportStatus.Unreadable;
        }
        catch (FileNotFoundException)
        {
            tally.Faults.Add("上传的文件已经不在服务器上，请重新上传");
            status = ImportStatus.Unreadable;
        }
        finally
        {
            file?.Dispose();
        }

        var finished = Finished(record, tally, file, status);
        await store.FinishAsync(finished, CancellationToken.None);
        return finished;
    }

    private async Task<string> KeepAsync(string id, Stream content, CancellationToken cancel)
    {
        var hasher = new Sm3Hasher();
        await using var file = new FileStream(FileOf(id), FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81_920];
        for (int n; (n = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            hasher.Append(buffer.AsSpan(0, n));
            await file.WriteAsync(buffer.AsMemory(0, n), cancel);
        }

        return hasher.Finish().ToString();
    }

    private static ImportRecord Finished(ImportRecord record, ImportTally tally, ImportFile? file, string status) =>
        record with { Status = status, Counts = tally.Counts, Detail = Detail(record, tally, file) };

    private static ImportDetail Detail(ImportRecord record, ImportTally tally, ImportFile? file) => record.Detail with
    {
        Errors = tally.Counts.Errors,
        Findings = tally.Counts.Findings,
        Faults = [.. tally.Faults.Take(50)],
        Notes = [.. file?.Header.Notes ?? [], .. tally.Notes],
        Skipped = tally.Skipped,
        Seconds = tally.Seconds,
    };

    private static ImportSource Source(ImportRecord record) => new(record.Source, record.Detail.Office.Length > 0 ? record.Detail.Office : record.Office);

    private string Folder(string id) => Path.Combine(options.Data, "imports", id);

    private string FileOf(string id) => Path.Combine(Folder(id), "file");

    /// <summary>Ends the transaction where nothing may be written.</summary>
    private sealed class RowsRefusedException : Exception;
}
