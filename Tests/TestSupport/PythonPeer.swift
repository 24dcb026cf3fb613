import Foundation

/// Programs in Python that stand on the other side of a test, in `Tests/Peers`.
package enum PythonPeer {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// `.venv/bin/python` of the checkout, or what `LEEFKRING_PYTHON` names.
    private static let python: String = {
        ProcessInfo.processInfo.environment["LEEFKRING_PYTHON"] ?? tests.deletingLastPathComponent().appending(path: ".venv/bin/python").path
    }()

    /// Whether Python is there with these packages.
    package static func has(_ packages: String...) -> Bool {
        guard FileManager.default.isExecutableFile(atPath: python) else { return false }
        return (try? run(["-c", "import " + packages.joined(separator: ", ")])) != nil
    }

    /// A script that serves until it is let go.
    package final class Running: @unchecked Sendable {
        /// The first line it printed: where it is to be found.
        package let line: String
        private let process: Process
        private let input = Pipe()

        package init(_ script: String, _ arguments: [String]) throws {
            process = PythonPeer.process([tests.appending(path: "Peers/\(script)").path] + arguments)
            let output = Pipe()
            process.standardOutput = output
            process.standardInput = input
            process.standardError = FileHandle.nullDevice
            try process.run()
            var line = Data()
            while line.last != 0x0A, let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty { line.append(byte) }
            self.line = String(decoding: line.dropLast(), as: UTF8.self)
        }

        deinit {
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
        }
    }

    /// What a script prints; throws where it ends with an error.
    package static func output(_ script: String, _ arguments: [String]) throws -> Data {
        try run([tests.appending(path: "Peers/\(script)").path] + arguments)
    }

    private static func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = arguments
        return process
    }

    private static func run(_ arguments: [String]) throws -> Data {
        let process = process(arguments)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return data
    }
}

/// A folder that is gone when nobody holds it any more.
package final class TestFolder: Sendable {
    package let path: String

    package init() throws {
        path = NSTemporaryDirectory() + "leefkring-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
