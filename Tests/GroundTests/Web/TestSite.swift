import Core
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import TestSupport
import Web

/// A clock that stands still until it is turned.
final class TestClock: Sendable {
    private let time = Mutex(1_000.0)

    func advance(_ seconds: Double) { time.withLock { $0 += seconds } }

    var clock: WebClock {
        WebClock(seconds: { self.time.withLock { $0 } }, epoch: { 1_800_000_000 + self.time.withLock { $0 } })
    }
}

struct Broken: Error {}

/// A small site with one route for everything the floor has to do.
struct TestSite {
    let stack: WebStack
    let client: Client

    static let frame = SiteFrame(
        name: "Leefkring", place: "Arnhem",
        menu: [
            MenuItem(Localized(nl: "Gebieden", en: "Areas"), PageAddress("gebieden")),
            MenuItem(Localized(nl: "Meedoen", en: "Join in"), PageAddress("meedoen")),
        ],
        footer: [MenuItem(Localized(nl: "Privacy", en: "Privacy"), PageAddress("privacy"))],
        colophon: Localized(nl: "Leefkring is open software.", en: "Leefkring is open software."), search: PageAddress("zoeken"))

    init(
        _ configure: (inout WebConfiguration) -> Void = { _ in }, frame: SiteFrame = Self.frame, checks: [HealthCheck] = [], gauges: [Gauge] = [],
        clock: WebClock = .system
    ) throws {
        var configuration = WebConfiguration()
        configuration.rateLimit = nil
        configure(&configuration)
        var table = RouteTable()
        try table.register(Self.pages + Self.changes + Self.faults + Self.api)
        stack = try WebStack.install(on: table, configuration: configuration, frame: frame, checks: checks, gauges: gauges, clock: clock)
        client = Client(stack)
    }

    static let pages = [
        Route(.get, "/", name: "home") { _, context in
            context.page(PageHead("Welkom", description: "De start")) { TextColumn("Welkom") { p { "Dag" } } }
        },
        Route(.get, "/gebieden/{code}", name: "area") { _, context in
            let code = try context.part("code", as: AreaCode.self)
            return context.page(PageHead("Gebied \(code)", section: PageAddress("gebieden"))) {
                TitleBand("Gebied \(code)") { PlaceTrail([.init("Nederland", address: .home), .init(code.description)], language: context.language) }
                div(.class("wrap")) { p { String(repeating: "Een lange zin over de buurt. ", count: 100) } }
            }
        },
        Route(.get, "/formulier", name: "form") { _, context in form(context, Form(items: [])) },
        Route(.get, "/naam/{naam}", name: "echo") { _, context in
            Answer(Array("\(try context.part("naam"))|\(context.query["zoek"] ?? "-")|\(context.client?.description ?? "-")".utf8), as: .text, cache: .personal)
        },
        Route(.get, "/verhuisd", name: "moved") { _, context in .redirect(to: PageAddress("gebieden", "GM0222"), in: context.language) },
        Route(.get, "/stroom", name: "stream") { _, _ in
            Answer(
                stream: ResponseBody(
                    asyncSequence: AsyncStream {
                        for _ in 0..<3 { $0.yield(ByteBuffer(string: "rij;")) }; $0.finish()
                    }), as: .csv
            )
            .asDownload(named: "mijn \"bestand\"\r\n.csv")
        },
    ]

    static let changes = [
        Route(.post, "/formulier", name: "form.send") { _, context in
            var fields = context.fields
            let name = fields.text("naam", required: Localized(nl: "Vul je naam in", en: "Enter your name"))
            if !fields.errors.isEmpty { return form(context, fields) }
            return .redirect(to: PageAddress("naam", name ?? ""), in: context.language)
        },
        Route(.put, "/stem/{code}", name: "vote.put") { _, _ in .empty },
        Route(.delete, "/stem/{code}", name: "vote.delete") { _, _ in .empty },
    ]

    static let faults: [Route] = [
        Route(.get, "/fout/onverwacht", name: "fault.unforeseen") { _, _ in throw Broken() },
        Route(.get, "/fout/{soort}", name: "fault") { _, context in
            switch try context.part("soort") {
            case "403": throw Problem.forbidden(Localized(nl: "Alleen voor de regie", en: "For coordinators only"))
            case "400": throw Problem.invalid([faultyYear, FieldError(field: "code", message: Localized(nl: "Kies een gebied", en: "Choose an area"))])
            case "409": throw Problem.conflict(Localized(nl: "Al gepubliceerd", en: "Already published"))
            case "410": throw Problem.gone
            case "429": throw Problem.tooMany(retryAfter: 7)
            case "503": throw Problem.unavailable(Localized(nl: "De databank rust", en: "The database is at rest"))
            default: throw Problem.notFound
            }
        },
    ]

    static let api: [Route] = [
        Route(.get, "/api/v1/gebieden", name: "api.areas") { _, _ in Answer(Array("{}".utf8), as: .json, cache: .shared(maxAge: 60)) },
        Route(.get, "/api/v1/fout", name: "api.fault") { _, _ in throw Problem.invalid([faultyYear]) },
        Route(.post, "/api/v1/gebieden/_zoek", name: "api.search", forgeryGuard: .notNeeded(because: "reads only"), bodyLimit: 100) { request, _ in
            Answer(try await request.body(as: .json, limit: 100), as: .json, cache: .noStore)
        },
    ]

    static let faultyYear = FieldError(field: "jaar", message: Localized(nl: "Kies een jaar", en: "Choose a year"))

    private static func form(_ context: WebContext, _ fields: Form) -> Answer {
        let token = context.formToken()
        let language = context.language
        let status: HTTPResponse.Status = fields.errors.isEmpty ? .ok : .badRequest
        return context.page(PageHead("Doe mee", hasErrors: !fields.errors.isEmpty), status: status, token: token) {
            TextColumn("Doe mee", faults: ErrorSummary(fields.errors, language: language)) {
                p { String(repeating: "Uitleg bij het formulier. ", count: 80) }
                PostForm(to: PageAddress("formulier"), in: language, token: token) {
                    TextField(
                        "naam", Localized(nl: "Naam", en: "Name"), hint: Localized(nl: "Voornaam mag", en: "First name is fine"), form: fields,
                        language: language)
                    button(.class("knop")) { "Verder" }
                }
            }
        }
    }
}
