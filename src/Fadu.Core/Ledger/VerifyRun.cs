using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>One verification in the background of a host, which pages look at; at most one runs.</summary>
public sealed class VerifyRun(LedgerVerifier verifier, TimeProvider time) : IProgress<VerifyProgress>
{
    private readonly Lock gate = new();
    private Task? running;

    /// <summary>How far it is; null while none runs.</summary>
    public VerifyProgress? Progress { get; private set; }

    /// <summary>The last report, when it was made, and what stopped it if nothing came of it.</summary>
    public (LedgerReport? Report, DateTimeOffset At, string? Fault)? Last { get; private set; }

    /// <summary>Starts one, unless one runs.</summary>
    public void Start()
    {
        lock (gate)
        {
            if (running is not { IsCompleted: false })
            {
                Progress = new("准备", 0, 1);
                running = Task.Run(RunAsync);
            }
        }
    }

    /// <summary>The one that runs, or a finished one.</summary>
    public Task Finished => running ?? Task.CompletedTask;

    void IProgress<VerifyProgress>.Report(VerifyProgress value) => Progress = value;

    private async Task RunAsync()
    {
        try
        {
            Last = (await verifier.VerifyAsync(null, this), time.GetUtcNow(), null);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or StoreException or IOException)
        {
            Last = (null, time.GetUtcNow(), Storage.StorageFaults.Says(e) ?? e.Message);
        }
        finally
        {
            Progress = null;
        }
    }
}
