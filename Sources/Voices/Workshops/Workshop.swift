import Core
import People

/// A meeting at tables, where people put dots on options and say things; nobody at a table needs an account.
package struct Workshop: Sendable, Hashable {
    package let id: Identifier
    package let conversation: Identifier
    /// In the conversation, from 1; stands in the code of each sheet.
    package let number: Int
    package let facts: Facts
    /// In the order of the sheet, from 1.
    package let options: [String]
    /// What each table brought in, the newest version, by the number of the table.
    package let tables: [Int: TableYield]
    /// From then on nothing changes, and everyone sees what came of it.
    package let closedOn: String?

    package struct Facts: Sendable, Hashable {
        package let title: String
        package let day: DutchDay
        package let place: String
        package let question: String
        /// How many tables there are.
        package let tables: Int

        package init(title: String, day: DutchDay, place: String, question: String, tables: Int) {
            self.title = title
            self.day = day
            self.place = place
            self.question = question
            self.tables = tables
        }
    }

    package static let tableLimit = 1...40
    package static let optionLimit = 2...20
    package static let peopleLimit = 1...100
    package static let dotLimit = 0...500

    var isClosed: Bool { closedOn != nil }

    /// As it stands on the sheet of a table: `W2-T3`.
    func code(of table: Int) -> String { "W\(number)-T\(table)" }

    /// The numbers behind what someone typed; nil for what is no code of a sheet.
    static func numbers(typed: String) -> (workshop: Int, table: Int)? {
        let parts = typed.uppercased().filter { !$0.isWhitespace }.split(separator: "-")
        guard parts.count == 2, parts[0].first == "W", parts[1].first == "T", let workshop = Int(parts[0].dropFirst()),
            let table = Int(parts[1].dropFirst())
        else { return nil }
        return (workshop, table)
    }
}

/// What one table brought in. Counts of dots are counts of that table: they never become votes of people.
package struct TableYield: Sendable, Hashable {
    /// How many people sat there.
    package let people: Int
    /// By the number of the option; nil: not filled in, or not to be read. That is not zero.
    package let dots: [Int: Int?]
    /// From 1; higher after a correction.
    package let version: Int

    package init(people: Int, dots: [Int: Int?], version: Int = 1) {
        self.people = people
        self.dots = dots
        self.version = version
    }
}

/// What came of a workshop, as everyone may see it.
struct WorkshopOutcome: Sendable {
    let workshop: Workshop

    /// A table is told apart only where every table has this many people: else one would follow from the others.
    static let leastAtTable = 10

    var people: Int { workshop.tables.values.reduce(0) { $0 + $1.people } }
    /// Fewer than five people: nothing is told.
    var isHidden: Bool { people < ShownPeople.least }
    var showsTables: Bool { !isHidden && workshop.tables.count > 1 && workshop.tables.values.allSatisfy { $0.people >= Self.leastAtTable } }
    var tables: [Int] { workshop.tables.keys.sorted() }

    struct Line: Sendable, Hashable {
        let option: Int
        let words: String
        /// By all tables that filled it in; nil where none did.
        let dots: Int?
        /// How many tables that are.
        let tables: Int
    }

    /// Most dots first.
    var lines: [Line] {
        workshop.options.enumerated().map { place, words in
            let told = workshop.tables.values.compactMap { $0.dots[place + 1] ?? nil }
            return Line(option: place + 1, words: words, dots: told.isEmpty ? nil : told.reduce(0, +), tables: told.count)
        }
        .sorted { (-($0.dots ?? -1), $0.option) < (-($1.dots ?? -1), $1.option) }
    }
}
