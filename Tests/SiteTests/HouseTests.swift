import Foundation
import Site
import Testing

@Suite("Rules of the house")
struct HouseTests {
    struct File: Sendable, CustomTestStringConvertible {
        /// Below the checkout: `Sources/Areas/Slice.swift`.
        let path: String
        let lines: [Substring]

        var testDescription: String { path }
        /// `Areas` for `Sources/Areas/Slice.swift`.
        var target: String { String(path.split(separator: "/")[1]) }

        var imports: Set<String> {
            Set(
                lines.compactMap { line in
                    let words = line.split(separator: " ")
                    guard let place = words.firstIndex(of: "import"),
                        words.prefix(place).allSatisfy({ $0.hasPrefix("@") || $0 == "private" || $0 == "internal" })
                    else { return nil }
                    return words.dropFirst(place + 1).last?.split(separator: ".").first.map(String.init)
                })
        }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let sources: [File] = {
        let folder = root.appending(path: "Sources")
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let text = (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
            return File(path: "Sources/" + path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }()

    private static let firstFloor: Set = ["Core", "Jobs", "Web", "Analysis"]
    private static let ground: Set = ["SQL", "HTML", "Charts", "Geo", "Measures", "Dutch", "OpenAPI", "Transfer", "Credentials", "Mail", "Pictures", "Search"]
    private static let slices: Set = ["People", "Areas", "Figures", "Voices", "Agenda", "Signals", "Learning", "Pilots", "Knowledge", "Quarterly"]

    @Test("there are sources to look at, in every target")
    func present() {
        let above = Self.firstFloor.union(["Areas", "Figures", "Site", "leefkring"])
        #expect(Set(Self.sources.map(\.target)).isSuperset(of: Self.ground.union(above)))
        #expect(Self.sources.allSatisfy { !$0.lines.isEmpty })
    }

    @Test("only SQL knows the drivers of databases")
    func drivers() {
        for file in Self.sources where file.target != "SQL" {
            #expect(file.imports.isDisjoint(with: ["GRDB", "GRDBSQLite", "CPostgres"]), "\(file.path)")
        }
    }

    @Test("only Web, Site, the commands, routes and the API know Hummingbird")
    func server() {
        for file in Self.sources where !["Web", "Site", "leefkring"].contains(file.target) && file.imports.contains("Hummingbird") {
            #expect(file.path.hasSuffix("Routes.swift") || file.path.contains("/Api/"), "\(file.path)")
        }
    }

    @Test("a slice knows no other slice but people and areas, and no slice knows the roof")
    func slices() {
        for file in Self.sources where Self.slices.contains(file.target) {
            let others = Self.slices.subtracting(["People", "Areas", file.target])
            #expect(file.imports.isDisjoint(with: others.union(["Site", "leefkring"])), "\(file.path)")
            if file.target == "Areas" || file.target == "People" { #expect(file.imports.isDisjoint(with: Self.slices), "\(file.path)") }
        }
    }

    @Test("ground floor and first floor know nothing above them")
    func floors() {
        let above = Self.slices.union(["Site", "leefkring"])
        for file in Self.sources where Self.ground.contains(file.target) {
            #expect(file.imports.isDisjoint(with: above.union(Self.firstFloor)), "\(file.path)")
        }
        for file in Self.sources where Self.firstFloor.contains(file.target) { #expect(file.imports.isDisjoint(with: above), "\(file.path)") }
        for file in Self.sources where file.target == "Core" { #expect(file.imports.isSubset(of: ["Foundation", "Synchronization"]), "\(file.path)") }
    }

    @Test("no file is longer than 350 lines")
    func lengths() {
        for file in Self.sources {
            #expect(file.lines.count <= 350, "\(file.path): \(file.lines.count)")
        }
    }

    @Test("nothing in the sources can stop the server on purpose or by a forced cast, and nothing is public")
    func safety() throws {
        let forbidden = try Regex(#"\btry!|\bas!|\bfatalError\b|\bpreconditionFailure\b|\bassertionFailure\b|^\s*(public|open) "#)
        for file in Self.sources {
            for (index, line) in file.lines.enumerated() {
                let code = line.prefix(upTo: line.range(of: "//")?.lowerBound ?? line.endIndex)
                #expect(code.firstMatch(of: forbidden) == nil, "\(file.path):\(index + 1)")
            }
        }
    }

    @Test("types have names of things")
    func names() throws {
        let declaration = try Regex(#"\b(?:struct|enum|final class|class|actor|protocol) ([A-Z][A-Za-z]*)"#, as: (Substring, Substring).self)
        for file in Self.sources {
            for line in file.lines {
                guard let name = line.firstMatch(of: declaration)?.output.1 else { continue }
                for ending in ["Manager", "Helper", "Util", "Utils", "Service", "Base", "Impl", "V2"] where name.hasSuffix(ending) {
                    // The OData service of StatLine is called so by its publisher.
                    #expect(name == "ODataService", "\(file.path): \(name)")
                }
            }
        }
    }

    @Test("every setting of the environment and every option of the server is described for who keeps the site")
    func settings() throws {
        let folder = Self.root.appending(path: "docs")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
        let pages = try (names.map { folder.appending(path: $0) } + [Self.root.appending(path: "README.md")]).map {
            try String(contentsOf: $0, encoding: .utf8)
        }
        func isDescribed(_ name: String) -> Bool { pages.contains { $0.contains("`\(name)`") } }
        let setting = try Regex(#""(LEEFKRING_[A-Z_]+)""#, as: (Substring, Substring).self)
        let found = Set(Self.sources.flatMap { file in file.lines.flatMap { line in line.matches(of: setting).map { String($0.output.1) } } })
        // Every name in the code is a setting, or belongs to the tools around it.
        for name in found.subtracting(Setting.ofTools) { #expect(isDescribed(name), "\(name)") }
        #expect(isDescribed(Setting.fileVariable))
        let operations = try String(contentsOf: folder.appending(path: "operations.md"), encoding: .utf8)
        #expect(Setting.allCases.count >= 19)
        for setting in Setting.allCases {
            #expect(operations.contains("| `\(setting.rawValue)` | `\(setting.variable)` |"), "\(setting.rawValue)")
            if let file = setting.fileName { #expect(operations.contains("`\(file)`"), "\(file)") }
        }
        let serve = try #require(Self.sources.first { $0.path == "Sources/leefkring/Serve.swift" })
        let option = try Regex(#"^    var ([a-z][A-Za-z]*): "#, as: (Substring, Substring).self)
        let options = serve.lines.compactMap { $0.firstMatch(of: option)?.output.1 }
        #expect(options.count >= 6)
        for name in options {
            let dashed = name.reduce(into: "--") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
            #expect(isDescribed(dashed), "\(dashed)")
        }
    }
}
