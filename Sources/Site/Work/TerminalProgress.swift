import Core
import Foundation
import Synchronization

/// Shows progress to who runs a command: a bar on a terminal, plain lines elsewhere. Goes to standard error, so that output stays clean.
package final class TerminalProgress: Sendable {
    private struct State {
        var stage = ""
        var shown = ContinuousClock.now - .seconds(10)
        var isOpen = false
    }

    private let state = Mutex(State())
    private let language: Language
    private let isTerminal: Bool

    package init(language: Language = .nl, isTerminal: Bool = isatty(STDERR_FILENO) == 1) {
        self.language = language
        self.isTerminal = isTerminal
    }

    /// The form in which long work tells how far it is.
    package var progress: WorkProgress {
        WorkProgress { [self] stage, done, total in show(stage[language], done, total) }
    }

    private func show(_ stage: String, _ done: Int, _ total: Int?) {
        let text: String? = state.withLock { state in
            let now = ContinuousClock.now
            let isNew = stage != state.stage
            let isLast = total.map { done >= $0 } ?? false
            guard isNew || isTerminal && (isLast || now - state.shown > .milliseconds(100)) else { return nil }
            state.stage = stage
            state.shown = now
            guard isTerminal else { return stage + "\n" }
            let opening = isNew && state.isOpen ? "\n" : "\r"
            state.isOpen = true
            return opening + Self.bar(stage, done, total) + "\u{1B}[K"
        }
        if let text { FileHandle.standardError.write(Data(text.utf8)) }
    }

    /// `[#########---------------] 38 %  kwb.csv: lezen`
    static func bar(_ stage: String, _ done: Int, _ total: Int?) -> String {
        guard let total, total > 0 else { return "[ … ] \(stage)" }
        let part = max(0, min(1, Double(done) / Double(total)))
        let filled = Int(part * 24)
        return "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: 24 - filled) + "] \(Int(part * 100)) %  \(stage)"
    }

    /// Ends the line of the bar.
    package func finish() {
        let isOpen = state.withLock { state in
            defer { state.isOpen = false }
            return state.isOpen
        }
        if isOpen { FileHandle.standardError.write(Data("\n".utf8)) }
    }
}
