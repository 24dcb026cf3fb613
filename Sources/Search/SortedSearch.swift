extension Range<Int> {
    /// The first place for which a test holds that holds for all after it too; the end where there is none.
    @inline(__always)
    func firstPlace(where passes: (Int) -> Bool) -> Int {
        var (low, high) = (lowerBound, upperBound)
        while low < high {
            let middle = (low + high) / 2
            if passes(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
