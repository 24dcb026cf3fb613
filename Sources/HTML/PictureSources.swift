extension Attributes {
    /// `srcset` of an `img`: the same picture in several widths, each address checked as that of ``href(_:)`` is.
    ///
    /// - Parameter sources: addresses without white space or commas, with the width of each in pixels; others are left out
    package consuming func srcset(_ sources: [(address: String, width: Int)]) -> Attributes {
        let usable = sources.filter { source in !source.address.utf8.contains { $0 <= 0x20 || $0 == 0x2C } && source.width > 0 }
        return usable.isEmpty ? self : adding("srcset", .text(usable.map { "\(SafeURL.checked($0.address)) \($0.width)w" }.joined(separator: ", ")))
    }
}
