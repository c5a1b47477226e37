namespace Fadu.Rules.Tests.Checking;

/// <summary>
/// Sentences of our own for every kind of relation: kind, what the checker must say, a name, the text (⏎ is a line break).
/// ✓ recognised as holding and no alarm at all · ✕ contradiction · ？ contradiction or doubt · i note and no alarm · – neither alarm nor note of the kind · ≠ not recognised and no alarm.
/// </summary>
internal static class RelationCases
{
    public const string All = """
        sum ✓ bracket parts: 全年办理法律援助案件842件（民事611件、刑事207件、行政24件）。
        sum ✓ kinds after 分为: 本级行政规范性文件分为三类，共87件：继续有效61件，修改14件，废止12件。
        sum ✓ bare 共 after the list: 线下窗口接待1206人次、电话接待3418人次，共4624人次。
        sum ✓ amounts with decimals: 全年罚没款共计1.86亿元，其中罚款1.42亿元、没收违法所得0.44亿元。
        sum ✓ outcomes of closed cases: 全年审结行政复议案件318件，其中维持171件，驳回46件，撤销28件，确认违法9件，调解撤回终止64件。
        sum ✓ closing class: 受理信访事项1520件，其中城建类602件，人社类411件，农业农村类187件，其他320件。
        sum ✓ done and pending: 受理仲裁申请956件，已结案889件，尚在审理67件。
        sum ✕ bracket parts: 全年办理法律援助案件842件（民事611件、刑事217件、行政24件）。
        sum ？ kinds after 分为: 本级行政规范性文件分为三类，共87件：继续有效61件，修改14件，废止13件。
        sum ✕ bare 共 after the list: 线下窗口接待1206人次、电话接待3418人次，共4642人次。
        sum ？ amounts with decimals: 全年罚没款共计1.86亿元，其中罚款1.42亿元、没收违法所得0.54亿元，两项均上缴国库。
        sum ？ outcomes of closed cases: 全年审结行政复议案件318件，其中维持171件，驳回46件，撤销38件，确认违法9件，调解撤回终止64件。
        sum ✕ closing class: 受理信访事项1520件，其中城建类602件，人社类411件，农业农村类187件，其他300件。
        sum ✕ done and pending: 受理仲裁申请956件，已结案899件，尚在审理67件。
        sum – selection: 全年开展普法活动860场，其中进校园120场、进企业95场。
        sum – persons overlap: 队伍现有干部312人，其中党员201人、女性98人、本科以上学历290人。
        sum ？ received holds the carried: 共受理复议案件404件（含上年结转41件），审结380件，尚未审结34件。
        sum ？ quarters: 全年审结案件400件，其中一季度82件、二季度95件、三季度103件、四季度130件。
        sum ✓ quarters: 全年审结案件400件，其中一季度82件、二季度95件、三季度103件、四季度120件。
        sum ✕ ways of applying: 收到申请500件，其中当面申请120件，信函申请80件，网络申请290件，其他方式20件。
        sum ✓ ways of applying: 收到申请500件，其中当面申请120件，信函申请80件，网络申请290件，其他方式10件。
        sum ✕ natural and legal persons: 收到政府信息公开申请96件，其中自然人申请88件，法人或其他组织申请18件。
        sum ✕ accept or not: 收到行政复议申请420件，其中受理368件，不予受理42件，其他处理20件。
        sum ✓ accept or not: 收到行政复议申请420件，其中受理368件，不予受理42件，其他处理10件。
        sum ✕ total row in prose: 受理民商事仲裁案件共计880件，其中：金融类310件，房地产类260件，买卖合同类190件，其他类130件。
        sum ✓ bracket with total: 配备法制审核人员（专职36人、兼职84人）共120人。
        sum ？ bracket with total: 配备法制审核人员（专职36人、兼职84人）共130人。
        sum ✕ results: 行政诉讼案件审结90件，其中判决驳回诉讼请求40件、裁定驳回起诉22件、原告撤诉18件、判决撤销12件，合计90件。
        sum – overlapping: 制定文件30件，其中涉企文件12件、民生文件15件、涉及公平竞争审查文件20件。
        sum – plain sequence: 排查隐患120处，整改118处，立案12件，罚款8件。
        sum – persons and cases: 受理法律援助案件310件，其中农民工案件120件，挽回损失560万元，惠及群众420人次。
        ratio ✓ rate of a subject: 抽查案卷240份，合格228份，合格率95%。
        ratio ✓ share list: 全年作出行政处罚决定1640件，其中警告410件，占25%；罚款1107件，占67.5%；其他123件，占7.5%。
        ratio ✓ named base in the sentence before: 全年受理投诉举报5240件。其中涉及食品安全的1310件，占投诉举报总量的25%。
        ratio ✓ aligned by 分别: 线上申请1312件、线下申请328件，分别占申请总量的80%和20%。
        ratio ✓ share in brackets: 应诉案件176件，其中负责人出庭154件（占87.5%）。
        ratio ✓ rate before the count: 接收交办问题线索64条，办结率93.75%，其中办结60条。
        ratio ✓ shares without 占 in brackets: 征集意见建议320条，采纳256条（80%），未采纳64条（20%）。
        ratio ？ rate of a subject: 抽查案卷240份，其中合格228份，合格率为98.5%。
        ratio ？ share list: 全年作出行政处罚决定1640件，其中警告410件，占25%；罚款1107件，占76.5%；其他123件，占7.5%。
        ratio ✕ named base in the sentence before: 全年受理投诉举报5240件。其中涉及食品安全的1310件，占投诉举报总量的35%。
        ratio ？ aligned by 分别: 线上申请1312件、线下申请328件，分别占申请总量的80%和26%。
        ratio ✕ share in brackets: 应诉案件176件，其中负责人出庭154件，占应诉案件总数的78.5%。
        ratio ✕ done of a subject: 交办问题线索64条，已办结60条，办结率96.75%。
        ratio ✕ above the whole: 执法人员持证率达到102%。
        ratio ✓ 成 as a share: 全年调处纠纷960件，其中邻里纠纷576件，占六成。
        ratio – satisfaction of asked persons: 办结群众诉求4120件，满意率98.2%。
        ratio ✓ base earlier paragraph: 全年共受理劳动人事争议案件1250件。⏎调解组织作用明显，调解结案750件，占案件总数的60%。
        ratio ✓ 超 share: 收到申请300件，其中网上申请252件，占比超八成。
        ratio ✓ truncated: 办理建议提案37件，其中办成23件，占62.1%。
        ratio ？ brackets share of whole: 制发司法建议书（检察建议）40份，按期回复38份，回复率85%。
        ratio ？ success: 共调解纠纷1200件，调解成功1164件，成功率为79%。
        ratio ✓ success: 共调解纠纷1200件，调解成功1164件，成功率为97%。
        ratio ？ head attends: 一审开庭审理案件160件，负责人出庭152件，出庭应诉率85%。
        ratio ？ correction: 全年审结复议案件250件，其中直接纠错30件，直接纠错率22%。
        ratio ✕ settle: 审结250件，其中以调解、和解方式结案85件，占审结案件总数的43%。
        ratio ✓ settle: 审结250件，其中以调解、和解方式结案85件，占审结案件总数的34%。
        ratio ✕ share 2: 全年收到依法申请公开480件，其中自然人申请432件，占90%；法人申请48件，占12%。
        ratio ？ notarial: 办理公证1500件，其中国内公证1200件，占总数的70%，涉外公证300件，占总数的20%。
        ratio ✓ reversal: 占比方面，民事类案件占50%（300件），刑事类占30%（180件），行政类占20%（120件），合计600件。
        ratio – share of other whole: 调解行政争议56件，占全市的12.5%。
        ratio – average: 平均每案用时12天，提速35%。
        ratio – multi: 全区12个镇街实现全覆盖，覆盖率100%，群众满意率98.6%，知晓率91%。
        ratio – participation: 组织考试2次，参考人员860人，合格率99.2%。
        ratio – counted persons before their own rate: 年末持证执法人员9名，持证率81.82%。
        growth ✓ last year's number after 较: 全年办理公证2640件，较上年的2400件增长10%。
        growth ✓ last year's number in brackets: 收到检察建议36件（上年为45件），同比下降20%。
        growth ✓ from and to with 增幅: 人民调解员由1250人增至1500人，增幅20%。
        growth ✓ last year stands first: 2023年受理案件500件，2024年受理案件560件，同比增长12%。
        growth ✓ delta and rate: 新收案件1260件，比上年增加210件，增长20%。
        growth ✓ grown by to: 一次性办结事项由320项增加到400项，增长25%。
        growth ✓ multiple: 咨询量由上年的1200件增至3600件，增长2倍。
        growth ✓ rate before to: 调解成功案件同比增长25%，由上年的640件增至800件。
        growth ✓ rate and then the level: 行政处罚案件数同比下降15%，由2000件降至1700件。
        growth ✓ last year in a bracket at the end: 全年接听热线18900次，同比增长5%（上年为18000次）。
        growth ✓ 去年同期: 今年共受理申请1150件，去年同期为1000件，同比上升15%。
        growth ✓ both values named by years: 2024年全区行政诉讼发案数为138件，比2023年的150件下降8%。
        growth ✕ last year's number after 较: 全年办理公证2640件，较上年的2400件增长12%。
        growth ✕ last year's number in brackets: 收到检察建议36件（上年为45件），同比下降25%。
        growth ✕ from and to with 增幅: 人民调解员由1250人增至1500人，增幅16.7%。
        growth ✕ last year stands first: 2023年受理案件500件，2024年受理案件560件，同比增长21%。
        growth ✕ delta and rate: 新收案件1260件，比上年增加210件，增长16.7%。
        growth ✕ grown by to: 一次性办结事项由320项增加到400项，增长52%。
        growth ？ rate before to: 调解成功案件同比增长35%，由上年的640件增至800件。
        growth ？ last year in a bracket at the end: 全年接听热线18900次，同比增长8%（上年为18000次）。
        growth ✕ 去年同期: 今年共受理申请1150件，去年同期为1000件，同比上升5%。
        growth ？ direction: 全年办理公证2400件，较上年的2640件增长9.1%。
        growth ✕ both values named by years: 2024年全区行政诉讼发案数为138件，比2023年的150件下降18%。
        growth – part of the year: 上半年受理案件260件，下半年受理案件300件，全年同比增长9%。
        growth – constant prices: 地区生产总值由上年的820亿元增至861亿元，增长6.2%。
        growth – other subject: 新收案件由上年的300件增至360件，群众满意度提高3.5%。
        growth – share with 比 then points: 民营投资占比55.7%、提高4.7个百分点，外资占比34%、提高1.3个百分点。
        growth – two rates: 新收案件增长12.5%，结案率98.2%，同比提高3.1个百分点。
        growth – plan: 力争调解组织由120个增至150个，较2023年增长30%左右。
        growth – per head: 全年接待群众3200人次，较上年增加400人次，人均接待量增长8%。
        growth – quarter on quarter: 三季度受理120件，四季度受理150件，环比增长25%，全年同比增长3%。
        growth – subset grows: 受理申请1200件，其中网上申请800件，同比增长35%。
        growth – two subjects: 2023年新收案件300件，2024年审结案件360件，同比增长5%。
        growth ✓ reduce to: 平均办案天数由45天缩短至30天，缩短33.3%。
        growth ✓ delta after level: 2024年共受理信访事项1520件，比2023年减少80件，下降5%。
        growth ✕ delta after level: 2024年共受理信访事项1520件，比2023年减少80件，下降15%。
        growth ✓ amounts: 兑现奖补资金由1.2亿元增加到1.5亿元，增长25%。
        growth ✕ amounts: 兑现奖补资金由1.2亿元增加到1.5亿元，增长37%。
        growth ✓ 从…提升到…: 入驻调解员从40名提升到58名，增长45%。
        growth ✓ 上年 leading: 上年办结公证事项4000件，今年办结4600件，增长15%。
        growth ✕ 上年 leading: 上年办结公证事项4000件，今年办结4600件，增长11.5%。
        growth – rounding of money: 罚没收入约1.3亿元，较上年的1.1亿元增长15.4%。
        difference ✓ points: 出庭应诉率由91.2%提高到96.8%，提高5.6个百分点。
        difference ✓ less than last year: 全年发生行政诉讼138件，较上年的151件减少13件。
        difference ✓ to and delta: 公职律师由86名增加到104名，净增18名。
        difference ✓ points over last year in brackets: 纠错率为12.4%，较上年（15.1%）下降2.7个百分点。
        difference ✓ last year stands first: 2023年审结412件，2024年审结455件，增加43件。
        difference ✓ shortened days: 平均办理时限由20个工作日压缩至12个工作日，压缩8个工作日。
        difference ✕ points: 出庭应诉率由91.2%提高到96.8%，提高6.6个百分点。
        difference ✕ less than last year: 全年发生行政诉讼138件，较上年的151件减少31件。
        difference ✕ to and delta: 公职律师由86名增加到104名，净增28名。
        difference ✕ points over last year in brackets: 纠错率为12.4%，较上年（15.1%）下降3.7个百分点。
        difference ✕ last year stands first: 2023年审结412件，2024年审结455件，增加34件。
        difference ✕ shortened days: 平均办理时限由20个工作日压缩至12个工作日，压缩6个工作日。
        difference ✓ less by: 败诉率由8.6%降至5.2%，下降3.4个百分点。
        difference ✕ less by: 败诉率由8.6%降至5.2%，下降4.3个百分点。
        difference – rate then points: 出庭应诉率98%，较上年提高2.5个百分点，败诉率4.1%，下降1.2个百分点。
        difference ✓ last year's rate: 结案率96.4%，比上年的95.1%提高1.3个百分点。
        difference ✕ last year's rate: 结案率96.4%，比上年的95.1%提高2.3个百分点。
        subset ✓ 其中: 出动执法人员5200人次，其中夜间执法860人次。
        subset ✓ bracket: 现有人民调解委员会186个（其中行业性专业性调委会22个）。
        subset ✓ next sentence: 全年制定文件42件。其中，政府文件18件。
        subset ✓ 含: 聘请法律顾问75名（含专家学者12名）。
        subset ✕ 其中: 出动执法人员520人次，其中夜间执法860人次。
        subset ✕ bracket: 现有人民调解委员会86个（其中行业性专业性调委会122个）。
        subset ？ next sentence: 全年制定文件42件。其中，政府文件48件。
        subset ✕ 含: 聘请法律顾问75名（含专家学者112名）。
        subset – old stock: 全年受理案件260件，办结案件274件。
        subset ✕ 其中 with colon: 全年出具法律意见书86份，其中：书面意见120份。
        subset – 其中 other unit: 审查合同46件，其中提出意见建议128条。
        subset – growth within: 新增律师12名，其中全区律师总数达到96名。
        subset ✓ 家 of 户: 新登记经营主体1470户，其中企业573家。
        flow ✓ old, new, closed, left: 上年结转案件41件，新收案件363件，办结380件，结转下年24件。
        flow ✓ order reversed: 全年新收仲裁案件1240件，加上旧存86件，共审结1265件，未结61件。
        flow ✓ received holds the carried: 共受理复议案件404件（含上年结转41件），审结380件，尚未审结24件。
        flow ？ old, new, closed, left: 上年结转案件41件，新收案件363件，办结380件，结转下年34件。
        flow ？ order reversed: 全年新收仲裁案件1240件，加上旧存86件，共审结1265件，未结51件。
        flow ✓ disclosure: 全年新收政府信息公开申请125件，上年结转5件，办结126件，结转下年4件。
        flow ？ disclosure: 全年新收政府信息公开申请125件，上年结转5件，办结126件，结转下年14件。
        respectively ✓ three subjects: 市、县、乡三级分别建立工作站1个、9个、126个。
        respectively ✓ two rates: 民事、行政案件调解率分别为62.5%、31.8%。
        respectively ✓ three counts: 公开征求意见、专家论证、风险评估分别开展16次、12次、9次。
        respectively ≠ one value missing: 公开征求意见、专家论证、风险评估分别开展16次、12次。
        respectively ≠ one value more: 民事、行政案件调解率分别为62.5%、31.8%、44%。
        respectively ≠ four subjects: 甲镇、乙镇、丙镇、丁镇分别新建调解室3个、5个、2个。
        respectively ≠ two subjects in one word: 城乡居民收入增幅分别为5.1%、6.3%、7%。
        enumeration ✓ list before: 全面落实重大行政执法决定法制审核、执法全过程记录、行政执法公示三项制度。
        enumeration ✓ list in brackets: 设立五个专项小组（宣传组、审核组、督查组、保障组、信息组）。
        enumeration ✓ ordinals: 重点抓好三方面工作：一是健全机制；二是强化监督；三是优化服务。
        enumeration ？ list in brackets: 设立五个专项小组（宣传组、审核组、督查组、保障组）。
        enumeration ？ two too many: 出台三项配套制度（备案制度、评查制度、通报制度、约谈制度）。
        enumeration ？ ordinals: 重点抓好四方面工作：一是健全机制；二是强化监督；三是优化服务。
        enumeration – etc: 设立五个专项小组（宣传组、审核组、督查组等）。
        enumeration – more than listed: 推进三大工程（强基工程、提质工程、固本工程、护航工程等）。
        enumeration ✓ 等 as closing: 建立联席会议、信息共享、案件移送等三项机制。
        enumeration ✓ quoted items after the number: 推行“三清单”管理，实现“权责清”“流程清”“时限清”。
        duplicate ✓ same words: 全年办理行政复议案件318件。⏎各部门支持配合。⏎行政复议方面，全年办理行政复议案件318件，纠错率12%。
        duplicate ✓ summary and section: 一年来，受理法律援助案件842件，法治为民成效明显。⏎公共法律服务持续优化，全区共受理法律援助案件842件。
        duplicate ✓ with unit alike: 现有人民调解员1500名。⏎队伍建设不断加强，全区现有人民调解员1500名。
        duplicate i same words: 全年办理行政复议案件318件。⏎各部门支持配合。⏎行政复议方面，全年办理行政复议案件381件，纠错率12%。
        duplicate i summary and section: 一年来，全区受理法律援助案件842件，法治为民成效明显。⏎公共法律服务持续优化，全区受理法律援助案件824件。
        duplicate i with unit alike: 全区现有人民调解员1500名。⏎队伍建设不断加强，全区现有人民调解员1050名。
        duplicate – other scope: 全市办理行政复议案件1318件。⏎市本级办理行政复议案件318件。
        duplicate – different years: 2023年办理行政复议案件318件。⏎2024年办理行政复议案件381件。
        duplicate – district and street: 全区办理行政处罚案件1318件。⏎甲街道办理行政处罚案件118件。
        table ✓ total column: 单位 | 许可 | 处罚 | 合计⏎甲局 | 12 | 30 | 42⏎乙局 | 8 | 15 | 23⏎丙局 | 5 | 9 | 14
        table ✓ total row: 镇街 | 调解件数 | 成功件数⏎甲镇 | 120 | 118⏎乙镇 | 86 | 85⏎丙街道 | 204 | 200⏎合计 | 410 | 403
        table ✓ statutory results: 维持 | 纠正 | 其他结果 | 尚未审结 | 总计⏎6 | 2 | 1 | 1 | 10
        table ✕ total column: 单位 | 许可 | 处罚 | 合计⏎甲局 | 12 | 30 | 42⏎乙局 | 8 | 15 | 32⏎丙局 | 5 | 9 | 14
        table ✕ total row: 镇街 | 调解件数 | 成功件数 | 排查次数⏎甲镇 | 120 | 118 | 30⏎乙镇 | 86 | 85 | 20⏎丙街道 | 204 | 200 | 25⏎合计 | 410 | 430 | 75
        table ✕ statutory results: 维持 | 纠正 | 其他结果 | 尚未审结 | 总计⏎6 | 2 | 1 | 1 | 11
        table ？ text against row: 全年办理行政许可1284件。⏎信息内容 | 本年处理决定数量⏎行政许可 | 1248⏎行政处罚 | 356
        table ✓ text against row: 全年办理行政许可1284件。⏎信息内容 | 本年处理决定数量⏎行政许可 | 1284⏎行政处罚 | 356
        table – text of another scope: 市场监管领域办理行政许可84件。⏎信息内容 | 本年处理决定数量⏎行政许可 | 1284⏎行政处罚 | 356
        year ✓ title and opening: 某区2024年法治政府建设年度报告⏎现将2024年度法治政府建设情况报告如下：
        year ✓ plan of the next year: 某区2024年法治政府建设年度报告⏎三、2025年工作计划
        year ✓ statistics period: 某局2024年政府信息公开工作年度报告⏎本报告统计期限为2024年1月1日至2024年12月31日。
        year ✕ title and opening: 某区2024年法治政府建设年度报告⏎现将2023年度法治政府建设情况报告如下：
        year ✕ impossible: 某区2024年法治政府建设年度报告⏎自2102年起建立联席会议制度。
        year ✕ statistics period: 某局2024年政府信息公开工作年度报告⏎本报告统计期限为2023年1月1日至2023年12月31日。
        year ？ told as past: 某区2024年法治政府建设年度报告⏎2026年共受理行政复议申请120件。
        year ✓ anchor: 某县2020年法治政府建设年度报告⏎今年是“十三五”规划的收官之年。
        year ？ anchor: 某县2024年法治政府建设年度报告⏎今年是“十四五”规划的开局之年。
        year ✕ anchor: 某县2024年法治政府建设年度报告⏎2024年是实施“十四五”规划的收官之年。
        year – anchor in a plan: 某县2024年法治政府建设年度报告⏎2025年是“十四五”规划的收官之年，也是“十五五”规划的谋划之年。
        date ✓ signed: 某区人民政府⏎2025年1月24日
        date ✓ leap day: 某区人民政府⏎2024年2月29日
        date ✓ page stamps: 成文日期：2025-01-20⏎发布日期：2025-01-20
        date ✕ no such day: 本制度自2024年2月30日起施行。
        date ✕ no such month: 截至2024年13月1日。
        date ✕ lost marks: 某区人民政府⏎2025124日
        date ？ written after publication: 成文日期：2025-02-20⏎发布日期：2025-01-20
        date ✕ period reversed: 活动自2024年9月20日至2024年9月2日开展。
        date ✓ period over the year: 某局⏎2025年1月10日
        date – period over the year: 活动自2024年11月20日至1月15日开展。
        class i suspended in closed: 审结案件100件，其中维持60件、驳回30件、中止10件。
        class i refused in closed: 办结申请80件，其中予以公开50件、部分公开20件、不予受理10件。
        class i suspended among concluded: 全年结案45件，其中撤销5件、维持36件、中止审理4件。
        class – terminated: 审结案件100件，其中维持60件、驳回30件、终止10件。
        class – suspended beside closed: 受理案件100件，审结90件，中止10件。
        class – closed only: 办结申请80件，其中予以公开50件、部分公开30件。
        wording ？ above and near: 参训率超过近九成，超过近90%。
        wording ？ month with 同比: 受理量较上月同比上升6%。
        wording ？ year with 环比: 受理量较去年同期环比上升6%。
        wording i times down: 案件量同比下降2倍。
        wording i until: 截止2024年底，累计办理32件。
        wording i about twice: 约300余人参加培训。
        wording – plain: 截至2024年底，累计办理32件，较上月环比上升6%。
        wording – near alone: 参训人员近300人，参训率超过90%。
        wording – times up: 咨询量比上年增长2倍。
        missing i full claims: 行政机关负责人出庭应诉率100%，复议决定履行率达100%。
        missing i zero claims: 全年实现行政诉讼零败诉。
        missing i no occurrence: 全年未发生一起重大执法安全事故。
        missing – nothing absolute: 出庭应诉率96%。
        missing – most: 复议决定履行率99.2%，按期办结率98%。
        missing – none asked for: 全年无新增信访积案化解任务，办结率97%。
        citation ✓ in force: 某区2024年法治政府建设年度报告⏎认真贯彻《行政复议法》。
        citation i repealed: 某区2024年法治政府建设年度报告⏎严格执行《旧登记条例》。
        citation i not yet: 某区2024年法治政府建设年度报告⏎认真学习《未来促进法》。
        citation i full title: 某区2024年法治政府建设年度报告⏎宣传《中华人民共和国未来促进法》。
        citation ✓ full title: 某区2024年法治政府建设年度报告⏎宣传《中华人民共和国行政复议法》。
        citation – unknown title: 某区2024年法治政府建设年度报告⏎制定《某区合同管理办法》。
        typography i half comma: 坚持依法行政,提升能力。
        typography i full digits: 全年办理１２３件。
        typography i title pause: 学习《甲法》、《乙法》。
        typography – clean: 学习《甲法》《乙法》，坚持“谁执法谁普法”。
        typography – full comma: 坚持依法行政，提升能力，办理123件。
        typography – decimal and thousands: 全年投入1,234.5万元，办理123件。
        """;

    /// <summary>Whole passages in which nothing is wrong, one a line.</summary>
    public const string Sound = """
        2024年，全县各级人民调解组织共调解各类矛盾纠纷6218件，调解成功6143件，成功率98.8%，涉及当事人13420人，协议金额8560万元。
        县政府全年新收行政复议申请262件，上年结转18件，受理241件，不予受理12件，其他处理9件；审结246件，其中维持118件，驳回31件，撤销9件，确认违法4件，调解52件，终止32件，综合纠错率26.4%。
        全县一审行政诉讼案件186件，审结171件，败诉13件，败诉率7.6%，较上年下降2.1个百分点；行政机关负责人应出庭148件，实际出庭147件，出庭应诉率99.3%。
        全年办理法律援助案件1320件，同比增长8.2%，其中刑事案件802件、民事案件486件、行政案件32件，为受援人挽回经济损失1860万元。
        收到政府信息公开申请215件，其中自然人申请198件，占92.1%；法人或其他组织申请17件，占7.9%。上年结转6件。已办结218件，结转下年度办理3件。
        12345热线共受理群众诉求4.26万件，按期办结率99.9%，满意率97.5%，同比分别提升0.2和1.1个百分点。
        全县现有持证执法人员1186人，其中行政执法类892人、综合执法类294人。全年组织培训32场次，培训3100余人次，考试合格率98.7%。
        开展“双随机、一公开”抽查326次，检查市场主体2870户，发现问题412户，责令改正356户，列入经营异常名录56户，立案38件。
        清理行政规范性文件152件，其中继续有效109件，拟修改18件，废止15件，宣布失效10件。备案审查文件46件，提出意见12条，纠错率4.3%。
        全年共审查重大行政决策、规范性文件、合同等426件，同比增加58件，增长15.8%，提出法律意见1280条，采纳率98%。
        公证机构办理公证3206件，其中涉外公证412件，国内公证2794件，业务收费356万元，较去年增长6.5%。
        县本级受理复议案件140件，占全市的11.6%，居第4位；办结135件，办结率96.4%，同比上升1.2个百分点，其中调解和解结案41件，占30.4%。
        近三年行政复议案件量分别为182件、215件、262件，年均增长20%，纠错率由14.8%下降至9.7%，下降5.1个百分点。
        开展执法案卷评查3次，评查案卷180份，优秀62份、合格115份、不合格3份，合格率98.3%。
        建成镇级综治中心14个、村级综治中心186个，配备网格员1420名，排查化解矛盾纠纷3218起，化解率98.6%，重大矛盾“清零”。
        归集信用信息120.5万条，其中行政许可信息52.3万条、行政处罚信息3.6万条，公示“双公示”信息8.4万条，修复信用主体312家。
        行政执法机关共办理行政处罚案件2418件，其中普通程序案件986件，简易程序案件1432件，罚没金额1268.5万元；行政强制措施216件，行政强制执行48件。
        仲裁委受理案件1860件，标的额42.6亿元，同比分别增长12.3%、8.9%；审结1795件，调解和解率38.2%，快速结案率92.6%。
        全年开展普法宣传560场次，发放资料12万份，受众35万人次，法治文化阵地由186个增加至203个，法律明白人由1560名增至1982名，增幅27.1%。
        本年度政府网站发布信息12860条，其中概况类信息120条，政务动态信息8650条，信息公开目录信息4090条；政务微博发布2318条，关注量15.6万人。
        """;

    /// <summary>Passages with one number changed, one a line.</summary>
    public const string Faulty = """
        县政府全年新收行政复议申请262件，受理241件，不予受理12件，其他处理19件。
        行政机关负责人应出庭148件，实际出庭147件，出庭应诉率93.9%。
        收到政府信息公开申请215件，其中自然人申请198件，占92.1%；法人或其他组织申请27件，占7.9%。
        清理行政规范性文件152件，其中继续有效109件，拟修改18件，废止15件，宣布失效20件。
        全年办理法律援助案件1320件，其中刑事案件802件、民事案件468件、行政案件32件。
        评查案卷180份，优秀62份、合格115份、不合格13份，总体情况良好。
        公证机构办理公证3206件，其中涉外公证412件，国内公证2749件，业务收费356万元。
        全县现有持证执法人员1186人，其中行政执法类892人、综合执法类394人。
        办理行政处罚案件2418件，其中普通程序案件986件，简易程序案件1423件，罚没金额1268.5万元。
        法律明白人由1560名增至1982名，增幅21.7%。
        纠错率由14.8%下降至9.7%，下降6.1个百分点。
        一审行政诉讼案件审结171件，其中败诉13件，败诉率17.6%。
        共调解各类矛盾纠纷6218件，调解成功6143件，成功率89.8%。
        政府网站发布信息12860条，其中概况类信息120条，政务动态信息8650条，信息公开目录信息4900条。
        办结135件，其中调解和解结案41件，占办结案件的34%。
        收到政府信息公开申请215件，较上年的190件增长31.2%。
        全年共审查426件，比上年增加58件，增长18.5%。
        """;
}
