import Core
import HTTPTypes
import Hummingbird
import Logging

/// The routes that every installation has: assets, `security.txt`, `/health`, `/metrics`.
struct FloorRoutes: Sendable {
    let configuration: WebConfiguration
    let assets: Assets
    let metrics: Metrics
    let checks: [HealthCheck]
    let clock: WebClock

    var routes: [Route] {
        [health, figures, files] + (configuration.securityContact.map { [contact($0)] } ?? [])
    }

    private var health: Route {
        Route(
            .get, "/health", name: "floor.health",
            summary: Localized(nl: "Werkt alles? Voor bewaking en verdeling van verkeer", en: "Does everything work? For monitoring and load balancers")
        ) { _, context in
            let logger = context.logger
            let report = await HealthReport.run(checks) { name, error in
                logger.error("health check failed", metadata: ["check": .string(name), "error": .string(String(error.prefix(500)))])
            }
            return Answer(report.bytes, as: .json, status: report.isHealthy ? .ok : .serviceUnavailable, cache: .noStore)
        }
    }

    private var figures: Route {
        Route(
            .get, "/metrics", name: "floor.metrics", access: .operators,
            summary: Localized(nl: "Tellingen over de server, voor Prometheus", en: "Figures about the server, for Prometheus")
        ) { _, _ in
            Answer(Array(metrics.text().utf8), as: .exposition, cache: .noStore)
        }
    }

    private var files: Route {
        Route(
            .get, "/assets/**", name: "floor.assets",
            summary: Localized(nl: "Opmaak, letters en beelden van de site", en: "Styles, fonts and pictures of the site")
        ) { _, context in
            guard let answer = assets.answer(context.address.segments.dropFirst()) else { throw Problem.notFound }
            return answer
        }
    }

    private func contact(_ contact: SecurityContact) -> Route {
        Route(
            .get, "/.well-known/security.txt", name: "floor.security",
            summary: Localized(nl: "Waar je een zwakke plek meldt", en: "Where to report a weakness")
        ) { _, _ in
            Answer(Array(contact.text(at: clock.epoch(), origin: configuration.origin).utf8), as: .text, cache: .shared(maxAge: 3600))
        }
    }
}
