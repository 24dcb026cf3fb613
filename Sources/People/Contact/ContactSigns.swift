import Foundation

/// Something in a question that is seen more in advertising than in letters of people. One is never enough to refuse.
package enum ContactSign: String, Sendable, Hashable, CaseIterable {
    case hiddenField = "verborgen-veld"
    case links = "links"
    case linkInName = "link-in-naam"
    case markup = "opmaak"
    case headerWords = "mailkop"
    case hiddenLetters = "verborgen-letters"
    case mixedLetters = "gemengde-letters"
    case decoratedLetters = "sierletters"
    case advertising = "reclame"
    case placeholders = "invulwoorden"
    case repeated = "herhaald"
    case noWords = "geen-woorden"
    case manyAddresses = "veel-adressen"
    case sameEverywhere = "overal-hetzelfde"
    case otherLetters = "ander-schrift"
}

/// Looks for signs in the words of a question. Pure: the same words give the same points.
///
/// No sign looks at how well someone writes, at capitals or at anger. Another script than ours is no reason for doubt by itself: many neighbours write it.
enum ContactSigns {
    /// - Parameters:
    ///   - hidden: what was in the field that nobody can see
    ///   - repeats: how often the same words came from others in a day
    /// - Returns: points for each sign that is there
    static func points(of draft: ContactDraft, hidden: String, repeats: Int) -> [ContactSign: Int] {
        let lines = [draft.name, draft.subject, draft.phone ?? ""], all = lines.joined(separator: "\n") + "\n" + draft.body
        let folded = fold(all), links = links(in: fold(draft.body))
        let points: [ContactSign: Int] = [
            .hiddenField: hidden.isEmpty ? 0 : 6,
            .links: [0, 1, 2, 4, 5][min(links, 4)] + (links > 5 ? 5 : 0) + (isMostlyLinks(draft.body, links) ? 3 : 0),
            .linkInName: self.links(in: fold(draft.name)) > 0 || draft.name.contains("@") ? 6 : self.links(in: fold(draft.subject)) > 0 ? 3 : 0,
            .markup: holds(folded, "\\[(url|link|img)[=\\]]|<(a|script|img|iframe|b|h1|p|div|style|svg)\\b|</[a-z]{1,20}>|javascript:|onerror=") ? 5 : 0,
            .headerWords: headerWords(in: lines.joined(separator: "\n").lowercased()),
            .hiddenLetters: hiddenLetters(in: all), .mixedLetters: mixedWords(in: all), .decoratedLetters: decorated(all),
            .advertising: ContactPhrases.points(of: folded),
            .placeholders: holds(all, "\\{\\{?[A-Za-z_ ]{2,30}\\}\\}?|\\[(name|company|naam|bedrijf|website|domain|url)\\]|%[a-z_]{3,20}%|\\$\\{") ? 4 : 0,
            .repeated: min(repeats, 3) * 5, .noWords: noWords(draft) ? 4 : 0,
            .manyAddresses: addresses(in: folded) >= 3 ? 4 : 0,
            .sameEverywhere: draft.name.lowercased() == draft.subject.lowercased() && draft.name.lowercased() == draft.body.lowercased() ? 4 : 0,
            .otherLetters: otherLetters(in: draft.body),
        ]
        return points.filter { $0.value > 0 }
    }

    // MARK: Folding

    /// Letters as they are meant: small, without decoration and without signs that are not seen.
    static func fold(_ text: String) -> String {
        let plain = text.precomposedStringWithCompatibilityMapping.lowercased()
        return String(String.UnicodeScalarView(plain.unicodeScalars.filter { !isUnseen($0) }))
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B, 0x2060...0x2064, 0xFEFF, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Every repetition in a pattern is bounded, so that no text takes long.
    private static func holds(_ text: String, _ pattern: String) -> Bool { text.range(of: pattern, options: .regularExpression) != nil }

    private static func count(_ text: String, _ pattern: String) -> Int {
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return 0 }
        return expression.numberOfMatches(in: text, range: NSRange(text.startIndex..., in: text))
    }

    // MARK: Links and addresses

    /// Also those without `https://`: `www.voorbeeld.nl`, `voorbeeld.nl/pad`, and those taken apart: `voorbeeld [dot] nl`. Each counts once, to its end.
    private static func links(in text: String) -> Int {
        count(
            text, "(?:https?|hxxps?)://\\S+|www\\.\\S+|\\b[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,5}\\.[a-z]{2,10}/\\S+|\\[dot\\]|\\(dot\\)| dot com")
    }

    private static func isMostlyLinks(_ body: String, _ links: Int) -> Bool { links > 0 && body.split(whereSeparator: \.isWhitespace).count < 4 * links }

    private static func addresses(in text: String) -> Int { count(text, "[a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}\\.[a-z]{2,10}") }

    /// What belongs in the head of a mail and not in a name.
    private static func headerWords(in text: String) -> Int {
        holds(text, "(%0d|%0a|\\\\r|\\\\n|^|\\s)(b?cc|to|from|content-type|mime-version|reply-to|x-[a-z]+)\\s?:\\s?[^\\s@]+(@|/|[0-9])|%0[ad]") ? 6 : 0
    }

    // MARK: Letters

    private static func hiddenLetters(in text: String) -> Int {
        let unseen = text.unicodeScalars.filter(isUnseen)
        let turns = unseen.contains { (0x202A...0x202E).contains($0.value) && $0.value != 0x202A && $0.value != 0x202C }
        // One or two come along with pasting.
        return turns ? 4 : unseen.count >= 3 ? 4 : 0
    }

    /// Words in which Latin letters stand beside Cyrillic or Greek ones that look the same.
    private static func mixedWords(in text: String) -> Int {
        let words = text.split { !$0.isLetter }
        let mixed = words.filter { word in
            let scalars = word.unicodeScalars
            return scalars.contains { isLatin($0) } && scalars.contains { (0x370...0x52F).contains($0.value) && $0.value != 0x3BC }
        }
        return mixed.isEmpty ? 0 : mixed.count < 3 ? 4 : 7
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value) || (0xC0...0x24F).contains(scalar.value)
    }

    /// Letters that are mathematics or ornaments, and words with a sign between all letters.
    private static func decorated(_ text: String) -> Int {
        let odd = text.unicodeScalars.count { scalar in
            (0x1D400...0x1D7FF).contains(scalar.value) || (0xFF21...0xFF5A).contains(scalar.value) || (0x24B6...0x24E9).contains(scalar.value)
                || (0x1F130...0x1F189).contains(scalar.value)
        }
        return (odd >= 5 ? 5 : 0) + (holds(text, "(?<![\\p{L}])(?:\\p{L}[ .*_-]){5,40}\\p{L}(?![\\p{L}])") ? 4 : 0)
    }

    /// Scripts of which a whole letter is seldom meant for us; 2 points never raise doubt alone.
    private static func otherLetters(in text: String) -> Int {
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        let others = letters.count { !isLatin($0) && !(0x300...0x36F).contains($0.value) }
        return letters.count >= 10 && others * 10 > letters.count * 3 ? 2 : 0
    }

    /// One long run of letters that nobody says.
    private static func noWords(_ draft: ContactDraft) -> Bool {
        let words = draft.body.split(whereSeparator: \.isWhitespace)
        if words.count == 1, draft.body.count > 15, !draft.body.contains("@") { return true }
        let strange = words.count { word in
            word.count >= 8 && word.allSatisfy { $0.isASCII && $0.isLetter }
                && holds(String(word), "[a-z][A-Z].*[a-z][A-Z]|[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{7}")
        }
        return strange >= 1 && strange * 3 >= words.count
    }
}
