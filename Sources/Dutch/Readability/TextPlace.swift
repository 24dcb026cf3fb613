/// A stretch of a text, so that a hint can be shown where it belongs.
package struct TextPlace: Sendable, Hashable, Codable {
    /// Distance from the start of the text in UTF-8 bytes.
    package let start: Int
    /// In UTF-8 bytes.
    package let length: Int

    package init(start: Int, length: Int) { (self.start, self.length) = (start, length) }
}
