import Core
import Credentials
import People
import Testing
import Web

@testable import Learning

@Suite("Forms and addresses of calls")
struct InventoryFormTests {
    private static let id = Identifier(at: 1_790_000_000_000), other = Identifier(at: 1_790_000_000_001)

    private static let routes: [InventoryRoute] = [
        .issueFollow(Identifier(at: 5)),
        .calls, .call(id), .answer(id), .answer(id, via: "nieuwsbrief-oost"), .thanks(id), .thanks(id, proof: "a.b-_"), .follow(id), .join(id), .tip(id),
        .outcome(id), .outcome(id, round: 2), .outcomeFile(id, round: 1), .draft("a-_Z09"), .draft("a-_Z09", step: 2), .draftMail("x"), .draftEnd("x"),
        .standing, .joinProof("a-_"), .issues(), .issues(IssueFilter(theme: "zorg", domains: ["wonen", "werk"])), .issue(id),
    ]

    private static let desk: [CallDeskRoute] = [
        .list, .call(id), .questions(id), .rounds(id), .round(id, other), .channels(id), .workbench(id), .workbench(id, round: 3), .issue(id, other),
        .submission(id, other), .report(id), .paper(id), .people(id), .file(id, .offer), .file(id, .need), .file(id, .question),
    ]

    @Test("every address is read as it was printed, in both languages")
    func roundTrip() {
        for route in Self.routes {
            #expect(InventoryRoute(route.address) == route, "\(route)")
            let english = route.address.url(in: .en)
            #expect(english.hasPrefix("/en/") && InventoryRoute(PageAddress(target: english.dropFirst(3))) == route, "\(route)")
        }
        for route in Self.desk {
            #expect(CallDeskRoute(route.address) == route, "\(route)")
            #expect(CallDeskRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)")
        }
        let all = Self.routes.map { $0.address.url(in: .nl) } + Self.desk.map { $0.address.url(in: .nl) }
        #expect(Set(all).count == all.count)
        for target in ["/", "/oproepen/x", "/oproepen/\(Self.id)/x", "/vraagstukken/x", "/inbreng", "/inbreng/x/y", "/organiseren", "/bijeenkomsten"] {
            #expect(InventoryRoute(PageAddress(target: target)) == nil, "\(target)")
        }
        for target in ["/organiseren", "/organiseren/oproepen/x", "/organiseren/oproepen/\(Self.id)/x", "/organiseren/oproepen/\(Self.id)/lijsten/x.csv"] {
            #expect(CallDeskRoute(PageAddress(target: target)) == nil, "\(target)")
        }
    }

    // MARK: Answers

    private static func view(_ questions: [CallQuestion] = CallQuestion.usual, _ anonymity: Anonymity = .anonymous) -> CallView {
        let call = Call(id: id, programme: other, part: nil, facts: InventoryGround.facts(anonymity), promisedAt: nil, addedAt: 1)
        return CallView(call: call, questions: questions, channels: [], rounds: [])
    }

    private static func places() throws -> [AnswerPlace] {
        [
            AnswerPlace(code: try #require(AreaCode("GM0222")), name: "Doetinchem"), AnswerPlace(code: try #require(AreaCode("GM9999")), name: "Lindenmeer"),
        ]
    }

    @Test("INV-15: a call begins with three open questions at most")
    func short() {
        #expect(CallQuestion.usual.count { $0.kind != .sources } == 3 && CallQuestion.usual.map(\.kind) == [.issue, .sources, .learning, .offer])
    }

    @Test("INV-04, INV-06: every fault is said at once; what it takes is nothing without what to learn")
    func faults() throws {
        var form = Form(items: [.init("gemeente", "GM0001"), .init("nodig", "geld"), .init("naam", "Bo"), .init("mail", "geen")])
        let found = AnswerForm.contribution(&form, of: Self.view(), places: try Self.places())
        #expect(form.errors.map(\.field) == ["rol", "gemeente", "vraagstuk", "leren"] && found.name == nil && found.mail == nil)
        var named = Form(items: [.init("rol", "beheerder"), .init("vraagstuk", "Hoe?"), .init("naam", "Bo"), .init("mail", "geen")])
        _ = AnswerForm.contribution(&named, of: Self.view(CallQuestion.usual, .named), places: try Self.places())
        #expect(named.errors.map(\.field) == ["rol", "mail"], "an administrator is no role to answer in")
    }

    @Test("INV-06, AGD-17: an answer is read whole")
    func whole() throws {
        var form = Form(items: [
            .init("rol", "buurtmaker"), .init("gemeente", "GM9999"), .init("vraagstuk", " Hoe dan? "), .init("kenmerk", "urgent"), .init("kenmerk", "taai"),
            .init("waarom", "Al jaren"), .init("situatie", "Nu"), .init("plek", "De Linde"), .init("geprobeerd", "Veel"), .init("leren", "Praten"),
            .init("nodig", "tijd"), .init("nodig", "partner"), .init("nodig-uitleg", "Een avond"), .init("aanbod", "Tuinen"), .init("bronnen", "bewoners"),
            .init("citaat", "ja"),
        ])
        let found = AnswerForm.contribution(&form, of: Self.view(), places: try Self.places())
        #expect(form.errors.isEmpty && found.role == .neighbourhoodMaker && found.municipality?.name == "Lindenmeer" && found.isQuotable)
        #expect(
            found.question
                == PracticeQuestion(
                    asked: "Hoe dan?", context: "Nu", place: "De Linde", tried: "Veel", isUrgent: true, isTough: true, whyTough: "Al jaren"))
        #expect(found.need == KnowledgeNeed(learn: "Praten", needs: [.time, .partner], words: "Een avond"))
        #expect(found.offer == "Tuinen" && found.sources == [.residents])
    }

    @Test("D-10: a page that is sent changes only its own fields; a box that was unticked is gone")
    func merge() {
        let draft: [Form.Item] = [.init("zegel", "z"), .init("rol", "inwoner"), .init("kenmerk", "taai"), .init("leren", "Praten")]
        let sent = Form(items: [.init("rol", "ambtenaar"), .init("leren", "Anders"), .init("zegel", "vals"), .init("vraagstuk", "Hoe?")])
        let merged = AnswerForm.merge(sent, on: 1, into: draft)
        #expect(merged == [.init("zegel", "z"), .init("leren", "Praten"), .init("rol", "ambtenaar"), .init("vraagstuk", "Hoe?")])
    }

    @Test("a seal is read here alone, for 30 days, and says when the form was opened")
    func seal() throws {
        let key = SecretKey.random(), now: Int64 = 1_790_000_000_000, field = AnswerSeal.field(key: key, at: now)
        let seal = try #require(AnswerSeal(field, key: key, at: now + 1))
        #expect(seal.openedAt == now && seal.number.count == 16 && seal.isTooFast(at: now + 2999) && !seal.isTooFast(at: now + 3000))
        #expect(AnswerSeal(field, key: .random(), at: now) == nil && AnswerSeal(nil, key: key, at: now) == nil && AnswerSeal("", key: key, at: now) == nil)
        #expect(AnswerSeal(field, key: key, at: now + AnswerSeal.life - 1) != nil && AnswerSeal(field, key: key, at: now + AnswerSeal.life) == nil)
    }

    // MARK: Paper

    @Test("a sheet is read with commas, semicolons or tabs, with quotes and line ends in fields, and written so that no formula runs")
    func sheet() {
        let comma = AnswerSheet.rows("a,b\r\n\"x, \"\"y\"\"\",\"1\n2\"\r\n\r\nz,\n")
        #expect(comma.map(\.fields) == [["a", "b"], ["x, \"y\"", "1\n2"], ["z", ""]] && comma.map(\.line) == [1, 2, 5])
        #expect(AnswerSheet.rows("\u{FEFF}a;b\n1;2,3").map(\.fields) == [["a", "b"], ["1", "2,3"]])
        #expect(AnswerSheet.rows("a\tb\n1\t2").map(\.fields) == [["a", "b"], ["1", "2"]])
        #expect(AnswerSheet.rows("").isEmpty && AnswerSheet.rows("\n\n").isEmpty)
        var sheet = AnswerSheet(["x"])
        for text in ["=1+1", "-2", "a,b", "zeg \"ja\"", "gewoon"] { sheet.row([text]) }
        #expect(String(decoding: sheet.bytes, as: UTF8.self) == "x\r\n'=1+1\r\n'-2\r\n\"a,b\"\r\n\"zeg \"\"ja\"\"\"\r\ngewoon\r\n")
    }

    @Test("paper: all rows or none, with row, column, value and reason for each fault")
    func paper() throws {
        let reader = PaperImport(view: Self.view(), places: try Self.places())
        let good = AnswerSheet.rows(
            "rol,gemeente,leervraag,urgent,leren,nodig,bronnen,citeren\nInwoner,lindenmeer,Hoe?,ja,Praten,tijd geld,bewoners,x\nambtenaar,GM0222,,,Leren,,,nee")
        let found = try reader.read(good)
        #expect(found.count == 2 && found[0].role == .resident && found[0].municipality?.name == "Lindenmeer" && found[0].isQuotable)
        #expect(found[0].question?.isUrgent == true && found[0].need?.needs == [.time, .money] && found[1].need?.learn == "Leren")
        let bad = AnswerSheet.rows("rol,gemeente,leervraag,urgent,kleur,mail\nkoning,Lindenmeer,Hoe?,misschien,rood,bo@voorbeeld.nl\ninwoner,,,,,\n")
        let refused = #expect(throws: ImportRefused.self) { try reader.read(bad) }
        let lines = refused?.diagnostics.map { "\($0.row ?? 0) \($0.column ?? "-") \($0.value ?? "-")" }
        #expect(lines == ["1 kleur -", "2 rol koning", "2 urgent misschien", "2 mail -", "3 - -"])
        #expect(refused?.diagnostics.allSatisfy { !$0.reason.nl.isEmpty && !$0.reason.en.isEmpty } == true)
        #expect(PaperImport.batch(good, round: Self.id) == PaperImport.batch(good, round: Self.id))
        #expect(PaperImport.batch(good, round: Self.id) != PaperImport.batch(bad, round: Self.id))
    }
}
