import Areas
import Core
import HTML
import Synchronization

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
    /// Of each edition of the book all areas.
    private let steps: [Step]

    init(_ areas: [Area], book: FigureBook, gazetteer: Gazetteer) {
        self.areas = areas
        // Many deliveries have the borders of one year.
        var states: [Int: [ComparableState]] = [:]
        var steps: [Step] = []
        steps.reserveCapacity(book.frames.count * areas.count)
        for frame in book.frames {
            let year = frame.edition.boundaryYear
            let ofYear =
                states[year]
                ?? areas.map { area in
                    year == area.year ? .same : ComparableState(Continuity.between(gazetteer.area(area.code, in: year), area))
                }
            states[year] = ofYear
            for (area, state) in zip(areas, ofYear) { steps.append(Step(position: frame.position(of: area.code), comparable: state)) }
        }
        self.steps = steps
    }

    /// - Parameters:
    ///   - index: of the areas
    ///   - frame: where the edition stands in the book
    func step(_ index: Int, in frame: Int) -> Step { steps[frame * areas.count + index] }

    /// The figure of one of these areas, by the delivery on its own borders first.
    ///
    /// - Parameter index: of the areas
    func reference(_ index: Int, period: Period, of entry: FigureBook.Entry) -> Figure.Reference? {
        let area = areas[index]
        for isOwnYear in [true, false] {
            for (column, frame) in zip(entry.columns, entry.frames)
            where column.period == period && (column.frame.edition.boundaryYear == area.year) == isOwnYear {
                let step = step(index, in: frame)
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
    /// Of each entry of the book; an entry has few columns that are the newest somewhere in one municipality.
    private let known: Mutex<[[FigureGround]]>
    /// Kept alive: its identity is in the key.
    private let gazetteer: Gazetteer.Identity

    private init(_ areas: [Area], book: FigureBook, gazetteer: Gazetteer) {
        self.steps = FrameSteps(areas, book: book, gazetteer: gazetteer)
        self.gazetteer = gazetteer.identity
        self.known = Mutex(Array(repeating: [], count: book.entries.count))
    }

    /// - Parameter areas: the country first
    static func of(_ areas: [Area], year: Int, book: FigureBook, gazetteer: Gazetteer) -> AreasAbove {
        let key = Key(gazetteer: ObjectIdentifier(gazetteer.identity), place: areas.last?.code, year: year)
        return book.above.value(for: key) { AreasAbove(areas, book: book, gazetteer: gazetteer) }
    }

    /// What a figure is around an area of a level.
    ///
    /// - Parameters:
    ///   - column: the delivery the figure of the area comes from, one of the entry
    ///   - local: makes the values of the areas around it
    func ground(_ entry: FigureBook.Entry, beside column: FigureColumn, level: AreaLevel, local: () -> LocalShape) -> FigureGround {
        let number = entry.number
        if let ground = known.withLock({ $0[number].first { $0.column === column && $0.level == level } }) { return ground }
        let made = FigureGround(
            steps.areas.indices.reversed().compactMap { steps.reference($0, period: column.period, of: entry) }, local: local(), column: column,
            level: level)
        known.withLock { $0[number].append(made) }
        return made
    }
}

/// What a figure is around an area: the same for all areas of a level in one municipality.
final class FigureGround: Sendable {
    /// The same figure for the areas above, the nearest first, as far as published.
    let references: [Figure.Reference]
    /// The areas of the level in the municipality; for a municipality, those in the province.
    let local: LocalShape
    fileprivate let column: FigureColumn
    fileprivate let level: AreaLevel
    private let texts = KeptFew<Language, Fragment>()

    fileprivate init(_ references: [Figure.Reference], local: LocalShape, column: FigureColumn, level: AreaLevel) {
        self.references = references
        self.local = local
        self.column = column
        self.level = level
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
