using System.Text;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;

namespace Fadu.Rules.Tests.Ledger;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Write_PayloadOfValues_GivesTheBytesOfItsTree()
    {
        (string, object?)[] values =
        [
            ("zeichen", "引号\"、反斜线\\、换行\n、\u0001、𠮷"), ("amount", 1234.50m), ("zero", 0m), ("count", 7L), ("negative", -12L), ("matter", 9_007_199_254_740_993L), ("small", 3), ("yes", true), ("no", false),
            ("day", new DateOnly(2024, 2, 9)), ("empty", ""), ("missing", null), ("codes", new List<string> { "b", "a" }), ("none", new List<string>()),
            ("party", new Party("张三", "natural", null)), ("firm", new Party("某公司", "legal", "91330108MA2GK5XU3L")),
            ("officers", new List<OfficerName> { new("孙立", "33039912001", new(2026, 1, 1)), new("赵刚", null, null) }),
            ("files", new[] { new AttachedFile("决定书", "决定.pdf", new string('a', 64), 12_345) }),
            ("rows", new List<RowValue> { new(new Dictionary<string, object?> { ["z"] = 1L, ["a"] = "甲", ["m"] = null, ["d"] = 0.10m }), new(new Dictionary<string, object?>()) }),
        ];
        var tree = StateJson.Object(values);
        tree["values"] = StateJson.Object(values);

        var bytes = CanonicalJson.Write(new PayloadObject([.. values, ("values", new PayloadObject(values))]));

        System.Text.Encoding.UTF8.GetString(bytes).ShouldBe(System.Text.Encoding.UTF8.GetString(CanonicalJson.Write(tree)));
        CanonicalJson.Check(bytes).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{ "b" : 1, "a" : [ true , null ] }""", """{"a":[true,null],"b":1}""")]
    [InlineData("""{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}""", "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}")]
    [InlineData("\"\\u0041\\/\\u000a\\u001F\\u4e2d\"", "\"A/\\n\\u001f中\"")]
    [InlineData("-9007199254740991", "-9007199254740991")]
    [InlineData("\"e\u0301\"", "\"e\u0301\"")]
    [InlineData(" {} ", "{}")]
    public void Write_JsonText_SortsKeysDropsSpaceAndKeepsCharacters(string json, string canonical)
    {
        Encoding.UTF8.GetString(CanonicalJson.Write(json)).ShouldBe(canonical);
        CanonicalJson.Check(Encoding.UTF8.GetBytes(canonical)).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"amount":12.50}""", "“/amount”处的数字 12.50 不是整数")]
    [InlineData("""{"rows":[1,1e3]}""", "“/rows/1”处的数字 1e3 不是整数")]
    [InlineData("-0", "最外层的数字 -0 不是整数")]
    [InlineData("9007199254740992", "超出 ±9007199254740991")]
    [InlineData("99999999999999999999", "不是整数")]
    [InlineData("""{"a":{"b":1,"b":2}}""", "“/a”处的键“b”出现了两次")]
    [InlineData("""{"a":1,"\u0061":2}""", "最外层的键“a”出现了两次")]
    [InlineData("""{"a":"\ud800"}""", "不成对的代理字符")]
    [InlineData("{\"a\":1,\n}", "不是合法的 JSON，或嵌套超过 64 层：第 2 行")]
    [InlineData("", "不是合法的 JSON")]
    [InlineData("{} {}", "不是合法的 JSON")]
    [InlineData("\ufeff{}", "不是合法的 JSON")]
    public void Write_ValueWithoutCanonicalForm_SaysWhereAndWhichRule(string json, string says) =>
        Should.Throw<CanonicalJsonException>(() => CanonicalJson.Write(json)).Message.ShouldContain(says);

    [Fact]
    public void Write_TextWithHalfACharacter_IsRefused() =>
        Should.Throw<CanonicalJsonException>(() => CanonicalJson.Write("\"\ud800\"")).Message.ShouldContain("不成对的代理字符");

    [Fact]
    public void Write_BytesNotUtf8_IsRefused() =>
        Should.Throw<CanonicalJsonException>(() => CanonicalJson.Write([(byte)'"', 0xFF, (byte)'"'])).Message.ShouldContain("UTF-8");

    [Theory]
    [InlineData("", 0, "不完整")]
    [InlineData(" {}", 0, "不含空白")]
    [InlineData("{} ", 2, "多余内容")]
    [InlineData("""{"a": 1}""", 5, "不含空白")]
    [InlineData("""{"b":1,"a":2}""", 7, "没有按顺序")]
    [InlineData("""{"a":1,"a":2}""", 7, "键重复")]
    [InlineData("{\"\uffee\":1,\"😀\":2}", 9, "没有按顺序")]
    [InlineData("""{"a":1,}""", 7, "应为字符串")]
    [InlineData("[1,]", 3, "应为一个值")]
    [InlineData("[1", 2, "逗号或右方括号")]
    [InlineData("\"a", 2, "没有结束")]
    [InlineData("\"\\u0041\"", 1, "最短的写法")]
    [InlineData("\"\\u000a\"", 1, "最短的写法")]
    [InlineData("\"\\u001F\"", 1, "最短的写法")]
    [InlineData("\"\\/\"", 1, "最短的写法")]
    [InlineData("\"\n\"", 1, "控制字符")]
    [InlineData("01", 2, "前导零")]
    [InlineData("-0", 2, "负零")]
    [InlineData("-", 1, "前导零")]
    [InlineData("1.5", 1, "小数应写成字符串")]
    [InlineData("1E3", 1, "小数应写成字符串")]
    [InlineData("9007199254740992", 16, "超出")]
    [InlineData("nul", 0, "应为一个值")]
    public void Check_TextNotCanonical_NamesOffsetAndRule(string text, int offset, string says)
    {
        var fault = CanonicalJson.Check(Encoding.UTF8.GetBytes(text)).ShouldNotBeNull();
        fault.Reason.ShouldContain(says);
        fault.Offset.ShouldBe(offset);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Nesting_AtTheLimit_IsTheSameForWriteAndCheck(int depth, bool allowed)
    {
        var text = new string('[', depth) + new string(']', depth);
        (CanonicalJson.Check(Encoding.UTF8.GetBytes(text)) is null).ShouldBe(allowed);
        if (allowed)
            CanonicalJson.Write(text).ShouldBe(Encoding.UTF8.GetBytes(text));
        else
            Should.Throw<CanonicalJsonException>(() => CanonicalJson.Write(text)).Message.ShouldContain("嵌套超过 64 层");
    }

    [Fact]
    public void Write_AnyValueInAnyOrder_GivesOneCanonicalForm()
    {
        var random = new Random(8785);
        for (var i = 0; i < 3000; i++)
        {
            var node = LedgerSamples.Json(random);
            var canonical = CanonicalJson.Write(node);
            var text = Encoding.UTF8.GetString(canonical);
            CanonicalJson.Check(canonical).ShouldBeNull(text);
            CanonicalJson.Write(canonical).ShouldBe(canonical, text);
            var disordered = LedgerSamples.Disordered(node, random);
            CanonicalJson.Write(disordered).ShouldBe(canonical, disordered);
        }
    }

    [Fact]
    public void Check_AnyDamagedText_AcceptsExactlyWhatWriteReturnsUnchanged()
    {
        var random = new Random(6962);
        var accepted = 0;
        for (var i = 0; i < 20000; i++)
        {
            var bytes = CanonicalJson.Write(LedgerSamples.Json(random)).ToList();
            for (var edits = random.Next(3); edits >= 0 && bytes.Count > 0; edits--)
                Damage(bytes, random);
            var text = bytes.ToArray();
            var unchanged = Unchanged(text);
            (CanonicalJson.Check(text) is null).ShouldBe(unchanged, Encoding.UTF8.GetString(text));
            accepted += unchanged ? 1 : 0;
        }
        accepted.ShouldBeInRange(500, 15000);
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var tokens = "{}[],:\"\\ 0123456789-.eEtfn/u\n"u8;
        switch (random.Next(4))
        {
            case 0: bytes.RemoveAt(at); break;
            case 1: bytes.Insert(at, tokens[random.Next(tokens.Length)]); break;
            case 2: bytes[at] = tokens[random.Next(tokens.Length)]; break;
            default: bytes[at] = (byte)random.Next(256); break;
        }
    }

    private static bool Unchanged(byte[] text)
    {
        try
        {
            return CanonicalJson.Write(text).AsSpan().SequenceEqual(text);
        }
        catch (CanonicalJsonException)
        {
            return false;
        }
    }
}
