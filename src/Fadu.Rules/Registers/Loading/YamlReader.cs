using Fadu.Rules.LawFiles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fadu.Rules.Registers.Loading;

/// <summary>A file as text: its root, or what is wrong with it.</summary>
internal sealed record ParsedText(LawNode? Root, IReadOnlyList<LawError> Errors);

/// <summary>Reads the small part of YAML that law files use: maps, lists, texts. Anchors, tags, merge keys and several documents are refused.</summary>
/// <remarks>Works on the event stream: every duplicate key is found with its line (the object model stops at the first), and it is twice as fast.</remarks>
internal sealed class YamlReader
{
    /// <summary>Largest law file, in characters. The largest real register has about 30,000.</summary>
    public const int MaxLength = 512 * 1024;

    private const int MaxDepth = 12;
    private readonly string file;
    private readonly LawErrors errors;
    private readonly Parser parser;

    private YamlReader(LawFile source, LawErrors errors) =>
        (file, this.errors, parser) = (source.Path, errors, new Parser(new StringReader(source.Text)));

    /// <summary>The root of a file, or null with its errors added.</summary>
    public static LawNode? Read(PlacedFile file, LawErrors errors)
    {
        foreach (var error in file.Text.Errors)
        {
            errors.Add(error);
        }

        return file.Text.Root;
    }

    /// <summary>Parses a file by itself; files are parsed in parallel.</summary>
    public static ParsedText Parse(LawFile source)
    {
        var errors = new LawErrors();
        return new(Parse(source, errors), errors.Sorted);
    }

    private static LawNode? Parse(LawFile source, LawErrors errors)
    {
        var before = errors.Count;
        if (!TextIsReadable(source, errors))
        {
            return null;
        }

        try
        {
            var root = new YamlReader(source, errors).Document();
            return errors.Count == before ? root : null;
        }
        catch (YamlException e)
        {
            errors.Add(new LawError(source.Path, (int)e.Start.Line, (int)e.Start.Column, "YAML 格式有误：" + Explain(source, e), "请检查缩进、半角冒号后的空格、成对的引号和括号；表达式中有方括号、花括号或逗号时须整体加引号"));
            return null;
        }
    }

    /// <summary>The root of a file that must be a map.</summary>
    public static LawMap? ReadMap(PlacedFile file, LawErrors errors)
    {
        if (Read(file, errors) is LawMap map)
        {
            return map;
        }

        if (file.Text.Errors.Count == 0)
        {
            errors.Add(new LawError(file.File.Path, 1, 1, "文件应当是一组“键: 值”", "请对照同目录下的其他文件书写；冒号须用半角，后面空一格"));
        }

        return null;
    }

    private static bool TextIsReadable(LawFile source, LawErrors errors)
    {
        if (source.Text.Length > MaxLength)
        {
            errors.Add(source.Path, $"文件过大（{source.Text.Length} 字，上限 {MaxLength} 字）", "请拆分，或者确认放对了文件");
            return false;
        }

        var line = 1;
        var column = 0;
        var indenting = true;
        foreach (var c in source.Text)
        {
            column++;
            switch (c)
            {
                case '\n':
                    (line, column, indenting) = (line + 1, 0, true);
                    break;
                case '\t' when indenting:
                    errors.Add(new LawError(source.Path, line, column, "缩进用了制表符", "请改用空格"));
                    return false;
                case '\uFFFD':
                    errors.Add(new LawError(source.Path, line, column, "文件不是 UTF-8 编码", "请另存为 UTF-8（无 BOM）"));
                    return false;
                case not ' ':
                    indenting = false;
                    break;
            }
        }

        return true;
    }

    private LawNode? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            errors.Add(file, "文件是空的", "请写明内容，或者删去这个文件");
            return null;
        }

        var root = Node(0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            errors.Add(new LawError(file, (int)second.Start.Line, (int)second.Start.Column, "一个文件里有多份 YAML 文档（---）", "请拆成几个文件"));
        }

        return root;
    }

    private LawNode Node(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, "nesting");
        }

        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            Refuse(anchored, "不允许使用锚点（&）", "请把内容完整写出");
        }

        if (parser.Current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } tagged)
        {
            Refuse(tagged, "不允许使用类型标记（!）", "请删去；文字以 ! 开头时加引号");
        }

        switch (parser.Current)
        {
            case AnchorAlias alias:
                parser.MoveNext();
                Refuse(alias, "不允许引用锚点（*）", "请把内容完整写出；文字以 * 开头时加引号");
                return Text("", false, alias);
            case Scalar scalar:
                parser.MoveNext();
                return Text(scalar.Value, scalar.Style != ScalarStyle.Plain, scalar);
            case SequenceStart list:
                return List(list, depth);
            case MappingStart map:
                return Map(map, depth);
            default:
                throw new YamlException(parser.Current!.Start, parser.Current.End, "unexpected");
        }
    }

    private LawList List(SequenceStart start, int depth)
    {
        parser.MoveNext();
        List<LawNode> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return new(items, file, (int)start.Start.Line, (int)start.Start.Column);
    }

    private LawMap Map(MappingStart start, int depth)
    {
        parser.MoveNext();
        List<LawEntry> entries = [];
        Dictionary<string, int> lines = [];
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = parser.Current!;
            if (Node(depth + 1) is not LawText key)
            {
                Refuse(at, "键应当是一个词", "表达式或编号规则里有花括号、方括号时，请把整个值加引号");
                Node(depth + 1);
                continue;
            }

            var value = Node(depth + 1);
            if (key.Value == "<<")
            {
                Refuse(at, "不允许使用合并键（<<）", "请把内容完整写出");
            }
            else if (lines.TryGetValue(key.Value, out var first))
            {
                Refuse(at, $"键“{key.Value}”写了两次，第一次在第 {first} 行", "请删去其中一个");
            }
            else
            {
                lines.Add(key.Value, key.Line);
                entries.Add(new(key, value));
            }
        }

        return new(entries, file, (int)start.Start.Line, (int)start.Start.Column);
    }

    private LawText Text(string value, bool quoted, ParsingEvent e) => new(value, quoted, file, (int)e.Start.Line, (int)e.Start.Column);

    private void Refuse(ParsingEvent e, string message, string advice) =>
        errors.Add(new LawError(file, (int)e.Start.Line, (int)e.Start.Column, message, advice));

    private static string Explain(LawFile source, YamlException e)
    {
        if (e.Message == "nesting")
        {
            return $"嵌套超过 {MaxDepth} 层";
        }

        var lines = source.Text.Split('\n');
        var at = Math.Clamp((int)e.Start.Line - 1, 0, lines.Length - 1);
        // A key whose colon is full-width is text to YAML; only the next line tells.
        if (lines[..(at + 1)].Reverse().Where(l => l.Trim().Length > 0).Take(2).Any(l => l.Contains('：') && !l.Contains(':')))
        {
            return "冒号用了全角“：”";
        }

        var line = lines[at].Trim();
        return line.Length == 0 ? "此处不完整" : $"看不懂“{(line.Length > 60 ? line[..60] + "…" : line)}”";
    }
}
