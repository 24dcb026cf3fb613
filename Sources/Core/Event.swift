/// What someone did, for the journal: one for every write (BIO2 8.15.01).
package struct Event: Sendable, Hashable {
    /// Past tense and noun of the thing: `person.added`, `session.ended`.
    package let action: String
    /// What it was done to; nil where there is no one thing.
    package let thing: Thing?
    /// Facts that help to understand it later. Never a secret, never words of a dossier.
    package let details: [String: String]
    package let result: Result

    package struct Thing: Sendable, Hashable {
        /// A singular noun: `person`, `session`.
        package let kind: String
        package let id: String

        package init(_ kind: String, _ id: String) {
            self.kind = kind
            self.id = id
        }
    }

    package enum Result: String, Sendable, Hashable {
        case done, refused
    }

    package init(_ action: String, _ thing: Thing?, details: [String: String] = [:], result: Result = .done) {
        self.action = action
        self.thing = thing
        self.details = details
        self.result = result
    }
}

/// Who does something and from where, as the journal keeps it.
package struct Origin: Sendable, Hashable {
    package let person: Identifier?
    package let organisation: Identifier?
    /// Name of the request in log and answer; the command for work on the command line.
    package let request: String
    /// Where from: `web`, `command line`, `job`.
    package let channel: Channel
    /// Milliseconds since 1970.
    package let time: Int64

    package enum Channel: String, Sendable, Hashable {
        case web, commandLine = "command-line", job
    }

    package init(person: Identifier?, organisation: Identifier? = nil, request: String, channel: Channel, time: Int64) {
        self.person = person
        self.organisation = organisation
        self.request = request
        self.channel = channel
        self.time = time
    }
}
