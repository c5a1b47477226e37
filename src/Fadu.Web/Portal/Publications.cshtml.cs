using System.Globalization;
using Fadu.Core.Districts;
using Fadu.Core.Law;
using Fadu.Core.Publications;
using Fadu.Rules.Registers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Portal;

/// <summary>What one publication of a register has made public, newest first.</summary>
[AllowAnonymous, AllowedBy(DistrictSettings.PortalPublications)]
public sealed class PublicationsModel(PublicationStore publications, PublishedWords words, LawStore law, District district) : PageModel
{
    private const int MostColumns = 5;

    /// <summary>Words to look for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }
    /// <summary>Register.</summary>
    public Register Register { get; private set; } = null!;
    /// <summary>Publication.</summary>
    public Publication Publication { get; private set; } = null!;
    /// <summary>Page.</summary>
    public PublicationPage Found { get; private set; } = null!;
    /// <summary>Columns: the first values of the publication.</summary>
    public IReadOnlyList<(string Id, string Title)> Columns { get; private set; } = [];
    /// <summary>There is something in which to search.</summary>
    public bool MaySearch { get; private set; }
    /// <summary>Address of the list.</summary>
    public string Address => $"/portal/published/{Register.Id}/{Publication.Id}";

    /// <summary>Shows a page.</summary>
    public async Task<IActionResult> OnGetAsync(string register, string publication, string? after)
    {
        if (publications.Find(register, publication) is not { } found)
        {
            return NotFound();
        }

        (Register, Publication) = found;
        MaySearch = publications.Searchable(Register, Publication).Count > 0;
        Columns = [.. Publication.Fields.Where(f => Register.Field(f) is not { Type: FieldType.Rows or FieldType.LongText }).Take(MostColumns).Select(f => (f, Register.Field(f)?.Title ?? law.Current.Facts(register).Find(f)?.Title ?? f))];
        Found = await publications.PageAsync(district.Region, Register, Publication, MaySearch ? Query : null, Cursor(after), HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>A value of a row in words.</summary>
    public string Words(PublishedMatter matter, string id) => matter.Values.FirstOrDefault(v => v.Id == id) is { } value ? words.Of(value) : "";

    /// <summary>Address of the next page.</summary>
    public string Next(PublicationCursor cursor) => Address + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Query,
        ["after"] = $"{cursor.On:yyyy-MM-dd}~{cursor.Matter.ToString(CultureInfo.InvariantCulture)}",
    });

    private static PublicationCursor? Cursor(string? text) =>
        text?.Split('~') is [var on, var matter] && DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && long.TryParse(matter, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(day, id) : null;
}
