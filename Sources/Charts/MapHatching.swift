import HTML

/// Stripes and dots that tell the classes of ``MapPalette/clusters`` apart without colour.
///
/// | class | | drawn |
/// |---|---|---|
/// | 1, 2 | high among high, certain and perhaps | full, striped one way |
/// | 3, 4 | low among low, certain and perhaps | full, striped the other way |
/// | 5, 6 | high among low, certain and perhaps | light dots on full, dots |
/// | 7, 8 | low among high, certain and perhaps | light dots on full, dots |
/// | 9 | nothing found | plain |
/// | 10 | no neighbours | dots on grey |
enum MapHatching: Sendable, Hashable {
    case stripes(degrees: Int)
    case dots

    static func of(_ number: Int) -> MapHatching? {
        switch number {
        case 2: .stripes(degrees: 45)
        case 4: .stripes(degrees: -45)
        case 5...8, 10...: .dots
        default: nil
        }
    }

    /// The patterns of these classes, each with the id ``MapPalette/fill(_:prefix:)`` names.
    static func patterns(_ numbers: Set<Int>, prefix: String) -> some HTML {
        defs { Each(numbers.filter { of($0) != nil }.sorted()) { number in Pattern(number: number, id: "\(prefix)-c\(min(number, 10))") } }
    }

    private struct Pattern: Component {
        let number: Int
        let id: String

        private var name: String { "c\(min(number, 10))" }

        var body: some HTML {
            switch MapHatching.of(number) {
            case .stripes(let degrees):
                pattern(.id(id).width(6).height(6).patternUnits("userSpaceOnUse").patternTransform("rotate(\(degrees))")) {
                    rect(.class(name + "-vlak").width(6).height(6))
                    rect(.class(name + "-teken").width(2.6).height(6))
                }
            case .dots, nil:
                pattern(.id(id).width(8).height(8).patternUnits("userSpaceOnUse")) {
                    rect(.class(name + "-vlak").width(8).height(8))
                    circle(.class(name + "-teken").cx(2).cy(2).r(1.6))
                    circle(.class(name + "-teken").cx(6).cy(6).r(1.6))
                }
            }
        }
    }
}
