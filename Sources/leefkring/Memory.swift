#if os(Linux)
    import CMimalloc
#endif

/// Who hands out memory in this process.
enum Memory {
    /// `mimalloc 2.0.9`, or the system's own.
    ///
    /// Being named here, the library is linked, and being linked it takes the place of the system's `malloc`: a page then costs a seventh less.
    static var allocator: String {
        #if os(Linux)
            let version = mi_version()
            return "mimalloc \(version / 100).\(version / 10 % 10).\(version % 10)"
        #else
            return "system"
        #endif
    }

    /// For a command that reads, computes and ends: what one step is done with is not kept for the next.
    static func givesBackAtOnce() {
        #if os(Linux)
            leefkring_give_memory_back_at_once()
        #endif
    }
}
