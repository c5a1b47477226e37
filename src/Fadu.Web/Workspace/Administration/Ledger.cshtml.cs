using System.Text;
using Fadu.Core;
using Fadu.Core.Ledger;
using Fadu.Rules.Ledger;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Administration;

/// <summary>The ledger: verifying everything, checkpoints to keep, proofs to hand out.</summary>
[Permission("ledger.verify")]
public sealed class LedgerModel(VerifyRun run, LedgerProofs proofs, LedgerKey key, CurrentActor me) : PageModel
{
    /// <summary>Verification in the background.</summary>
    public VerifyRun Run => run;
    /// <summary>Name of the signing key.</summary>
    public string KeyId => key.Public.Id;
    /// <summary>Newest checkpoints.</summary>
    public IReadOnlyList<SignedCheckpoint> Checkpoints { get; private set; } = [];
    /// <summary>Entries not yet sealed.</summary>
    public long Waiting { get; private set; }
    /// <summary>Why a proof was not made.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Shows it.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>Starts a verification.</summary>
    public IActionResult OnPost()
    {
        run.Start();
        return Redirect("/admin/ledger");
    }

    /// <summary>The public key.</summary>
    public IActionResult OnGetKey() => File(Encoding.ASCII.GetBytes(key.Public.ToPem() + "\n"), "application/x-pem-file", "ledger.pub.pem");

    /// <summary>The newest checkpoint.</summary>
    public async Task<IActionResult> OnGetCheckpointAsync() => await proofs.NewestAsync(HttpContext.RequestAborted) is { } newest
        ? File(Encoding.UTF8.GetBytes(newest.ToString()), "text/plain; charset=utf-8", $"检查点-{newest.Checkpoint.Size}.txt")
        : NotFound();

    /// <summary>A proof file.</summary>
    public async Task<IActionResult> OnPostProveAsync(long matter, int sequence, bool withPayload)
    {
        try
        {
            if (withPayload && !me.May("personal-data.unmask"))
            {
                throw new StoreException("您的角色不能查看未脱敏的个人信息", "请不勾选“出示内容”，证明照样成立");
            }

            var proof = await proofs.ProveAsync(matter, sequence, withPayload, HttpContext.RequestAborted);
            return File(Encoding.UTF8.GetBytes(proof), "application/json", $"证明-{matter}-{sequence}.json");
        }
        catch (StoreException refused)
        {
            Refusal = refused.Message;
            await LoadAsync();
            return Page();
        }
    }

    private async Task LoadAsync()
    {
        Checkpoints = await proofs.CheckpointsAsync(10, HttpContext.RequestAborted);
        Waiting = await proofs.WaitingAsync(HttpContext.RequestAborted);
    }
}
