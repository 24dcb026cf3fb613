import Core
import HTML
import People
import Testing
import Web

@testable import Voices

@Suite("Addresses, files, numbers and words of codes")
struct CodePagesTests {
    @Test("every address reads back what it prints")
    func roundTrip() {
        let id = Identifier(at: 1)
        let routes: [CodeRoute] = [
            .enter(nil), .enter(id), .account(id), .desk(id), .issue(id), .mark(id), .replace(id), .paper(id), .close(id), .assist(id), .assistEnd(id),
        ]
        for route in routes { #expect(CodeRoute(route.address) == route, "\(route.address.path)") }
        for path in ["/stemmen", "/stemmen/\(id)", "/stemmen/x/code", "/stemmen/\(id)/regelen/codes/x"] {
            #expect(CodeRoute(PageAddress(target: path)) == nil, "\(path)")
        }
    }

    @Test("numbers of letters are read as people write them")
    func numbers() {
        #expect(CodeNumbers.parse("3, 7-9; 8") == [3, 7, 8, 9])
        #expect(CodeNumbers.parse(" 12 \n 4 - 5") == [4, 5, 12])
        for faulty in ["", "a", "0", "9-7", "1-2-3", "-4", "1-99999", "1,x"] { #expect(CodeNumbers.parse(faulty) == nil, "\(faulty)") }
    }

    @Test("the file has a line for each code, in groups of four, with where to go; the code is behind the # alone")
    func file() throws {
        let code = try VoiceCode(typed: "2345 6789 ABCD M")
        let batch = CodeBatch(id: Identifier(at: 1), conversation: Identifier(at: 2), purpose: .letters, amount: 1, note: "", issuedAt: 0)
        let issue = CodeIssue(batch: batch, prints: [CodeBatch.Print(number: 1, code: code)])
        let text = String(decoding: issue.file(origin: "https://buurt.example.nl"), as: UTF8.self)
        #expect(
            text
                == "\u{FEFF}nummer,code,adres,qr\r\n"
                + "1,2345 6789 ABCD M,https://buurt.example.nl/stemmen/code,https://buurt.example.nl/stemmen/code#23456789ABCDM\r\n"
        )
    }

    @Test("a small number is not to be found from the others and the total")
    func protection() {
        typealias Account = BallotProtocol
        func shown(_ counts: [CodeBatch.State: Int]) -> Account.Public { Account.protected(counts, issued: counts.values.reduce(0, +)) }
        // Nothing small: all is told.
        #expect(shown([.issued: 60, .screen: 40]) == Account.Public(issued: .exact(100), states: [.issued: .exact(60), .screen: .exact(40)]))
        // One small: what was not used covers it.
        #expect(
            shown([.issued: 50, .screen: 40, .paper: 3])
                == Account.Public(issued: .exact(93), states: [.issued: .hidden, .screen: .exact(40), .paper: .few]))
        // 5 and 1 are 6, and nothing else that is 5 or more and fewer than 5: one more goes.
        #expect(
            shown([.issued: 5, .screen: 40, .paper: 1]) == Account.Public(issued: .exact(46), states: [.issued: .hidden, .screen: .hidden, .paper: .few]))
        // 1 and 2 can be 2 and 1 too; 1 and 1 cannot be anything else.
        #expect(shown([.paper: 1, .void: 2, .screen: 9]) == Account.Public(issued: .exact(12), states: [.paper: .few, .void: .few, .screen: .exact(9)]))
        #expect(shown([.paper: 1, .void: 1, .screen: 9]) == Account.Public(issued: .exact(11), states: [.paper: .few, .void: .few, .screen: .hidden]))
        // Nothing to cover it with: the total goes.
        #expect(shown([.paper: 3, .screen: 0]) == Account.Public(issued: .hidden, states: [.paper: .few, .screen: .exact(0)]))
    }

    @Test("everyone sees the count once it is closed, without small numbers; before that nothing of it")
    func account() throws {
        let conversation = Conversation(
            id: Identifier(at: 1), area: VoicesGround.area, owner: Identifier(at: 2), facts: VoicesGround.facts, openedAt: 1, closedAt: 2, addedAt: 0)
        let lines = [
            BallotProtocol.Line(.letters, issued: 70, counts: [.issued: 30, .screen: 38, .paper: 2]),
            BallotProtocol.Line(.byHand, issued: 6, counts: [.issued: 4, .screen: 2]),
        ]
        func page(_ account: BallotProtocol) -> String {
            String(
                decoding: CodeAccountPage(conversation: conversation, areaName: "Waterkers", account: account, language: .nl).rendered(), as: UTF8.self)
        }
        let open = BallotProtocol(lines), closed = page(BallotProtocol(lines, closedAt: VoicesGround.noon))
        #expect(open.fits && open.issued == 76 && !BallotProtocol([BallotProtocol.Line(.letters, issued: 2, counts: [.issued: 1])]).fits)
        for words in [">76<", "minder dan 5", "zeggen wij niet", ">40<", "De telling is klaar sinds 1 oktober 2026."] {
            #expect(closed.contains(words), "\(words)")
        }
        #expect(!closed.contains(">34<") && closed.ranges(of: "<h1").count == 1)
        #expect(page(open).contains("Deze telling is nog niet klaar.") && !page(open).contains("<table"))
    }

    @Test("WYK-06: all words of codes are B1")
    func literals() throws {
        let count = try SourceWords.measure("Voices/Codes")
        #expect(count > 60, "\(count)")
    }
}
