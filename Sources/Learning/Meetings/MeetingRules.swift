import Core

/// What may be written of a meeting, and what a change of it means. Pure.
package enum MeetingRules {
    /// What can be wrong with the facts of a meeting.
    package enum Fault: Error, Sendable, Hashable, CaseIterable {
        case title
        /// Ends before it starts, or lasts longer than two weeks.
        case hours
        /// Opens after it closes.
        case opening
        /// Closes after the end.
        case closing
        case capacity
        /// No link that starts with https.
        case link
        /// A closed circle that is for everyone.
        case circle
        /// Words or a number of minutes that are too long.
        case text
    }

    /// The longest that a meeting can last: two weeks.
    package static let longest: Int64 = 14 * 86_400_000
    /// The most who can come.
    package static let most = 100_000

    /// The first thing that is wrong; nil for facts that can be kept.
    package static func fault(_ facts: Meeting.Facts) -> Fault? {
        if !fits(facts.title, 1...200) { return .title }
        if facts.endsAt <= facts.startsAt || facts.endsAt - facts.startsAt > longest { return .hours }
        if facts.closing > facts.endsAt { return .closing }
        if let opens = facts.opensAt, opens >= facts.closing { return .opening }
        for capacity in [facts.capacity, facts.onlineCapacity].compactMap(\.self) where !(1...most).contains(capacity) { return .capacity }
        if !facts.joinLink.isEmpty && !isLink(facts.joinLink) { return .link }
        if facts.isClosedCircle && facts.audience.isEmpty { return .circle }
        let words = [(facts.subject, 200), (facts.purpose, 4000), (facts.place, 200), (facts.address, 300), (facts.price, 200)]
        return words.allSatisfy { fits($0.0, 0...$0.1) } && (0...1440).contains(facts.preparation) ? nil : .text
    }

    /// As the engines count: by code points. NUL ends a text in SQLite and is refused by PostgreSQL.
    static func fits(_ text: String, _ length: ClosedRange<Int>) -> Bool {
        length.contains(text.unicodeScalars.count) && !text.unicodeScalars.contains("\0")
    }

    /// An address that a browser can open safely.
    package static func isLink(_ text: String) -> Bool {
        text.hasPrefix("https://") && (12...2000).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x3C }
    }

    /// Without what its form has no use for: a place where it is only online, a link where it is not.
    package static func tidy(_ facts: Meeting.Facts) -> Meeting.Facts {
        var facts = facts
        switch facts.form {
        case .online: (facts.place, facts.address, facts.onlineCapacity) = ("", "", nil)
        case .physical: (facts.joinLink, facts.onlineCapacity) = ("", nil)
        case .both: break
        }
        return facts
    }

    /// What changes for who registered.
    package static func kinds(from before: Meeting.Facts, to after: Meeting.Facts) -> Set<MeetingChange.Kind> {
        var kinds: Set<MeetingChange.Kind> = []
        if before.startsAt != after.startsAt || before.endsAt != after.endsAt { kinds.insert(.hours) }
        if before.form != after.form || before.place != after.place || before.address != after.address { kinds.insert(.place) }
        if before.joinLink != after.joinLink { kinds.insert(.link) }
        if before.capacity != after.capacity || before.onlineCapacity != after.onlineCapacity || before.form != after.form { kinds.insert(.capacity) }
        if before.opensAt != after.opensAt || before.closing != after.closing { kinds.insert(.registration) }
        return kinds
    }

    /// Days before the start by which the programme should be definitive, so that people know what they come for (MTG-19).
    package static let definitiveDays = 7
    /// Days before the start at which its organiser is reminded of that.
    package static let reminderDays = [14, 10]

    /// What an organiser should know of the programme of an announced meeting.
    package enum Reminder: String, Sendable, Hashable, CaseIterable {
        /// Within 14 days.
        case early
        /// Within 10 days.
        case soon
        /// Less than 7 days: too late to be in time.
        case late
    }

    /// Nil while there is time, and for a meeting that needs none.
    package static func reminder(_ meeting: Meeting, at now: Int64) -> Reminder? {
        let day: Int64 = 86_400_000, left = meeting.facts.startsAt - now
        guard meeting.publication == .announced, left > 0 else { return nil }
        if left < Int64(definitiveDays) * day { return .late }
        if left <= Int64(reminderDays[1]) * day { return .soon }
        return left <= Int64(reminderDays[0]) * day ? .early : nil
    }
}
