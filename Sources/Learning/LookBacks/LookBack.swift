import Core
import Mail
import People

/// What came of a meeting: what one can do tomorrow, a text for every part of the programme, points of attention and figures (TER-01).
///
/// This is the working text. What readers see are editions of it, which stay as they were.
package struct LookBack: Sendable, Hashable {
    package let id: Identifier
    package let meeting: Identifier
    package let facts: Facts
    /// Whose name stands with it; nil for nobody, and for someone who was erased.
    package let author: Identifier?
    /// The day by which it should be public.
    package let due: CivilDay
    /// Goes up with every change of ``facts``.
    package let version: Int
    /// All that was ever said of it, the oldest first.
    package let steps: [LookBackStep]

    /// What the facilitator writes of the whole.
    package struct Facts: Sendable, Hashable {
        /// What you can do tomorrow (AGD-15).
        package var tomorrow: String
        package var main: String
        /// About the writer (TER-06).
        package var aboutAuthor: String

        package init(tomorrow: String = "", main: String = "", aboutAuthor: String = "") {
            self.tomorrow = tomorrow
            self.main = main
            self.aboutAuthor = aboutAuthor
        }
    }

    package enum State: String, Sendable, Hashable, CaseIterable {
        case generated = "gemaakt"
        /// Every leader wrote their part.
        case written = "geschreven"
        case joined = "samengevoegd"
        case published = "gepubliceerd"
        case revised = "herzien"

        package var name: Localized {
            switch self {
            case .generated: Localized(nl: "Klaargezet", en: "Prepared")
            case .written: Localized(nl: "Delen geschreven", en: "Parts written")
            case .joined: Localized(nl: "Samengevoegd", en: "Joined")
            case .published: Localized(nl: "Gepubliceerd", en: "Published")
            case .revised: Localized(nl: "Herzien", en: "Revised")
            }
        }
    }

    package var state: State { steps.last?.state ?? .generated }

    package var isPublic: Bool { state == .published || state == .revised }

    /// Whether leaders can still write: until the facilitator joins what they wrote.
    package var takesPieces: Bool { state == .generated || state == .written }

    package var publishedAt: Int64? { steps.first { $0.state == .published }?.at }

    /// Whether it should have been public by now.
    ///
    /// - Parameter now: milliseconds since 1970
    package func isLate(at now: Int64) -> Bool { !isPublic && AmsterdamTime(at: now).day > due }

    package var reference: ThingReference { ThingReference(.lookBack, id.description) }
}

/// Something that was said of a look-back: when, by whom, why.
package struct LookBackStep: Sendable, Hashable {
    package let state: LookBack.State
    /// Milliseconds since 1970.
    package let at: Int64
    /// Nil for what nobody did by hand, and for someone who was erased.
    package let by: Identifier?
    package let reason: String
}

/// What a look-back says of one item or subgroup of the programme (TER-02). Who spoke or led is asked of the programme itself.
package struct LookBackPiece: Sendable, Hashable {
    package let id: Identifier
    /// Of the programme.
    package let item: Identifier
    /// Nil for what all did together.
    package let subgroup: Identifier?
    package let topic: String
    /// What the programme asked or announced.
    package let asked: String
    package let text: Text
    /// Goes up with every change.
    package let version: Int
    /// Nil where nobody wrote it yet.
    package let writtenAt: Int64?

    package struct Text: Sendable, Hashable {
        package var outcome: String
        /// The steps one can take (CAS-05).
        package var steps: String
        package var works: String
        package var worksNot: String

        package init(outcome: String = "", steps: String = "", works: String = "", worksNot: String = "") {
            self.outcome = outcome
            self.steps = steps
            self.works = works
            self.worksNot = worksNot
        }

        package var isEmpty: Bool { outcome.isEmpty && steps.isEmpty && works.isEmpty && worksNot.isEmpty }
    }
}

/// A number that the look-back leans on, with where it comes from (TER-05).
package struct LookBackFigure: Sendable, Hashable {
    package struct Facts: Sendable, Hashable {
        package var label: String
        /// As it was said; never computed with.
        package var value: String
        package var unit: String
        package var period: String
        package var source: String
        /// `2026-11-12`: of the source.
        package var day: String

        package init(label: String, value: String, unit: String = "", period: String, source: String, day: String) {
            self.label = label
            self.value = value
            self.unit = unit
            self.period = period
            self.source = source
            self.day = day
        }
    }

    package let id: Identifier
    package let facts: Facts
}

/// Something to mind, with an address of its own, so that one can point to it (TER-03). Its words never change once they are public.
package struct AttentionPoint: Sendable, Hashable {
    package let id: Identifier
    package let lookBack: Identifier
    /// Its place in the look-back, from 1.
    package let number: Int
    package let words: String
    /// Milliseconds since 1970; nil while only its writers see it.
    package let publishedAt: Int64?
    package let withdrawnAt: Int64?
}

/// What readers see: the look-back as it was published one time.
package struct LookBackEdition: Sendable, Hashable {
    package let lookBack: Identifier
    /// From 1.
    package let number: Int
    /// Milliseconds since 1970.
    package let at: Int64
    /// Why it was revised; empty for the first.
    package let reason: String
    package let facts: LookBack.Facts
    package let author: Identifier?
    package let pieces: [LookBackPiece]
    package let figures: [LookBackFigure.Facts]
}

/// The rules of look-backs. Pure.
package enum LookBackRules {
    /// The most words of the main text: what the facilitator writes and the outcomes of the parts together.
    package static let mostWords = 600
    /// Working days after the meeting by which it should be public.
    package static let dueDays = 10
    static let mainLimit = 6000
    static let outcomeLimit = 3000
    static let listLimit = 1500
    static let pointLimit = 500

    package static func due(endsAt: Int64) -> CivilDay { WorkingDays.day(dueDays, after: AmsterdamTime(at: endsAt).day) }

    /// Words with a letter or digit, as people count them.
    package static func words(in text: String) -> Int {
        text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
    }

    package static func words(main: String, _ pieces: [LookBackPiece]) -> Int { pieces.reduce(words(in: main)) { $0 + words(in: $1.text.outcome) } }

    static func fits(_ text: LookBackPiece.Text) -> Bool {
        text.outcome.unicodeScalars.count <= outcomeLimit
            && [text.steps, text.works, text.worksNot].allSatisfy { $0.unicodeScalars.count <= listLimit }
    }

    static func fits(_ facts: LookBack.Facts) -> Bool {
        facts.main.unicodeScalars.count <= mainLimit && facts.tomorrow.unicodeScalars.count <= listLimit && facts.aboutAuthor.unicodeScalars.count <= 1000
    }
}
