import Core
import Measures

/// The areas most like one.
package struct NearestDocument: Sendable, Hashable, Codable, Tabular {
    package struct Area: Sendable, Hashable, Codable {
        package let id: String
        package let distance: Double
    }

    /// Nearest first.
    package let areas: [Area]
    /// Whether even the nearest is farther than the nearest of 95 % of the areas: no real comparison exists.
    package let far: Bool

    package var table: TextTable {
        TextTable(facts: [("far", Figure.text(far))], header: ["id", "distance"], rows: areas.map { [$0.id, Figure.text($0.distance)] })
    }
}

package enum NearestDistance: String, Sendable, Hashable, CaseIterable {
    /// √Σ(z − z')²: not divided by the number of columns.
    case euclid
    /// √(Σ(z − z')² / p): does not grow with the number of columns, as on the page of comparable areas.
    case euclidMean = "euclid-mean"
    case mahalanobis

    fileprivate var metric: ComparableAreas.Metric {
        switch self {
        case .euclid: .euclidSum
        case .euclidMean: .euclid
        case .mahalanobis: .mahalanobis
        }
    }
}

extension ValueTable {
    /// Distances over columns in standard deviations (n − 1) from the mean, each counting 1. Two areas are compared over what both know, at least 70 %;
    /// the sum is then raised to all columns.
    ///
    /// - Parameters:
    ///   - area: id of the area
    ///   - k: how many
    /// - Throws: ``InputFailure``, `Cancelled`
    package func nearest(
        id: String, area: String, columns: [String], distance: NearestDistance = .euclid, k: Int = 5, execution: Execution = .plain
    ) throws -> Analysed<NearestDocument> {
        let ids = try ids(id), place = try self.place(of: area, id: id)
        let values = try columns.map { try numbers($0) }
        guard k >= 1 else { throw InputFailure("--k", value: "\(k)", Localized(nl: "Kies een getal vanaf 1.", en: "Choose a number from 1.")) }
        let areas = try comparable(values, of: columns, distance: distance)
        guard let found = areas.nearest(to: place, k), let nearest = found.neighbours.first else {
            let reason = Localized(
                nl: "Van dit gebied is te weinig bekend, of er zijn te weinig rijen.", en: "Too little is known of this area, or there are too few rows.")
            throw InputFailure(name, row: lines[place], column: columns.joined(separator: ","), value: area, reason)
        }
        let document = NearestDocument(
            areas: found.neighbours.map { NearestDocument.Area(id: ids[$0.area], distance: $0.distance) },
            far: try areas.isFar(nearest.distance, execution))
        var notes = zip(columns, values).flatMap { column, values in
            Diagnostic.leftOut(values.count { $0.isNaN }, of: values.count, source: name, column: column)
        }
        if areas.shrinkage > 0 {
            let part = Figure.text(areas.shrinkage)
            let reason = Localized(
                nl: "Weinig rijen voor zo veel kolommen: S is voor \(part) deel gekrompen.", en: "Few rows for so many columns: S was shrunk by \(part).")
            notes.append(Diagnostic(.note, source: name, reason: reason))
        }
        return Analysed(document, notes: notes)
    }

    /// Row of an area, from 0.
    ///
    /// - Throws: ``InputFailure``
    package func place(of area: String, id: String) throws -> Int {
        guard let place = try ids(id).firstIndex(of: area) else {
            throw InputFailure(name, column: id, value: area, Localized(nl: "Dit gebied staat er niet in.", en: "There is no such area."))
        }
        return place
    }

    /// The rows standardised on the numbers of some columns.
    ///
    /// - Throws: ``InputFailure``
    package func comparable(_ values: [[Double]], of columns: [String], distance: NearestDistance = .euclid) throws -> ComparableAreas {
        let variables = values.map { StructureVariable($0, scaling: .standard) }
        guard let areas = ComparableAreas(variables, metric: distance.metric) else {
            let reason = Localized(
                nl: "Deze kolommen hangen geheel samen, of er zijn te weinig rijen: kies andere kolommen of euclid.",
                en: "These columns depend on each other, or there are too few rows: choose other columns or euclid.")
            throw InputFailure(name, column: columns.joined(separator: ","), reason)
        }
        return areas
    }
}
