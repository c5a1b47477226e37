using Fadu.Rules.LawFiles;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;

namespace Fadu.Rules.WorkedCases;

/// <summary>What checking the law folder gave.</summary>
/// <param name="Law">The law without overlays; none where it does not load.</param>
/// <param name="Cases">Number of cases that ran.</param>
/// <param name="Overlays">Regions whose overlays were checked.</param>
public sealed record LawCheckResult(Law? Law, int Cases, IReadOnlyList<string> Overlays, IReadOnlyList<LawError> Errors)
{
    /// <summary>Nothing is wrong.</summary>
    public bool Ok => Errors.Count == 0;
}

/// <summary>Checks a law folder as a jurist would: everything loads, alone and with each region's overlay, and every worked case comes out as written.</summary>
public static class LawCheck
{
    /// <summary>Loads, runs all cases, and guards that none is missing.</summary>
    public static LawCheckResult Run(IReadOnlyCollection<LawFile> files)
    {
        var loaded = LawLoader.Load(files, []);
        if (!loaded.Ok)
        {
            return new(null, 0, [], loaded.Errors);
        }

        var errors = new LawErrors();
        var law = loaded.Law;
        var ran = Run(law, law.Cases.Where(c => c.Overlay is null), errors);
        foreach (var register in law.Registers)
        {
            var cases = law.CasesOf(register).Where(c => c.Overlay is null).ToList();
            CaseCoverage.CheckCount(register, cases.Count, errors);
            CaseCoverage.Check(register, cases, _ => true, errors, below: null);
        }

        List<string> overlays = [];
        foreach (var region in law.Regions.Keys)
        {
            overlays.Add(region);
            ran += Overlay(files, law, region, errors);
        }

        return new(law, ran, overlays, errors.Sorted);
    }

    private static int Overlay(IReadOnlyCollection<LawFile> files, Law law, string region, LawErrors errors)
    {
        var loaded = LawLoader.Load(files, [region]);
        foreach (var error in loaded.Errors)
        {
            errors.Add(error);
        }

        if (!loaded.Ok)
        {
            return 0;
        }

        var cases = loaded.Law.Cases.Where(c => c.Overlay == region).ToList();
        foreach (var register in loaded.Law.Registers.Where(r => r.Overlays.Contains(region)))
        {
            var own = cases.Where(c => c.Register == register.Id && c.InForce == register.InForce).ToList();
            var changed = law.Version(register.Id, register.InForce);
            CaseCoverage.CheckOverlay(register, region, own.Count, errors);
            CaseCoverage.Check(register, own, p => p.File.StartsWith($"regions/{region}/", StringComparison.Ordinal), errors, below: changed);
        }

        return Run(loaded.Law, cases, errors);
    }

    private static int Run(Law law, IEnumerable<WorkedCase> cases, LawErrors errors)
    {
        var runner = new CaseRunner(law, errors);
        var count = 0;
        foreach (var worked in cases)
        {
            runner.Run(worked);
            count++;
        }

        return count;
    }
}
