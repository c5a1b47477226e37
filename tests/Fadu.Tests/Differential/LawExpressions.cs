using Fadu.Core;
using Fadu.Core.Law;
using Fadu.Rules.Expressions;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;
using Fadu.Rules.Supervision;

namespace Fadu.Tests.Differential;

/// <summary>All expressions of the law folder that are asked about a matter.</summary>
internal static class LawExpressions
{
    private static readonly Lazy<Law> Loaded = new(Load);

    public static Law Law => Loaded.Value;

    /// <summary>Every expression with the register whose matters it is about, and the place to name in a message.</summary>
    public static IEnumerable<(string Register, Expression Expression, string Place)> All()
    {
        foreach (var register in Law.Registers)
        {
            foreach (var (expression, place) in Own(register).Where(e => e.Expression is not null))
            {
                yield return (register.Id, expression!, place.ToString());
            }

            foreach (var collect in register.Steps.Select(s => s.Collect).OfType<Collect>())
            {
                foreach (var expression in collect.Set.Values.Append(collect.Where).OfType<Expression>())
                {
                    yield return (collect.From, expression, $"{register.Position}");
                }
            }
        }

        foreach (var rule in Law.SupervisionRules.Values.Where(r => r.Subject == SupervisionSubject.Matters))
        {
            yield return (rule.Register!, rule.Where, rule.Position.ToString());
        }
    }

    private static IEnumerable<(Expression? Expression, Position Place)> Own(Register r) =>
    [
        .. r.Fields.SelectMany(f => new[] { f.Derive, f.Default, f.When }.Select(e => (e, f.Position))),
        .. r.Steps.SelectMany(s => (s.Spawn?.Set.Values ?? []).Append(s.When).Select(e => (e, s.Position))),
        .. r.Clocks.SelectMany(c => c.Limits.SelectMany(l => new[] { l.When, l.Limit.Source }).Append(c.When).Select(e => (e, c.Position))),
        .. r.Gates.Select(g => ((Expression?)g.Needs, g.Position)),
        .. r.Publications.Select(p => (p.When, p.Position)),
    ];

    private static Law Load() => LawLoader.Load(LawFolder.Read(Installation.Law), []).OrThrow();
}
