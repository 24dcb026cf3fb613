import Testing

/// The value, or the end of the test: `#require` for a place inside another macro.
func given<Value>(_ value: Value?, sourceLocation: SourceLocation = #_sourceLocation) throws -> Value {
    try #require(value, sourceLocation: sourceLocation)
}
