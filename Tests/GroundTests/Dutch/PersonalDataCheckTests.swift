import Testing

@testable import Dutch

@Suite("Personal data in a text")
struct PersonalDataCheckTests {
    /// In the group, and listed by who brought the case.
    private static let names = ["Anke Verbruggen", "Chaima el Idrissi", "Jean-Paul van der Zwaluw", "Güven Öztürk", "Wubbo Dijkhuizen", "Oma Sien"]

    /// Lines with one thing planted in each; between the bars is what must be marked.
    private static let planted: [(PersonalDataCheck.Kind, String)] =
        names(of: [
            "|Anke| belde ons gisteren.", "Volgens |Verbruggen| lag het aan de tijd.", "Wij vroegen het aan |Chaima| zelf.", "De brief was van |Idrissi|.",
            "|Jean-Paul| kwam later.", "Het plan van |Zwaluw| bleef liggen.", "|Güven| zei niets.", "Guven: wij spraken |Ozturk| op straat.",
            "|Wubbos| plan werkte.",
            "De tuin van |Dijkhuizen| was open.", "|ANKE| was boos.", "Bij |Sien| staat de deur open.", "|Wubbo's| idee was goed.",
            "Wij gingen met |anke| mee.",
        ]) + known + mails + telephones + addresses + numbers + dates + traits

    private static func names(of lines: [String]) -> [(PersonalDataCheck.Kind, String)] { lines.map { (.name, $0) } }

    private static let known = names(of: [
        "|Mevrouw Hoekstra| woont daar al lang.", "|Meneer Yilmaz| helpt in de tuin.", "Wij spraken |de heer Van Aalst| erover.", "|Dhr. Postma| belde.",
        "|Mw. De Groot| kwam niet.", "De |familie Bakkali| verhuist.", "|Dr. Kuipers| schreef een brief.", "|J. van Loon| tekende.",
        "|K.L. Brouwer| was erbij.",
        "|wethouder Terpstra| zegde steun toe.", "|burgemeester Alberda| opende het huis.", "Wij kozen |Fatima| als voorzitter.", "|Kees| regelde de sleutel.",
        "Daarna kwam |Marijke| langs.", "De zoon heet |Youssef|.", "|Mevr. Sietsma| gaf koffie.",
    ])

    private static let mails: [(PersonalDataCheck.Kind, String)] = [
        "Stuur het naar |k.jansen@voorbeeld.nl| graag.", "Mail |info@buurthuis-lindenmeer.example|.", "Adres: |Jan.Pieter+wijk@post.example.org|.",
        "Ze mailt met |naam_123@voorbeeld.nl|.", "Het is |wijkteam(at)voorbeeld.nl|.", "Bereik mij op |a@b.nl|.", "|IMAM@MOSKEE.EXAMPLE| antwoordt snel.",
        "Via |hulp @ voorbeeld.nl| kan ook.",
    ].map { (.mail, $0) }

    private static let telephones: [(PersonalDataCheck.Kind, String)] = [
        "Bel |06 12345678|.", "Bel |06-12345678|.", "Bel |0612345678|.", "Bel |026 1234567|.", "Bel |026-1234567|.", "Bel |+31 6 12345678|.",
        "Bel |+31612345678|.", "Bel |0031 6 12345678|.", "Bel |(026) 1234567|.", "Bel |06 12 34 56 78|.", "Bel |0573-123456|.", "Bel |06.12.34.56.78|.",
        "Bel |+32 470 12 34 56|.",
    ].map { (.telephone, $0) }

    private static let addresses: [(PersonalDataCheck.Kind, String)] = [
        "Hij woont op |6811 AB 12|.", "Hij woont op |6811AB 12|.", "Hij woont op |6811 AB, 12|.", "Het is |7001ab 5|.", "Het huis is |6811 AB nr. 7|.",
        "Zij woont in de |Kerkstraat 12|.", "Zij woont aan de |Burgemeester Vosstraat 3|.", "De tuin ligt aan de |Molenweg 101|.",
        "Op het |Marktplein 4| staat een bank.",
        "Bij |Lindelaan nr. 8| is het stil.", "De winkel zit aan de |Oude Gracht 9|.", "In de |Nieuwstraat 77| brandt licht.", "Ga naar |12, 6811 AB|.",
        "Aan de |Rijndijk 1| woont niemand meer.",
    ].map { (.address, $0) }

    /// Checked by hand: 111222333 and 123456782 pass the eleven test; the accounts are the examples of ISO 13616 and of banks.
    private static let numbers: [(PersonalDataCheck.Kind, String)] =
        [
            "Haar nummer is |111222333|.", "Haar nummer is |123456782|.", "Zijn BSN is |1112.22.333|.", "Zijn BSN is |123 45 6 782|.", "BSN: |123-45-6-782|.",
        ].map { (.citizenNumber, $0) }
        + [
            "Maak over op |NL91ABNA0417164300|.", "Maak over op |NL91 ABNA 0417 1643 00|.", "Maak over op |nl91abna0417164300|.",
            "De rekening is |BE68539007547034|.", "De rekening is |DE89 3704 0044 0532 0130 00|.", "Het is |GB29NWBK60161331926819|.",
        ].map { (.bankAccount, $0) }
        + ["De auto met kenteken |AB-12-34| stond er.", "Een bus, |12-ABC-3|, reed weg.", "Het kenteken |XX-123-Y| is bekend.", "Zij zag |GH-YT-12| staan."]
        .map { (.numberPlate, $0) }

    private static let dates: [(PersonalDataCheck.Kind, String)] = [
        "Zij is van |12-03-1961|.", "Hij kwam op |1/4/1999|.", "Zij is |geboren op 3 mei 1950|.", "Zijn |geboortedatum is 9 juni 1971|.",
        "Het was |31.12.1988|.",
        "|Geboren in 1943|, en nog actief.",
    ].map { (.birthDate, $0) }

    private static let traits: [(PersonalDataCheck.Kind, String)] = [
        "Een |87-jarige| man deed mee.", "Een vrouw van |93 jaar oud| kwam.", "Hij is |de enige imam| van het dorp.", "Zij is |de enige vrouwelijke huisarts|.",
        "Het is |het enige gezin| met vijf honden.", "Dat is de |oudste bewoner| van de flat.", "De |bekendste ondernemer| van de wijk hielp.",
        "Zij kreeg een |drieling|.", "Hij heeft een |zeldzame ziekte|.", "Zij zit |in een rolstoel|.", "Hij is |oud-burgemeester|.", "Zij is |transgender|.",
        "Hij draagt een |enkelband|.", "Hij kwam |uit de gevangenis|.", "Zij is |vluchteling uit| Eritrea.", "Twee |14-jarigen| waren erbij.",
        "Zij is |als enige vrouw| in het team begonnen.", "Hij heeft |kanker|.", "Na een |zelfdoding| in de straat werd het stil.",
        "De |rijkste familie| betaalde mee.",
    ].map { (.rareTrait, $0) }

    /// Text as it may be shared: about a place and what people do, without telling who.
    private static let clean: [String] = [
        "In een wijk met veel portieken kennen buren elkaar weinig.", "Wij begonnen met een soepavond op een vaste dag.",
        "Er kwamen 40 mensen, en later 65.", "Van de 120 woningen stonden er 14 leeg.", "Het kostte 2500 euro in 2024.",
        "Wij werken samen met de corporatie, het welzijnswerk en de school.", "De gemeente geeft ruimte en een klein budget.",
        "Wat werkt: een sleutel voor elke groep.", "Wat niet werkt: een brief zonder gezicht.", "Na drie maanden namen buren het over.",
        "De avond begint om 19.30 uur en duurt tot 21.00 uur.", "Wij vroegen 12 straten om mee te denken.", "In 2023 en 2024 deden we het opnieuw.",
        "De helft van de mensen kwam terug.", "Een moeder nam haar buurvrouw mee.", "Jongeren kozen zelf de kleur van de muur.",
        "Er was geen vergunning nodig voor de bankjes.", "De wijk heeft 4.510 inwoners.", "Op dinsdag is er koffie, op vrijdag soep.",
        "De straat ging een zomer dicht voor auto’s.", "Wij leerden: begin klein en blijf komen.", "Het park is nu schoon en druk.",
        "Elke groep had een eigen plek en een eigen kast.", "De vraag bleef: wie zorgt er in de winter voor?", "Mensen wilden eerst weten wat het oplevert.",
        "De afspraak is dat niemand alleen opruimt.", "Wij maakten een kaart van plekken waar mensen blijven staan.",
        "De school gaf de sleutel van het plein.", "Vijf groepen, drie plekken, één rooster.", "De kosten waren 15% lager dan gedacht.",
    ]

    private func split(_ line: String) throws -> (text: String, expected: String) {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        try #require(parts.count == 3)
        return (parts.joined(), String(parts[1]))
    }

    @Test("D-33: of at least 100 planted pieces of personal data at least 95 in 100 are marked")
    func planted() throws {
        let check = PersonalDataCheck(names: Self.names)
        #expect(Self.planted.count >= 100, "\(Self.planted.count)")
        var missed: [String] = []
        for (kind, line) in Self.planted {
            let (text, expected) = try split(line)
            let found = check.marks(in: text).contains { mark in
                // The place is right where the mark covers what was planted, or most of it; the kind may differ where two fit.
                let marked = String(text[mark.range])
                return marked.contains(expected) || (expected.contains(marked) && marked.count * 2 > expected.count)
            }
            if !found { missed.append("\(kind.rawValue): \(line)") }
        }
        let share = 1 - Double(missed.count) / Double(Self.planted.count)
        #expect(share >= 0.95, "\(share): \(missed)")
    }

    @Test("D-33: text that tells nothing of anybody has few false marks: at most 2 in 30 sentences")
    func falseMarks() {
        let check = PersonalDataCheck(names: Self.names)
        let marked = Self.clean.flatMap { line in check.marks(in: line).map { "\($0.kind.rawValue) \(line[$0.range]): \(line)" } }
        #expect(Self.clean.count == 30 && marked.count <= 2, "\(marked)")
    }

    @Test("D-33: the eleven test and the check of accounts take what is right and refuse what is one digit off")
    func checkDigits() {
        #expect(PersonalDataCheck.isCitizenNumber("111222333") && PersonalDataCheck.isCitizenNumber("123456782"))
        #expect(!PersonalDataCheck.isCitizenNumber("111222334") && !PersonalDataCheck.isCitizenNumber("123456789"))
        #expect(!PersonalDataCheck.isCitizenNumber("000000000") && !PersonalDataCheck.isCitizenNumber("12345678"))
        #expect(PersonalDataCheck.isBankAccount("NL91ABNA0417164300") && PersonalDataCheck.isBankAccount("BE68 5390 0754 7034"))
        #expect(!PersonalDataCheck.isBankAccount("NL92ABNA0417164300") && !PersonalDataCheck.isBankAccount("NL91ABNA"))
        let check = PersonalDataCheck()
        #expect(check.marks(in: "Er waren 111222334 stappen.").isEmpty)
        #expect(check.marks(in: "Code NL92ABNA0417164300 is geen rekening.").allSatisfy { $0.kind != .bankAccount })
    }

    @Test("D-33: the check marks and never rewrites; marks do not overlap and come in the order of the text")
    func marks() {
        let text = "Mevrouw Hoekstra (06-12345678) woont in de Kerkstraat 12, mail k.hoekstra@voorbeeld.nl."
        let marks = PersonalDataCheck().marks(in: text)
        #expect(marks.map(\.kind) == [.name, .telephone, .address, .mail])
        #expect(zip(marks, marks.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
        #expect(PersonalDataCheck().marks(in: "").isEmpty)
        // A name of two letters that are a word as well is no name.
        #expect(PersonalDataCheck(names: ["de la Fuente"]).marks(in: "Zij zei de waarheid.").isEmpty)
    }
}
