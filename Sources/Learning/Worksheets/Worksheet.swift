import Core

/// Questions that help people think about their own practice, with a meeting or one item of its programme (MTG-18).
package struct Worksheet: Sendable, Hashable {
    package let id: Identifier
    package let meeting: Identifier
    package let facts: Facts
    /// Milliseconds since 1970.
    package let addedAt: Int64

    package init(id: Identifier, meeting: Identifier, facts: Facts, addedAt: Int64) {
        self.id = id
        self.meeting = meeting
        self.facts = facts
        self.addedAt = addedAt
    }

    /// What its organisers write.
    package struct Facts: Sendable, Hashable {
        package var title: String
        package var intro: String
        /// 1 to 8, in their order.
        package var questions: [String]
        /// The item of guided application that it belongs to; nil for the meeting as a whole.
        package var item: Identifier?

        package init(title: String, intro: String = "", questions: [String], item: Identifier? = nil) {
            self.title = title
            self.intro = intro
            self.questions = questions
            self.item = item
        }
    }

    /// Who reads a filled sheet besides its owner.
    package enum Sharing: String, Sendable, Hashable, CaseIterable {
        /// Nobody: as it begins, and as it is again when taken back.
        case nobody = "zelf"
        /// Who facilitates the meeting; not the administrators of the site.
        case facilitator = "begeleider"
        /// Everyone who is registered for the meeting, or for another of its series.
        case circle = "kring"
        case everyone = "openbaar"
    }
}

/// What one participant wrote. Of nobody but its owner until they share it.
package struct FilledSheet: Sendable, Hashable {
    package let id: Identifier
    package let worksheet: Identifier
    /// Through which its owner takes part.
    package let registration: Identifier
    /// The account of its owner; nil for someone without one.
    package let person: Identifier?
    /// One for each question; empty where nothing was written.
    package let answers: [String]
    package let sharing: Worksheet.Sharing
    /// Under which name it is shared; empty for none.
    package let shownName: String
    /// How often it was saved.
    package let version: Int
    /// Milliseconds since 1970.
    package let changedAt: Int64

    package var isEmpty: Bool { answers.allSatisfy(\.isEmpty) }
}

/// What may be written on a worksheet. Pure.
package enum WorksheetRules {
    package static let questions = 1...8
    static let titleLimit = 200
    static let introLimit = 2000
    static let questionLimit = 500
    package static let answerLimit = 4000
    /// Minutes before the start from which people can write: who is early can begin.
    static let early: Int64 = 15
    /// Days after the meeting, and after the first words, that a sheet is mailed to its owner.
    package static let mailDays: Int64 = 28

    /// - Returns: whether these facts can be kept
    package static func fits(_ facts: Worksheet.Facts) -> Bool {
        MeetingRules.fits(facts.title, 1...titleLimit) && MeetingRules.fits(facts.intro, 0...introLimit) && questions.contains(facts.questions.count)
            && facts.questions.allSatisfy { MeetingRules.fits($0, 1...questionLimit) }
    }

    /// From when people can write, milliseconds since 1970.
    package static func opensAt(_ meeting: Meeting.Facts) -> Int64 { meeting.startsAt - early * 60_000 }
}
