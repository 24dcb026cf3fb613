import Core

/// The sentences of the pages of places.
struct PlaceWords: PageWords {
    let language: Language

    var title: String { say("Plekken", "Places") }
    var lead: String { say("Dit zeggen mensen over plekken in hun buurt.", "This is what people say about places in their neighbourhood.") }
    var files: String { say("Plekken als bestand", "Places as a file") }
    var map: String { say("Kaart met plekken", "Map of places") }
    var mapText: String {
        say(
            "Elk rondje is een vak met het aantal plekken. In de tabel staat hetzelfde.",
            "Each circle is a square with its number of places. The table says the same.")
    }
    var noMap: String { say("Van dit gebied hebben wij nog geen kaart.", "We have no map of this area yet.") }
    var squareHead: String { say("Vak", "Square") }
    var countHead: String { say("Plekken", "Places") }
    var beside: String { say("Alleen in woorden, of naast de kaart", "In words alone, or beside the map") }
    var wholeMap: String { say("Terug naar de hele kaart", "Back to the whole map") }
    func total(_ count: Int) -> String { say(count == 1 ? "1 plek" : "\(count) plekken", count == 1 ? "1 place" : "\(count) places") }
    func square(_ name: String, _ count: Int) -> String { say("Vak \(name): \(total(count))", "Square \(name): \(total(count))") }
    var none: String { say("Er zijn hier nog geen plekken.", "There are no places here yet.") }
    var filter: String { say("Kies wat je wilt zien", "Choose what to see") }
    var all: String { say("Alles", "All") }
    var month: String { say("Maand", "Month") }
    var show: String { say("Laat zien", "Show") }
    var pages: String { say("Bladen", "Pages") }
    var next: String { say("Verder", "Next") }
    var previous: String { say("Terug", "Back") }
    var report: String { say("Meld dit", "Report this") }
    var masked: String { say("Een moderator heeft stukken weggelaten.", "A moderator left parts out.") }
    var csv: String { say("Alles als tabel (CSV)", "All as a table (CSV)") }
    var geoJSON: String { say("Alles als kaartbestand (GeoJSON)", "All as a map file (GeoJSON)") }

    var point: String { say("Wijs een plek aan", "Point at a place") }
    var pointLead: String { say("Je hebt geen account nodig. Je naam staat er niet bij.", "You need no account. Your name is not shown.") }
    var gateway: String { say("Wil je de kaart gebruiken?", "Do you want to use the map?") }
    var gatewayText: String { say("Het kan ook in woorden. Beide komen op dezelfde plek terecht.", "Words will do too. Both end in the same place.") }
    var onMap: String { say("Ja, met de kaart", "Yes, with the map") }
    var inWords: String { say("Nee, in woorden", "No, in words") }
    var kind: String { say("Wat voor plek is het?", "What kind of place is it?") }
    var street: String { say("Buiten, op straat of in een park", "Outside, in a street or a park") }
    var home: String { say("Bij mijn huis, of binnen 50 meter ervan", "At my home, or within 50 metres of it") }
    var homeHint: String {
        say(
            "Van je huis bewaren we de plek niet precies. We bewaren alleen het vak van 100 meter.",
            "We do not keep exactly where your home is. We keep only the square of 100 metres.")
    }
    var shape: String { say("Hoe groot is de plek?", "How large is the place?") }
    var squares: String { say("In welk vak ligt het?", "In which square is it?") }
    var squaresHint: String {
        say("Klik op de kaart, of typ een vak, zoals C4. Meer vakken: C4, D4.", "Click on the map, or type a square, like C4. More squares: C4, D4.")
    }
    var picture: String { say("Kaart in vakken. Klik op de plek.", "Map in squares. Click on the place.") }
    func chosen(_ square: String) -> String { say("Je koos een punt in vak \(square).", "You chose a point in square \(square).") }
    var noPoint: String { say("Klik op de kaart, of typ een vak", "Click on the map, or type a square") }
    var noSquare: String { say("Typ een letter van A tot H en een cijfer van 1 tot 8", "Type a letter from A to H and a figure from 1 to 8") }
    var moreSquares: String { say("Typ de vakken op volgorde, zoals C4, D4", "Type the squares in order, like C4, D4") }
    var spot: String { say("Welke straat of plek is het?", "Which street or place is it?") }
    var whereHint: String {
        say("Bijvoorbeeld: de hoek bij de school. Schrijf geen huisnummer op.", "For example: the corner near the school. Do not give a house number.")
    }
    var noStreet: String { say("Schrijf op waar het is", "Write where it is") }
    var noNumber: String { say("Schrijf geen huisnummer op. Een straat is genoeg", "Do not give a house number. A street is enough") }
    var part: String { say("In welk deel van de buurt ligt het?", "In which part of the neighbourhood is it?") }
    var unknown: String { say("Dat weet ik niet", "I do not know") }
    func part(_ name: String) -> String {
        let names = [
            "noordwest": "north-west", "noord": "north", "noordoost": "north-east", "west": "west", "midden": "middle", "oost": "east",
            "zuidwest": "south-west", "zuid": "south", "zuidoost": "south-east",
        ]
        return say(name, names[name] ?? name)
    }
    var feeling: String { say("Hoe is het daar?", "How is it there?") }
    var theme: String { say("Thema", "Theme") }
    var text: String { say("Wat wil je erover zeggen?", "What do you want to say about it?") }
    var textHint: String { say("Noem geen namen of nummers van mensen.", "Do not give names or numbers of people.") }
    var empty: String { say("Schrijf iets op", "Write something") }
    var spoken: String { say("In welke taal schrijf je?", "In which language do you write?") }
    var readers: String { say("Wie mag het lezen?", "Who may read it?") }
    var everyone: String { say("Iedereen, zonder mijn naam", "Everyone, without my name") }
    var team: String { say("Alleen het team van dit gesprek", "Only the team of this conversation") }
    var choose: String { say("Kies een antwoord", "Choose an answer") }
    var helping: String { say("Typ je dit voor iemand anders?", "Do you type this for somebody else?") }
    var helpingYes: String { say("Ja, die persoon zit naast mij", "Yes, that person is with me") }
    var send: String { say("Verstuur", "Send") }
    var thanks: String { say("Dank je wel voor je plek", "Thank you for your place") }

    func exactness(_ exactness: Place.Exactness) -> String {
        switch exactness {
        case .point: say("tot op 10 meter", "to 10 metres")
        case .square: say("een vak van de kaart", "a square of the map")
        case .cell: say("een vak van 100 meter", "a square of 100 metres")
        case .part: say("een deel van de buurt", "a part of the neighbourhood")
        case .words: say("alleen in woorden", "in words alone")
        }
    }
}
