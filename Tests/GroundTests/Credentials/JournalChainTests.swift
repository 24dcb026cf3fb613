import Credentials
import TestSupport
import Testing
import Transfer

@Suite("The chain of a journal") struct JournalChainTests {
    private func event(_ number: Int) -> CanonicalBytes {
        var event = CanonicalBytes("event")
        event.add("person:\(number % 7)")
        event.add("changed the name")
        event.add(Int64(1_800_000_000_000 + number))
        return event
    }

    private func links(_ count: Int, _ chain: JournalChain) -> [JournalChain.Link] {
        var head = JournalChain.Head.start
        return (0..<count).map { number in
            let link = chain.link(after: head, event: event(number))
            head = link.head
            return link
        }
    }

    @Test("BIO2 8.15.05: a link is the SHA-256 of its number, the digest before it and its event, written with their lengths")
    func known() throws {
        let link = JournalChain(key: nil).link(after: .start, event: CanonicalBytes("e"))
        // Made up by hand from the description of CanonicalBytes.
        func field(_ kind: String, _ bytes: [UInt8]) -> [UInt8] { Array(kind.utf8) + [0, 0, 0, 0, 0, 0, 0, UInt8(bytes.count)] + bytes }
        let bytes =
            field("k", Array("leefkring journal 1".utf8)) + field("n", [0, 0, 0, 0, 0, 0, 0, 1]) + field("b", [UInt8](repeating: 0, count: 32))
            + field("b", field("k", [0x65]))
        #expect(link.digest == Digest.sha256(bytes))
        #expect(link.number == 1)
    }

    @Test("BIO2 8.15.05: a whole chain holds, in one go or in parts", arguments: [nil, SecretKey.random()])
    func whole(key: SecretKey?) throws {
        let chain = JournalChain(key: key)
        let links = links(200, chain)
        let head = try chain.follow(links)
        #expect(head.number == 200)
        #expect(try chain.follow(links[90...], from: try chain.follow(links[..<90])) == head)
        #expect(try chain.follow([]) == .start)
    }

    @Test("BIO2 8.15.05: whatever is changed, removed, added or moved, the first place where it shows is named", arguments: [nil, SecretKey.random()])
    func broken(key: SecretKey?) {
        let chain = JournalChain(key: key)
        let links = links(60, chain)
        var chance = Chance(46)
        for _ in 0..<400 {
            var changed = links
            let place = Int.random(in: 0..<59, using: &chance)
            let number = Int64(place + 1)
            let expected: JournalChain.Break
            switch Int.random(in: 0..<5, using: &chance) {
            case 0:
                var bytes = links[place].event
                bytes[Int.random(in: 0..<bytes.count, using: &chance)] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
                changed[place] = .init(number: number, event: bytes, digest: links[place].digest)
                expected = .digest(number: number)
            case 1:
                var digest = links[place].digest
                digest[Int.random(in: 0..<32, using: &chance)] ^= 1
                changed[place] = .init(number: number, event: links[place].event, digest: digest)
                expected = .digest(number: number)
            case 2:
                changed.remove(at: place)
                expected = .order(expected: number, found: number + 1)
            case 3:
                changed.insert(links[place], at: place)
                expected = .order(expected: number + 1, found: number)
            default:
                changed.swapAt(place, place + 1)
                expected = .order(expected: number, found: number + 1)
            }
            #expect(throws: expected) { try chain.follow(changed) }
        }
    }

    @Test("BIO2 8.15.05: with a key, a chain that was calculated anew without it does not hold; without one, only the noted head tells")
    func rewritten() throws {
        let key = SecretKey.random()
        #expect(throws: JournalChain.Break.digest(number: 1)) { try JournalChain(key: key).follow(links(5, JournalChain(key: nil))) }
        #expect(throws: JournalChain.Break.digest(number: 1)) { try JournalChain(key: key).follow(links(5, JournalChain(key: .random()))) }
        let chain = JournalChain(key: nil)
        #expect(try chain.follow(links(5, chain).dropLast()) != chain.follow(links(5, chain)))
    }
}
