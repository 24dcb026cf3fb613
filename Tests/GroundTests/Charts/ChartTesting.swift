import Charts
import Foundation
import HTML
import Testing

/// The elements of a drawing, read back from its text. Records an issue for markup that does not nest.
struct Drawing {
    struct Node {
        let name: String
        let attributes: [String: String]
        var text = ""
    }

    let source: String
    private(set) var nodes: [Node] = []

    init(_ content: some HTML) {
        source = markup(content)
        var open: [Int] = []
        var tags = 0
        for match in source.matches(of: /<(\/?)([A-Za-z0-9]+)((?:\s+[A-Za-z0-9:-]+="[^"<]*")*)\s*(\/?)>([^<]*)/) {
            tags += 1
            if match.1 == "/" {
                let last = open.popLast()
                #expect(last.map { nodes[$0].name } == String(match.2), "\(match.0)")
                if let parent = open.last { nodes[parent].text += match.5 }
            } else {
                let pairs = match.3.matches(of: /([A-Za-z0-9:-]+)="([^"]*)"/).map { (String($0.1), String($0.2)) }
                #expect(Set(pairs.map(\.0)).count == pairs.count, "an attribute twice in \(match.0)")
                nodes.append(Node(name: String(match.2), attributes: Dictionary(pairs) { first, _ in first }, text: match.4 == "/" ? "" : String(match.5)))
                if match.4 != "/" { open.append(nodes.count - 1) }
            }
        }
        #expect(open.isEmpty)
        #expect(tags == source.utf8.count { $0 == 0x3C }, "markup that was not understood")
    }

    func nodes(_ name: String, class names: String? = nil) -> [Node] {
        nodes.filter { $0.name == name && (names == nil || $0.attributes["class"] == names) }
    }

    func node(_ name: String, class names: String? = nil) throws -> Node { try #require(nodes(name, class: names).first) }

    /// What no figure may hold, whatever goes in.
    func expectSound(_ comment: Comment? = nil) {
        let numbers = nodes.flatMap { $0.attributes.filter { Drawing.places.contains($0.key) }.values }
        for word in ["NaN", "nan", "inf"] { #expect(!numbers.contains { $0.contains(word) }, comment) }
        #expect(!nodes.contains { $0.attributes.keys.contains { $0 == "style" || $0.hasPrefix("on") } }, comment)
        #expect(!source.contains("<script"), comment)
        // Below zero only where a pointer is counted from a corner of the map.
        for share in numbers where share.hasSuffix("%") {
            #expect(Double(share.dropLast()).map { (-100...100).contains($0) } == true, comment)
        }
        for image in nodes where image.attributes["role"] == "img" { #expect(image.attributes["aria-label"]?.isEmpty == false, comment) }
        let ids = nodes.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count, comment)
    }

    private static let places: Set<String> = ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "d", "viewBox"]
}

extension Drawing.Node {
    func number(_ name: String) throws -> Double {
        let text = try #require(attributes[name])
        return try #require(Double(text.hasSuffix("%") ? String(text.dropLast()) : text))
    }
}
