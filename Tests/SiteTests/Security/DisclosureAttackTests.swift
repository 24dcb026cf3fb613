import Areas
import Core
import Foundation
import HTTPTypes
import Measures
import People
import Site
import TestSupport
import Testing
import Voices
import Web

/// Somebody looks at everything that everyone may see of a conversation before and after each person who takes part, and tries to learn what that person said.
@Suite("What two looks tell of one person")
struct DisclosureAttackTests {
    /// A conversation in which people vote, answer a survey, choose and tell of themselves; and all that is told of it.
    struct Scene {
        let site: PeopleSite
        let ground: VoteJourneyTests.Ground
        let conversation: Identifier
        let survey: Survey
        let choice: SharedChoice

        init(_ site: PeopleSite) async throws {
            self.site = site
            try await SmallTown.load(into: site.people.database)
            ground = try await VoteJourneyTests.Ground(site, moderation: .after, area: SmallTown.complete)
            let id = try #require(Identifier(String(ground.page.suffix(26)))), voices = site.site.voices, origin = site.origin
            conversation = id
            let set = try #require(SurveySet.builtIn.first { $0.key == "beleving" })
            let surveyID = try await voices.surveys.store.add("Hoe is het hier?", words: "", in: id, from: origin)
            func survey() async throws -> Survey { try #require(try await voices.surveys.store.list(in: id).first { $0.id == surveyID }) }
            try await voices.surveys.store.append(set.questions, to: try await survey(), from: origin)
            try await voices.surveys.store.open(try await survey(), from: origin)
            self.survey = try await survey()
            let facts = SharedChoice.Facts(kind: .budget, title: "Waar gaat het geld heen?", words: "", budget: 1000, fills: true)
            let choiceID = try await voices.choices.store.add(facts, in: id, from: origin)
            func choice() async throws -> SharedChoice { try #require(try await voices.choices.store.list(in: id).first { $0.id == choiceID }) }
            for (title, cost) in [("Bankjes", 400), ("Bomen", 500), ("Lampen", 600)] {
                try await voices.choices.store.addProject(title, words: "", cost: cost, to: try await choice(), from: origin)
            }
            try await voices.choices.store.open(try await choice(), from: origin)
            self.choice = try await choice()
            try await voices.missing.store.ask([.age, .home], in: id, from: origin)
        }

        func mark(_ person: Int) -> [UInt8] { VoiceMarks(site.people.installation.key).tag(.browser("person \(person)"), in: conversation) }

        /// This person does everything that can be done. Whom they are shows in every answer, so that any count by answer would move with them.
        func takePart(_ person: Int) async throws {
            let voices = site.site.voices, visitor = site.client(peer: "192.0.2.\(person)"), now = site.clock.now
            for statement in 1...3 { try await ground.vote(statement, ["eens", "oneens", "pas"][(person / statement) % 3], by: visitor) }
            var answers = SurveyAnswers()
            for (place, question) in survey.questions.enumerated() {
                switch question.kind {
                case .scale, .number: answers.values[place + 1] = [String(question.least + person % (question.most - question.least + 1))]
                case .one, .several: answers.values[place + 1] = [String(person % question.options.count + 1)]
                case .text: continue
                }
            }
            _ = try await voices.surveys.responses.send(answers, by: mark(person), channel: person % 4 == 0 ? .paper : .screen, to: survey, at: now)
            try await voices.choices.store.vote([person % 3 + 1], by: mark(person), channel: .screen, on: choice, at: now)
            let about: [Background: String] = [.age: Background.age.values[person % 4], .home: Background.home.values[person % 2]]
            try await voices.missing.store.tell(about, by: mark(person), in: conversation, at: now)
        }

        // MARK: The attacker

        /// Where one votes: what comes first is drawn for each visitor, from what everyone may see (``Statement/candidate``).
        private static let drawn = "/stemmen/{gesprek}/stellingen"

        /// Every address of what everyone may see of it: pages, files and the API.
        ///
        /// - Parameter isFiltered: also with each value of each filter
        func addresses(isFiltered: Bool) async throws -> [String] {
            let parts = [
                "gesprek": conversation.description, "code": SmallTown.complete, "keuze": choice.id.description, "lijst": survey.id.description,
            ]
            let values = isFiltered ? try await filters() : []
            var found: Set<String> = []
            for route in try site.site.routes().routes where route.method == .get && route.access == .everyone {
                let isOfIt =
                    route.pattern.contains("{gesprek}") || route.pattern.hasPrefix("/gebieden/{code}/tellen") || route.pattern.hasSuffix("verhoudingen")
                guard isOfIt, route.pattern != Self.drawn, let address = Self.fill(route.pattern, parts) else { continue }
                found.insert(address)
                for value in values { found.insert(address + "?" + value) }
            }
            return found.sorted()
        }

        static func fill(_ pattern: String, _ parts: [String: String]) -> String? {
            var pieces: [String] = []
            for piece in pattern.split(separator: "/") {
                guard piece.hasPrefix("{") else {
                    pieces.append(String(piece))
                    continue
                }
                guard let part = parts[String(piece.dropFirst().dropLast())] else { return nil }
                pieces.append(part)
            }
            return "/" + pieces.joined(separator: "/")
        }

        /// `soort=kans` for every value of every filter of the API of conversations; pages take the same.
        private func filters() async throws -> [String] {
            let text = try await site.client().get("/api/v1/openapi.json").text
            let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            let paths = try #require(document?["paths"] as? [String: [String: Any]])
            var found: Set<String> = []
            for (path, operations) in paths where path.contains("/gesprekken") {
                let parameters = ((operations["get"] as? [String: Any])?["parameters"] as? [[String: Any]]) ?? []
                for parameter in parameters where parameter["in"] as? String == "query" {
                    let values = ((parameter["schema"] as? [String: Any])?["enum"] as? [String]) ?? []
                    for value in values { found.insert("\(parameter["name"] as? String ?? "")=\(value)") }
                }
            }
            #expect(found.count > 5, "\(found)")
            return found.sorted()
        }

        /// What an address says, without what is new in every answer: tokens and proofs of forms.
        func look(_ address: String) async throws -> String {
            let reply = try await site.client().get(address)
            return "\(reply.status) "
                + reply.text.replacing(/<input type="hidden"[^>]*>/, with: "").replacing(/nonce[=-]"?[^" ;']+/, with: "")
                .replacing(/"instance":"\w+"/, with: "")
        }
    }

    @Test("WYK-03: nothing that everyone may see moves more often than once in five people, whatever they answered")
    func subtraction() async throws {
        try await PeopleSite.with { site in
            let scene = try await Scene(site), addresses = try await scene.addresses(isFiltered: false)
            #expect(
                addresses.contains { $0.hasSuffix("/uitkomst") } && addresses.contains { $0.hasSuffix(".csv") } && addresses.contains { $0.hasPrefix("/api") })
            try await scene.takePart(1)
            var before: [String: String] = [:], moved: [String: [Int]] = [:]
            for address in addresses { before[address] = try await scene.look(address) }
            for person in 2...27 {
                try await scene.takePart(person)
                for address in addresses {
                    let now = try await scene.look(address)
                    if now != before[address] { moved[address, default: []].append(person) }
                    before[address] = now
                }
            }
            for (address, people) in moved.sorted(by: { $0.key < $1.key }) {
                #expect((people.first ?? 0) >= ShownPeople.least, "\(address) tells of fewer than five: \(people)")
                for (earlier, later) in zip(people, people.dropFirst()) {
                    #expect(later - earlier >= ShownPeople.least, "\(address) moved at \(earlier) and at \(later)")
                }
            }
            // They do move: a test of pages that stand still would show nothing.
            for ending in ["/uitkomst", "/uitkomst/uitkomst.csv", "/wie-missen-we", "/vragenlijsten"] {
                #expect(moved.keys.contains { $0.hasSuffix(ending) }, "\(ending): \(moved.keys.sorted())")
            }
        }
    }

    @Test("WYK-03: who changes a vote, or takes an answer back, is not seen by anybody")
    func takingBack() async throws {
        try await PeopleSite.with { site in
            let scene = try await Scene(site), addresses = try await scene.addresses(isFiltered: true), voices = site.site.voices,
                visitor = site.client(peer: "192.0.2.200")
            for person in 1...21 { try await scene.takePart(person) }
            try await scene.ground.vote(1, "eens", by: visitor)
            let mark = scene.mark(99), now = site.clock.now
            var answers = SurveyAnswers()
            answers.values[1] = ["1"]
            let code = try await voices.surveys.responses.send(answers, by: mark, channel: .screen, to: scene.survey, at: now)
            try await voices.missing.store.tell([.age: "15-25"], by: mark, in: scene.conversation, at: now)
            var before: [String: String] = [:]
            for address in addresses { before[address] = try await scene.look(address) }
            try await scene.ground.vote(1, "oneens", by: visitor)
            try await voices.surveys.responses.withdraw(code, from: scene.survey, at: now)
            try await voices.missing.store.tell([.age: "65-plus"], by: mark, in: scene.conversation, at: now)
            try await voices.missing.store.tell([:], by: mark, in: scene.conversation, at: now)
            for address in addresses {
                let after = try await scene.look(address)
                #expect(after == before[address], "\(address)")
            }
        }
    }
}
