import Core
import People
import Testing
import Web

@testable import Learning

@Suite("The words, forms and addresses of what is asked later, the overview and the report")
struct FollowUpWordsTests {
    @Test("WYK-06: all words are B1", arguments: ["FollowUps", "Overview", "Report"])
    func literals(folder: String) throws {
        let count = try SourceWords.measure("Learning/" + folder)
        #expect(count > 25, "\(count)")
    }

    @Test("every address prints and reads back as itself")
    func roundTrip() throws {
        let slug = try #require(Slug("kring-oost"))
        for route in [FollowUpRoute.mine, .proof("abc-_"), .stop("abc-_"), .results(slug)] {
            #expect(FollowUpRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)")
        }
        for route in [ReportRoute.report(slug), .report(slug, year: 2026), .file(slug, .csv, year: 2025), .file(slug, .json)] {
            #expect(ReportRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)")
        }
        for target in ["/", "/navraag", "/navraag/x/y", "/programmas/kring-oost", "/programmas/kring-oost/overzicht", "/mijn/navraag/x"] {
            #expect(FollowUpRoute(PageAddress(target: target)) == nil && ReportRoute(PageAddress(target: target)) == nil, "\(target)")
        }
    }

    private static func form(_ fields: [(String, String)]) -> Form { Form(items: fields.map { Form.Item($0.0, $0.1) }) }

    @Test("KWA-07: what is left open stays unknown; words without a choice are asked about; who does not say so does not share")
    func reading() throws {
        let one = FollowUp(
            id: Identifier(at: 1), kind: .meeting, thing: Identifier(at: 2), term: .quarter, title: "Cijfers lezen", happenedAt: 0, askedAt: 0, said: nil)
        let other = FollowUp(id: Identifier(at: 3), kind: .session, thing: Identifier(at: 4), term: .year, title: "", happenedAt: 0, askedAt: 0, said: nil)
        let open = [(number: 1, followUp: one), (number: 2, followUp: other)]
        var form = Self.form([("gebruikt-2", "nee")])
        #expect(FollowUpForm.read(&form, open: open) == [other.id: FollowUp.Said(used: .no)])
        form = Self.form([("gebruikt-1", "ja"), ("wat-1", "Het spel"), ("uren-1", "0"), ("delen-1", "naam")])
        #expect(FollowUpForm.read(&form, open: open) == [one.id: FollowUp.Said(used: .yes, words: "Het spel", hours: 0, sharing: .named)])
        form = Self.form([("wat-1", "Het spel")])
        #expect(FollowUpForm.read(&form, open: open) == nil && form.errors.map(\.field) == ["gebruikt-1"])
        form = Self.form([("gebruikt-1", "ja"), ("uren-1", "2001")])
        #expect(FollowUpForm.read(&form, open: open) == nil && form.errors.map(\.field) == ["uren-1"])
        form = Self.form([("wat-1", " ")])
        #expect(FollowUpForm.read(&form, open: open) == nil && form.errors.map(\.field) == ["gebruikt-1"])
    }
}
