import Areas
import Core
import Foundation
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Pages of areas")
struct AreaPagesTests {
    /// The text of a page that must be there, in one language.
    private func page(_ site: APISite, _ target: String, status: Int = 200, sourceLocation: SourceLocation = #_sourceLocation) async throws -> String {
        let reply = try await site.client.get(target)
        #expect(reply.status == status, "\(target)", sourceLocation: sourceLocation)
        #expect(reply[header: "Content-Type"] == "text/html; charset=utf-8", sourceLocation: sourceLocation)
        let text = reply.text
        #expect(text.contains(target == "/en" || target.hasPrefix("/en/") ? "<html lang=\"en\"" : "<html lang=\"nl\""), sourceLocation: sourceLocation)
        #expect(text.components(separatedBy: "<h1").count == 2, "one h1", sourceLocation: sourceLocation)
        return text
    }

    @Test("ORG-09: browsing shows every municipality below its province, with a link to each")
    func browse() async throws {
        try await APISite.with { site async throws in
            let dutch = try await page(site, "/gebieden")
            for link in ["/gebieden/GM9998", "/gebieden/GM9999", "/gebieden/PV25"] { #expect(dutch.contains("href=\"\(link)\"")) }
            #expect(dutch.contains("Lindenmeer") && dutch.contains("Gelderland") && dutch.contains("Indeling van 2024."))
            #expect(!dutch.contains("Zeeland"), "a province without municipalities is left out")
            let english = try await page(site, "/en/gebieden")
            #expect(english.contains("href=\"/en/gebieden/GM9999\"") && english.contains("Borders of 2024."))
        }
        try await APISite.with(loaded: false) { site async throws in
            #expect(try await page(site, "/gebieden", status: 503).contains("leefkring import"))
        }
    }

    @Test("search lists hits with their municipality, tells a guess from a hit, and says when there is nothing")
    func search() async throws {
        try await APISite.with { site async throws in
            let hits = try await page(site, "/zoeken?q=meerzicht")
            for code in ["WK99990A", "BU99990A01", "BU99990A02"] { #expect(hits.contains("href=\"/gebieden/\(code)\"")) }
            #expect(hits.contains("3 gebieden voor ‘meerzicht’") && hits.contains("in Lindenmeer"))
            let guess = try await page(site, "/zoeken?q=lindelaam")
            #expect(guess.contains("Bedoel je een van deze?") && guess.contains("href=\"/gebieden/BU99990002\""))
            #expect(try await page(site, "/en/zoeken?q=lindelaam").contains("Did you mean one of these?"))
            let nothing = try await page(site, "/zoeken?q=%3Cqwertz%3Exyzzy")
            #expect(nothing.contains("Niets gevonden") && nothing.contains("&lt;qwertz&gt;xyzzy") && !nothing.contains("<qwertz>xyzzy"))
            #expect(try await page(site, "/en/zoeken?q=xyzzy").contains("Nothing found for ‘xyzzy’"))
            #expect(try await page(site, "/zoeken").contains("Waar zoek je naar?"))
        }
    }

    @Test("a code goes straight to its page, also in lower case and also one that is no more")
    func codes() async throws {
        try await APISite.with { site async throws in
            try await site.site.database.write { transaction in
                let gone = try #require(AreaCode("BU99990009"))
                try AreaStore.register([Area(year: 2020, code: gone, name: "Verdwenen", parent: gone.district)], in: transaction)
                try AreaStore.log(AreaImport(year: 2020, level: nil, source: "x", digest: "x", areas: 1, importedAt: 2), in: transaction)
            }
            for (target, place) in [
                ("/zoeken?q=bu99990001", "/gebieden/BU99990001"), ("/en/zoeken?q=GM9999", "/en/gebieden/GM9999"),
                ("/zoeken?q=BU99990009", "/gebieden/BU99990009"),
            ] {
                let reply = try await site.client.get(target)
                #expect(reply[header: "Location"] == place && (300..<400).contains(reply.status), "\(target): \(reply.status)")
            }
            #expect(try await page(site, "/zoeken?q=BU11111111").contains("Niets gevonden"))
        }
    }

    @Test("suggestions are the same hits as short lines, before those that are no areas, and none is an empty list")
    func suggestions() async throws {
        try await APISite.with { site async throws in
            let reply = try await site.client.get("/zoeken/suggesties?q=meer")
            #expect(reply.status == 200 && !reply.text.contains("<html"))
            let lines = reply.text.components(separatedBy: "<li>").dropFirst()
            #expect(lines.map { $0.contains("href=\"/gebieden/") } == [true, true, true] + lines.dropFirst(3).map { _ in false })
            #expect(lines.first?.contains("WK99990A") == true)
            #expect(try await site.client.get("/en/zoeken/suggesties?q=meer").text.contains("href=\"/en/gebieden/WK99990A\""))
            #expect(!(try await site.client.get("/zoeken/suggesties").text.contains("<li>")))
        }
    }

    @Test("'where do you live?' finds by postcode and name, and an empty question gets an error summary that links to the field")
    func live() async throws {
        try await APISite.with { site async throws in
            #expect(!(try await page(site, "/waar-woon-je").contains("id=\"fouten\"")))
            let found = try await page(site, "/waar-woon-je?q=9990+AB")
            for code in ["BU99990001", "BU99980003"] { #expect(found.contains("href=\"/gebieden/\(code)\"")) }
            #expect(found.contains("value=\"9990 AB\"") && found.contains("de postcode die het meest voorkomt"))
            #expect(try await page(site, "/waar-woon-je?q=haveneiland").contains("href=\"/gebieden/BU99990003\""))
            for (target, words) in [
                ("/waar-woon-je?q=", "Vul je postcode of de naam van je buurt in"), ("/waar-woon-je?q=+++", "Vul je postcode of de naam van je buurt in"),
                ("/en/waar-woon-je?q=", "Enter your postcode or the name of your neighbourhood"),
            ] {
                let text = try await page(site, target)
                #expect(text.contains("id=\"fouten\"") && text.contains("href=\"#q\"") && text.contains(words) && text.contains("aria-invalid=\"true\""))
                #expect(!text.contains("Niets gevonden") && !text.contains("Nothing found"))
            }
            #expect(try await page(site, "/waar-woon-je?q=+++").contains("value=\"   \""), "the words are kept")
            #expect(try await page(site, "/waar-woon-je?q=xyzzy").contains("Niets gevonden voor ‘xyzzy’"))
        }
    }

    @Test("the page of an area shows where it lies and what lies in it, in both languages")
    func area() async throws {
        try await APISite.with { site async throws in
            let dutch = try await page(site, "/gebieden/WK99990A")
            for link in ["/gebieden/NL00", "/gebieden/PV25", "/gebieden/GM9999", "/gebieden/BU99990A01", "/gebieden/BU99990A02"] {
                #expect(dutch.contains("href=\"\(link)\""), "\(link)")
            }
            #expect(dutch.contains("Buurten in Meerzicht") && dutch.contains("id=\"onder\"") && dutch.contains("href=\"#onder\""))
            #expect(try await page(site, "/en/gebieden/WK99990A").contains("Neighbourhoods in Meerzicht"))
            #expect(!(try await page(site, "/gebieden/BU99990A01").contains("id=\"onder\"")))
            for target in ["/gebieden/NL00", "/gebieden/PV25", "/gebieden/GM9999"] { #expect(try await page(site, target).contains("id=\"onder\"")) }
        }
    }

    @Test("ORG-09: an unknown code, no code and a year that the code does not have are not found, with a page that says so")
    func unknown() async throws {
        try await APISite.with { site async throws in
            for target in [
                "/gebieden/GM0001", "/gebieden/BU00000000", "/gebieden/geen-code", "/gebieden/GM9999?jaar=2019", "/gebieden/GM9999?jaar=morgen",
                "/gebieden/BU99990003?jaar=2020", "/gebieden/%00", "/en/gebieden/GM0001",
            ] { _ = try await page(site, target, status: 404) }
        }
    }

    @Test("a code in lower case leads to the one address of the page, with its query and language")
    func lowerCase() async throws {
        try await APISite.with { site async throws in
            for (target, place) in [
                ("/gebieden/gm9999", "/gebieden/GM9999"), ("/en/gebieden/bu99990a01", "/en/gebieden/BU99990A01"),
                ("/gebieden/gm9999?jaar=2020", "/gebieden/GM9999?jaar=2020"),
            ] {
                let reply = try await site.client.get(target)
                #expect(reply.status == 301 && reply[header: "Location"] == place, "\(target)")
            }
        }
    }

    @Test("ORG-09: an older year is shown as it was, with a notice and the way to the newest borders")
    func olderYear() async throws {
        try await APISite.with { site async throws in
            let old = try await page(site, "/gebieden/\(SmallTown.recoded)?jaar=2020")
            #expect(old.contains("Buitengebied Oost") && !old.contains("<h1>Meerzicht-Zuid"))
            #expect(old.contains("zoals het in 2020 was") && old.contains("href=\"/gebieden/\(SmallTown.recoded)\""))
            #expect(try await page(site, "/en/gebieden/\(SmallTown.recoded)?jaar=2020").contains("as it was in 2020"))
            let new = try await page(site, "/gebieden/\(SmallTown.recoded)?jaar=2024")
            #expect(new.contains("Meerzicht-Zuid") && !new.contains("zoals het in 2020 was"))
        }
    }

    @Test("ORG-09: a code that is no more keeps its page, which says so")
    func goneCode() async throws {
        try await APISite.with { site async throws in
            try await site.site.database.write { transaction in
                let gone = try #require(AreaCode("GM9997"))
                try AreaStore.register([Area(year: 2020, code: gone, name: "Oudewater aan Zee", parent: AreaCode("PV25"))], in: transaction)
                try AreaStore.log(AreaImport(year: 2020, level: nil, source: "x", digest: "x", areas: 1, importedAt: 2), in: transaction)
            }
            let text = try await page(site, "/gebieden/GM9997")
            #expect(text.contains("Oudewater aan Zee") && text.contains("Deze code bestaat niet meer"))
            #expect(try await page(site, "/en/gebieden/GM9997").contains("This code no longer exists"))
        }
    }
}
