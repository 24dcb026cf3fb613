import Core
import HTML
import People
import TestSupport
import Testing
import Web

@testable import Voices

@Suite("Addresses, forms and words of conversations")
struct ConversationRouteTests {
    @Test("every address reads back what it prints")
    func roundTrip() throws {
        let id = Identifier(at: 1), area = try #require(AreaCode("GM9999"))
        let routes: [ConversationRoute] = [
            .list(), .list(ConversationFilter(area: area)), .list(ConversationFilter(area: area, state: .open)), .list(ConversationFilter(state: .closed)),
            .conversation(id), .desks, .new, .desk(id), .announce(id), .extend(id),
        ]
        for route in routes { #expect(ConversationRoute(route.address) == route, "\(route.address.path)") }
        for path in ["/stemmen/x", "/stemmen/regelen/x", "/stemmen/\(id)/verhalen", "/stemmen/\(id)/regelen/x", "/oproepen"] {
            #expect(ConversationRoute(PageAddress(target: path)) == nil, "\(path)")
        }
        #expect(ConversationFilter(PageAddress(target: "/stemmen?stand=concept&gebied=x").query) == ConversationFilter())
    }

    @Test("an area is touched by conversations within it and around it, and by no other")
    func touching() throws {
        func touches(_ own: String, _ place: String) throws -> Bool {
            let (area, asked) = (try #require(AreaCode(own)), try #require(AreaCode(place)))
            return Conversation(
                id: Identifier(at: 1), area: area, owner: Identifier(at: 2), facts: VoicesGround.facts, openedAt: 1, closedAt: nil, addedAt: 0
            ).touches(asked)
        }
        for place in ["BU99990101", "WK999901", "GM9999"] { #expect(try touches("BU99990101", place), "\(place)") }
        for place in ["BU99990101", "WK999902", "GM9999"] { #expect(try touches("GM9999", place), "\(place)") }
        for place in ["BU99990102", "WK999902", "GM9998", "BU99980101"] { #expect(try !touches("BU99990101", place), "\(place)") }
    }

    @Test("WYK-28: the form asks for everything an announcement says, at once, and gives back what it read")
    func form() throws {
        var empty = Form(items: [])
        #expect(ConversationForm.facts(&empty, themes: []) == nil)
        let asked = [
            "titel", "vraag", "wel", "niet", "invloed", "beslist", "daarna", "van", "tot", "beslisdag", "wegen", "talen", "contact", "niveau", "moderatie",
        ]
        #expect(Set(empty.errors.map(\.field)) == Set(asked))
        var facts = VoicesGround.facts
        facts.theme = "wonen"
        facts.isAboutHome = true
        var form = ConversationForm.items(facts)
        #expect(ConversationForm.facts(&form, themes: ["wonen"]) == facts)
        #expect(ConversationForm.facts(&form, themes: []) == nil && form.errors.map(\.field) == ["thema"])
    }

    @Test("the last day is not before the first, and nobody decides before the last day")
    func days() {
        func faults(_ first: String, _ last: String, _ decision: String) -> [String] {
            let items = ConversationForm.items(VoicesGround.facts).items.filter { !["van", "tot", "beslisdag"].contains($0.name) }
            var form = Form(items: items + [.init("van", first), .init("tot", last), .init("beslisdag", decision)])
            _ = ConversationForm.facts(&form, themes: [])
            return form.errors.map(\.field)
        }
        #expect(faults("1-10-2026", "1-10-2026", "1-10-2026").isEmpty)
        #expect(faults("2-10-2026", "1-10-2026", "3-10-2026") == ["tot"])
        #expect(faults("1-10-2026", "3-10-2026", "2-10-2026") == ["beslisdag"])
        #expect(faults("31-2-2026", "3-10-2026", "x") == ["van", "beslisdag"])
    }

    @Test("the list shows first what is open and ends soonest, then what comes, then what is over, newest first")
    func order() throws {
        func one(_ number: Int64, _ first: String, _ last: String) throws -> Conversation {
            var facts = VoicesGround.facts
            (facts.firstDay, facts.lastDay) = (try #require(DutchDay(first)), try #require(DutchDay(last)))
            return Conversation(
                id: Identifier(at: number), area: VoicesGround.area, owner: Identifier(at: 2), facts: facts, openedAt: 1, closedAt: nil, addedAt: 0)
        }
        let open = try one(1, "2026-10-01", "2026-11-30"), soon = try one(2, "2026-10-01", "2026-10-05"), coming = try one(3, "2026-11-01", "2026-11-02")
        let over = try one(4, "2026-09-01", "2026-09-02"), older = try one(5, "2026-08-01", "2026-08-02")
        let found = Conversation.inOrder([older, coming, over, open, soon], at: VoicesGround.noon)
        #expect(found.map(\.id) == [soon, open, coming, over, older].map(\.id))
    }

    @Test("WYK-03, WYK-28: the announcement leads to each way to tell something, and says how long it takes and at which step it is")
    func announcement() throws {
        let one = Conversation(
            id: Identifier(at: 1), area: VoicesGround.area, owner: Identifier(at: 2), facts: VoicesGround.facts, openedAt: 1, closedAt: nil, addedAt: 0)
        let door = ConversationDoor(
            Localized(nl: "Vertel je verhaal", en: "Tell your story"), Localized(nl: "In je eigen woorden.", en: "In your own words."),
            PageAddress("stemmen", one.id.description, "verhalen"), minutes: 5)
        let view = AnnouncementView(
            conversation: one, state: .open, decision: .awaited, areaName: "Waterkers", owner: "Gemeente Lindenmeer", doors: [door], isOrganiser: false,
            linked: .none)
        func page(_ language: Language) -> String { String(decoding: AnnouncementPage(view: view, language: language).rendered(), as: UTF8.self) }
        let (dutch, english) = (page(.nl), page(.en))
        for words in ["Vertel je verhaal", "Dit kost je ongeveer 5 minuten.", "Nu: </strong>Jij doet mee", "/stemmen/\(one.id)/verhalen"] {
            #expect(dutch.contains(words), "\(words)")
        }
        for words in ["Tell your story", "/en/stemmen/\(one.id)/verhalen", "up to and including"] { #expect(english.contains(words), "\(words)") }
        #expect(dutch.ranges(of: "<h1").count == 1 && !dutch.contains("/regelen"))
        #expect(view.minutes == 1)
    }

    @Test("WYK-28: a conversation that is over invites nobody any more, and says so when the day of the decision has passed")
    func over() throws {
        let one = Conversation(
            id: Identifier(at: 1), area: VoicesGround.area, owner: Identifier(at: 2), facts: VoicesGround.facts, openedAt: 1, closedAt: nil, addedAt: 0)
        let door = ConversationDoor(Localized(nl: "Verhalen", en: "Stories"), Localized(nl: "Dit is verteld.", en: "This was told."), PageAddress("stemmen"))
        func page(at day: String, _ decision: AnnouncementView.Decision = .awaited) throws -> String {
            let now = try #require(DutchDay(day)).start + 43_200_000
            let view = AnnouncementView(
                conversation: one, state: one.state(at: now), decision: decision, areaName: "Waterkers", owner: "Gemeente Lindenmeer", doors: [door],
                isOrganiser: false, linked: .none)
            return String(decoding: AnnouncementPage(view: view, language: .nl).rendered(), as: UTF8.self)
        }
        let open = try page(at: "2026-11-30"), waiting = try page(at: "2026-12-15"), due = try page(at: "2026-12-16", .due)
        #expect(open.contains(">Doe mee<") && !open.contains("Lees wat er is gezegd"))
        let told = try page(at: "2026-12-20", .told(on: "2026-12-18"))
        for closed in [waiting, due, told] { #expect(closed.contains("Lees wat er is gezegd") && !closed.contains(">Doe mee<")) }
        #expect(waiting.contains("Er wordt gewerkt aan een besluit.") && waiting.contains("Nu: </strong>Het besluit"))
        #expect(due.contains("Het besluit moest er uiterlijk op 15 december 2026 zijn.") && !due.contains("Er wordt gewerkt aan een besluit."))
        for late in [due, told] { #expect(late.contains("Nu: </strong>Je hoort wat ermee gebeurt.")) }
        #expect(told.contains("Dit gesprek is klaar. Sinds 18 december 2026"))
    }

    @Test("WYK-28: what came of statements is offered after the end only where statements were asked", arguments: TestDatabase.engines)
    func outcomeDoor(_ engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground in
            let conversation = try await ground.conversation(), database = ground.people.database
            let address = VoteRoute.results(conversation.id).address
            #expect(try await VotePart.doors(conversation, .closed, in: database).isEmpty)
            #expect(try await VotePart.doors(conversation, .open, in: database).count == 2)
            let book = StatementBook(contributions: ground.slice.contributions)
            try await book.seed(["Er moeten meer bomen komen."], language: "nl", in: conversation, from: PeopleGround.origin())
            #expect(try await VotePart.doors(conversation, .closed, in: database).map(\.address) == [address])
            #expect(try await VotePart.doors(conversation, .coming, in: database).isEmpty)
        }
    }

    @Test("WYK-06: all words of conversations are B1")
    func literals() throws {
        let count = try SourceWords.measure("Voices/Conversations")
        #expect(count > 100, "\(count)")
    }
}
