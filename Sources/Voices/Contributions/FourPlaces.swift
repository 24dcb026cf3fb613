/// Shares and measures as files and the API give them: to four places.
enum FourPlaces {
    static func of(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

    /// Empty where there is none.
    static func text(_ value: Double?) -> String { value.map { String(of($0)) } ?? "" }
}
