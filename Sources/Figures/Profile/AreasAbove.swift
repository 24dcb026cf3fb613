import Areas
import Core
import HTML

/// Areas in the editions of a book: where each stands, and whether it is the same piece of land there. Found once for all figures.
struct FrameSteps: Sendable {
    /// An area in one edition.
    struct Step: Sendable {
        /// Where it stands; nil when the edition does not hold it.
        let position: Int?
        let comparable: ComparableState
    }

    /// The country first.
    let areas: [Area]
    private let steps: [ObjectIdentifier: [Step]]

    init(_ areas: [Area], book: FigureBook, gazetteer: Gazetteer) {
        self.areas = areas
        // Many deliveries have the borders of one year.
        var states: [Int: [ComparableState]] = [:]
        var steps: [ObjectIdentifier: [Step]] = [:]
        steps.reserveCapacity(book.frames.count)
        for frame in book.frames {
            let year = frame.edition.boundaryYear
            let ofYear =
                states[year]
                ?? areas.map { area in
                    year == area.year ? .same : ComparableState(Continuity.between(gazetteer.area(area.code, in: year), area))
                }
            states[year] = ofYear
            steps[ObjectIdentifier(frame)] = zip(areas, ofYear).map { Step(position: frame.position(of: $0.code), comparable: $1) }
        }
        self.steps = steps
    }

    /// - Parameter index: of the areas
    func step(_ index: Int, in frame: EditionFrame) -> Step {
        steps[ObjectIdentifier(frame)]?[index] ?? Step(position: nil, comparable: ComparableState(Continuity.between(nil, nil)))
    }

    /// The figure of one of these areas, by the delivery on its own borders first.
    ///
    /// - Parameters:
    ///   - index: of the areas
    ///   - columns: all of an indicator
    func reference(_ index: Int, period: Period, in columns: [FigureColumn]) -> Figure.Reference? {
        let area = areas[index]
        for isOwnYear in [true, false] {
            for column in columns where column.period == period && (column.frame.edition.boundaryYear == area.year) == isOwnYear {
                let step = step(index, in: column.frame)
                guard step.comparable == .same, let position = step.position, !column.value(at: position).isNaN else { continue }
                let observation = Observation(
                    period: period, value: column.value(at: position), missing: nil, interval: column.interval(at: position), status: column.status,
                    edition: column.frame.edition, comparable: .same)
                return Figure.Reference(area: area, observation: observation)
            }
        }
        return nil
    }
}

/// The country, the province and the municipality above an area: the same for all areas in the municipality, so kept with the book.
final class AreasAbove: Sendable {
    struct Key: Hashable, Sendable {
        let gazetteer: ObjectIdentifier
        /// The lowest of the areas above; nil above the country.
        let place: AreaCode?
        let year: Int
    }

    private let steps: FrameSteps
    private let known = Kept<ObjectIdentifier, ReferenceGround>()
    /// Kept alive: its identity is in the key.
    private let gazetteer: Gazetteer.Identity

    private init(_ areas: [Area], book: FigureBook, gazetteer: Gazetteer) {
        self.steps = FrameSteps(areas, book: book, gazetteer: gazetteer)
        self.gazetteer = gazetteer.identity
    }

    /// - Parameter areas: the country first
    static func of(_ areas: [Area], year: Int, book: FigureBook, gazetteer: Gazetteer) -> AreasAbove {
        let key = Key(gazetteer: ObjectIdentifier(gazetteer.identity), place: areas.last?.code, year: year)
        return book.above.value(for: key) { AreasAbove(areas, book: book, gazetteer: gazetteer) }
    }

    /// What a figure is there, the nearest area first.
    ///
    /// - Parameters:
    ///   - column: the delivery the figure of the area below comes from
    ///   - columns: all of its indicator
    func references(beside column: FigureColumn, in columns: [FigureColumn]) -> ReferenceGround {
        known.value(for: ObjectIdentifier(column)) {
            ReferenceGround(steps.areas.indices.reversed().compactMap { steps.reference($0, period: column.period, in: columns) })
        }
    }
}

/// The same figure for the areas above, with the words a page has for it.
final class ReferenceGround: Sendable {
    let references: [Figure.Reference]
    private let texts = KeptFew<Language, Fragment>()

    init(_ references: [Figure.Reference]) {
        self.references = references
    }

    /// `gemeente Arnhem 70%, provincie Gelderland 75%`; empty without figures.
    func text(in language: Language, unit: Unit) -> Fragment {
        texts.value(for: language) {
            Fragment(references.compactMap { $0.text(in: language, unit: unit) }.joined(separator: ", "))
        }
    }
}

extension Figure.Reference {
    /// `gemeente Arnhem 70%`; nil without a value.
    func text(in language: Language, unit: Unit) -> String? {
        observation.value.map { FiguresWords(language).reference(area, unit.text($0, in: language)) }
    }
}
