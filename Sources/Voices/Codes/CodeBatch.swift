import Core
import Web

/// Codes that were made together, to be handed out in one way.
package struct CodeBatch: Sendable, Hashable {
    package let id: Identifier
    package let conversation: Identifier
    package let purpose: Purpose
    /// How many were made; those that came in the place of another are not counted.
    package let amount: Int
    /// For who hands them out: `Letters of 1 October`.
    package let note: String
    /// Milliseconds since 1970.
    package let issuedAt: Int64

    package static let amounts = 1...20_000
    /// Most of one printable page.
    package static let mostCards = 200

    package enum Purpose: String, Sendable, Hashable, CaseIterable {
        case letters = "brieven"
        /// For addresses that are secret in the population register: no letter, counted apart.
        case byHand = "uitgereikt"
        case sheets = "werkbladen"
        case strips = "stroken"
    }

    /// What became of one code.
    package enum State: String, Sendable, Hashable, CaseIterable {
        case issued = "uitgegeven"
        case screen = "scherm"
        case paper = "papier"
        case returned = "retour"
        case replaced = "vervangen"
        case void = "vervallen"
    }

    /// One code as it is handed out: told once, and not kept.
    package struct Print: Sendable, Hashable {
        package let number: Int
        package let code: VoiceCode
    }
}

/// What was handed out, with its codes; the one moment that these are known.
package struct CodeIssue: Sendable, Hashable {
    package let batch: CodeBatch
    package let prints: [CodeBatch.Print]

    /// A file for who prints the letters. Opens in a spreadsheet as it is: no cell begins with a sign of a formula.
    ///
    /// - Parameter origin: of the site: `https://buurt.example.nl`; nil where it is not set
    package func file(origin: String?) -> [UInt8] {
        let site = (origin ?? "") + CodeRoute.enter(nil).address.url(in: .nl)
        var text = "\u{FEFF}nummer,code,adres,qr\r\n"
        for print in prints { text += "\(print.number),\(print.code.spaced),\(site),\(site)#\(print.code.description)\r\n" }
        return Array(text.utf8)
    }
}

/// Numbers as someone types them: `3, 7-9`.
enum CodeNumbers {
    /// - Returns: each once, in order; nil where it is not a list of numbers of codes
    static func parse(_ text: String) -> [Int]? {
        var numbers: Set<Int> = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isNewline }) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0.filter { !$0.isWhitespace }) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first >= 1, last >= first, last <= 40_000 else { return nil }
            numbers.formUnion(first...last)
        }
        return numbers.isEmpty ? nil : numbers.sorted()
    }
}
