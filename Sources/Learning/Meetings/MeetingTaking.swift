import Core
import SQL
import Web

/// How many places of a meeting or a subgroup are taken, and how many people wait. The maximum stands with the thing itself.
package struct Places: Sendable, Hashable {
    package struct Pool: Sendable, Hashable {
        /// Registered, open offers and unused, unexpired reservations together.
        package let used: Int
        package let waiting: Int

        package init(used: Int, waiting: Int) {
            self.used = used
            self.waiting = waiting
        }

        package static let empty = Pool(used: 0, waiting: 0)

        /// - Parameter capacity: nil for no limit
        /// - Returns: nil for no limit; never below 0, for a capacity may be lowered below what is used
        package func left(of capacity: Int?) -> Int? { capacity.map { max(0, $0 - used) } }
    }

    /// In the place, or online where the meeting is only there; of a subgroup all.
    package let main: Pool
    /// Online, where both are possible; else empty.
    package let online: Pool

    package init(_ main: Pool, online: Pool = .empty) {
        self.main = main
        self.online = online
    }

    package static let none = Places(.empty)
}

/// Something of a meeting that those who registered must know, or that makes places free.
package struct MeetingChange: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Became public.
        case announced
        /// Its definitive programme is there (MTG-19).
        case definitive
        /// Other hours.
        case hours
        /// Another place, address or form.
        case place
        /// Another link to join by.
        case link
        /// Another capacity: places may have come free.
        case capacity
        /// Registration opens or closes at another moment.
        case registration
        case cancelled
    }

    package let kinds: Set<Kind>
    package let before: Meeting
    package let after: Meeting
    /// Why, in the organiser's words; empty where they gave none.
    package let reason: String

    package init(_ kinds: Set<Kind>, before: Meeting, after: Meeting, reason: String = "") {
        self.kinds = kinds
        self.before = before
        self.after = after
        self.reason = reason
    }
}

/// What someone wrote that they need, for the list beside the programme (AGD-11). Without names.
package struct NeedLine: Sendable, Hashable {
    /// Permanent: an item of the programme can say that it answers this one.
    package let id: Identifier
    package let text: String
    /// Key of the theme it was put under; nil for none.
    package let theme: String?

    package init(id: Identifier, text: String, theme: String? = nil) {
        self.id = id
        self.text = text
        self.theme = theme
    }
}

/// What meetings want of registration. Given as closures, so that either lands without the other.
package struct MeetingTaking: Sendable {
    /// Of meetings and of subgroups, by id; those where nothing is taken may be missing. Asked for every page with meetings.
    package let counts: @Sendable (_ things: [Identifier]) async throws -> [Identifier: Places]
    /// Called inside the write transaction, after the meeting was written and before the event: mails the registered, offers places that came free.
    package let changed: @Sendable (_ change: MeetingChange, _ origin: Origin, _ transaction: Transaction) throws -> Void
    /// The needs that were given at registration, the oldest first.
    package let needs: @Sendable (_ meeting: Identifier) async throws -> [NeedLine]
    /// Where one registers for a meeting; nil where nobody can.
    package let form: @Sendable (_ meeting: Identifier) -> PageAddress?
    /// Where one registers for all meetings of a series at once (MTG-06).
    package let seriesForm: @Sendable (_ part: Identifier) -> PageAddress?
    /// Where organisers see who comes.
    package let list: @Sendable (_ meeting: Identifier) -> PageAddress?

    package init(
        counts: @escaping @Sendable ([Identifier]) async throws -> [Identifier: Places],
        changed: @escaping @Sendable (MeetingChange, Origin, Transaction) throws -> Void,
        needs: @escaping @Sendable (Identifier) async throws -> [NeedLine],
        form: @escaping @Sendable (Identifier) -> PageAddress?, seriesForm: @escaping @Sendable (Identifier) -> PageAddress?,
        list: @escaping @Sendable (Identifier) -> PageAddress?
    ) {
        self.counts = counts
        self.changed = changed
        self.needs = needs
        self.form = form
        self.seriesForm = seriesForm
        self.list = list
    }

    /// A site where nobody can register.
    package static let none = MeetingTaking(
        counts: { _ in [:] }, changed: { _, _, _ in }, needs: { _ in [] }, form: { _ in nil }, seriesForm: { _ in nil }, list: { _ in nil })
}
