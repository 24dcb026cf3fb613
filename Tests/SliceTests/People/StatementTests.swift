import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@Suite("The accessibility statement")
struct StatementTests {
    private static let now: Int64 = 1_795_000_000_000

    private static func day(_ text: String) throws -> DutchDay { try #require(DutchDay(text)) }

    @Test("a new installation says that nobody has looked yet, and claims nothing")
    func untested() {
        let statement = AccessibilityStatement.untested
        #expect(statement.status == .unknown && statement.audited == nil && statement.barriers.isEmpty && statement.changedAt == nil)
        #expect(statement.faults(at: Self.now).isEmpty && !statement.isOutdated(at: Self.now))
    }

    @Test("nobody can say more than was looked at: A and B need an audit and who did it, A knows no barriers, B to D name them")
    func faults() throws {
        let point = Localized(nl: "De kaart.", en: "The map."), audited = try Self.day("1-11-2026")
        let cases: [(AccessibilityStatement, Set<AccessibilityStatement.Fault>)] = [
            (.init(status: .full), [.auditMissing, .auditorMissing]), (.init(status: .full, audited: audited, auditor: "Bureau"), []),
            (.init(status: .full, audited: audited, auditor: "Bureau", barriers: [point]), [.barriersLeft]),
            (.init(status: .partial, audited: audited, barriers: [point]), [.auditorMissing]),
            (.init(status: .partial, audited: audited, auditor: "Bureau"), [.barriersMissing]), (.init(status: .firstSteps, barriers: [point]), []),
            (.init(status: .firstSteps), [.barriersMissing]), (.init(status: .not), [.barriersMissing]), (.init(status: .unknown, barriers: [point]), []),
            (.init(status: .unknown, audited: try Self.day("31-12-2026")), [.auditInFuture]),
        ]
        for (statement, faults) in cases { #expect(Set(statement.faults(at: Self.now)) == faults, "\(statement)") }
        #expect(Set(cases.flatMap(\.1)) == Set(AccessibilityStatement.Fault.allCases))
    }

    @Test("an audit is good for three years")
    func term() throws {
        let statement = AccessibilityStatement(status: .full, audited: try Self.day("2023-11-18"), auditor: "Bureau")
        // 2026-11-18T11:06:40Z.
        #expect(!statement.isOutdated(at: Self.now))
        #expect(statement.isOutdated(at: Self.now + 2 * 86_400_000))
    }

    @Test("what is written comes back, whole, on both engines; each change leaves an event", arguments: TestDatabase.engines)
    func kept(_ engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            let store = ground.slice.statements
            #expect(try await store.current() == .untested)
            let points = [Localized(nl: "De kaart.", en: "The map."), Localized(nl: "Oude pdf’s.", en: "Old pdfs.")]
            var statement = AccessibilityStatement(
                status: .partial, organisation: "Gemeente Doetinchem", audited: try Self.day("1-11-2026"), auditor: "Bureau Toegang",
                report: "https://example.nl/rapport", barriers: points, mail: try MailAddress("toegankelijk@example.nl"), phone: "0314 123456", answerDays: 10,
                register: "https://example.nl/register")
            try await store.save(statement, from: PeopleGround.origin())
            statement.changedAt = PeopleGround.start
            #expect(try await store.current() == statement)
            try await store.save(.untested, from: PeopleGround.origin())
            var plain = AccessibilityStatement.untested
            plain.changedAt = PeopleGround.start
            #expect(try await store.current() == plain)
            let events = try await ground.slice.journal.all().map(\.event).filter { $0.action == "accessibility.changed" }
            #expect(events.map(\.details) == [["status": "E", "barriers": "0"], ["status": "B", "barriers": "2"]])
        }
    }

    @Test("the address of someone who is erased does not stay in the statement", arguments: TestDatabase.engines)
    func erased(_ engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            let store = ground.slice.statements
            var statement = AccessibilityStatement(status: .unknown, mail: try MailAddress("Bo@voorbeeld.nl"), phone: "0314 123456")
            try await store.save(statement, from: PeopleGround.origin())
            let persons = ground.slice.persons
            let bo = try await persons.add(name: "Bo", mail: MailAddress("bo@voorbeeld.nl"), from: PeopleGround.origin())
            try await persons.erase(bo.id, from: PeopleGround.origin())
            statement.mail = nil
            statement.changedAt = PeopleGround.start
            #expect(try await store.current() == statement)
        }
    }

    @Test("WYK-06: all words of the statement and of its form are B1")
    func words() throws {
        let count = try SourceWords.measure("People/Statement")
        #expect(count > 30, "\(count)")
    }
}
