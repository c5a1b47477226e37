using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers;

/// <summary>Digest of all that the facts of a register follow from: when it changes, facts already stored say something else than the law.</summary>
/// <remarks>Titles, articles and forms do not matter; fields, steps, clocks, parameters, codes, days and how they are counted do, here and in the registers that it reads.</remarks>
public static class FactDigest
{
    // Counts the changes of the engine itself that make facts different.
    private const int Engine = 1;

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string Of(Law law, string register)
    {
        var text = new StringBuilder().Append(Engine).Append('\n');
        foreach (var version in law.Versions(register))
        {
            Version(text, law, version);
        }

        foreach (var version in FactReach.Of(law, register).Order(StringComparer.Ordinal).SelectMany(law.Versions))
        {
            Line(text, "reads", version.Id);
            Version(text, law, version);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Version(StringBuilder text, Law law, Register register)
    {
        Line(text, "version", register.InForce, register.OfficeField);
        foreach (var parameter in register.Parameters.Values)
        {
            Line(text, "parameter", parameter.Id, parameter.Value);
        }

        foreach (var field in register.Fields)
        {
            Field(text, field);
            foreach (var column in field.Columns)
            {
                Field(text, column);
            }
        }

        foreach (var step in register.Steps)
        {
            Line(text, "step", step.Id, step.Repeat, step.Number is not null, step.Closes, step.Reopens, step.SendBack?.To,
                string.Join(',', step.SendBack?.Clocks.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}") ?? []),
                string.Join(',', step.Sets.Select(s => s.Field)));
        }

        foreach (var clock in register.Clocks)
        {
            Clock(text, clock);
        }

        foreach (var statute in register.Clocks.Select(c => c.Statute).Distinct().Order(StringComparer.Ordinal))
        {
            Line(text, "days", statute, law.Statutes.TryFind(statute, out var found) && found.Days is { } days ? $"{days.Kind} {days.Roll} {string.Join(',', days.Numbers)}" : "");
        }

        if (register.Clocks.Count > 0)
        {
            foreach (var (path, source) in law.Sources.Where(s => s.Key.StartsWith("calendar/", StringComparison.Ordinal)).OrderBy(s => s.Key, StringComparer.Ordinal))
            {
                Line(text, path, source);
            }
        }
    }

    private static void Field(StringBuilder text, Field field)
    {
        Line(text, "field", field.Id, field.Type, Text(field.Derive));
        foreach (var list in new[] { field.Codes, field.Prefill })
        {
            Codes(text, list);
        }
    }

    // The order and groups of codes decide what a derived field says; their words do not.
    private static void Codes(StringBuilder text, CodeList? list) =>
        Line(text, "codes", list?.Id, string.Join(';', list?.Codes.Select(c => $"{c.Id} {string.Join(',', c.Groups.Order(StringComparer.Ordinal))} {c.Points} {c.Veto}") ?? []));

    private static void Clock(StringBuilder text, Clock clock)
    {
        Line(text, "clock", clock.Id, clock.Kind, string.Join(',', clock.From), string.Join(',', clock.To), Text(clock.When), clock.Statute, clock.YearlyDay, clock.QuietAfterClose);
        foreach (var limit in clock.Limits)
        {
            Line(text, "limit", Amount(limit.Limit), Text(limit.When));
        }

        foreach (var stop in clock.Stops)
        {
            Line(text, "stop", stop.From, string.Join(',', stop.To));
        }

        foreach (var extension in clock.Extensions)
        {
            Line(text, "extension", extension.Step, Amount(extension.Limit), extension.Times);
        }
    }

    private static string Amount(Limit limit) => $"{limit.Amount} {limit.Unit} {Text(limit.Source)}";

    private static string Text(Expression? expression) => expression?.Text ?? "";

    private static void Line(StringBuilder text, params object?[] parts)
    {
        foreach (var part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part}").Append('\u001f');
        }

        text.Append('\n');
    }
}
