using System.Text.RegularExpressions;

namespace Fadu.Rules.Identifiers;

/// <summary>Hides personal data in what the public, or an official without need to know, gets to see.</summary>
/// <remarks>The house rule (网络安全等级保护 and 个人信息保护法 art. 51 ask for de-identification without fixing a form). The number of
/// stars never tells how long the hidden part was, except for numbers of fixed length. Empty stays empty; what is too short to
/// hide in part is hidden whole.</remarks>
public static partial class Masking
{
    private static readonly string[] CompoundSurnames =
    [
        "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫",
        "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "令狐", "百里",
        "呼延", "东郭", "南门", "羊舌", "微生", "公良", "梁丘", "左丘", "东门", "西门",
    ];

    /// <summary>张三丰 becomes 张**.</summary>
    public static string Name(string name) => name.Trim() is { Length: > 0 } n ? Surname(n) + "**" : "";

    /// <summary>张三丰 becomes 张某某, as decisions are published.</summary>
    public static string NameInDecision(string name) => name.Trim() is { Length: > 0 } n ? Surname(n) + "某某" : "";

    /// <summary>Minors and victims: nothing of the name remains.</summary>
    public static string WholeName(string name) => name.Trim().Length > 0 ? "某某" : "";

    /// <summary>33032619800101001X becomes 330326********001X.</summary>
    public static string ResidentId(string number) => Ends(number.Trim(), 6, 4, 8);

    /// <summary>13812345678 becomes 138****5678; a landline keeps its area code and last two digits.</summary>
    public static string Phone(string number)
    {
        var text = number.Trim();
        var landline = Landline().Match(text);
        return landline.Success ? $"{landline.Groups["area"].Value}-****{text[^2..]}" : Ends(text, 3, 4, 4);
    }

    /// <summary>Keeps an address down to the village or the town, else to the county: 浙江省平阳县昆阳镇城东村***.</summary>
    public static string Address(string address)
    {
        var text = address.Trim();
        if (text.Length == 0) return "";
        var town = Town().Match(text);
        if (town.Success) return (town.Length < text.Length ? town.Value : text) + (town.Length < text.Length ? "***" : "");
        var county = County().Match(text);
        return county.Success ? county.Value + "***" : "***";
    }

    /// <summary>浙CA1235 becomes 浙C·A***5.</summary>
    public static string Plate(string plate)
    {
        var match = PlateForm().Match(plate.Trim().ToUpperInvariant());
        return match.Success ? $"{match.Groups["place"].Value}·{match.Groups["first"].Value}***{match.Groups["last"].Value}" : Whole(plate);
    }

    /// <summary>Only the last four digits of a bank account remain.</summary>
    public static string BankCard(string number)
    {
        var digits = number.Replace(" ", "").Trim();
        return digits.Length >= 12 ? "****" + digits[^4..] : Whole(digits);
    }

    private static string Surname(string name) =>
        name.Length > 2 && CompoundSurnames.FirstOrDefault(s => name.StartsWith(s, StringComparison.Ordinal)) is { } compound ? compound : name[..1];

    private static string Ends(string text, int first, int last, int stars) =>
        text.Length > first + last ? text[..first] + new string('*', stars) + text[^last..] : Whole(text);

    private static string Whole(string text) => text.Trim().Length > 0 ? "****" : "";

    [GeneratedRegex(@"^(?<area>0[0-9]{2,3})-?[0-9]{7,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Landline();

    // A town name has at least one character after the county, so that 镇海区 and 镇江市 are not taken for towns.
    [GeneratedRegex(@"^.*?(县|区|市)[^县区市]{1,8}?(街道|镇|乡)([^号路街弄]{1,10}?(村|社区))?", RegexOptions.CultureInvariant)]
    private static partial Regex Town();

    [GeneratedRegex(@"^.*(县|区|市)", RegexOptions.CultureInvariant)]
    private static partial Regex County();

    [GeneratedRegex(@"^(?<place>[\u4e00-\u9fa5][A-Z])[·.\s]?(?<first>[A-Z0-9])[A-Z0-9]{3,4}(?<last>[A-Z0-9\u4e00-\u9fa5])$", RegexOptions.CultureInvariant)]
    private static partial Regex PlateForm();
}
