namespace Fadu.Rules.Registers;

/// <summary>Definitions that several registers use: service, archiving, rectification …</summary>
public sealed record SharedPart(string Id, string Title, Position Position);
