/// The shapes of personal data in Dutch texts.
enum PersonalDataPatterns {
    struct Pattern: Sendable {
        let make: @Sendable () -> Regex<AnyRegexOutput>
        let accepts: @Sendable (String) -> Bool

        var regex: Regex<AnyRegexOutput> { make() }

        init(_ make: @escaping @Sendable () -> Regex<AnyRegexOutput>, accepts: @escaping @Sendable (String) -> Bool = { _ in true }) {
            self.make = make
            self.accepts = accepts
        }
    }

    static let all: [(PersonalDataCheck.Kind, Pattern)] = numbers + addresses + dates + names + traits

    private static let numbers: [(PersonalDataCheck.Kind, Pattern)] = [
        (.mail, Pattern { Regex(/[A-Za-z0-9._%+\-]+\s?(?:@|\(at\)|\[at\])\s?[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+/) }),
        // Of the Netherlands by its own length: the general shape would take in the words behind it.
        (.bankAccount, Pattern({ Regex(/\b[Nn][Ll]\d{2}[ \-]?(?:[A-Za-z][ \-]?){4}\d(?:[ \-]?\d){9}\b/) }, accepts: PersonalDataCheck.isBankAccount)),
        (.bankAccount, Pattern({ Regex(/\b[A-Za-z]{2}\d{2}(?:[ \-]?[A-Za-z0-9]){11,30}\b/) }, accepts: PersonalDataCheck.isBankAccount)),
        (.citizenNumber, Pattern({ Regex(/\b\d{3}[ .\-]?\d{2}[ .\-]?\d[ .\-]?\d{3}\b/) }, accepts: PersonalDataCheck.isCitizenNumber)),
        (.citizenNumber, Pattern({ Regex(/\b\d{4}[ .\-]\d{2}[ .\-]\d{3}\b/) }, accepts: PersonalDataCheck.isCitizenNumber)),
        (
            .telephone,
            Pattern({ Regex(/(?:\+\d{2}|\b00\d{2}|\b\(?0\d{1,3}\)?)(?:[ \-.\/()]{0,2}\d){6,11}\b/) }, accepts: PersonalDataCheck.isTelephone)
        ),
        // The series of number plates, by where their letters and digits stand.
        (.numberPlate, Pattern { Regex(/\b(?:[A-Z]{2}-\d{2}-(?:\d{2}|[A-Z]{2})|\d{2}-(?:\d{2}-[A-Z]{2}|[A-Z]{2}-(?:\d{2}|[A-Z]{2})))\b/) }),
        (.numberPlate, Pattern { Regex(/\b(?:[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2})\b/) }),
    ]

    /// Postcode with house number in either order, and street with house number.
    private static let addresses: [(PersonalDataCheck.Kind, Pattern)] = [
        (.address, Pattern { Regex(/\b[1-9]\d{3}(?: ?[A-Z]{2}|[a-z]{2})\b[ ,]{0,2}(?:nr\.? ?|nummer )?\d{1,5}\b/) }),
        (.address, Pattern { Regex(/\b\d{1,5}(?: ?[a-zA-Z])?[ ,]{1,3}[1-9]\d{3} ?[A-Z]{2}\b/) }),
        (
            .address,
            Pattern { Regex(/\b\p{Lu}[\p{L}'’\-]*(?: \p{L}[\p{L}'’\-]*){0,2}(?:straat|laan|weg|plein|dijk|gracht|kade|singel)(?: nr\.?| nummer)? \d{1,5}\b/) }
        ),
        (
            .address,
            Pattern {
                Regex(/\b\p{Lu}[\p{L}'’\-]*(?: \p{L}[\p{L}'’\-]*){0,2}(?:hof|pad|steeg|plantsoen|park|dreef|ring|wal|markt)(?: nr\.?| nummer)? \d{1,5}\b/)
            }
        ),
        (.address, Pattern { Regex(/\b\p{Lu}[\p{L}'’\-]*(?:straat|laan|weg|plein|dijk|gracht|kade|singel)(?: nr\.?| nummer)? \d{1,5}\b/) }),
        (.address, Pattern { Regex(/\b\p{Lu}[\p{L}'’\-]*(?:hof|pad|steeg|plantsoen|dreef)(?: nr\.?| nummer)? \d{1,5}\b/) }),
        (.address, Pattern { Regex(/\b\p{Lu}\p{L}+ (?:Straat|Laan|Weg|Plein|Dijk|Gracht|Kade|Singel|Hof|Pad|Steeg|Dreef|Markt)(?: nr\.?)? \d{1,5}\b/) }),
    ]

    /// A day of birth, and any day written in numbers with a year of a lifetime.
    private static let dates: [(PersonalDataCheck.Kind, Pattern)] = [
        (.birthDate, Pattern { Regex(/\b(?:0?[1-9]|[12]\d|3[01])[\-\/.](?:0?[1-9]|1[0-2])[\-\/.](?:19|20)\d{2}\b/) }),
        (.birthDate, Pattern { Regex(/\b(?:[Gg]eboren|[Gg]eboortedatum|[Jj]arig)\b[^.\n]{0,25}\d{1,4}/) }),
    ]

    /// A name behind a title or an office, and a surname behind initials.
    private static let names: [(PersonalDataCheck.Kind, Pattern)] = [
        (.name, Pattern { Regex(/\b(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?) (?:[A-Z]\. ?)*(?:(?:[Vv]an|[Dd]e[nr]?|[Tt]e[nr]|[Ee]l|[Aa]l) )*\p{Lu}[\p{L}'’\-]+/) }),
        (.name, Pattern { Regex(/\b(?:[Mm]eneer|[Dd]e heer|[Dd]hr\.?) (?:[A-Z]\. ?)*(?:(?:[Vv]an|[Dd]e[nr]?|[Tt]e[nr]|[Ee]l|[Aa]l) )*\p{Lu}[\p{L}'’\-]+/) }),
        (.name, Pattern { Regex(/\b(?:[Ff]amilie|[Ff]am\.) (?:(?:[Vv]an|[Dd]e[nr]?|[Tt]e[nr]|[Ee]l|[Aa]l) )*\p{Lu}[\p{L}'’\-]+/) }),
        (
            .name,
            Pattern { Regex(/\b(?:[Dd]r|[Dd]rs|[Ii]r|[Mm]r|[Pp]rof)\. (?:[A-Z]\. ?)*(?:(?:[Vv]an|[Dd]e[nr]?|[Tt]e[nr]|[Ee]l|[Aa]l) )*\p{Lu}[\p{L}'’\-]+/) }
        ),
        (
            .name,
            Pattern {
                Regex(/\b(?:[Zz]uster|[Dd]ominee|[Ii]mam|[Ww]ethouder|[Bb]urgemeester) (?:(?:[Vv]an|[Dd]e[nr]?|[Tt]e[nr]|[Ee]l|[Aa]l) )*\p{Lu}[\p{L}'’\-]+/)
            }
        ),
        (.name, Pattern { Regex(/\b(?:[A-Z]\. ?){1,4}(?:(?:van|de|den|der|ten|ter) )*\p{Lu}[\p{L}'’\-]{2,}/) }),
    ]

    /// What one person in a neighbourhood is known by.
    private static let traits: [(PersonalDataCheck.Kind, Pattern)] = [
        (.rareTrait, Pattern { Regex(/\b\d{1,3}[ \-]?(?:jarige?n?|jaar oud)\b/) }),
        (.rareTrait, Pattern { Regex(/\b(?:[Dd]e|[Hh]et|[Aa]ls) enige (?:\p{L}+ )?(?:vrouw|man|jongen|meisje|gezin|kind|moeder|vader|familie|raadslid)\b/) }),
        (.rareTrait, Pattern { Regex(/\b(?:[Dd]e|[Hh]et|[Aa]ls) enige (?:\p{L}+ )?(?:bewoner|bewoonster|inwoner|ondernemer|statushouder|vluchteling)\b/) }),
        (.rareTrait, Pattern { Regex(/\b(?:[Dd]e|[Hh]et|[Aa]ls) enige (?:\p{L}+ )?(?:winkel|arts|huisarts|imam|dominee|school)\b/) }),
        (
            .rareTrait,
            Pattern {
                Regex(/\b(?:[Oo]udste|[Ll]angste|[Bb]ekendste|[Rr]ijkste|[Jj]ongste) (?:inwoner|bewoner|bewoonster|vrouw|man|familie|gezin|ondernemer|boer)\b/)
            }
        ),
        (.rareTrait, Pattern { Regex(/\b(?:[Dd]rieling|[Vv]ierling|[Tt]ransgender|[Tt]ransvrouw|[Tt]ransman|[Zz]eldzame? (?:ziekte|aandoening))\b/) }),
        (.rareTrait, Pattern { Regex(/\b(?:(?:in een|de) rolstoel|[Bb]lind geboren|[Ee]én been|[Ee]én arm|[Hh]iv|[Kk]anker|ALS)\b/) }),
        (.rareTrait, Pattern { Regex(/\b(?:[Oo]ud-(?:burgemeester|wethouder|voetballer)|[Zz]ij-instromer uit|[Aa]sielzoeker uit|[Vv]luchteling uit)\b/) }),
        (.rareTrait, Pattern { Regex(/\b(?:[Vv]eroordeeld|[Ee]nkelband|[Pp]rostituee|[Ss]ekswerker|[Uu]it de gevangenis|[Zz]elfmoord|[Zz]elfdoding)\b/) }),
    ]
}

/// First names that many people in the Netherlands have; not those that are common words too. Only as a sign to look at.
enum CommonNames {
    static let first: Set<String> = Set(
        """
        johannes johanna maria willem wilhelmina cornelis cornelia hendrik hendrika pieter petronella gerrit gerritje jacobus jacoba adriana elisabeth
        anna anneke annemarie annemiek anouk antoon arjan arie astrid bas bart beatrix bernard bianca bob bram brigitte carla carolien chantal charlotte
        chris christa christine claudia coen daan daniel danielle david debbie demi dennis diana dick dirk dylan edwin eefje ellen els elly emma eric erik
        erwin esmee esther eva evelien fatima fatma femke finn floor floris frank frans fred frits gijs hanneke hannah hans harrie hassan helena henk henny
        herman ibrahim ilse inge ingrid irene iris isabel ivo jaap jacqueline jan janneke jasmijn jasper jeroen jesse jessica jet jeannette joep johan jolanda
        joost joris jos josephine joyce judith julia jurgen karel karin kees kevin khadija kim klaas koen lars laura lieke lies linda lisa lotte lucas luuk
        maaike maarten marc marcel margriet marieke marijke marion marjan marjolein mark marleen marloes martijn martin mathilde matthijs max mehmet melissa
        merel michael michelle mieke milan miriam mirjam mohammed mohamed monique mustafa myrthe nadia natasja nicole niels nienke nina noa noah olga omar
        patricia patrick paul paula peter petra pim piet pleun ralf ramon raymond renate rene richard rick robert robin roel ronald rosa ruben ruud sabine
        sander sandra sanne sara saskia sebastiaan silvia simone sjaak sjoerd sofie sonja stefan stephanie steven sven sylvia tamara tess thea theo thijs
        thomas tijmen timo tineke tjeerd tom toos truus vera victor vincent wendy wesley wessel wietse willemijn wilma wim wouter yasmin yasmina youssef yvonne
        zeynep
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
