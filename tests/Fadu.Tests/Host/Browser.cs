using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Fadu.Tests.Host;

/// <summary>What a person does with pages: opens addresses, keeps cookies, follows redirects.</summary>
public sealed class Browser
{
    private static readonly HtmlParser Parser = new();
    private readonly HttpClient client;

    public Browser(HttpMessageHandler server)
    {
        var cookies = new CookieContainerHandler { InnerHandler = server };
        client = new(new RedirectHandler { InnerHandler = cookies }) { BaseAddress = new("http://localhost") };
    }

    public async Task<Page> Get(string path) => await Read(await client.GetAsync(path));

    public async Task<Page> Post(string path, HttpContent content) => await Read(await client.PostAsync(path, content));

    /// <summary>The bytes of an answer that is not a page.</summary>
    public async Task<(HttpStatusCode Status, string? Type, byte[] Content)> Download(string path)
    {
        using var response = await client.GetAsync(path);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The bytes that a form answers with, where that is not a page.</summary>
    public async Task<byte[]> Download(string path, HttpContent content)
    {
        using var response = await client.PostAsync(path, content);
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Posts, and takes bytes that are not a page.</summary>
    public async Task<(HttpStatusCode Status, string? Type, byte[] Content)> Send(string path, HttpContent content)
    {
        using var response = await client.PostAsync(path, content);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync());
    }

    private async Task<Page> Read(HttpResponseMessage response)
    {
        using (response)
        {
            var html = await response.Content.ReadAsStringAsync();
            return new(this, response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, Parser.ParseDocument(html));
        }
    }
}
