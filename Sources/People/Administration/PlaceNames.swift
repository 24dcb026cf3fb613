import Core

/// The names of the places where roles hold.
struct PlaceNames: Sendable {
    var organisations: [Identifier: String] = [:]
    var programmes: [Identifier: String] = [:]
    var areas: [AreaCode: String] = [:]

    /// `in Doetinchem (GM0222)`, `voor De Wijkmakers`.
    func text(_ scope: Scope, _ language: Language) -> String {
        let isDutch = language == .nl
        switch scope {
        case .organisation(let id):
            if let name = organisations[id] { return isDutch ? "voor \(name)" : "for \(name)" }
        case .programme(let id):
            if let name = programmes[id] { return "in \(name)" }
        case .area(let code):
            if let name = areas[code] { return "in \(name) (\(code))" }
        case .installation, .thing: break
        }
        return AccountWords(language).place(scope)
    }
}

extension Slice {
    /// The names of these places; those that are not known are left out.
    func placeNames(of scopes: some Sequence<Scope>) async throws -> PlaceNames {
        var names = PlaceNames(), organisations: Set<Identifier> = [], programmes: Set<Identifier> = []
        for scope in scopes {
            switch scope {
            case .organisation(let id): organisations.insert(id)
            case .area(let code): if names.areas[code] == nil { names.areas[code] = try await areaName(code) }
            case .programme(let id): programmes.insert(id)
            case .installation, .thing: break
            }
        }
        names.programmes = try await self.programmes.names(of: programmes)
        names.organisations = try await self.organisations.names(of: organisations)
        return names
    }
}
