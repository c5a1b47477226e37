using Fadu.Rules.Calendar;
using Fadu.Rules.Procedures;

namespace Fadu.Rules.Tests.Procedures;

/// <summary>Steps that open a matter are alternatives.</summary>
public sealed class OpeningTests
{
    private const string Reopen = "  reopen:   {title: 撤销后重审, after: decide, by: head, reopens: true, basis: \"80\"}";
    private static readonly DateOnly On = new(2024, 3, 4);
    private static readonly Appeals Appeals = new((Reopen, Reopen + "\n  take_over: {title: 接收移送, opens: true, by: head, basis: \"80\"}"));

    [Fact]
    public void AnotherOpeningStep_OnAnOpenMatter_IsRefused()
    {
        var draft = new ActDraft { Step = "take_over", On = On, RecordedAt = ChinaTime.At(On, new(12, 0)), Account = "clerk", AccountName = "张三", Office = "a" };

        var result = Procedure.Record(Appeals.Register, Appeals.Received(), draft, Appeals.Context);

        result.Refusals.Select(r => r.Says).ShouldContain("不能办理“接收移送”：已经办理“收到申请”");
    }

    [Fact]
    public void AnotherOpeningStep_OnAnOpenMatter_IsNotOffered() =>
        Options.Of(Appeals.Register, Appeals.Received(), On, Appeals.Context).Select(o => o.Step.Id).ShouldNotContain("take_over");
}
