using Fadu.Core.Imports;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Imports;

/// <summary>What all pages of imports share: the register in the address, the import in scope.</summary>
public abstract class ImportPage(LawStore law, ImportService imports, CurrentActor me) : PageModel
{
    /// <summary>Register.</summary>
    public Register Register { get; private set; } = null!;

    /// <summary>Imports.</summary>
    protected ImportService Imports => imports;

    /// <summary>Who asks.</summary>
    protected Actor Actor => me.Value;

    /// <summary>Finds the register; false where there is none.</summary>
    protected bool Find(string id)
    {
        if (!law.Current.Has(id))
        {
            return false;
        }

        Register = law.Current.Latest(id);
        return true;
    }

    /// <summary>Finds an import of the register that the actor may see.</summary>
    protected async Task<ImportRecord?> FindAsync(string id, string import)
    {
        var record = Find(id) ? await imports.Store.FindAsync(Actor.Region, import, HttpContext.RequestAborted) : null;
        return record is not null && record.Register == id && Actor.Covers(record.Office, record.Account) ? record : null;
    }
}
