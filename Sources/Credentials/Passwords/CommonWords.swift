/// Words that many passwords are made of, in Dutch and English: names, places, clubs, seasons, pets, and what people type when a form asks for a password.
enum CommonWords {
    /// UTF-8: lower case, without accents, two letters or more. Bytes, because texts are compared by their normal form, which takes far longer.
    static let all: Set<ArraySlice<UInt8>> = Set(Array(text.utf8).split { $0 == 0x20 || $0 == 0x0A })

    static let longest = all.reduce(0) { max($0, $1.count) }

    /// Three or more neighbours in an alphabet or on a keyboard, in either direction.
    static let runs: Set<ArraySlice<UInt8>> = Set(
        rows.flatMap { row in [row, row.reversed()] }.flatMap { row in
            row.indices.dropLast(2).flatMap { start in (start + 3...row.count).map { row[start..<$0] } }
        })

    /// Letters in the order of an alphabet or a keyboard.
    private static let rows: [[UInt8]] = [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertzuiop",
        "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "zaqxswcdevfrbgtnhymju", "!@#$%^&*()",
        "147258369", "159357", "13579", "24680",
    ].map { Array($0.utf8) }

    private static let text = """
        wachtwoord password passwort pass word geheim secret welkom welcome hallo hello hoi inloggen login toegang access admin administrator beheerder beheer
        root user gebruiker gast guest test tester testen demo proef default standaard master super computer laptop internet google facebook instagram twitter
        linkedin apple samsung windows microsoft office outlook excel android iphone nintendo playstation minecraft pokemon letmein iloveyou loveyou lover
        love liefde lief liefje lieverd schat schatje schatjes kusje knuffel trustno trust changeme verander nieuw nieuwe monkey aap dragon draak shadow
        sunshine princess prinses prins koning koningin queen king ninja superman batman spiderman starwars football voetbal baseball basketball hockey tennis
        soccer hond honden hondje kat katten poes poesje paard paarden pony konijn vogel tijger tiger leeuw lion beer wolf eagle adelaar dolfijn olifant
        snoopy garfield mickey minnie donald duck bloem bloemen roos rozen zon zonnetje maan ster sterren regenboog vlinder hemel engel angel heaven zomer
        herfst winter lente summer autumn spring voorjaar najaar januari februari maart april mei juni juli augustus september oktober november december
        january february march june july august october maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday
        saturday sunday vandaag morgen gisteren vakantie holiday kerst kerstmis christmas pasen sinterklaas verjaardag birthday feest party amsterdam
        rotterdam utrecht denhaag haag eindhoven groningen tilburg almere breda nijmegen arnhem enschede haarlem zaandam amersfoort apeldoorn hoofddorp
        maastricht leiden dordrecht zoetermeer zwolle deventer delft alkmaar heerlen venlo leeuwarden hilversum helmond oss roosendaal purmerend schiedam
        emmen hengelo gouda zeist lelystad assen middelburg gelderland brabant limburg friesland drenthe overijssel flevoland zeeland holland nederland
        netherlands dutch oranje europa europe belgie london paris berlin america canada ajax feyenoord psv vitesse twente heerenveen heracles willem sparta
        excelsior barcelona realmadrid madrid chelsea arsenal liverpool manchester united juventus formule max verstappen cruijff johan jan piet kees klaas
        henk hans peter paul pieter kevin dennis mark marco michel robert richard martin patrick thomas tim tom rick jeroen bas bart daan sem lucas levi finn
        noah luuk jesse bram milan thijs lars ruben sander stefan erik eric frank fred willemijn anna anne emma sophie sofie julia lisa laura sanne lotte eva
        femke iris fleur tess maria marieke mieke ingrid linda monique marjan petra jolanda esther chantal naomi melissa michelle jessica jennifer jordan
        ashley nicole daniel daniela andrea andrew anthony michael matthew joshua joseph charlie charles george william james david john jack harry hannah
        amanda samantha elizabeth victoria alex alexander alexandra robin sam nina mama mamma papa opa oma moeder vader mother father zus broer sister brother
        familie family gezin kind kinderen baby vriend vrienden vriendin friend friends forever altijd voor always never nooit samen together jij jou mij mijn
        my your the het een van met is ik you are was and niet not ons onze wij werk werken work school student docent leraar juf meester klas groep klant
        kantoor gemeente gemeentehuis raadhuis burgemeester wethouder ambtenaar wijk wijken buurt buurten straat dorp stad city dorpshuis leefkring leefbaar
        leefbaarheid provincie project team afdeling bedrijf zorg huisarts politie brandweer huis house thuis home tuin garden fiets bike auto car bmw
        mercedes audi volvo ferrari porsche toyota honda yamaha harley davidson corvette mustang camaro music muziek metallica nirvana slipknot beatles gitaar
        guitar piano dance dansen disco radio film movie chocolade chocolate koffie coffee thee kaas cheese pizza banaan banana appel orange peper pepper
        cookie koekje snoep candy bier wijn wine whisky rood blauw groen geel zwart wit roze paars red blue green yellow black white pink purple silver zilver
        goud gold golden diamond diamant ginger blondie hunter killer ranger soldier warrior phoenix thunder storm lightning fire water ocean zee strand beach
        berg mountain river freedom vrijheid vrede peace happy blij geluk lucky success power sterk strong sexy hottie cool lekker mooi mooie beautiful pretty
        flower butterfly rainbow whatever nothing something anything qwerty azerty qwertz asdf zxcv wasd abc xyz twee drie vier vijf zes zeven acht negen tien
        one two three four five six seven eight nine ten nul hundred thousand money geld euro bank pincode code jesus jezus christ god allah bless heer lord
        maker matrix magic merlin gandalf frodo potter hogwarts hermione naruto pikachu zelda mario luigi sonic star wars trek jedi yoda skywalker captain
        marvel avengers hulk joker barney homer simpson elvis presley eminem rihanna beyonce madonna justin bieber taylor swift
        """
}
