extension Sequence {
    /// The first result that is not nil, each made once: `lazy.compactMap(…).first` makes it twice.
    func firstResult<Result>(_ make: (Element) throws -> Result?) rethrows -> Result? {
        for element in self {
            if let result = try make(element) { return result }
        }
        return nil
    }
}
