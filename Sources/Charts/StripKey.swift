import HTML

/// How to read a strip: its signs with a word each.
package struct StripKey: Component {
    private let label: String
    private let counted: String
    private let estimated: String
    private let margin: String?
    private let others: String
    private let distribution: String
    private let median: String

    /// - Parameters:
    ///   - label: name of the list
    ///   - margin: nil on pages where no figure has a margin
    package init(label: String, counted: String, estimated: String, margin: String? = nil, others: String, distribution: String, median: String) {
        self.label = label
        self.counted = counted
        self.estimated = estimated
        self.margin = margin
        self.others = others
        self.distribution = distribution
        self.median = median
    }

    package var body: some HTML {
        ul(.class("legenda").ariaLabel(label)) {
            li {
                Signs.counted
                counted
            }
            li {
                Signs.estimated
                estimated
            }
            if let margin {
                li {
                    Signs.margin
                    margin
                }
            }
            li {
                Signs.others
                others
            }
            li {
                Signs.distribution
                distribution
            }
            li {
                Signs.median
                median
            }
        }
    }

    /// The signs of a strip: the same on every page.
    private enum Signs {
        static let counted = drawn(22) {
            ring("merkring"); circle(.class("merkpunt").cx(11).cy(11).r(3))
        }
        static let estimated = drawn(22) {
            ring("merkring schatting"); circle(.class("merkpunt").cx(11).cy(11).r(3))
        }
        static let margin = drawn(30) {
            rect(.class("marge").x(1).y(4).width(28).height(14)); circle(.class("merkpunt").cx(15).cy(11).r(3))
        }
        static let others = drawn(22) { circle(.class("stip").cx(11).cy(11).r(4)) }
        static let distribution = drawn(22) { path(.class("verdeling").d("M4 20v-8M11 20V4M18 20V9")) }
        static let median = drawn(8) { line(.class("midden").x1(4).x2(4).y1(1).y2(21)) }

        private static func ring(_ names: String) -> some HTML { circle(.class(names).cx(11).cy(11).r(8)) }

        private static func drawn(_ width: Double, @HTMLBuilder content: () -> some HTML) -> Fragment {
            Fragment { svg(.class("strook-teken").width(width).height(22).ariaHidden()) { content() } }
        }
    }
}
