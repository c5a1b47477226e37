using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Fadu.Tests.Host;

/// <summary>A file to attach to a form.</summary>
public sealed record Upload(string Input, string Name, byte[] Content);

/// <summary>A page as it came, with what a person can read and submit.</summary>
public sealed class Page(Browser browser, HttpStatusCode status, string path, IHtmlDocument html)
{
    public HttpStatusCode Status { get; } = status;

    public string Path { get; } = path;

    public IHtmlDocument Html { get; } = html;

    /// <summary>All words of the main part, blanks as one.</summary>
    public string Text => Words(Html.QuerySelector("main") ?? Html.DocumentElement);

    public string Words(string selector) => string.Join(' ', Html.QuerySelectorAll(selector).Select(Words));

    public IElement One(string selector) => Html.QuerySelector(selector) ?? throw new InvalidOperationException($"{Path}: no {selector} in: {Text}");

    public IReadOnlyList<IElement> All(string selector) => [.. Html.QuerySelectorAll(selector)];

    public Task<Page> Click(string selector) => browser.Get(One(selector).GetAttribute("href")!);

    /// <summary>Submits a form of the page as it stands, with some inputs changed; hidden inputs and the anti-forgery token go along.</summary>
    public Task<Page> Submit(string selector, params (string Name, string Value)[] typed) => Submit(selector, null, typed, []);

    /// <summary>The same with files, or by a certain button.</summary>
    public Task<Page> Submit(string selector, string? button, IReadOnlyList<(string Name, string Value)> typed, IReadOnlyList<Upload> files)
    {
        var form = (IHtmlFormElement)One(selector);
        var replaced = typed.Select(t => t.Name).ToHashSet();
        var fields = Inputs(form).Where(f => !replaced.Contains(f.Name)).Concat(typed).ToList();
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : Path;
        if (button is not null && form.QuerySelector($"button[value='{button}'],button[formaction*='{button}']") is { } pressed)
        {
            action = pressed.GetAttribute("formaction") is { Length: > 0 } other ? Resolve(other) : action;
            if (pressed.GetAttribute("name") is { Length: > 0 } name)
            {
                fields.Add((name, pressed.GetAttribute("value") ?? ""));
            }
        }

        if (form.Method == "get")
        {
            return browser.Get($"{action.Split('?')[0]}?{string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"))}");
        }

        if (form.GetAttribute("enctype") != "multipart/form-data")
        {
            return browser.Post(action, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, file.Input, file.Name);
        }

        return browser.Post(action, content);
    }

    private string Resolve(string address) => address.StartsWith('?') ? Path.Split('?')[0] + address : address;

    private static IEnumerable<(string Name, string Value)> Inputs(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name || element.HasAttribute("disabled"))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "file" or "submit" or "button" or "image" }:
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                    break;
                case IHtmlInputElement input:
                    yield return (name, input.Value ?? "");
                    break;
                case IHtmlTextAreaElement area:
                    yield return (name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(o => o.IsSelected))
                    {
                        yield return (name, option.Value);
                    }

                    break;
            }
        }
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
