import Transfer

/// Ties every event of a journal to all events before it, so that nothing can be changed, removed or put between them unseen (BIO2 8.15.05).
///
/// The digest of an event is taken over its number, the digest before it and its own bytes. With a key it is an HMAC: then someone who can write in the
/// database but does not hold the key cannot calculate the chain anew. Cutting off the newest events leaves a shorter chain that is whole: compare the head
/// with one that was noted elsewhere.
package struct JournalChain: Sendable {
    /// An event as it was written down.
    package struct Link: Sendable, Hashable {
        /// 1, 2, 3 … without gaps.
        package let number: Int64
        /// The canonical bytes of the event.
        package let event: [UInt8]
        /// 32 bytes.
        package let digest: [UInt8]

        package init(number: Int64, event: [UInt8], digest: [UInt8]) {
            self.number = number
            self.event = event
            self.digest = digest
        }
    }

    /// The newest event that a chain was found whole up to.
    package struct Head: Sendable, Hashable {
        package let number: Int64
        package let digest: [UInt8]

        package init(number: Int64, digest: [UInt8]) {
            self.number = number
            self.digest = digest
        }

        /// Before the first event.
        package static let start = Head(number: 0, digest: [UInt8](repeating: 0, count: 32))
    }

    /// The first place where a chain does not hold.
    package enum Break: Error, Sendable, Hashable {
        /// An event is missing, doubled or out of order: this number was expected, the other found.
        case order(expected: Int64, found: Int64)
        /// This event, its digest or something before it has been changed.
        case digest(number: Int64)
    }

    private let key: SecretKey?

    /// - Parameter key: nil for plain SHA-256, which everyone can check
    package init(key: SecretKey?) {
        self.key = key?.derived(for: "leefkring journal 1")
    }

    /// The link that comes behind `head`.
    package func link(after head: Head, event: CanonicalBytes) -> Link {
        let number = head.number &+ 1
        return Link(number: number, event: event.bytes, digest: digest(number: number, previous: head.digest, event: event.bytes))
    }

    /// Follows the links in order and stops at the first that does not hold. Give a stored head to go on where an earlier check stopped.
    package func follow(_ links: some Sequence<Link>, from head: Head = .start) throws(Break) -> Head {
        var head = head
        for link in links {
            guard link.number == head.number &+ 1 else { throw .order(expected: head.number &+ 1, found: link.number) }
            let expected = digest(number: link.number, previous: head.digest, event: link.event)
            guard Digest.areEqual(expected, link.digest) else { throw .digest(number: link.number) }
            head = Head(number: link.number, digest: link.digest)
        }
        return head
    }

    private func digest(number: Int64, previous: [UInt8], event: [UInt8]) -> [UInt8] {
        var message = CanonicalBytes("leefkring journal 1")
        message.add(number)
        message.add(previous)
        message.add(event)
        return key?.tag(message) ?? Digest.sha256(message.bytes)
    }
}

extension JournalChain.Link {
    package var head: JournalChain.Head { JournalChain.Head(number: number, digest: digest) }
}
