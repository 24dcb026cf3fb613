import Core

extension Language {
    /// What comes first in `Accept-Language`; `usual` where nothing of it is spoken here.
    package static func preferred(_ header: String?, otherwise usual: Language) -> Language {
        guard let header else { return usual }
        var best: (language: Language, weight: Double) = (usual, 0)
        for part in header.split(separator: ",", maxSplits: 20) {
            let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let tag = pieces.first, let language = Language(rawValue: String(tag.prefix { $0 != "-" })) else { continue }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > best.weight { best = (language, weight) }
        }
        return best.language
    }
}
