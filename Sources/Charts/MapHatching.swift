import HTML

/// Stripes and dots that tell the classes of ``MapPalette/clusters`` apart without colour.
///
/// | class | | drawn |
/// |---|---|---|
/// | 1, 2 | high among high, certain and perhaps | full, striped upright |
/// | 3, 4 | low among low, certain and perhaps | full, striped level |
/// | 5, 6 | high among low, certain and perhaps | light dots on full, dots |
/// | 7, 8 | low among high, certain and perhaps | light dots on full, dots |
/// | 9 | nothing found | plain |
/// | 10 | no neighbours | dots on grey |
enum MapHatching: Sendable, Hashable {
    case stripes(degrees: Int)
    case dots

    static func of(_ number: Int) -> MapHatching? {
        switch number {
        // Upright and level: those of areas without a figure lean.
        case 2: .stripes(degrees: 0)
        case 4: .stripes(degrees: 90)
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
                pattern(.id(id).width(9).height(9).patternUnits("userSpaceOnUse").patternTransform("rotate(\(degrees))")) {
                    rect(.class(name + "-vlak").width(9).height(9))
                    rect(.class(name + "-teken").width(4).height(9))
                }
            case .dots, nil:
                pattern(.id(id).width(11).height(11).patternUnits("userSpaceOnUse")) {
                    rect(.class(name + "-vlak").width(11).height(11))
                    circle(.class(name + "-teken").cx(2.8).cy(2.8).r(2.2))
                    circle(.class(name + "-teken").cx(8.2).cy(8.2).r(2.2))
                }
            }
        }
    }
}
