namespace Fadu.Rules.Registers.Loading;

/// <summary>Finds loops among computed fields.</summary>
internal static class DeriveOrder
{
    public static void Check(IReadOnlyList<Field> fields, LawErrors errors)
    {
        var computed = fields.Where(f => f.Derive is not null).ToDictionary(f => f.Id);
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
