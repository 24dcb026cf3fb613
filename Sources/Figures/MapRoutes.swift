import Areas
import Core
import HTML
import Hummingbird
import Web

/// The large map of a figure.
struct MapRoutes: Sendable {
    let slice: Slice

    var table: [Route] {
        [
            Route(.get, "/gebieden/{code}/kaart", name: "figures.map", summary: Localized(nl: "Een cijfer op de kaart", en: "A figure on the map")) {
                try await map($1)
            }
        ]
    }

    private func map(_ context: WebContext) async throws -> Answer {
        let gazetteer = try await slice.areas.gazetteer.current()
        let area = try slice.area(of: context, in: gazetteer)
        let reading = try await slice.reading(context.address)
        guard let areaMap = gazetteer.map(of: area.year) else { throw Problem.notFound }
        var form = context.query
        let question = MapForm.question(&form, levels: MapScope.levels(for: area, map: areaMap))
        let place = area.level > .municipality ? area.code.municipality.flatMap(areaMap.area) ?? area : area
        let level = question.level ?? MapScope.levels(for: area, map: areaMap).first ?? .neighbourhood
        let drawn = areaMap.areas(of: level, within: place.code)
        let offered = reading.book.indicators.filter { indicator in reading.book.columns(of: indicator.key).contains { $0.isDelivered(for: level) } }
        let paths = try await slice.maps.current().paths(of: level, within: place, map: areaMap, shapes: slice.areas.shapes)
        let values = values(question, offered: offered, drawn: drawn, book: reading.book, gazetteer: gazetteer, form: &form)
        let page = MapPage(
            area: area, place: place, lineage: areaMap.lineage(of: area.code), level: level, levels: MapScope.levels(for: area, map: areaMap),
            question: question,
            form: form, indicators: offered, values: values, paths: paths, book: reading.book, newest: gazetteer.latestYear ?? area.year,
            language: context.language)
        let head = PageHead(
            page.title, section: AreasRoute.browse.address, hasErrors: !form.errors.isEmpty, isListed: context.address.query.isEmpty,
            styles: FiguresStyle.sheets)
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest, cache: .shared(maxAge: 300)) { page }
    }

    /// The values asked for; where they cannot be had, those that can, and the form says what was wrong.
    private func values(
        _ question: MapQuestion, offered: [Indicator], drawn: [Area], book: FigureBook, gazetteer: Gazetteer, form: inout Form
    ) -> MapValues? {
        func made(_ indicator: Indicator, _ period: Period? = nil) -> MapValues? {
            MapValues(indicator, areas: drawn, period: period, book: book, gazetteer: gazetteer)
        }
        guard let key = question.figure, let indicator = Catalogue.indicator(key) else {
            return FigureChoices.usual(offered).firstResult { made($0) }
        }
        guard let newest = made(indicator) else {
            form.fail("cijfer", MapForm.noFigure)
            return FigureChoices.usual(offered).firstResult { made($0) }
        }
        guard let text = question.period else { return newest }
        guard let period = Period(text), let wanted = made(indicator, period) else {
            form.fail("periode", MapForm.noPeriod)
            return newest
        }
        return wanted
    }
}

/// Reads what the map is asked for, and says beside each field what cannot be read.
enum MapForm {
    static let noFigure = Localized(
        nl: "Dit cijfer is er niet voor deze kaart. Kies een cijfer uit de lijst", en: "This figure is not there for this map. Choose one from the list")
    static let noPeriod = Localized(
        nl: "Dit jaar is er niet voor dit cijfer. Kies een jaar uit de lijst", en: "This year is not there for this figure. Choose one from the list")
    static let noLevel = Localized(nl: "Kies een van de gebieden in de lijst", en: "Choose one of the areas in the list")
    static let noMethod = Localized(nl: "Kies een van de indelingen in de lijst", en: "Choose one of the methods in the list")
    static let noClasses = Localized(nl: "Kies 3 tot en met 7 klassen", en: "Choose 3 to 7 classes")

    static func question(_ form: inout Form, levels: [AreaLevel]) -> MapQuestion {
        var question = MapQuestion()
        question.figure = form["cijfer"].flatMap { $0.isEmpty ? nil : $0 }
        if let key = question.figure, Catalogue.indicator(key) == nil { form.fail("cijfer", noFigure) }
        question.period = form["periode"].flatMap { $0.isEmpty ? nil : $0 }
        if let level = form.choice("niveau", of: AreaLevel.self, otherwise: noLevel) {
            if levels.contains(level) { question.level = level } else { form.fail("niveau", noLevel) }
        }
        question.method = form.choice("indeling", of: MapQuestion.Method.self, otherwise: noMethod)
        question.classes = form.whole("klassen", MapQuestion.classBounds, otherwise: noClasses)
        question.year = form["jaar"].flatMap { Int($0) }
        return question
    }
}
