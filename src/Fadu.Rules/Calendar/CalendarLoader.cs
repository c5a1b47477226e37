using Fadu.Rules.LawFiles;

namespace Fadu.Rules.Calendar;

/// <summary>Reads law/calendar/*.yaml, strictly: anything unknown, doubled or contradictory is an error with file, line and remedy.</summary>
public static class CalendarLoader
{
    /// <summary>Reads the files and checks that the years follow each other without a gap.</summary>
    public static LawFileResult<HolidayCalendar> Load(IEnumerable<LawFile> files)
    {
        var errors = new List<LawFileError>();
        var years = new List<HolidayYear>();
        foreach (var file in files)
            if (ReadYear(file, errors) is { } year) years.Add(year);
        CheckYears(years, errors);
        return new(errors.Count == 0 ? new HolidayCalendar(years) : null, errors);
    }

    /// <summary>Reads one year, as an administrator uploads it when the notice for the next year has come out.</summary>
    public static LawFileResult<HolidayYear> LoadYear(LawFile file)
    {
        var errors = new List<LawFileError>();
        return new(ReadYear(file, errors), errors);
    }

    private static HolidayYear? ReadYear(LawFile file, List<LawFileError> errors)
    {
        var before = errors.Count;
        if (YamlObject.Parse(file, errors) is not { } root) return null;
        if (!root.Has("year")) root.Error("缺少“year”", "请写明年份");
        var year = root.WholeNumber("year") ?? 0;
        if (errors.Count == before && year.ToString() != file.Id)
            root.Error($"文件名与年份{year}不一致", $"请把文件改名为 {year}.yaml，或者改正 year", "year");
        var notices = root.Objects("notices").Select(ReadNotice).ToList();
        if (notices.Count == 0) root.Error("没有写明放假通知", "请在 notices 下写明文号和标题，文号未核实的加 unverified: true", "notices");
        var days = new DayBook(year);
        var off = root.Objects("off").Select(days.ReadOff).ToList();
        var makeUp = root.Objects("make_up").Select(days.ReadMakeUp).ToList();
        root.Done();
        return errors.Count == before ? new(year, notices, off, makeUp) : null;
    }

    private static HolidayNotice ReadNotice(YamlObject node)
    {
        var notice = new HolidayNotice(node.RequiredText("number"), node.RequiredText("title"), node.Date("issued"), node.Flag("unverified"));
        node.Done();
        return notice;
    }

    private static void CheckYears(List<HolidayYear> years, List<LawFileError> errors)
    {
        if (errors.Count > 0) return;
        if (years.Count == 0) errors.Add(new("law/calendar", 0, "没有任何一年的节假日表", "请至少放入本年的节假日表"));
        foreach (var same in years.GroupBy(y => y.Year).Where(g => g.Count() > 1))
            errors.Add(new("law/calendar", 0, $"{same.Key}年的节假日表有{same.Count()}份", "请只留一份"));
        foreach (var missing in years.Count == 0 ? [] : Enumerable.Range(years.Min(y => y.Year), years.Count).Except(years.Select(y => y.Year)))
            errors.Add(new("law/calendar", 0, $"缺少{missing}年的节假日表", "请补齐，年份之间不能有空缺"));
    }

    /// <summary>Keeps which day was already given a meaning, to refuse a second one.</summary>
    private sealed class DayBook(int year)
    {
        private readonly Dictionary<DateOnly, string> _meaning = [];

        public HolidayRange ReadOff(YamlObject node)
        {
            var from = node.RequiredDate("from");
            var range = new HolidayRange(node.RequiredText("name"), from, node.Date("to") ?? from);
            if (range.To < range.From) node.Error($"“to”早于“from”", "请改正起止日期", "to");
            for (var day = range.From; day <= range.To && day.DayNumber - range.From.DayNumber < 60; day = day.AddDays(1))
                Note(node, "from", day, range.Name + "放假");
            node.Done();
            return range;
        }

        public MakeUpDay ReadMakeUp(YamlObject node)
        {
            var day = new MakeUpDay(node.RequiredDate("date"), node.RequiredText("for"));
            if (node.Has("date") && day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                node.Error($"{day.Date:yyyy-MM-dd}不是星期六或者星期日，不可能是调休上班日", "请对照放假通知改正日期", "date");
            Note(node, "date", day.Date, day.Holiday + "调休上班");
            node.Done();
            return day;
        }

        private void Note(YamlObject node, string key, DateOnly day, string meaning)
        {
            if (day == default) return;
            if (day.Year != year) node.Error($"{day:yyyy-MM-dd}不在{year}年", $"请写入 {day.Year}.yaml", key);
            if (!_meaning.TryAdd(day, meaning))
                node.Error($"{day:yyyy-MM-dd}写了两次（{_meaning[day]}、{meaning}）", "请对照放假通知，只留一个", key);
        }
    }
}
