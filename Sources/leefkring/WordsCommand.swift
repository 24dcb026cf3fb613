import ArgumentParser
import Core
import Dutch
import Foundation
import Knowledge

struct WordsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "words", abstract: "Maak de lijst met woorden waarmee de zoekfunctie samenstellingen splitst. Make the list of words for the search.",
        discussion: "The server reads it from --words or LEEFKRING_WORDS. Without it a small list of words that comes along splits the most common compounds.")

    @Argument(help: "File to write.") var file: String
    @Option(name: .long, help: "Dictionary with one word a line.") var from: String = CompoundWords.systemDictionary

    func run() throws {
        guard let list = CompoundWords.make(from: from) else {
            // Not a failure of the set-up: the search works with the list that comes along.
            warn("\(from): geen woordenboek (Debian: apt install wdutch); de zoekfunctie gebruikt de kleine lijst. No dictionary: the small list is used.")
            throw Ending.notFound
        }
        try Data(list.bytes).write(to: URL(filePath: file), options: .atomic)
        print("\(file): \(Numbers.text(Double(list.count), in: .nl)) woorden")
    }
}
