import Core
import HTML
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("Forms")
struct FormTests {
    private func form(_ text: String) -> Form { Form(items: Form.items(of: Array(text.utf8))) }
    private let wrong = Localized(nl: "Fout", en: "Wrong")

    @Test("urlencoded bytes are read as browsers write them")
    func reading() {
        let form = form("naam=Noor+van+den+Heuvel&leeg=&vink=a&vink=b&e=%E2%82%AC%20%31&los&%6Eaam2=x=y&kapot=%zz%2")
        #expect(form["naam"] == "Noor van den Heuvel")
        #expect(form["leeg"] == "")
        #expect(form["niets"] == nil)
        #expect(form.all("vink") == ["a", "b"])
        #expect(form.has("vink", "b") && !form.has("vink", "c"))
        #expect(form["e"] == "€ 1")
        #expect(form["los"] == "")
        #expect(form["naam2"] == "x=y")
        #expect(form["kapot"] == "%zz%2")
    }

    @Test("any bytes are a form, and never more than 500 fields")
    func anyBytes() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                [0x26, 0x3D, 0x25, 0x2B, UInt8.random(in: 0...255, using: &generator)].randomElement(using: &generator) ?? 0
            }
            #expect(Form.items(of: bytes).count <= 81)
        }
        #expect(Form.items(of: Array(String(repeating: "a=b&", count: 5_000).utf8)).count == 500)
    }

    @Test("getters give values, and collect every fault in one pass")
    func getters() {
        enum Mood: String { case good = "goed", bad = "slecht" }
        var form = form("naam=++Noor+&jaar=2024&oud=3000&code=gm0222&kapot=XX&mood=goed&vreemd=anders&lang=\(String(repeating: "a", count: 30))&nul=a%00b")
        #expect(form.text("naam", required: wrong) == "Noor")
        #expect(form.whole("jaar", 2000...2030, otherwise: wrong) == 2024)
        #expect(form.value("code", as: AreaCode.self, otherwise: wrong)?.description == "GM0222")
        #expect(form.choice("mood", of: Mood.self) == .good)
        #expect(form.text("niets") == nil)
        #expect(form.whole("niets", 0...1, otherwise: wrong) == nil)
        #expect(form.errors.isEmpty)
        #expect(form.text("niets", required: wrong) == nil)
        #expect(form.whole("oud", 2000...2030, otherwise: wrong) == nil)
        #expect(form.value("kapot", as: AreaCode.self, otherwise: wrong) == nil)
        #expect(form.choice("vreemd", of: Mood.self) == nil)
        #expect(form.text("lang", limit: 20) == nil)
        #expect(form.text("nul") == nil)
        #expect(form.errors.map(\.field) == ["niets", "oud", "kapot", "vreemd", "lang", "nul"])
        #expect(throws: Problem.invalid(form.errors)) { try form.check() }
    }

    @Test("a faulty form comes back with the person's own words, a summary that links to the field, and a title that says so")
    func faulty() async throws {
        let client = try TestSite().client
        let token = try await client.get("/formulier").formToken
        let reply = try await client.post("/formulier", [("naam", "  ")], token: token)
        #expect(reply.status == 400)
        #expect(reply.text.contains("<title>Fout: Doe mee - Arnhem - Leefkring</title>"))
        #expect(reply.text.contains("<a href=\"#naam\">Vul je naam in</a>"))
        #expect(reply.text.contains("Pas één ding aan"))
        #expect(reply.text.contains("aria-invalid=\"true\" aria-describedby=\"naam-hint naam-fout\""))
        #expect(reply.text.contains("value=\"  \""))
        let order = ["<label for=\"naam\">", "id=\"naam-hint\"", "id=\"naam-fout\"", "id=\"naam\""].map { reply.text.ranges(of: $0).first?.lowerBound }
        #expect(order.allSatisfy { $0 != nil } && order.compactMap { $0 } == order.compactMap { $0 }.sorted())
        #expect(try await client.post("/en/formulier", [], token: token).text.contains("<title>Error: Doe mee"))
    }

    @Test("words of a visitor stay words in a field")
    func escaping() {
        var form = Form(items: [.init("naam", "\"><script>alert(1)</script>"), .init("uitleg", "</textarea><b>")])
        form.fail("naam", wrong)
        let language = Language.nl
        let html = String(
            decoding: Group {
                TextField("naam", Localized("Naam"), form: form, language: language)
                TextField("uitleg", Localized("Uitleg"), kind: .paragraph(limit: 500), isRequired: false, form: form, language: language)
            }.rendered(), as: UTF8.self)
        #expect(!html.contains("<script>") && !html.contains("</textarea><b>"))
        #expect(html.contains("&quot;&gt;&lt;script&gt;"))
        #expect(html.contains("(niet verplicht)") && html.contains("maxlength=\"500\""))
    }

    @Test("choices show what was chosen, and the first box takes the link of the summary")
    func choices() {
        let form = Form(items: [.init("kleur", "b"), .init("vink", "b"), .init("vink", "c"), .init("lijst", "c")])
        let choices = ["a", "b", "c"].map { Choice($0, Localized($0.uppercased()), hint: $0 == "a" ? Localized("hint") : nil) }
        func html(_ part: some HTML) -> String { String(decoding: part.rendered(), as: UTF8.self) }
        let radios = html(ChoiceField("kleur", Localized("Kleur"), kind: .one, choices: choices, form: form, language: .nl))
        #expect(radios.contains("<fieldset class=\"veld\"><legend>Kleur</legend>"))
        #expect(radios.contains("type=\"radio\" id=\"kleur\" name=\"kleur\" value=\"a\" aria-describedby=\"kleur-hint\""))
        #expect(radios.contains("id=\"kleur-2\" name=\"kleur\" value=\"b\" checked>"))
        #expect(radios.components("checked") == 1)
        let boxes = html(ChoiceField("vink", Localized("Vink"), kind: .any, choices: choices, form: form, language: .nl))
        #expect(boxes.components(" checked>") == 2)
        let list = html(SelectField("lijst", Localized("Lijst"), choices: choices, form: form, language: .nl))
        #expect(list.contains("<option value=\"c\" selected>C</option>") && list.components("selected") == 1)
    }
}
