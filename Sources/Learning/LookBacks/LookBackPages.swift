import Core
import HTML
import People
import Web

/// All that the page of a look-back shows, gathered for one reader.
struct LookBackSight: Sendable {
    struct Experience: Sendable {
        /// Its key.
        let method: String
        let experience: PracticeExperience
    }

    let scene: LookBackScene
    let edition: LookBackEdition
    /// The oldest first.
    let editions: [LookBackEdition]
    /// As the profile has it; nil for nobody.
    let author: String?
    let points: [AttentionPoint]
    let experiences: [Experience]
    let names: [Identifier: String]
    let yields: [LearningYield]
    let linked: LinkedThings

    var meeting: Meeting { scene.meeting }
}

/// The page of a look-back: what you can do tomorrow first.
struct LookBackPage: Component {
    let sight: LookBackSight
    let form: Form
    /// Nil for who is not signed in.
    let token: FormToken?
    let language: Language

    private var words: LookBackWords { LookBackWords(language) }

    static func first(_ text: String) -> String? { text.split(whereSeparator: \.isNewline).first.map(String.init) }

    var body: some HTML {
        Group {
            TitleBand(words.title(sight.meeting.facts.title), lead: words.of(MeetingHours.day(sight.meeting.facts.startsAt, language))) {
                LookBackTrail(meeting: sight.meeting, language: language)
            }
            div(.class("wrap inhoud smal")) {
                ErrorSummary(form.errors, language: language)
                if sight.scene.isFacilitator {
                    p(.class("knoppen")) { a(.class("knop licht").href(LookBackRoute.desk(sight.meeting.id).address.url(in: language))) { words.edit } }
                }
                LookBackText(scene: sight.scene, edition: sight.edition, language: language)
                points
                LookBackYields(yields: sight.yields, language: language)
                LookBackExperiences(sight: sight, form: form, token: token, language: language)
                AuthorBox(name: sight.author, about: sight.edition.facts.aboutAuthor, at: sight.edition.at, language: language)
                editions
                LinkedThingsSection(sight.linked, language: language)
            }
        }
    }

    @HTMLBuilder private var points: some HTML {
        if !sight.points.isEmpty {
            section(.class("sectie").id("aandachtspunten")) {
                h2 { words.points }
                p { words.pointsLead }
                ol { Each(sight.points) { point in li { a(.href(LookBackRoute.point(point.id).address.url(in: language))) { point.words } } } }
            }
        }
    }

    @HTMLBuilder private var editions: some HTML {
        if sight.editions.count > 1 {
            section(.class("sectie").id("versies")) {
                h2 { words.editions }
                ol {
                    Each(sight.editions) { edition in
                        li {
                            a(.href(LookBackRoute.edition(sight.meeting.id, edition.number).address.url(in: language))) {
                                words.editionOf(edition.number, MeetingHours.date(edition.at, language))
                            }
                            if !edition.reason.isEmpty { ": " + edition.reason }
                        }
                    }
                }
            }
        }
    }
}

/// From the meeting to its look-back.
struct LookBackTrail: Component {
    let meeting: Meeting
    let language: Language

    var body: some HTML {
        let words = LookBackWords(language)
        return PlaceTrail(
            [
                PlaceTrail.Step(meeting.facts.title, kind: words.meeting, address: MeetingRoute.meeting(meeting.id).address), PlaceTrail.Step(words.lookBack),
            ], language: language)
    }
}

/// The text of one edition: what you can do tomorrow, the whole, the parts, the figures.
struct LookBackText: Component {
    let scene: LookBackScene
    let edition: LookBackEdition
    let language: Language

    private var words: LookBackWords { LookBackWords(language) }

    var body: some HTML {
        Group {
            section(.class("sectie oproep").id("morgen")) {
                h2 { words.tomorrow }
                Paragraphs(edition.facts.tomorrow)
            }
            if !edition.facts.main.isEmpty {
                section(.class("sectie").id("tekst")) {
                    h2 { words.main }
                    Paragraphs(edition.facts.main)
                }
            }
            Each(edition.pieces) { piece in
                section(.class("sectie").id("deel-\(piece.id)")) { LookBackPieceText(scene: scene, piece: piece, language: language) }
            }
            LookBackFigures(figures: edition.figures, language: language)
        }
    }
}

/// One part: topic, who led it, what came of it.
struct LookBackPieceText: Component {
    let scene: LookBackScene
    let piece: LookBackPiece
    let language: Language

    private var words: LookBackWords { LookBackWords(language) }

    var body: some HTML {
        Group {
            h2 { piece.topic }
            p(.class("subtiel")) { who }
            if !piece.asked.isEmpty && piece.subgroup != nil { p { words.asked(piece.asked) } }
            Paragraphs(piece.text.outcome)
            list(words.steps, piece.text.steps)
            list(words.works, piece.text.works)
            list(words.worksNot, piece.text.worksNot)
        }
    }

    private var who: String {
        let names = scene.speakers(of: piece).map(scene.name).joined(separator: ", ")
        let kind = piece.subgroup == nil ? scene.kind(of: piece)?.name[language] ?? words.subgroup : words.subgroup
        if names.isEmpty { return kind }
        return piece.subgroup == nil ? words.by(kind, names) : words.led(kind, names)
    }

    /// A line for each thing that was written.
    @HTMLBuilder private func list(_ heading: String, _ text: String) -> some HTML {
        if !text.isEmpty {
            h3 { heading }
            ul { Each(text.split(whereSeparator: \.isNewline).map(String.init)) { line in li { line } } }
        }
    }
}

/// Numbers with their source and its date (TER-05).
struct LookBackFigures: Component {
    let figures: [LookBackFigure.Facts]
    let language: Language

    private var words: LookBackWords { LookBackWords(language) }

    var body: some HTML {
        if !figures.isEmpty {
            section(.class("sectie").id("cijfers")) {
                h2 { words.figures }
                div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.figures)) {
                    table(.class("stapel")) {
                        caption(.class("vh")) { words.figures }
                        ColumnHeads(words.figure, words.value, words.period, words.source)
                        tbody { Each(figures) { figure in row(figure) } }
                    }
                }
            }
        }
    }

    private func row(_ figure: LookBackFigure.Facts) -> some HTML {
        tr {
            th(.scope("row")) { figure.label }
            td(.data("kop", words.value)) { figure.unit.isEmpty ? figure.value : "\(figure.value) \(figure.unit)" }
            td(.data("kop", words.period)) { figure.period }
            td(.data("kop", words.source)) { "\(figure.source), \(DutchDay(figure.day)?.written ?? figure.day)" }
        }
    }
}

/// About the writer (TER-06).
struct AuthorBox: Component {
    let name: String?
    let about: String
    /// Milliseconds since 1970.
    let at: Int64
    let language: Language

    private var words: LookBackWords { LookBackWords(language) }

    var body: some HTML {
        section(.class("sectie").id("schrijver")) {
            h2 { words.author }
            if let name { p { strong { name } } }
            Paragraphs(about)
            p(.class("subtiel")) { words.publishedOn(MeetingHours.date(at, language)) }
        }
    }
}

/// The yields of a look-back.
struct LookBackYields: Component {
    let yields: [LearningYield]
    let language: Language

    var body: some HTML {
        if !yields.isEmpty {
            section(.class("sectie").id("opbrengsten")) {
                h2 { LookBackWords(language).yields }
                ul {
                    Each(yields) { one in
                        li {
                            a(.href(YieldRoute.one(one.id).address.url(in: language))) { one.facts.title }
                            " "
                            YieldStateTag(state: one.state, language: language)
                        }
                    }
                }
            }
        }
    }
}

/// An edition that is kept as it was.
struct LookBackEditionPage: Component {
    let scene: LookBackScene
    let edition: LookBackEdition
    let author: String?
    let language: Language

    private var words: LookBackWords { LookBackWords(language) }

    var body: some HTML {
        Group {
            TitleBand(words.editionTitle(edition.number, scene.meeting.facts.title), lead: MeetingHours.date(edition.at, language)) {
                LookBackTrail(meeting: scene.meeting, language: language)
            }
            div(.class("wrap inhoud smal")) {
                Notice { p { a(.href(LookBackRoute.lookBack(scene.meeting.id).address.url(in: language))) { words.newest } } }
                if !edition.reason.isEmpty { p { words.because(edition.reason) } }
                LookBackText(scene: scene, edition: edition, language: language)
                AuthorBox(name: author, about: edition.facts.aboutAuthor, at: edition.at, language: language)
            }
        }
    }
}

/// One point of attention, to point to (TER-03).
struct AttentionPointPage: Component {
    let point: AttentionPoint
    let meeting: Meeting
    /// Of the site; empty where none is set.
    let origin: String
    let linked: LinkedThings
    let language: Language

    private var words: LookBackWords { LookBackWords(language) }
    private var address: String { origin + LookBackRoute.point(point.id).address.url(in: language) }

    var body: some HTML {
        TextColumn(words.pointTitle(point.number)) {
            if let withdrawn = point.withdrawnAt { Notice(.caution) { p { words.withdrawn(MeetingHours.date(withdrawn, language)) } } }
            blockquote { p { point.words } }
            p { a(.href(LookBackRoute.lookBack(meeting.id).address.at("aandachtspunten").url(in: language))) { words.title(meeting.facts.title) } }
            section(.class("sectie").id("verwijs")) {
                h2 { words.cite }
                p { words.citation(point.words, meeting.facts.title, MeetingHours.date(point.publishedAt ?? 0, language), address) }
            }
            LinkedThingsSection(linked, language: language)
        }
    }
}
