import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of the pages of calls, outcomes and issues for everyone.
struct CallRoutes: Sendable {
    let part: InventoryPart

    private typealias Words = CallWords

    var table: [Route] {
        [
            Route(.get, "/oproepen", name: "inventory.calls", summary: Words.both(\.title)) { try await list($1) },
            Route(.get, "/oproepen/{oproep}", name: "inventory.call", summary: Words.both(\.state)) { try await show($1) },
            Route(.get, "/oproepen/{oproep}/uitkomst", name: "inventory.outcome", summary: Words.both(\.outcome)) { try await outcome($1) },
            Route(.get, "/oproepen/{oproep}/uitkomst.csv", name: "inventory.outcome.file", summary: Words.both(\.file)) { try await outcomeFile($1) },
            Route(.get, "/vraagstukken", name: "inventory.issues", summary: Words.both(\.issues)) { try await issues($1) },
            Route(.get, "/vraagstukken/{vraagstuk}", name: "inventory.issue", summary: Words.both(\.issue)) { try await issue($1, Form(items: [])) },
            Route(
                .post, "/vraagstukken/{vraagstuk}/volgen", name: "inventory.issue.follow", summary: Words.both(\.followTitle),
                forgeryGuard: AnswerRoutes.noAuthority
            ) { try await follow($1) },
        ]
    }

    private func list(_ context: WebContext) async throws -> Answer {
        let views = try await part.store.list().filter(\.isPublic), words = Words(context.language), now = part.people.now()
        return context.page(PageHead(words.title, description: words.lead)) { CallListPage(views: views, now: now, language: context.language) }
    }

    /// What was just done, by a word in the address.
    private static func notice(_ word: String, _ words: AnswerWords) -> String? {
        switch word {
        case "aansluiten": words.joinSent
        case "tip": words.tipped
        case "volgen": words.followed
        case "weg": words.left
        default: nil
        }
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let view = try await part.publicCall(context), outline = try await part.outline(view), now = part.people.now()
        let notice = context.query["gelukt"].flatMap { Self.notice($0, AnswerWords(context.language)) }
        let linked = try await context.linked(to: view.call.reference)
        let head = PageHead(view.facts.title, description: view.facts.goal.split(whereSeparator: \.isNewline).first.map(String.init))
        return context.page(head) {
            CallPage(view: view, outline: outline, linked: linked, now: now, notice: notice, language: context.language)
        }
    }

    // MARK: Outcomes

    private func found(_ context: WebContext) async throws -> (CallView, RoundOutcome) {
        let view = try await part.publicCall(context)
        let number = context.query["ronde"].flatMap { Int($0) }
        guard let round = number.map({ view.round(number: $0) }) ?? view.published.last, round.isPublished else { throw Problem.notFound }
        let submissions = try await part.store.submissions(of: view.id), desk = try await part.store.workbench(of: view.id)
        let sources = try await part.store.sources(of: view.id)
        return (view, RoundOutcome(round, of: view, submissions: submissions, sources: sources, desk: desk))
    }

    private func outcome(_ context: WebContext) async throws -> Answer {
        let (view, outcome) = try await found(context), terms = try await part.people.terms.all(withRetired: true)
        let words = Words(context.language)
        return context.page(PageHead(words.outcomeTitle(view.facts.title), description: words.outcomeLead, styles: ["inventory.css"])) {
            OutcomePage(view: view, outcome: outcome, terms: terms, language: context.language)
        }
    }

    private func outcomeFile(_ context: WebContext) async throws -> Answer {
        let (view, outcome) = try await found(context), words = Words(context.language)
        var sheet = AnswerSheet(["vraagstuk", "thema", "ronde", "mensen"])
        for line in outcome.lines {
            let count = line.givers.map(String.init) ?? words.fewer(PublicCounts.leastTotal)
            sheet.row([line.issue.title, line.issue.facts.theme ?? "", String(outcome.round.number), count])
        }
        return Answer(sheet.bytes, as: .csv, cache: .shared(maxAge: 60)).asDownload(named: "uitkomst-\(view.id)-\(outcome.round.number).csv")
    }

    // MARK: Issues

    private func issues(_ context: WebContext) async throws -> Answer {
        guard case .issues(let filter)? = InventoryRoute(context.address) else { throw Problem.notFound }
        let issues = try await part.publishedIssues().map(\.issue).filter { filter.takes($0.facts) }
        let terms = try await part.people.terms.all(withRetired: true), words = Words(context.language)
        return context.page(PageHead(words.issues, description: words.issuesLead, styles: ["inventory.css"])) {
            IssueListPage(issues: issues, filter: filter, terms: terms, language: context.language)
        }
    }

    private func issue(_ context: WebContext, _ form: Form) async throws -> Answer {
        guard let known = try await part.store.issue(try context.part("vraagstuk", as: Identifier.self)) else { throw Problem.notFound }
        let all = try await part.publishedIssues()
        guard let found = all.first(where: { $0.issue.id == known.id }) else { return try await merged(known, all, context) }
        let terms = try await part.people.terms.all(withRetired: true), linked = try await context.linked(to: known.reference, besides: [.comesFrom])
        let items = try await part.agenda.items(from: known.id)
        let head = PageHead(
            known.title, description: known.facts.words.split(whereSeparator: \.isNewline).first.map(String.init), hasErrors: !form.errors.isEmpty,
            styles: ["inventory.css"])
        let isFollowed = context.query["gelukt"] == "volgen"
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest) {
            IssuePage(
                found: found, items: items, terms: terms, linked: linked, form: form, isFollowed: isFollowed, language: context.language)
        }
    }

    /// Keeps an address for one mail; nobody is signed in here, whatever the browser holds.
    private func follow(_ context: WebContext) async throws -> Answer {
        let id = try context.part("vraagstuk", as: Identifier.self)
        guard try await part.publishedIssues().contains(where: { $0.issue.id == id }) else { throw Problem.notFound }
        var form = context.fields
        let address = AnswerForm.address(&form, "mail", required: AnswerWords.both(\.mailEmpty))
        if TrapField.isSprung(form) { form.fail("mail", TrapField.words) }
        guard let address, form.errors.isEmpty else { return try await issue(context, form) }
        let origin = Origin(person: nil, request: context.requestID, channel: .web, time: part.people.now())
        do {
            let isKept = try await part.store.follow(
                issue: id, address, in: context.language, client: part.people.client(context), from: origin)
            guard isKept else { throw Problem.tooMany(retryAfter: 3600) }
        } catch is InventoryStore.Fault { throw Problem.notFound }
        return .redirect(to: InventoryRoute.issue(id).address.with(.init("gelukt", "volgen")), in: context.language)
    }

    /// What was merged leads to what it became, as far as everyone may see that.
    private func merged(_ issue: LearningIssue, _ all: [PublishedIssue], _ context: WebContext) async throws -> Answer {
        var here: LearningIssue? = issue
        // A chain of merges has an end; the limit is for a database that someone changed by hand.
        for _ in 0..<50 {
            guard let target = here?.mergedInto else { throw Problem.notFound }
            if all.contains(where: { $0.issue.id == target }) {
                return .redirect(to: InventoryRoute.issue(target).address, in: context.language, status: .permanentRedirect)
            }
            here = try await part.store.issue(target)
        }
        throw Problem.notFound
    }
}

/// An issue that everyone may see, with what may be told of who named it.
struct PublishedIssue: Sendable {
    let issue: LearningIssue
    let view: CallView
    /// Nil for few in each round.
    let givers: Int?
    /// Whether all rounds are in that number; those with few people are not.
    let isWhole: Bool
    let quotes: [String]
}

extension InventoryPart {
    /// Issues with a fragment of a published round, by title.
    func publishedIssues() async throws -> [PublishedIssue] {
        var found: [PublishedIssue] = []
        for view in try await store.list() where !view.published.isEmpty {
            let desk = try await store.workbench(of: view.id), rounds = Set(view.published.map(\.id))
            for issue in desk.issues {
                guard !desk.givers(of: issue.id, in: rounds).isEmpty else { continue }
                let (givers, isWhole) = RoundOutcome.givers(of: issue.id, in: rounds, desk)
                let quotes = desk.fragments(of: issue.id).filter { fragment in
                    desk.entry(fragment.entry).map { $0.submission.isQuotable && rounds.contains($0.submission.round) } ?? false
                }
                found.append(
                    PublishedIssue(issue: issue, view: view, givers: givers, isWhole: isWhole, quotes: quotes.map(\.words).sorted()))
            }
        }
        return found.sorted { $0.issue.title.lowercased() < $1.issue.title.lowercased() }
    }
}
