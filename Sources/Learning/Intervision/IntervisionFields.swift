import Core
import People
import Web

/// Reads what a column holds: counted by code points, as both engines count.
enum IntervisionFields {
    /// One line; line ends become spaces.
    static func line(_ name: String, limit: Int, required: Localized? = nil, _ form: inout Form) -> String? {
        paragraphs(name, limit: limit, required: required, &form)?.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// Several lines.
    static func paragraphs(_ name: String, limit: Int, required: Localized? = nil, _ form: inout Form) -> String? {
        let tooLong = Localized(nl: "Gebruik hoogstens \(limit) tekens", en: "Use at most \(limit) characters")
        guard let text = form.text(name, limit: limit, required: required, tooLong: tooLong) else { return nil }
        guard text.unicodeScalars.count <= limit else {
            form.fail(name, tooLong)
            return nil
        }
        return text
    }

    /// A day from today on, as people write it.
    static func day(_ name: String, from now: Int64, _ form: inout Form) -> DutchDay? {
        let shape = Localized(nl: "Vul een datum in, zoals 31-12-2027", en: "Fill in a date, such as 31-12-2027")
        guard let day = form.value(name, as: DutchDay.self, required: shape, otherwise: shape) else { return nil }
        guard day.end > now else {
            form.fail(name, Localized(nl: "Kies een dag die nog komt", en: "Choose a day to come"))
            return nil
        }
        return day
    }

    /// `14:30` as minutes after midnight.
    static func time(_ name: String, _ form: inout Form) -> Int? {
        let shape = Localized(nl: "Vul een tijd in, zoals 14:30", en: "Fill in a time, such as 14:30")
        guard let text = form.text(name, limit: 5, required: shape) else { return nil }
        let parts = text.split(whereSeparator: { $0 == ":" || $0 == "." })
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute) else {
            form.fail(name, shape)
            return nil
        }
        return hour * 60 + minute
    }
}

/// Reads the forms of groups and sessions.
enum IntervisionForms {
    private typealias Words = GroupWords

    static func agreements(_ form: inout Form) -> (name: String, agreements: IntervisionGroup.Agreements)? {
        let name = IntervisionFields.line("naam", limit: 200, required: Words.both(\.nameEmpty), &form)
        func agreement(_ field: String, _ form: inout Form) -> String? {
            IntervisionFields.paragraphs(field, limit: 1000, required: Words.both(\.agreementEmpty), &form)
        }
        let attendance = agreement("aanwezig", &form), confidentiality = agreement("vertrouwen", &form)
        let facilitating = agreement("begeleiding", &form), replacement = agreement("vervanging", &form)
        guard let name, let attendance, let confidentiality, let facilitating, let replacement, form.errors.isEmpty else { return nil }
        return (
            name,
            IntervisionGroup.Agreements(
                attendance: attendance, confidentiality: confidentiality, facilitating: facilitating, replacement: replacement)
        )
    }

    static func items(_ group: IntervisionGroup) -> Form {
        Form(items: [
            .init("naam", group.name), .init("aanwezig", group.agreements.attendance), .init("vertrouwen", group.agreements.confidentiality),
            .init("begeleiding", group.agreements.facilitating), .init("vervanging", group.agreements.replacement),
        ])
    }

    static func method(_ form: inout Form) -> MethodDraft? {
        let name = IntervisionFields.line("methode-naam", limit: 100, required: Words.both(\.nameEmpty), &form)
        let lead = IntervisionFields.line("methode-zin", limit: 300, required: Words.both(\.leadEmpty), &form)
        let most = form.whole("methode-mensen", 2...30, required: Words.both(\.peopleShape), otherwise: Words.both(\.peopleShape))
        let experience = form.choice("methode-ervaring", of: IntervisionMethod.Experience.self, required: Words.both(\.choose))
        let trust = form.choice("methode-vertrouwen", of: IntervisionMethod.Trust.self, required: Words.both(\.choose))
        let fit = form.choice("methode-vraag", of: IntervisionMethod.Fit.self, required: Words.both(\.choose))
        let typed = IntervisionFields.paragraphs("methode-stappen", limit: 6000, required: Words.both(\.stepsEmpty), &form) ?? ""
        let lines = typed.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }, steps = lines.compactMap { MethodDraft.Step(line: $0) }
        if !typed.isEmpty, steps.count < lines.count || steps.count > MethodDraft.mostSteps { form.fail("methode-stappen", Words.both(\.stepsShape)) }
        guard let name, let lead, let most, let experience, let trust, let fit, form.errors.isEmpty else { return nil }
        return MethodDraft(name: name, lead: lead, people: 2...most, experience: experience, trust: trust, fit: fit, steps: steps)
    }

    /// Who does what; empty is nobody.
    static func roles(_ form: inout Form) -> IntervisionSession.Roles? {
        func one(_ name: String, _ form: inout Form) -> Identifier? { form.value(name, as: Identifier.self, otherwise: Words.both(\.choose)) }
        let facilitator = form.value("begeleider", as: Identifier.self, required: Words.both(\.facilitatorEmpty), otherwise: Words.both(\.choose))
        let bringer = one("inbrenger", &form), timeKeeper = one("tijdbewaker", &form), noteTaker = one("notulist", &form)
        guard let facilitator, form.errors.isEmpty else { return nil }
        return IntervisionSession.Roles(bringer: bringer, facilitator: facilitator, timeKeeper: timeKeeper, noteTaker: noteTaker)
    }

    static func items(_ roles: IntervisionSession.Roles) -> Form {
        Form(items: [
            .init("begeleider", roles.facilitator?.description ?? ""), .init("inbrenger", roles.bringer?.description ?? ""),
            .init("tijdbewaker", roles.timeKeeper?.description ?? ""), .init("notulist", roles.noteTaker?.description ?? ""),
        ])
    }

    static func methodQuestion(_ form: inout Form) -> MethodQuestion? {
        let minutes = form.whole("minuten", 15...480, required: MethodWords.both(\.minutesShape), otherwise: MethodWords.both(\.minutesShape))
        let experience = form.choice("ervaring", of: IntervisionMethod.Experience.self, required: Words.both(\.choose))
        let trust = form.choice("vertrouwen", of: IntervisionMethod.Trust.self, required: Words.both(\.choose))
        let fit = form.choice("vraag", of: IntervisionMethod.Fit.self, required: Words.both(\.choose))
        let cases = form.whole("aantal", 1...10, required: MethodWords.both(\.casesShape), otherwise: MethodWords.both(\.casesShape))
        guard let minutes, let experience, let trust, let fit, let cases, form.errors.isEmpty else { return nil }
        return MethodQuestion(minutes: minutes, experience: experience, trust: trust, fit: fit, cases: cases)
    }
}
