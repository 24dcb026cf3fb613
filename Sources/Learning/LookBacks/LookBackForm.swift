import Core
import People
import Web

/// Reads the forms of look-backs, and shows them again.
enum LookBackForm {
    private typealias Words = LookBackDeskWords

    /// How often the thing had been saved when the form was made.
    static func version(_ form: Form) -> Int { form["versie"].flatMap { Int($0) } ?? -1 }

    private static func long(_ name: String, limit: Int = LookBackRules.listLimit, _ form: inout Form) -> String {
        IntervisionFields.paragraphs(name, limit: limit, &form) ?? ""
    }

    // MARK: The whole

    static func facts(_ form: inout Form) -> LookBack.Facts? {
        let facts = LookBack.Facts(
            tomorrow: long("morgen", &form), main: long("tekst", limit: LookBackRules.mainLimit, &form), aboutAuthor: long("over-schrijver", limit: 1000, &form)
        )
        return form.errors.isEmpty ? facts : nil
    }

    static func items(_ lookBack: LookBack, me: Identifier?) -> Form {
        let isMine = lookBack.author != nil && lookBack.author == me
        return Form(
            items: [
                .init("morgen", lookBack.facts.tomorrow), .init("tekst", lookBack.facts.main), .init("over-schrijver", lookBack.facts.aboutAuthor),
                .init("versie", "\(lookBack.version)"),
            ] + (isMine ? [.init("schrijver", "ja")] : []))
    }

    /// Who stands as the writer: whoever ticks the box takes their own name, and only their own name can they take away.
    static func author(_ form: Form, before: Identifier?, me: Identifier?) -> Identifier? {
        if form.has("schrijver", "ja") { return me }
        return before == me ? nil : before
    }

    // MARK: A part

    static func text(_ form: inout Form) -> LookBackPiece.Text? {
        let text = LookBackPiece.Text(
            outcome: IntervisionFields.paragraphs("uitkomst", limit: LookBackRules.outcomeLimit, required: Words.both(\.outcomeEmpty), &form) ?? "",
            steps: long("stappen", &form), works: long("werkt", &form), worksNot: long("werkt-niet", &form))
        return form.errors.isEmpty ? text : nil
    }

    static func items(_ piece: LookBackPiece) -> Form {
        Form(items: [
            .init("uitkomst", piece.text.outcome), .init("stappen", piece.text.steps), .init("werkt", piece.text.works),
            .init("werkt-niet", piece.text.worksNot), .init("versie", "\(piece.version)"),
        ])
    }

    // MARK: Figures and points

    /// A figure without a source or the day of it is refused (TER-05).
    static func figure(_ form: inout Form) -> LookBackFigure.Facts? {
        let label = IntervisionFields.line("cijfer-naam", limit: 200, required: Words.both(\.figureLabelEmpty), &form)
        let value = IntervisionFields.line("cijfer-waarde", limit: 100, required: Words.both(\.figureValueEmpty), &form)
        let unit = IntervisionFields.line("cijfer-eenheid", limit: 100, &form) ?? ""
        let period = IntervisionFields.line("cijfer-periode", limit: 100, required: Words.both(\.figurePeriodEmpty), &form)
        let source = IntervisionFields.line("cijfer-bron", limit: 300, required: Words.both(\.figureSourceEmpty), &form)
        let day = form.value("cijfer-datum", as: DutchDay.self, required: Words.both(\.figureDayEmpty), otherwise: Words.both(\.figureDayEmpty))
        guard let label, let value, let period, let source, let day, form.errors.isEmpty else { return nil }
        return LookBackFigure.Facts(label: label, value: value, unit: unit, period: period, source: source, day: day.description)
    }

    static func point(_ form: inout Form) -> String? {
        IntervisionFields.line("punt", limit: LookBackRules.pointLimit, required: Words.both(\.pointEmpty), &form)
    }

    /// Which method an experience is about; a fault in the form for none.
    static func method(_ form: inout Form) -> IntervisionMethod? {
        let method = ShippedMethods.all.first { $0.key == form["methode"] }
        if method == nil { form.fail("methode", LookBackWords.both(\.methodEmpty)) }
        return method
    }
}
