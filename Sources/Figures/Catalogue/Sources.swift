import Core

/// The publishers' tables figures come from. The table number of one year stands in the mapping of that year.
extension SourceTable {
    /// CBS publishes one table per year and fills it quarter by quarter.
    static let keyFigures = SourceTable(
        key: "cbs-kwb", publisher: "CBS",
        title: Localized(nl: "Kerncijfers wijken en buurten", en: "Key figures of districts and neighbourhoods"), table: nil,
        address: "https://opendata.cbs.nl/statline/", licence: "CC BY 4.0",
        attribution: Localized(
            nl: "Bron: CBS, Kerncijfers wijken en buurten", en: "Source: Statistics Netherlands (CBS), Key figures of districts and neighbourhoods"))

    /// The revised method; 2012 to 2024. Never in one series with 50090NED.
    static let perceivedHealth = SourceTable(
        key: "rivm-50150", publisher: "RIVM",
        title: Localized(nl: "Ervaren gezondheid per wijk en buurt (herziene methode)", en: "Perceived health per neighbourhood (revised method)"),
        table: "50150NED", address: "https://statline.rivm.nl/#/RIVM/nl/dataset/50150NED", licence: "CC BY 4.0",
        attribution: Localized(
            nl: "Bron: RIVM, schatting uit de Gezondheidsmonitor van GGD'en, CBS en RIVM (50150NED)",
            en: "Source: RIVM, estimate from the Health Monitor of the regional health services, CBS and RIVM (50150NED)"))

    /// 2012, 2016 and 2020, adults of 18 and older.
    static let adultHealth = SourceTable(
        key: "rivm-50090", publisher: "RIVM",
        title: Localized(nl: "Gezondheid per wijk en buurt, 2012, 2016 en 2020", en: "Health per district and neighbourhood, 2012, 2016 and 2020"),
        table: "50090NED", address: "https://statline.rivm.nl/#/RIVM/nl/dataset/50090NED", licence: "CC BY 4.0",
        attribution: Localized(
            nl: "Bron: RIVM, schatting uit de Gezondheidsmonitor van GGD'en, CBS en RIVM (50090NED)",
            en: "Source: RIVM, estimate from the Health Monitor of the regional health services, CBS and RIVM (50090NED)"))

    /// Licence CC0 according to users of the data; the ministry itself says "open data".
    static let leefbaarometer = SourceTable(
        key: "leefbaarometer", publisher: "Ministerie van BZK", title: Localized(nl: "Leefbaarometer 3.0", en: "Leefbaarometer 3.0 (liveability index)"),
        table: nil, address: "https://doc.leefbaarometer.nl/page/FAQ", licence: "CC0",
        attribution: Localized(
            nl: "Bron: Leefbaarometer, ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
            en: "Source: Leefbaarometer, Ministry of the Interior and Kingdom Relations"))

    static let police = SourceTable(
        key: "politie-47022", publisher: "Politie",
        title: Localized(nl: "Geregistreerde misdrijven per maand, wijk en buurt", en: "Registered crimes per month, district and neighbourhood"),
        table: "47022NED", address: "https://dataderden.cbs.nl/ODataApi/odata/47022NED", licence: "CC BY 4.0",
        attribution: Localized(nl: "Bron: politie, via CBS StatLine (47022NED)", en: "Source: Dutch police, through CBS StatLine (47022NED)"))
}
