import Core
import Measures

extension SpatialWeights {
    /// The links of a GAL file among the areas of a table, in the order of the table.
    ///
    /// - Parameters:
    ///   - ids: names of the areas; a file with the numbers from 0 in their place means rows
    ///   - table: has the ids in this column
    ///   - allowsIslands: otherwise an area without neighbours is refused
    init(_ file: InputFile, ids: [String], of table: ValueTable, column: String, allowsIslands: Bool) throws(InputFailure) {
        do throws(GALFailure) {
            self = try GALFile.read(file.bytes, ids: ids).weights
        } catch {
            throw InputFailure(file.name, row: error.line, value: error.reason.value, error.reason.text(table: table.name, column: column))
        }
        guard !allowsIslands, let island = islands.first else { return }
        let count = islands.count
        let reason = Localized(
            nl: "Dit gebied heeft geen buren in \(file.name) (\(count) zonder buren). Neem --allow-islands om door te gaan.",
            en: "This area has no neighbours in \(file.name) (\(count) without). Use --allow-islands to go on.")
        throw InputFailure(table.name, row: table.lines[island], column: column, value: ids[island], reason)
    }
}

extension GALFailure.Reason {
    /// What stands in the file.
    fileprivate var value: String? {
        switch self {
        case .header(let text), .entry(let text), .number(let text), .unknownArea(let text), .repeatedArea(let text), .selfNeighbour(let text),
            .duplicateNeighbour(let text):
            text
        case .empty, .neighbourCount, .areaCount, .tooManyLinks: nil
        }
    }

    fileprivate func text(table: String, column: String) -> Localized {
        switch self {
        case .empty: Localized(nl: "Dit bestand is leeg.", en: "This file is empty.")
        case .header: Localized(nl: "Dit is geen GAL: de kop is 'n' of '0 n bestand sleutel'.", en: "This is no GAL: the header is 'n' or '0 n file key'.")
        case .entry: Localized(nl: "Hier hoort een gebied met zijn aantal buren.", en: "An area and its number of neighbours should be here.")
        case .number: Localized(nl: "Hier hoort een heel getal vanaf 0.", en: "A whole number from 0 should be here.")
        case .unknownArea:
            Localized(
                nl: "Dit gebied staat niet in kolom \(column) van \(table), en is geen rijnummer vanaf 0.",
                en: "This area is not in column \(column) of \(table), and is no row number from 0.")
        case .repeatedArea: Localized(nl: "Dit gebied staat er meer dan eens in.", en: "This area is there more than once.")
        case .selfNeighbour: Localized(nl: "Dit gebied is een buur van zichzelf.", en: "This area is a neighbour of itself.")
        case .duplicateNeighbour: Localized(nl: "Deze buur staat er twee keer.", en: "This neighbour is there twice.")
        case .neighbourCount(let announced, let found):
            Localized(nl: "Er horen hier \(announced) buren te staan, het zijn er \(found).", en: "\(announced) neighbours should be here, there are \(found).")
        case .areaCount(let expected, let found):
            Localized(nl: "Er horen \(expected) gebieden in te staan, het zijn er \(found).", en: "There should be \(expected) areas, there are \(found).")
        case .tooManyLinks: Localized(nl: "Er zijn te veel buren.", en: "There are too many neighbours.")
        }
    }
}
