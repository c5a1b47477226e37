using Fadu.Rules.LawFiles;
using Fadu.Rules.Tests.Registers;
using Fadu.Rules.WorkedCases;

namespace Fadu.Rules.Tests.Procedures;

/// <summary>Worked cases of steps that reach other matters run without a store.</summary>
public sealed class LinkedCaseTests
{
    private const string Campaign = "registers/disputes/campaign/2024-01-01.yaml";

    private const string Register = """
        title: 集中督办
        statute: appeal-law-2023
        title-from: "{name}"
        fields:
          name:  {title: 名称, type: text, required: true}
          ground: {title: 任务, type: text}
          cases:
            title: 范围
            type: rows
            columns:
              appeal:    {title: 案件, type: reference, register: appeal}
              applicant: {title: 申请人, type: party}
              outcome:   {title: 结果, type: code, codes: appeal-result}
        steps:
          start:  {title: 启动, opens: true, by: head, sets: [name], basis: practice}
          freeze: {title: 冻结, after: start, by: head, basis: practice, collect: {into: cases, from: appeal, where: "accept.on <= today and result is missing", set: {appeal: matter, applicant: applicant, outcome: result}}}
          order:  {title: 交办, after: freeze, by: head, optional: [ground], basis: practice, spawn: {register: remedy, step: assign, set: {task: ground}}}
        """;

    private static readonly string Head = """
        - case: 只纳入已受理未结的
          basis: practice
          acts:
            - {step: start, on: 2024-03-01, name: 专项}
            - {step: freeze, on: 2024-03-04, found: [{accept_on: 2024-03-01, applicant: 张某}, {accept_on: 2024-03-05}, {accept_on: 2024-03-01, result: uphold}]}

        """;

    [Fact]
    public void Found_InACase_IsCollectedByConditionAndColumns() => Run(Head + """
          expect:
            cases.count: 1
            count(cases where applicant = '张某'): 1
            any(cases where appeal is missing): false
        """).ShouldBeEmpty();

    [Fact]
    public void Rows_GivenThemselves_AreThePopulation() => Run("""
        - case: 直接写出范围
          basis: practice
          acts:
            - {step: start, on: 2024-03-01, name: 专项}
            - {step: freeze, on: 2024-03-04, cases: [{applicant: 甲, outcome: alter}, {applicant: 乙}]}
          expect:
            cases.count: 2
            count(cases where outcome = alter): 1
        """).ShouldBeEmpty();

    [Fact]
    public void LinkedStep_OfAnAct_IsCarriedOutAndCounted() => Run(Head + """
            - {step: order, on: 2024-03-05, ground: 限期整改}
          expect:
            links: {remedy.assign: 1}
        """).ShouldBeEmpty();

    [Fact]
    public void LinkedStep_ThatCannotBe_RefusesTheAct() => Run(Head + """
            - {step: order, on: 2024-03-05}
          expect:
            status: open
        """).ShouldContain(e => e.Contains("环节“order”被拒绝：须同时办理“整改”的环节“交办”，但请填写“任务”（task）"));

    [Fact]
    public void LinkedStep_ThatCannotBe_IsAmongTheReasonsOfRefused() => Run(Head + """
          today: 2024-03-06
          expect:
            refused: {order: task}
        """).ShouldBeEmpty();

    [Fact]
    public void Links_Miscounted_AreNamed() => Run(Head + """
            - {step: order, on: 2024-03-05, ground: 限期整改}
          expect:
            links: {remedy.assign: 2}
        """).ShouldContain(e => e.Contains("remedy.assign 应为 2，实际为 1"));

    [Fact]
    public void Spawn_WithoutWhatTheFormDemands_DoesNotLoad() =>
        SmallLaw.Load(new LawFile(Campaign, Register.Replace("set: {task: ground}", "set: {}").Replace(", set: {}", ""))).Errors
            .ShouldContain(e => e.File == Campaign && e.Line == 17 && e.Message.Contains("“整改”的环节“assign”必须填写“task”"));

    private static IReadOnlyList<string> Run(string cases)
    {
        var law = SmallLaw.Load(new LawFile(Campaign, Register), new LawFile(Campaign.Replace(".yaml", ".cases.yaml"), cases)).OrThrow();
        var errors = new Rules.Registers.Loading.LawErrors();
        var runner = new CaseRunner(law, errors);
        foreach (var worked in law.Cases.Where(c => c.Register == "campaign"))
        {
            runner.Run(worked);
        }

        return [.. errors.Sorted.Select(e => e.ToString())];
    }
}
