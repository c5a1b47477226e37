namespace Fadu.Rules.Registers.Loading;

/// <summary>Finds loops among computed fields.</summary>
internal static class DeriveOrder
{
    /// <param name="clocks">Clocks of the register: they are computed from the fields, so no field may be computed from them.</param>
    public static void Check(IReadOnlyList<Field> fields, IEnumerable<string> clocks, LawErrors errors)
    {
        var computed = fields.Where(f => f.Derive is not null).ToDictionary(f => f.Id);
        var place = fields.Select((f, i) => (f.Id, i)).ToDictionary(f => f.Id, f => f.i);
        var late = clocks.SelectMany(c => new[] { c + "_due", c + "_met", c + "_stopped" }).ToHashSet();
        foreach (var field in computed.Values)
        {
            foreach (var need in field.Derive!.Needs.Where(late.Contains))
            {
                errors.Add(field.Position, $"计算字段“{field.Id}”用到了期限（{need}），而期限是由字段算出的", "请改用环节日期，或者写成监督规则");
            }

            foreach (var later in field.Derive.Needs.Where(n => computed.ContainsKey(n) && place[n] > place[field.Id]))
            {
                errors.Add(field.Position, $"计算字段“{field.Id}”用到了写在它后面的计算字段“{later}”", $"计算按书写顺序进行，请把“{later}”移到前面");
            }
        }

        HashSet<string> done = [];
        foreach (var field in computed.Values)
        {
            Visit(field, []);
        }

        void Visit(Field field, List<string> path)
        {
            var start = path.IndexOf(field.Id);
            if (start >= 0)
            {
                errors.Add(field.Position, $"计算字段互相依赖，成了循环：{string.Join(" → ", path.Skip(start).Append(field.Id))}", "请去掉其中一个 derive");
                return;
            }

            if (done.Contains(field.Id))
            {
                return;
            }

            path.Add(field.Id);
            foreach (var next in field.Derive!.Needs.Select(n => n.Split('.')[0]).Where(computed.ContainsKey).Distinct())
            {
                Visit(computed[next], path);
            }

            path.RemoveAt(path.Count - 1);
            done.Add(field.Id);
        }
    }
}
