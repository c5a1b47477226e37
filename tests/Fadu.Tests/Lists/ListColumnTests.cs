using Fadu.Core.Law;
using Fadu.Core.Lists;
using Fadu.Core.Storage;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;

namespace Fadu.Tests.Lists;

/// <summary>What a list shows before anybody chose, and how.</summary>
public sealed class ListColumnTests
{
    private static readonly Lazy<Law> Loaded = new(() => LawLoader.Load(LawFolder.Read(Core.Installation.Law), []).OrThrow());

    [Fact]
    public void RegisterWithoutNumbers_HasNoColumnForThem()
    {
        foreach (var register in Loaded.Value.Newest)
        {
            ListColumns.Defaults(register).Contains("number").ShouldBe(register.NumberPattern is not null, register.Id);
            ListColumns.Defaults(register).ShouldBeUnique();
        }
    }

    [Fact]
    public void Year_IsWrittenWithoutSeparators_AndACountWithThem()
    {
        string Written(string register, string column, long value)
        {
            var words = new FactWords(Loaded.Value.Latest(register), new(Database.Open("Data Source=:memory:")), "330399", masked: true);
            return words.Of(ListColumns.Of(Loaded.Value, register).Single(c => c.Name == column), new Dictionary<string, object?> { [column] = value });
        }

        Written("decision-catalogue", "catalogue_year", 2024).ShouldBe("2024");
        Written("power-use", "inspections", 2024).ShouldBe("2,024");
    }

    [Fact]
    public void Heading_NamesTheUnitOnce()
    {
        string Heading(string register, string column) => ListColumns.Of(Loaded.Value, register).Single(c => c.Name == column).Title;

        Heading("reconsideration-reception", "visitors").ShouldBe("来访人数（人次）");
        Loaded.Value.Newest.SelectMany(r => ListColumns.Of(Loaded.Value, r.Id)).Where(c => c.Field?.Unit is { } unit && c.Fact.Title.EndsWith(unit, StringComparison.Ordinal))
            .ShouldAllBe(c => c.Title == c.Fact.Title);
    }
}
