import Areas
import Core
import Foundation
import Web

extension ProfileDocument {
    package init(_ profile: Profile) {
        let area = profile.area
        self.area = AreaItem(
            code: area.code.description, name: area.name, level: area.level, year: area.year, landHectares: area.landHectares, postcode: area.postcode,
            within: profile.lineage.dropLast().map { Place(code: $0.code.description, name: $0.name, level: $0.level) })
        self.figures = profile.figures.map(FigureItem.init)
        var seen: Set<Int64> = []
        let editions = profile.figures.flatMap(\.series).map(\.edition).filter { seen.insert($0.id).inserted }
        self.sources = editions.sorted { ($0.source, $0.number) < ($1.source, $1.number) }.map(SourceItem.init)
    }

    /// UTF-8, keys sorted, so that the same profile gives the same bytes.
    package func json() throws -> [UInt8] { try Self.bytes(self) }

    /// Several profiles as one list.
    package static func json(_ documents: [ProfileDocument]) throws -> [UInt8] { try bytes(documents) }

    private static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [0x0A]
    }
}

extension ProfileDocument.FigureItem {
    init(_ figure: Figure) {
        let indicator = figure.indicator
        self.init(
            key: indicator.key, name: indicator.name, theme: indicator.theme.rawValue,
            unit: ProfileDocument.UnitItem(
                prefix: indicator.unit.prefix, suffix: indicator.unit.suffix, factor: indicator.unit.factor, decimals: indicator.unit.decimals),
            kind: indicator.kind.apiWord, basis: indicator.basis.apiWord, doesNotSay: indicator.doesNotSay,
            observations: figure.series.map(ProfileDocument.ObservationItem.init), nation: figure.nation.map(ProfileDocument.PlaceItem.init),
            municipality: figure.municipality.map(ProfileDocument.PlaceItem.init), cautions: figure.cautions.map(\.label))
    }
}

extension ProfileDocument.ObservationItem {
    init(_ observation: Observation) {
        var why: Localized?
        if case .broken(let reason) = observation.comparable { why = reason }
        let missing = observation.value == nil ? observation.missing ?? .notDelivered : nil
        self.init(
            period: observation.period.description, value: observation.value,
            reason: missing.map { ProfileDocument.Reason(code: $0.apiWord, text: $0.explanation) },
            margin: observation.interval.map { ProfileDocument.Margin(lower: $0.lower, upper: $0.upper, kind: $0.kind.apiWord) },
            status: observation.status.apiWord, isComparable: why == nil, notComparable: why, source: observation.edition.name)
    }
}

extension ProfileDocument.PlaceItem {
    init(_ place: PlaceAmongAreas) {
        self.init(count: place.count, missing: place.missing, lowerShare: place.lowerShare, higherShare: place.higherShare, median: place.median)
    }
}

extension ProfileDocument.SourceItem {
    init(_ edition: Edition) {
        func time(_ milliseconds: Int64) -> String { UTCTime.text(Double(milliseconds) / 1000) }
        self.init(
            key: edition.source, number: edition.number, title: edition.title, publisher: edition.publisher, table: edition.table,
            address: edition.address, licence: edition.licence, attribution: edition.attribution, boundaryYear: edition.boundaryYear,
            retrieved: edition.retrievedAt.map(time), modified: edition.modifiedAt.map(time), imported: time(edition.importedAt), digest: edition.digest)
    }
}

extension Edition {
    /// `kwb-2024:1`: how an address and a document name a delivery.
    var name: String { "\(source):\(number)" }
}
