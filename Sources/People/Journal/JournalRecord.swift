import Core
import Credentials
import SQL
import Transfer

/// An event as the database holds it, column by column.
///
/// The chain vouches for these and not for what is read from them: two spellings of one thing are two records.
struct JournalRecord: Sendable {
    let time: Int64
    let person: String?
    let organisation: String?
    let action: String
    let kind: String?
    let thing: String?
    let result: String
    let channel: String
    let request: String
    /// Names and values, each on a line of its own: `name=value`, percent-encoded, in the order of the names.
    let details: String

    static let columns: Query = "number, happened_at, person, organisation, action, thing_kind, thing_id, result, channel, request, details"

    init(_ event: Event, from origin: Origin) {
        time = origin.time
        person = origin.person?.description
        organisation = origin.organisation?.description
        action = event.action
        kind = event.thing?.kind
        thing = event.thing?.id
        result = event.result.rawValue
        channel = origin.channel.rawValue
        request = origin.request
        details = event.details.sorted { $0.key < $1.key }.map { PercentEncoding.encode($0.key) + "=" + PercentEncoding.encode($0.value) }.joined(
            separator: "\n")
    }

    init(_ row: Row) throws {
        time = Int64(try row.int("happened_at"))
        person = try row.optionalString("person")
        organisation = try row.optionalString("organisation")
        action = try row.string("action")
        kind = try row.optionalString("thing_kind")
        thing = try row.optionalString("thing_id")
        result = try row.string("result")
        channel = try row.string("channel")
        request = try row.string("request")
        details = try row.string("details")
    }

    /// Everything that the chain vouches for.
    var canonical: CanonicalBytes {
        var bytes = CanonicalBytes("leefkring event 1")
        bytes.add(time)
        for text in [person, organisation, action, kind, thing, result, channel, request, details] { bytes.add(text) }
        return bytes
    }

    /// The names and values again. By bytes, because `=` and a combining sign behind it are one letter to a reader.
    var detailFields: [String: String] {
        let pairs = details.utf8.split(separator: 0x0A).compactMap { line -> (String, String)? in
            let parts = line.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false).map { PercentEncoding.decode($0, plusIsSpace: false) }
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

/// One event of the journal.
package struct JournalLine: Sendable, Hashable {
    /// 1, 2, 3 … without gaps.
    package let number: Int64
    package let event: Event
    package let origin: Origin

    /// - Throws: ``SQLError`` for a record that this program did not write
    init(_ row: Row) throws {
        let record = try JournalRecord(row)
        guard let result = Event.Result(rawValue: record.result), let channel = Origin.Channel(rawValue: record.channel) else {
            throw SQLError.value(column: "channel", "is not one of the journal")
        }
        number = Int64(try row.int("number"))
        event = Event(
            record.action, record.kind.flatMap { kind in record.thing.map { Event.Thing(kind, $0) } }, details: record.detailFields, result: result)
        origin = Origin(
            person: record.person.flatMap { Identifier($0) }, organisation: record.organisation.flatMap { Identifier($0) }, request: record.request,
            channel: channel, time: record.time)
    }
}
