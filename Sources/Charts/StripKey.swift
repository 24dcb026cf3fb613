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
                sign(22) {
                    ring("merkring"); circle(.class("merkpunt").cx(11).cy(11).r(3))
                }
                counted
            }
            li {
                sign(22) {
                    ring("merkring schatting"); circle(.class("merkpunt").cx(11).cy(11).r(3))
                }
                estimated
            }
            if let margin {
                li {
                    sign(30) {
                        rect(.class("marge").x(1).y(4).width(28).height(14)); circle(.class("merkpunt").cx(15).cy(11).r(3))
                    }
                    margin
                }
            }
            li {
                sign(22) { circle(.class("stip").cx(11).cy(11).r(4)) }
                others
            }
            li {
                sign(22) { path(.class("verdeling").d("M4 20v-8M11 20V4M18 20V9")) }
                distribution
            }
            li {
                sign(8) { line(.class("midden").x1(4).x2(4).y1(1).y2(21)) }
                median
            }
        }
    }

    private func ring(_ names: String) -> some HTML { circle(.class(names).cx(11).cy(11).r(8)) }

    private func sign<Content: HTML>(_ width: Double, @HTMLBuilder content: () -> Content) -> some HTML {
        svg(.class("strook-teken").width(width).height(22).ariaHidden()) { content() }
    }
}
