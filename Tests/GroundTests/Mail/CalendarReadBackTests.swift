import Foundation
import Mail
import TestSupport
import Testing

/// A reader of calendar files as RFC 5545 describes one, written apart from the printer.
private struct ContentLine: Equatable {
    var name: String
    var parameters: [String: String] = [:]
    var value: String

    /// Lines put together again (section 3.1) and taken apart; nil for a file that is not of the right form.
    static func read(_ bytes: [UInt8]) -> [ContentLine]? {
        var physical: [[UInt8]] = [[]]
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0D {
                guard index + 1 < bytes.count, bytes[index + 1] == 0x0A else { return nil }
                physical.append([])
                index += 2
            } else {
                guard bytes[index] != 0x0A else { return nil }
                physical[physical.count - 1].append(bytes[index])
                index += 1
            }
        }
        guard physical.removeLast().isEmpty, physical.allSatisfy({ $0.count <= 75 && !$0.isEmpty }) else { return nil }
        // Every line is text by itself: no letter is cut.
        guard physical.allSatisfy({ String(validating: $0, as: UTF8.self) != nil }) else { return nil }
        var logical: [[UInt8]] = []
        for line in physical {
            if line.first == 0x20 {
                guard !logical.isEmpty else { return nil }
                logical[logical.count - 1] += line.dropFirst()
            } else {
                logical.append(line)
            }
        }
        let lines = logical.map { ContentLine(String(decoding: $0, as: UTF8.self)) }
        return lines.contains { $0 == nil } ? nil : lines.compactMap { $0 }
    }

    /// Words without escapes (section 3.3.11), split at commas that are not escaped.
    var texts: [String] {
        var texts = [String.UnicodeScalarView()]
        var rest = value.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\\":
                let next = rest.popFirst() ?? " "
                texts[texts.count - 1].append(next == "n" ? "\n" : next)
            case ",": texts.append(.init())
            default: texts[texts.count - 1].append(scalar)
            }
        }
        return texts.map { String($0) }
    }
}

extension ContentLine {
    fileprivate init?(_ line: String) {
        var pieces: [String.UnicodeScalarView] = [.init()]
        var isQuoted = false
        var rest = line.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "\"" { isQuoted.toggle() }
            if scalar == ":" && !isQuoted { break }
            if scalar == ";" && !isQuoted { pieces.append(.init()) } else { pieces[pieces.count - 1].append(scalar) }
        }
        self.init(name: String(pieces[0]), value: String(String.UnicodeScalarView(rest)))
        for piece in pieces.dropFirst() {
            let parts = String(piece).split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            parameters[String(parts[0])] = String(parts[1]).replacing("\"", with: "").replacing("^^", with: "^")
        }
        guard !name.isEmpty, name.utf8.allSatisfy({ (0x41...0x5A).contains($0) || $0 == 0x2D }) else { return nil }
    }
}

@Suite("Calendar files read back") struct CalendarReadBackTests {
    /// What a text may become: line breaks are one, controls and signs that turn the direction of writing are gone.
    private static func kept(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\n", "\r", "\u{2028}", "\u{2029}": output.append("\n")
            case "\t": output.append(" ")
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
            default: output.append(scalar)
            }
        }
        return String(output)
    }

    private static let pieces = [
        "wijk", "café", "日本語の会議", "👩‍👩‍👧", ",", ";", ":", "\\", "\\n", "\"", "^", "^n", "\n", "\r\n", "\r", "\t", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}",
        "\u{202E}",
        "\u{2067}", "END:VEVENT", " ", "é́", "a" + String(repeating: "b", count: 80), "\r\nATTENDEE:mailto:x@y.example", "=", "\u{FEFF}", "𝕏",
    ]

    private static func phrase(_ most: Int, _ chance: inout Chance) -> String {
        (0..<Int.random(in: 0...most, using: &chance)).map { _ in pieces.randomElement(using: &chance) ?? "" }.joined()
    }

    @Test("ASVS 1.3.11: whatever the texts hold, a reader gets back these words in these properties and no other")
    func anything() throws {
        var chance = Chance(92)
        let names = [
            "BEGIN", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "STATUS", "SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES",
            "ORGANIZER", "ATTENDEE", "END",
        ]
        for _ in 0..<Fuzz.strings / 2 {
            var event = CalendarFileTests.event()
            event.summary = Self.phrase(12, &chance)
            event.description = "x" + Self.phrase(30, &chance)
            event.place = "x" + Self.phrase(6, &chance)
            event.categories = ["a" + Self.phrase(4, &chance), "b" + Self.phrase(4, &chance)]
            let guest = "x" + Self.phrase(5, &chance)
            let parties = CalendarFile.Parties(
                organizer: Mailbox(try MailAddress("a@b.example")), attendee: Mailbox(try MailAddress("c@d.example"), name: guest))
            let lines = try #require(ContentLine.read(CalendarFile(event, for: .request(parties)).bytes))
            let ours = lines.drop { $0 != ContentLine(name: "BEGIN", value: "VEVENT") }.dropLast()
            #expect(ours.map(\.name) == names)
            func texts(_ name: String) -> [String]? { ours.first { $0.name == name }?.texts }
            #expect(texts("SUMMARY") == [Self.kept(event.summary)])
            #expect(texts("DESCRIPTION") == [Self.kept(event.description)])
            #expect(texts("LOCATION") == [Self.kept(event.place)])
            #expect(texts("CATEGORIES") == event.categories.map(Self.kept))
            let attendee = try #require(ours.first { $0.name == "ATTENDEE" })
            #expect(attendee.value == "mailto:c@d.example" && attendee.parameters["RSVP"] == "FALSE" && attendee.parameters.count == 5)
            let plain = Self.kept(guest.replacing("\r\n", with: "  ")).replacing("\n", with: " ").replacing("\"", with: "'")
            #expect(attendee.parameters["CN"] == plain)
        }
    }

    /// What the Python package makes of an event.
    private struct Read: Decodable, Equatable {
        let uid: String
        let sequence: Int
        let start: Double
        let end: Double
        let zone: String
        let summary: String
        let description: String
        let place: String
        let status: String
        let categories: [String]
        let attendee: String
        let guest: String
        let rsvp: String
        let method: String
        let errors: Int
    }

    @Test(
        "MTG-03: the Python package icalendar reads the same moments and words, also in both nights of summer time",
        .enabled(if: PythonPeer.has("icalendar")))
    func peer() throws {
        var chance = Chance(93)
        let words = ["wijk", "café", "日本", ",", ";", "\\", "\n", " ", "lange " + String(repeating: "é", count: 60), ":", "\""]
        func phrase() -> String { "x" + (0..<12).map { _ in words.randomElement(using: &chance) ?? "" }.joined() + "x" }
        let folder = try TestFolder()
        var events: [CalendarEvent] = []
        let nights: [Int64] = [1_605_186_000, 1_600_848_000, 1_585_443_599, 1_585_443_600, 1_603_587_599, 1_603_587_600, 1_603_589_400, 1_603_591_200]
        for number in 0..<40 {
            var event = CalendarFileTests.event()
            event.start = (number < nights.count ? nights[number] : Int64.random(in: 1_577_836_800...2_114_380_800, using: &chance)) * 1000
            event.end = event.start + Int64.random(in: 1...300, using: &chance) * 60_000
            (event.sequence, event.summary, event.description, event.place) = (number, phrase(), phrase(), phrase())
            event.categories = [phrase(), phrase()]
            events.append(event)
            let file = CalendarFile(event, for: .request(try CalendarFileTests.parties()))
            try Data(file.bytes).write(to: URL(filePath: "\(folder.path)/\(number).ics"))
        }
        let read = try PythonPeer.output("calendars.py", ["files", folder.path]).split(separator: 0x0A).map { try JSONDecoder().decode(Read.self, from: $0) }
        #expect(read.count == events.count)
        for (event, read) in zip(events, read) {
            #expect(
                read
                    == Read(
                        uid: event.id, sequence: event.sequence, start: Double(event.start) / 1000, end: Double(event.end) / 1000, zone: "Europe/Amsterdam",
                        summary: event.summary, description: event.description, place: event.place, status: "CONFIRMED", categories: event.categories,
                        attendee: "mailto:jan.de.vries@voorbeeld.example", guest: "Jan 'de' Vries; wijk, 1", rsvp: "FALSE", method: "REQUEST", errors: 0))
        }
    }
}
