using System.CommandLine;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle messages</c>: which mails there are, and how one looks as its files are now.</summary>
internal static class MessagesCommand
{
    public static Command Create()
    {
        var inputs = new InputOptions();
        var command = new Command("messages", "Visar vilka mejl som tjänsten skickar, och kontrollerar deras filer") { Show() };
        inputs.AddFolderTo(command);
        command.SetAction(result => OnBook(inputs.Folder(result).Messages, _ => List()));
        return command;
    }

    private static Command Show()
    {
        var inputs = new InputOptions();
        var kind = new Argument<string>("MEJL") { Description = "Vad mejlet heter, som i listan" };
        var language = new Option<string>("--language")
        {
            Description = "Språk: sv eller en", DefaultValueFactory = _ => PersonChoice.Swedish,
        };
        var html = new Option<string?>("--html") { Description = "Fil att skriva mejlet till som det ser ut" };
        var command = new Command("show", "Visar ett mejl med påhittade värden") { kind, language, html };
        inputs.AddFolderTo(command);
        command.SetAction(result => OnBook(inputs.Folder(result).Messages, book =>
            Show(book, result.GetValue(kind)!, result.GetValue(language)!, result.GetValue(html))));
        return command;
    }

    private static int OnBook(string folder, Func<MessageBook, int> work)
    {
        var mistakes = new List<Mistake>();
        return MessageBook.Read(folder, mistakes) is { } book ? work(book) : Told.Mistakes(mistakes);
    }

    private static int List()
    {
        var width = MessageKinds.All.Max(kind => kind.Name.Length);
        foreach (var kind in MessageKinds.All)
        {
            Console.WriteLine($"{kind.Name.PadRight(width)}  {kind.WhatItIs}. {kind.WhenItGoes}.");
        }

        return 0;
    }

    private static int Show(MessageBook book, string name, string language, string? html)
    {
        if (MessageKinds.All.FirstOrDefault(kind => kind.Name == name) is not { } kind)
        {
            return Told.Mistake(new Mistake("MEJL", 0, $"inget mejl heter ”{name}”", Suggestion.Advice(
                name, MessageKinds.All.Select(own => own.Name), "annualcycle messages visar vad de heter")).ToString());
        }

        if (!MessageBook.Languages.Contains(language))
        {
            return Told.Mistake(new Mistake("--language", 0, $"språket ”{language}” finns inte", "Skriv sv eller en").ToString());
        }

        var letter = book.Write(kind, language, kind.Sample);
        Console.WriteLine($"{letter.Subject}\n\n{letter.Text.TrimEnd()}");
        if (html is not null)
        {
            File.WriteAllText(html, letter.Html);
        }

        return 0;
    }
}
