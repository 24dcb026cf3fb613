// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Optimised in debug builds too: these parts loop over millions of numbers or bytes, and the tests read real files.
let fast = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "leefkring",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "leefkring", targets: ["leefkring"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Ground: knows nothing about the application.
        /** libpq, the client library of PostgreSQL. */
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        /** GEOS, the field's library for polygons. */
        .systemLibrary(name: "CGeos", pkgConfig: "geos", providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
        /** PROJ, the field's library for map projections. */
        .systemLibrary(name: "CProj", pkgConfig: "proj", providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
        /** libcurl: fetches open data. */
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
        /** zlib: compresses pages and bundles. */
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        /** libzip: opens archives that others made. */
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
        /** Expat: reads XML as a stream. */
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        /** libcrypto of OpenSSL: digests, message authentication, random bytes. */
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        /** libqrencode: QR codes, for the second factor. */
        .systemLibrary(name: "CQrencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
        /** TurboJPEG, the plain interface of libjpeg-turbo: reads and writes JPEG. */
        .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"]), .brew(["jpeg-turbo"])]),
        /** libpng: reads and writes PNG. */
        .systemLibrary(name: "CPng", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
        /** libwebp: reads and writes WebP, and makes pictures smaller. */
        .systemLibrary(name: "CWebP", pkgConfig: "libwebp", providers: [.apt(["libwebp-dev"]), .brew(["webp"])]),
        /** Little CMS: brings the colours of a photo to those of a screen. */
        .systemLibrary(name: "CLcms", pkgConfig: "lcms2", providers: [.apt(["liblcms2-dev"]), .brew(["little-cms2"])]),
        /** libstemmer of Snowball: stems of English words. */
        .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
        /** GMP: whole numbers of any size, for counts that must be exact. */
        .systemLibrary(name: "CGmp", pkgConfig: "gmp", providers: [.apt(["libgmp-dev"]), .brew(["gmp"])]),
        /** mimalloc: hands out memory faster than the C library; linked into the program on Linux. */
        .systemLibrary(name: "CMimalloc", providers: [.apt(["libmimalloc-dev"])]),
        /** One database over two engines: transactions, bound queries, migrations. */
        .target(
            name: "SQL",
            dependencies: [
                "CPostgres", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: fast),
        /** Typed HTML that streams escaped bytes. */
        .target(name: "HTML", swiftSettings: fast),
        /** Figures as SVG, each with its text alternative. */
        .target(name: "Charts", dependencies: ["HTML"], swiftSettings: fast),
        /** Points, polygons, projections, neighbours. */
        .target(name: "Geo", dependencies: ["CGeos", "CProj"], swiftSettings: fast),
        /** The mathematics. Pure, no input or output. */
        .target(name: "Measures", dependencies: ["CGmp"], swiftSettings: fast),
        /** The Dutch language: how readable a text is, and what words a search takes for the same. Pure. */
        .target(name: "Dutch", dependencies: ["CSnowball"], swiftSettings: fast),
        /** An index in memory: entries, questions, rights inside the query. */
        .target(name: "Search", dependencies: ["Dutch"], swiftSettings: fast),
        /** Operations and schemas as values; prints the API document. */
        .target(name: "OpenAPI", swiftSettings: settings),
        /** The outside world by wire, and bytes on their way: HTTP fetches, digests, compression, archives, XML. */
        .target(name: "Transfer", dependencies: ["CCurl", "CZlib", "CZip", "CExpat", "COpenSSL"], swiftSettings: fast),
        /** Who someone is, proved: passwords, one-time codes, signed tokens, OpenID Connect; and the chain of a journal. */
        .target(name: "Credentials", dependencies: ["COpenSSL", "CQrencode", "Transfer"], swiftSettings: fast),
        /** Messages as bytes, and their sending over SMTP (libcurl). */
        .target(name: "Mail", dependencies: ["CCurl"], swiftSettings: fast),
        /** What a file is, by its content; pictures without metadata, and small ones. */
        .target(name: "Pictures", dependencies: ["CTurboJPEG", "CPng", "CWebP", "CLcms"], swiftSettings: fast),

        // First floor: the application's language.
        /** The words every slice speaks. Foundation only; small and finished. */
        .target(name: "Core", swiftSettings: settings),
        /** An analyst's own tables, weights and panels: what Measures says of them, as documents. */
        .target(
            name: "Analysis", dependencies: ["Core", "Measures", "Geo", .product(name: "Yams", package: "Yams")], swiftSettings: fast),
        /** Work that takes long: its progress, seen by a page and a terminal. */
        .target(name: "Jobs", dependencies: ["Core", "SQL"], swiftSettings: settings),
        /** Requests, answers, pages: the Hummingbird glue. */
        .target(
            name: "Web",
            dependencies: [
                "Core", "HTML", "OpenAPI", "Transfer", hummingbird, logging, .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: settings),

        // Second floor: slices.
        /** Province, municipality, district, neighbourhood by year; boundaries; search. */
        .target(name: "Areas", dependencies: ["Core", "Web", "Jobs", "SQL", "HTML", "Geo", "Charts", "Transfer", "OpenAPI", hummingbird], swiftSettings: fast),
        /** Indicators, observations, imports, profile, comparison, map. */
        .target(
            name: "Figures",
            dependencies: ["Core", "Web", "Jobs", "SQL", "HTML", "Geo", "Charts", "Measures", "Transfer", "OpenAPI", "Areas", hummingbird],
            swiftSettings: fast),

        /** Persons, organisations, roles, sign-in, sessions, the journal and mail that waits. With Areas the only slice others may import. */
        .target(
            name: "People",
            dependencies: [
                "Core", "Web", "SQL", "HTML", "OpenAPI", "Credentials", "Mail", "Transfer", "Pictures", hummingbird,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ], swiftSettings: settings),

        /** What is known, found: one search over what all slices give. */
        .target(
            name: "Knowledge",
            dependencies: [
                "Core", "Web", "SQL", "HTML", "OpenAPI", "Search", "Dutch", "Areas", "People", hummingbird,
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings),

        /** Learning together: calls, learning agendas, meetings, cases and intervision, look-backs, expertise. */
        .target(
            name: "Learning",
            dependencies: [
                "Core", "Web", "SQL", "HTML", "OpenAPI", "Credentials", "Dutch", "Mail", "Transfer", "Areas", "People", hummingbird,
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings),

        /** Residents' voices: conversations about an area, stories, statements and votes, and the care for them. */
        .target(
            name: "Voices",
            dependencies: [
                "Core", "Web", "SQL", "HTML", "OpenAPI", "Charts", "Geo", "Measures", "Credentials", "Mail", "Transfer", "Dutch", "Areas", "People",
                hummingbird,
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings),

        // Roof.
        /** The one composition of all slices. */
        .target(
            name: "Site",
            dependencies: [
                "Core", "Web", "Jobs", "SQL", "HTML", "Geo", "Charts", "Measures", "Transfer", "OpenAPI", "Areas", "Figures", "People", "Knowledge", "Learning",
                "Voices", "Credentials", "Mail", "Dutch",
                hummingbird, logging, .product(name: "Yams", package: "Yams"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: settings),
        /** The commands. */
        .executableTarget(
            name: "leefkring",
            dependencies: [
                "Site", "Core", "Web", "Jobs", "SQL", "Areas", "Figures", "People", "Knowledge", "Credentials", "Mail", "Measures", "Geo", "Dutch", "Analysis",
                "Transfer", "OpenAPI",
                hummingbird, logging,
                .target(name: "CMimalloc", condition: .when(platforms: [.linux])), .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        /** The search ground for Benchmarks/search.py and the test of the stems: JSON lines in and out. */
        .executableTarget(name: "search-bench", dependencies: ["Dutch", "Search"], path: "Benchmarks/search", swiftSettings: settings),

        // Tests.
        .target(
            name: "TestSupport",
            dependencies: [
                "SQL", "Web", "Core", "Areas", "Figures", "Measures", "OpenAPI", "Transfer", "Mail", hummingbird, logging,
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"), .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            path: "Tests/TestSupport",
            // Without MemberImportVisibility: beside NIO the socket types of the C library count as members of a module of NIO that is not a product.
            swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]),
        .testTarget(
            name: "GroundTests",
            dependencies: [
                "SQL", "HTML", "Charts", "Geo", "Measures", "Dutch", "Analysis", "OpenAPI", "Transfer", "Credentials", "Mail", "Pictures", "Search", "COpenSSL",
                "CLcms", "Core", "Web", "TestSupport", hummingbird, .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "SliceTests",
            dependencies: [
                "Areas", "Figures", "People", "Knowledge", "Learning", "Voices", "Credentials", "Mail", "Pictures", "Analysis", "Jobs", "SQL", "HTML", "Charts",
                "Geo", "Measures", "Dutch", "Search", "Transfer",
                "OpenAPI", "Core", "Web", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Site", "Areas", "Figures", "People", "Knowledge", "Learning", "Voices", "Credentials", "Mail", "Jobs", "SQL", "Core", "Web", "Geo", "Dutch",
                "OpenAPI", "Transfer", "TestSupport", logging,
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
