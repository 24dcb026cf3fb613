import Core
import SQL
import Web

/// Which events of the journal someone wants to see. Everything left out is everything.
///
/// People stand in it by their identifier: no name and no mail address is ever part of an address.
package struct JournalQuestion: Sendable, Hashable {
    package var person: Identifier?
    package var thing: Event.Thing?
    package var action: String?
    package var result: Event.Result?
    package var channel: Origin.Channel?
    /// The first and the last day, both whole.
    package var first: DutchDay?
    package var last: DutchDay?
    /// Only events with a lower number, for the next page.
    package var before: Int64?

    package init(
        person: Identifier? = nil, thing: Event.Thing? = nil, action: String? = nil, result: Event.Result? = nil, channel: Origin.Channel? = nil,
        first: DutchDay? = nil, last: DutchDay? = nil, before: Int64? = nil
    ) {
        self.person = person
        self.thing = thing
        self.action = action
        self.result = result
        self.channel = channel
        self.first = first
        self.last = last
        self.before = before
    }

    /// As keys of an address; ``init(_:)`` reads them again.
    package var items: [PageAddress.Item] {
        let named: [(String, String?)] = [
            ("wie", person?.description), ("ding", thing.map { $0.kind + "/" + $0.id }), ("wat", action), ("uitkomst", result?.rawValue),
            ("langs", channel?.rawValue), ("van", first?.written), ("tot", last?.written), ("voor", before.map(String.init)),
        ]
        return named.compactMap { name, value in value.map { PageAddress.Item(name, $0) } }
    }

    /// Reads the fields of the form; what cannot be read is left out, with an error in the form.
    package init(_ form: inout Form) {
        let own = JournalWords.self
        person = form.value("wie", as: Identifier.self, otherwise: own.both(\.whoUnknown))
        thing = form.text("ding").flatMap(Self.thing)
        action = form.text("wat")
        result = form.choice("uitkomst", of: Event.Result.self)
        channel = form.choice("langs", of: Origin.Channel.self)
        first = form.value("van", as: DutchDay.self, otherwise: AdministrationWords.both(\.dayShape))
        last = form.value("tot", as: DutchDay.self, otherwise: AdministrationWords.both(\.dayShape))
        before = form["voor"].flatMap { Int64($0) }
        if let first, let last, first.start > last.start { form.fail("tot", own.both(\.daysTurned)) }
    }

    private static func thing(_ text: String) -> Event.Thing? {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        return parts.count == 2 ? Event.Thing(parts[0], parts[1]) : nil
    }

    /// What holds for the events that are asked for.
    var condition: Query {
        var conditions: [Query] = ["number < \(before ?? .max)"]
        if let person { conditions.append("person = \(person.description)") }
        if let thing { conditions.append("thing_kind = \(thing.kind) AND thing_id = \(thing.id)") }
        if let action { conditions.append("action = \(action)") }
        if let result { conditions.append("result = \(result)") }
        if let channel { conditions.append("channel = \(channel)") }
        if let first { conditions.append("happened_at >= \(first.start)") }
        if let last { conditions.append("happened_at < \(last.end)") }
        return Query.join(conditions, with: " AND ")
    }
}
