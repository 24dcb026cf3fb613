/// Words of advertising, with the points that each gives. Two different ones make doubt; one alone may stand in any letter.
enum ContactPhrases {
    /// - Parameter folded: small letters without decoration
    static func points(of folded: String) -> Int {
        let text = plain(folded), digits = plain(letters(folded))
        return all.reduce(0) { sum, phrase in
            let wanted = " " + phrase.words + " "
            return sum + (text.contains(wanted) || digits.contains(wanted) ? phrase.points : 0)
        }
    }

    /// Words with one space between them.
    private static func plain(_ text: String) -> String {
        var words = " "
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) { words.unicodeScalars.append(scalar) } else if words.last != " " { words += " " }
        }
        return words + " "
    }

    /// Digits and signs that stand for letters.
    private static func letters(_ text: String) -> String {
        let meant: [Character: Character] = ["0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"]
        return String(text.map { meant[$0] ?? $0 })
    }

    /// Written by what the shipped set holds; every honest letter of the other set stays below the doubt.
    private static let all: [(words: String, points: Int)] = [
        ("seo", 3), ("backlinks", 3), ("backlink", 3), ("link building", 3), ("linkbuilding", 3), ("guest post", 3), ("guest posts", 3), ("sponsored post", 3),
        ("gastblog", 3), ("gastartikel", 2), ("domain authority", 3), ("domain rating", 2), ("search engine", 2), ("zoekmachine", 2), ("zoekmachines", 2),
        ("first page of google", 4), ("top of google", 3), ("rank on google", 4), ("google ranking", 3), ("google rankings", 3), ("hoger in google", 4),
        ("bovenaan in google", 4), ("eerste pagina van google", 4), ("vindbaarheid", 2), ("your website", 1), ("your site", 1), ("jullie website", 1),
        ("uw website", 1), ("website traffic", 3), ("organic traffic", 3), ("more traffic", 3), ("meer bezoekers", 2), ("web design", 2), ("webdesign", 2),
        ("website redesign", 3), ("nieuwe website laten maken", 3), ("app development", 2), ("digital marketing", 3), ("social media marketing", 3),
        ("online marketing", 2), ("marketingbureau", 2), ("lead generation", 3), ("more leads", 3), ("meer leads", 3), ("qualified leads", 3),
        ("meer klanten", 2), ("email list", 3), ("email database", 3), ("mailing list", 2), ("bulk email", 3), ("adressenbestand", 2),
        ("free audit", 3), ("free quote", 2), ("gratis analyse", 2), ("vrijblijvend gesprek", 2), ("vrijblijvende offerte", 2), ("special offer", 3),
        ("limited time", 2), ("limited offer", 3), ("act now", 2), ("discount", 2), ("korting", 1), ("best price", 2), ("our services", 1), ("click here", 2),
        ("click the link", 2), ("klik hier", 2), ("klik op de link", 2), ("casino", 2), ("online casino", 3), ("slots", 2), ("free spins", 4), ("bonus", 1),
        ("betting", 2), ("jackpot", 2), ("crypto", 2), ("bitcoin", 2), ("btc", 2), ("ethereum", 2), ("forex", 3), ("trading signals", 3), ("investeer", 1),
        ("passive income", 3), ("passief inkomen", 3), ("earn money", 3), ("make money", 3), ("geld verdienen", 2), ("per day from home", 3),
        ("work from home", 1), ("financial freedom", 3), ("financiele vrijheid", 3), ("loan", 2), ("business loan", 3), ("instant loan", 3),
        ("lening zonder bkr", 4), ("snel geld lenen", 4), ("viagra", 4), ("cialis", 4), ("pharmacy", 2), ("weight loss", 3), ("keto", 2),
        ("afvallen zonder", 2),
        ("escort", 3), ("hot girls", 4), ("dating site", 3), ("sexy singles", 4), ("replica watches", 4), ("rolex", 2), ("louis vuitton", 2),
        ("dear sir or madam", 1), ("dear website owner", 3), ("dear business owner", 3), ("beste ondernemer", 1), ("beste webmaster", 2), ("dear webmaster", 2),
        ("i came across your", 2), ("i was browsing your", 2), ("i stumbled upon your", 2), ("your contact form", 2), ("contact form blasting", 4),
        ("uw contactformulier", 2), ("unsubscribe", 2), ("opt out", 2), ("to stop receiving", 3), ("uitschrijven", 1), ("whatsapp me", 2), ("telegram", 2),
        ("inheritance", 3), ("next of kin", 3), ("million dollars", 3), ("million usd", 3), ("erfenis van", 2), ("beneficiary", 3), ("bank transfer", 1),
        ("wire transfer", 2), ("you have won", 3), ("gefeliciteerd u heeft gewonnen", 4), ("lottery", 2), ("iphone gewonnen", 4), ("gift card", 2),
        ("virtual assistant", 2), ("outsourcing", 2), ("explainer video", 3), ("ai chatbot for your", 3), ("copyright infringement", 2), ("buy now", 2),
        ("koop nu", 2), ("buy followers", 4), ("followers", 1), ("volgers kopen", 4), ("zonnepanelen aanbieding", 3), ("energiecontract aanbieding", 3),
    ]
}
