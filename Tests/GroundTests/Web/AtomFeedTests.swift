import Core
import TestSupport
import Testing
import Transfer

@testable import Web

@Suite("Atom feeds") struct AtomFeedTests {
    private static func feed(_ entries: [AtomFeed.Entry] = []) -> AtomFeed {
        AtomFeed(
            id: AtomFeed.tag("Leefkring.example", since: 2026, "bijeenkomsten"), title: "Bijeenkomsten", author: "Leefkring", language: .nl,
            address: "https://leefkring.example/bijeenkomsten/bijeenkomsten.atom?thema=groen&regio=oost",
            page: "https://leefkring.example/bijeenkomsten", since: 1_604_223_005_999, entries: entries)
    }

    private static func entry(_ title: String, updated: Int64 = 1_605_186_000_000) -> AtomFeed.Entry {
        AtomFeed.Entry(
            id: AtomFeed.tag("leefkring.example", since: 2026, "bijeenkomst/01en"), title: title, address: "https://leefkring.example/bijeenkomsten/01en",
            updated: updated)
    }

    @Test("MTG-23: a feed is written exactly so; its newest entry says since when it is as it is")
    func exact() {
        var entry = Self.entry("Lopen & \"fietsen\" <samen>")
        entry.published = 1_604_223_005_000
        entry.summary = "Donderdag 12 november 2020,\n14.00 uur"
        entry.categories = ["Bewegen", "Groen \"dichtbij\""]
        var feed = Self.feed([Self.entry("Eerder", updated: 1_605_000_000_000), entry])
        feed.subtitle = "Van alle netwerken"
        let expected = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">
            <id>tag:leefkring.example,2026:bijeenkomsten</id>
            <title>Bijeenkomsten</title>
            <subtitle>Van alle netwerken</subtitle>
            <updated>2020-11-12T13:00:00Z</updated>
            <author><name>Leefkring</name></author>
            <link rel="self" type="application/atom+xml" href="https://leefkring.example/bijeenkomsten/bijeenkomsten.atom?thema=groen&amp;regio=oost"/>
            <link rel="alternate" type="text/html" href="https://leefkring.example/bijeenkomsten"/>
            <entry>
            <id>tag:leefkring.example,2026:bijeenkomst/01en</id>
            <title>Eerder</title>
            <updated>2020-11-10T09:20:00Z</updated>
            <link rel="alternate" type="text/html" href="https://leefkring.example/bijeenkomsten/01en"/>
            </entry>
            <entry>
            <id>tag:leefkring.example,2026:bijeenkomst/01en</id>
            <title>Lopen &amp; &quot;fietsen&quot; &lt;samen&gt;</title>
            <updated>2020-11-12T13:00:00Z</updated>
            <published>2020-11-01T09:30:05Z</published>
            <link rel="alternate" type="text/html" href="https://leefkring.example/bijeenkomsten/01en"/>
            <category term="Bewegen"/>
            <category term="Groen &quot;dichtbij&quot;"/>
            <summary>Donderdag 12 november 2020,
            14.00 uur</summary>
            </entry>
            </feed>

            """
        #expect(String(decoding: feed.bytes, as: UTF8.self) == expected)
    }

    @Test("MTG-23: an empty feed has a time of its own and is sent as Atom")
    func empty() throws {
        let feed = Self.feed()
        let answer = feed.answer(cache: .shared(maxAge: 300))
        #expect(answer.type.header == "application/atom+xml; charset=utf-8" && answer.cache == .shared(maxAge: 300))
        #expect(String(decoding: feed.bytes, as: UTF8.self).contains("<updated>2020-11-01T09:30:05Z</updated>"))
        #expect(try Self.texts(feed.bytes, of: "id") == ["tag:leefkring.example,2026:bijeenkomsten"])
        #expect(MediaKind.calendar.header == "text/calendar; charset=utf-8")
    }

    /// The texts of all elements of a name, as Expat reads them.
    private static func texts(_ bytes: [UInt8], of wanted: String, attribute: String? = nil) throws -> [String] {
        var texts: [String] = []
        var isOpen = false
        try XMLStream.read(bytes) { event throws(ArchiveError) in
            switch event {
            case .start(let name, let attributes):
                isOpen = name == wanted && attribute == nil
                if name == wanted { texts.append(attribute.flatMap { attributes[$0] } ?? "") }
            case .text(let text): if isOpen { texts[texts.count - 1] += text }
            case .end: isOpen = false
            }
        }
        return texts
    }

    /// What XML can hold of a text.
    private static func kept(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r", "\u{20}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}": kept.append(scalar)
            default: break
            }
        }
        return String(kept)
    }

    @Test("ASVS 1.2.1: whatever the texts hold, a reader of XML gets back these words and no element more")
    func anything() throws {
        var chance = Chance(94)
        let pieces = [
            "<", ">", "&", "\"", "'", "&amp;", "]]>", "<!--", "</entry>", "<![CDATA[", "é", "👩‍👩‍👧", "\n", "\r", "\r\n", "\t", "\u{0}", "\u{8}", "\u{1F}",
            "\u{FFFE}", "\u{FFFF}",
            "\u{7F}", "\u{85}", "\u{2028}", " ", "wijk", "&#0;", "𝕏", "<?xml",
        ]
        func phrase() -> String { "x" + (0..<20).map { _ in pieces.randomElement(using: &chance) ?? "" }.joined() + "x" }
        for _ in 0..<Fuzz.strings / 2 {
            var entry = AtomFeed.Entry(id: "tag:a.example,2026:" + phrase(), title: phrase(), address: "https://a.example/" + phrase(), updated: 0)
            entry.summary = phrase()
            entry.categories = [phrase()]
            var feed = Self.feed([entry, Self.entry("Vast")])
            feed.subtitle = phrase()
            #expect(try Self.texts(feed.bytes, of: "title") == ["Bijeenkomsten", Self.kept(entry.title), "Vast"])
            #expect(try Self.texts(feed.bytes, of: "summary") == [Self.kept(entry.summary)])
            #expect(try Self.texts(feed.bytes, of: "subtitle") == [Self.kept(feed.subtitle)])
            #expect(try Self.texts(feed.bytes, of: "entry").count == 2)
            let links = try Self.texts(feed.bytes, of: "link", attribute: "href") + Self.texts(feed.bytes, of: "id")
            #expect(links.count == 7 && links.allSatisfy { $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } })
        }
    }

    @Test("times outside the years that a feed can hold are taken as the nearest")
    func times() throws {
        let feed = Self.feed([Self.entry("Nooit", updated: .min), Self.entry("Ooit", updated: .max)])
        #expect(try Self.texts(feed.bytes, of: "updated") == ["9999-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
    }
}
