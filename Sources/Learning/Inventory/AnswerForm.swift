import Core
import Credentials
import Mail
import People
import Transfer
import Web

/// Reads what someone answers. Every fault is said at once, and nothing that was typed is lost.
enum AnswerForm {
    private typealias Words = AnswerWords

    static let seal = "zegel", via = "via", button = "knop"
    static let role = "rol", municipality = "gemeente", issue = "vraagstuk", traits = "kenmerk", why = "waarom", context = "situatie", place = "plek"
    static let tried = "geprobeerd", learn = "leren", needs = "nodig", needWords = "nodig-uitleg", offer = "aanbod", sources = "bronnen", quote = "citaat"
    static let name = "naam", mail = "mail"
    static let steps = 2

    /// The fields on each page of the form; the others come from the draft.
    static func names(on step: Int) -> Set<String> {
        step == 1 ? [role, municipality, issue, traits, why, context, place, tried] : [learn, needs, needWords, offer, sources, quote, name, mail]
    }

    /// The fields of the draft with those of the page that was sent.
    static func merge(_ sent: Form, on step: Int, into draft: [Form.Item]) -> [Form.Item] {
        let names = names(on: step)
        let kept = draft.filter { !names.contains($0.name) }
        return kept + sent.items.filter { names.contains($0.name) && !$0.value.isEmpty }.map { Form.Item($0.name, String($0.value.prefix(4000))) }
    }

    /// Reads everything that stands on these pages.
    ///
    /// - Parameters:
    ///   - places: municipalities that can be chosen; where there are none, none is asked
    ///   - steps: the pages to look at
    static func contribution(_ form: inout Form, of view: CallView, places: [AnswerPlace], steps: Set<Int> = [1, 2]) -> Contribution {
        var found = Contribution()
        if steps.contains(1) {
            readPlace(&form, view, places, into: &found)
            found.question = question(&form, view)
        }
        if steps.contains(2) {
            found.need = need(&form, view)
            found.offer = words(&form, offer, .offer, view)
            found.sources = Set(form.all(sources).compactMap { KnowledgeSource(rawValue: $0) })
            if let asked = view.question(.sources), asked.isRequired, found.sources.isEmpty { form.fail(sources, Words.both(\.chooseOne)) }
            found.isQuotable = form.has(quote, "ja")
            readName(&form, view, into: &found)
        }
        return found
    }

    private static func readPlace(_ form: inout Form, _ view: CallView, _ places: [AnswerPlace], into found: inout Contribution) {
        if view.facts.rule(.role) != .absent {
            found.role = form.choice(role, of: Role.self, required: view.facts.rule(.role) == .required ? Words.both(\.roleEmpty) : nil)
            if let role = found.role, !Contribution.roles.contains(role) { form.fail(self.role, Words.both(\.roleEmpty)) }
        }
        guard view.facts.rule(.municipality) != .absent, !places.isEmpty else { return }
        let empty = Words.both(\.municipalityEmpty)
        let code = form.value(municipality, as: AreaCode.self, required: view.facts.rule(.municipality) == .required ? empty : nil, otherwise: empty)
        found.municipality = code.flatMap { code in places.first { $0.code == code } }
        if code != nil, found.municipality == nil { form.fail(municipality, empty) }
    }

    private static func question(_ form: inout Form, _ view: CallView) -> PracticeQuestion? {
        guard let asked = words(&form, issue, .issue, view) else { return nil }
        let isTough = form.has(traits, "taai")
        return PracticeQuestion(
            asked: asked, context: text(&form, context) ?? "", place: text(&form, place, limit: 200) ?? "", tried: text(&form, tried) ?? "",
            isUrgent: form.has(traits, "urgent"), isTough: isTough, whyTough: isTough ? text(&form, why) ?? "" : "")
    }

    /// What to learn and what it takes stay together: without the first the second says nothing.
    private static func need(_ form: inout Form, _ view: CallView) -> KnowledgeNeed? {
        guard let learn = words(&form, self.learn, .learning, view) else {
            if form.errors.allSatisfy({ $0.field != self.learn }), !form.all(needs).filter({ !$0.isEmpty }).isEmpty {
                form.fail(self.learn, Words.both(\.learnFirst))
            }
            return nil
        }
        return KnowledgeNeed(
            learn: learn, needs: Set(form.all(needs).compactMap { KnowledgeNeed.Kind(rawValue: $0) }), words: text(&form, needWords) ?? "")
    }

    private static func words(_ form: inout Form, _ name: String, _ kind: CallQuestion.Kind, _ view: CallView) -> String? {
        guard let question = view.question(kind) else { return nil }
        return text(&form, name, required: question.isRequired ? Words.both(\.answerEmpty) : nil)
    }

    private static func readName(_ form: inout Form, _ view: CallView, into found: inout Contribution) {
        if view.facts.rule(.name) != .absent {
            found.name = line(&form, name, required: view.facts.rule(.name) == .required ? Words.both(\.nameEmpty) : nil)
        }
        if view.facts.rule(.mail) != .absent {
            found.mail = address(&form, mail, required: view.facts.rule(.mail) == .required ? Words.both(\.mailEmpty) : nil)
        }
    }

    // MARK: Fields

    /// Several lines, counted as the database counts.
    static func text(_ form: inout Form, _ name: String, limit: Int = 2000, required: Localized? = nil) -> String? {
        let tooLong = Words.both { $0.tooLong(limit) }
        guard let text = form.text(name, limit: limit, required: required, tooLong: tooLong) else { return nil }
        guard text.unicodeScalars.count <= limit else {
            form.fail(name, tooLong)
            return nil
        }
        return text
    }

    /// One line: line ends become spaces.
    static func line(_ form: inout Form, _ name: String, limit: Int = 200, required: Localized? = nil) -> String? {
        text(&form, name, limit: limit, required: required)?.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// - Parameter required: what to say when it is empty; nil where it may be
    static func address(_ form: inout Form, _ name: String, required: Localized? = nil) -> MailAddress? {
        form.mail(name, required: required, otherwise: Words.both(\.mailShape))
    }
}

/// The signed moment at which a form was opened, in a hidden field: it makes the time trap, counts the end of a round, and lets a form come in once.
///
/// It stands in place of a cookie: none is set, and whoever keeps none can answer too.
struct AnswerSeal: Sendable, Hashable {
    /// 16 hexadecimal digits: one form.
    let number: String
    /// Milliseconds since 1970.
    let openedAt: Int64

    /// As long as a draft may wait.
    static let life = InventoryStore.draftDays * InventoryStore.day
    /// Milliseconds that a person takes at least.
    static let least: Int64 = 3000

    func isTooFast(at now: Int64) -> Bool { now - openedAt < Self.least }

    static func field(key: SecretKey, at now: Int64) -> String {
        signer(key).sign("\(Digest.hex(Digest.randomBytes(8))) \(now)", until: now + life)
    }

    /// Nil for a field that was not made here, is empty or past its time.
    init?(_ field: String?, key: SecretKey, at now: Int64) {
        guard let field, let payload = try? Self.signer(key).open(field, at: now) else { return nil }
        let parts = payload.split(separator: " ").map(String.init)
        guard parts.count == 2, let opened = Int64(parts[1]) else { return nil }
        number = parts[0]
        openedAt = opened
    }

    private static func signer(_ key: SecretKey) -> TokenSigner { TokenSigner(key, purpose: "inventory form") }
}
