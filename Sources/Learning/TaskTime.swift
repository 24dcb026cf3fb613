import Core

/// How long something takes, as its page says it: people who learn beside their work have little time.
///
/// The times that the pages name are walked in the browser tests.
enum TaskTime {
    /// - Parameter seconds: what it takes at most
    static func words(_ seconds: Int, _ language: Language) -> String {
        let minutes = (seconds + 59) / 60
        return switch (language, minutes) {
        case (.nl, _) where seconds < 60: "Dit kost je minder dan een minuut."
        case (.en, _) where seconds < 60: "This takes you less than a minute."
        case (.nl, 1): "Dit kost je een minuut."
        case (.en, 1): "This takes you a minute."
        case (.nl, _): "Dit kost je ongeveer \(minutes) minuten."
        case (.en, _): "This takes you about \(minutes) minutes."
        }
    }

    /// The seconds that reading takes, at 200 words a minute.
    static func reading(_ texts: some Sequence<String>) -> Int {
        texts.reduce(0) { $0 + $1.split { $0.isWhitespace }.count } * 60 / 200
    }
}
