import Core
import Web

/// Reads what someone writes of a yield, and shows it again.
enum YieldForm {
    private typealias Words = YieldWords

    static func facts(_ form: inout Form) -> LearningYield.Facts? {
        func long(_ name: String, _ limit: Int, _ form: inout Form) -> String { IntervisionFields.paragraphs(name, limit: limit, &form) ?? "" }
        let title = IntervisionFields.line("naam", limit: 200, required: Words.both(\.titleEmpty), &form)
        let facts = LearningYield.Facts(
            title: title ?? "", forWhom: long("voor-wie", 500, &form), steps: long("stappen", LookBackRules.listLimit, &form),
            works: long("werkt", LookBackRules.listLimit, &form), worksNot: long("werkt-niet", LookBackRules.listLimit, &form),
            firstStep: long("eerste-stap", 500, &form), licence: form.choice("licentie", of: LearningYield.Licence.self),
            source: long("bron", 500, &form))
        return form.errors.isEmpty ? facts : nil
    }

    static func items(_ facts: LearningYield.Facts, version: Int) -> Form {
        Form(items: [
            .init("naam", facts.title), .init("voor-wie", facts.forWhom), .init("stappen", facts.steps), .init("werkt", facts.works),
            .init("werkt-niet", facts.worksNot), .init("eerste-stap", facts.firstStep), .init("licentie", facts.licence?.rawValue ?? ""),
            .init("bron", facts.source), .init("versie", "\(version)"),
        ])
    }
}
