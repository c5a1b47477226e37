using System.Globalization;
using Fadu.Core.Matters;
using Fadu.Rules.Procedures;
using Microsoft.AspNetCore.DataProtection;

namespace Fadu.Web.Workspace.Matters;

/// <summary>Carries stored files through a form that is shown again. The tokens are sealed for one account: a digest alone opens no file.</summary>
public sealed class KeptFiles(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("kept-files");

    /// <summary>A token for a file that this account has just uploaded.</summary>
    public string Seal(Actor actor, AttachedFile file) =>
        protector.Protect(string.Join('\n', actor.Account, file.Instrument, file.Name, file.Sm3, file.Size.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The file of a token, or null where it is not of this account.</summary>
    public AttachedFile? Open(Actor actor, string token)
    {
        try
        {
            return protector.Unprotect(token).Split('\n') is [var account, var instrument, var name, var sm3, var size] && account == actor.Account
                ? new(instrument, name, sm3, long.Parse(size, CultureInfo.InvariantCulture))
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
