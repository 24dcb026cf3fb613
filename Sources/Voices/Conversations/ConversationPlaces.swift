import Areas
import Core
import People
import Web

/// What someone typed as the area of a conversation.
enum TypedArea: Sendable, Hashable {
    case area(AreaCode)
    case unknown
    /// Not a neighbourhood, district or municipality.
    case size
    /// Several are called so: the first of them, with their codes.
    case several([String])
}

extension ConversationPart {
    /// Most areas of one name that are offered.
    private static let mostOffered = 5

    /// Finds an area by its code or name. Where no borders were imported, any code will do.
    func typedArea(_ typed: String) async throws -> TypedArea {
        let text = typed.split(whereSeparator: \.isWhitespace).joined(separator: " "), gazetteer = try await areas.gazetteer.current()
        if let code = AreaCode(text) {
            guard code.level >= .municipality else { return .size }
            return gazetteer.years.isEmpty || gazetteer.newest(code) != nil ? .area(code) : .unknown
        }
        guard let search = try await areas.search.current() else { return .unknown }
        let wanted = text.lowercased(), found = search.find(text, limit: 20).filter { !$0.isGuess }
        let fitting = found.filter { $0.area.level >= .municipality }
        guard !fitting.isEmpty else { return found.isEmpty ? .unknown : .size }
        let exact = fitting.filter { $0.area.name.lowercased() == wanted }, best = exact.isEmpty ? fitting : exact
        if best.count == 1, let only = best.first { return .area(only.area.code) }
        return .several(best.prefix(Self.mostOffered).map { hit in "\(hit.area.code) (\(hit.area.name)\(hit.municipality.map { ", " + $0 } ?? ""))" })
    }

    /// The area that a form names; nil with a fault where it names none.
    func area(_ name: String, _ form: inout Form) async throws -> AreaCode? {
        typealias Words = ConversationDeskWords
        guard let typed = form.text(name, limit: 100, required: Words.both(\.areaEmpty)) else { return nil }
        switch try await typedArea(typed) {
        case .area(let code): return code
        case .unknown: form.fail(name, Words.both(\.areaUnknown))
        case .size: form.fail(name, Words.both(\.areaSize))
        case .several(let names): form.fail(name, Words.both { $0.areaSeveral(names.joined(separator: "; ")) })
        }
        return nil
    }

    /// The organisations in whose name this actor can begin a conversation somewhere.
    func owners(_ actor: Actor) async throws -> [Organisation] {
        try await people.organisations.list().filter { VoicesPolicy.speaksSomewhere(for: $0, by: actor) }
    }
}
