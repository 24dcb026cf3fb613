import Core
import SQL

/// The municipalities that a boundary year knows here: all of the country, or those of a part.
package struct MunicipalityList: Sendable, Hashable {
    /// The boundary year; mergers are of 1 January.
    package let year: Int
    package let names: [AreaCode: String]

    /// There are 342 since 2023 and there have been more ever before; a province has 62 at most. So more than this is the whole country.
    package static let mostOfAPart = 300

    /// - Parameter municipalities: of a code that occurs twice the first name counts
    package init(year: Int, _ municipalities: some Sequence<(code: AreaCode, name: String)>) {
        self.year = year
        self.names = Dictionary(municipalities.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether it has the whole country, so that who is not in it is no more.
    package var isComplete: Bool { names.count > Self.mostOfAPart }
}

/// What bringing the municipalities up to date changed.
package struct Settlement: Sendable, Hashable {
    /// How many were not known yet.
    package internal(set) var added = 0
    package internal(set) var renamed = 0
    /// How many are no longer in the list, those that were never known here too.
    package internal(set) var ended = 0
    /// How many had ended and are in the list again.
    package internal(set) var resumed = 0
    /// Of how many it is better known since when they are there, or no more.
    package internal(set) var dated = 0

    package var isNothing: Bool { self == Settlement() }

    var details: [String: String] {
        let counts = [("added", added), ("renamed", renamed), ("ended", ended), ("resumed", resumed), ("dated", dated)]
        return Dictionary(counts.filter { $0.1 > 0 }.map { ($0.0, String($0.1)) }, uniquingKeysWith: { first, _ in first })
    }
}

/// What the lists of all years say together of every municipality there is or was.
struct MunicipalityHistory: Sendable {
    struct Entry: Sendable, Hashable {
        let name: String
        let listed: Organisation.Listing
    }

    let entries: [AreaCode: Entry]
    /// The year of the newest list of the whole country; nil where there is none, and then nothing is known to be no more.
    let newest: Int?

    init(_ lists: [MunicipalityList]) {
        let sorted = lists.sorted { $0.year < $1.year }, complete = sorted.filter(\.isComplete)
        var entries: [AreaCode: Entry] = [:]
        // A list of a part of the country tells of those in it only, and nothing that a later list of the whole country does not know better.
        for list in sorted where list.isComplete || list.year > complete.last?.year ?? .min {
            for (code, name) in list.names { entries[code] = Entry(name: name, listed: Organisation.Listing(last: list.year)) }
        }
        for (code, entry) in entries {
            guard let missing = complete.first(where: { $0.year > entry.listed.last })?.year else { continue }
            entries[code] = Entry(name: entry.name, listed: Organisation.Listing(last: entry.listed.last, missing: missing))
        }
        self.entries = entries
        self.newest = complete.last?.year
    }
}

extension OrganisationStore {
    /// Makes the municipalities those of these lists: adds who is missing, takes over names, ends who is gone (mergers) and lets who is back go on (ORG-09).
    ///
    /// Only a list of the whole country ends anyone; see ``MunicipalityList/isComplete``. Leaves nothing, also no event, where all is as it should be.
    /// Memberships of one that ends stay, until the people choose where they belong now.
    ///
    /// - Parameter lists: one for each boundary year that is known here
    /// - Throws: ``Fault``
    @discardableResult
    package func settle(_ lists: [MunicipalityList], from origin: Origin) async throws -> Settlement {
        guard lists.contains(where: { !$0.names.isEmpty }) else { throw Fault.emptyList }
        guard lists.allSatisfy({ $0.names.keys.allSatisfy { $0.level == .municipality } }) else { throw Fault.wrongArea }
        guard lists.allSatisfy({ $0.names.values.allSatisfy(Self.isName) }) else { throw Fault.name }
        let history = MunicipalityHistory(lists)
        return try await database.write { transaction in
            // In one order, so that two nodes never wait for each other.
            let known = try transaction.all(
                "SELECT \(Self.columns) FROM organisation WHERE kind = \(OrganisationKind.municipality) ORDER BY area", Self.organisation)
            var settlement = Settlement()
            for organisation in known { try Self.settle(organisation, history, at: origin.time, in: transaction, &settlement) }
            let codes = Set(known.compactMap(\.area))
            for (code, entry) in history.entries.filter({ !codes.contains($0.key) }).sorted(by: { $0.key < $1.key }) {
                let end = entry.listed.missing.flatMap(Self.start)
                let new = Organisation(
                    id: Identifier(at: origin.time), name: entry.name, kind: .municipality, area: code, addedAt: origin.time, endedAt: end,
                    listed: entry.listed)
                // Another node may have added it just now.
                guard try Self.insert(new, in: transaction) else { continue }
                if end == nil { settlement.added += 1 } else { settlement.ended += 1 }
            }
            guard !settlement.isNothing else { return settlement }
            try journal.add(Event("municipalities.settled", nil, details: settlement.details), from: origin, in: transaction)
            return settlement
        }
    }

    private static func settle(
        _ known: Organisation, _ history: MunicipalityHistory, at now: Int64, in transaction: Transaction, _ settlement: inout Settlement
    ) throws {
        let id = known.id.description
        guard let entry = known.area.flatMap({ history.entries[$0] }) else {
            guard history.newest != nil else { return }
            settlement.ended += try transaction.execute("UPDATE organisation SET ended_at = \(now) WHERE id = \(id) AND ended_at IS NULL")
            return
        }
        if let missing = entry.listed.missing {
            let end = start(of: missing) ?? now
            settlement.ended += try transaction.execute("UPDATE organisation SET ended_at = \(end) WHERE id = \(id) AND ended_at IS NULL")
            if known.endedAt != end { try transaction.execute("UPDATE organisation SET ended_at = \(end) WHERE id = \(id)") }
        } else if known.endedAt != nil {
            settlement.resumed += try transaction.execute("UPDATE organisation SET ended_at = NULL WHERE id = \(id) AND ended_at IS NOT NULL")
        }
        if known.name != entry.name {
            settlement.renamed += try transaction.execute("UPDATE organisation SET name = \(entry.name) WHERE id = \(id) AND name <> \(entry.name)")
        }
        if known.listed != entry.listed {
            let listed = entry.listed
            try transaction.execute("UPDATE organisation SET last_listed = \(listed.last), first_missing = \(listed.missing) WHERE id = \(id)")
            settlement.dated += 1
        }
    }

    /// When a boundary year begins, in milliseconds since 1970.
    private static func start(of year: Int) -> Int64? { DutchDay("\(year)-01-01")?.start }
}
