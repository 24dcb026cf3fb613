import Core

/// The parts of a mapping file.
extension MappingReader {
    mutating func area(_ value: JSONValue?) -> Mapping.AreaColumns? {
        guard let value else { return nil }
        let object = object(value, "area", allowed: ["name", "province", "postcode", "land"])
        return Mapping.AreaColumns(
            name: optionalText(object, "name", in: "area"), province: optionalText(object, "province", in: "area"),
            postcode: optionalText(object, "postcode", in: "area"), land: optionalText(object, "land", in: "area"))
    }

    mutating func format(_ value: JSONValue?) -> Mapping.Format {
        var format = Mapping.Format()
        guard let value else { return format }
        let object = object(value, "format", allowed: ["delimiter", "decimal", "thousands", "encoding"])
        format.delimiter = mark(object, "delimiter", among: ",;\t")
        format.decimal = mark(object, "decimal", among: ".,") ?? 0x2E
        format.thousands = mark(object, "thousands", among: "., ")
        format.encoding = word(object, "encoding", Mapping.Format.Encoding.init, in: "format") ?? .auto
        return format
    }

    private mutating func mark(_ object: [String: JSONValue], _ key: String, among marks: String) -> UInt8? {
        guard let text = optionalText(object, key, in: "format") else { return nil }
        guard text.utf8.count == 1, let byte = text.utf8.first, marks.utf8.contains(byte) else {
            fault("format.\(key)", Localized(nl: "Dit teken kan hier niet.", en: "This mark is not possible here."), value: text)
            return nil
        }
        return byte
    }

    mutating func code(_ value: JSONValue?) -> Mapping.Code {
        let object = object(value, "code", allowed: ["columns", "ignore"])
        return Mapping.Code(columns: texts(object, "columns", in: "code", isObliged: true), ignore: texts(object, "ignore", in: "code"))
    }

    mutating func level(_ value: JSONValue?) -> Mapping.Level? {
        guard let value else { return nil }
        let object = object(value, "level", allowed: ["column", "values"])
        var levels: [String: AreaLevel] = [:]
        let values = self.object(object["values"], "level.values")
        for key in values.keys.sorted() { levels[key] = word(values, key, AreaLevel.init, in: "level.values") }
        return text(object, "column", in: "level").map { Mapping.Level(column: $0, values: levels) }
    }

    mutating func rows(_ value: JSONValue?) -> [Mapping.RowRule] {
        list(value, "rows") { reader, value, place in
            let object = reader.object(value, place, allowed: ["column", "values", "reason"])
            let values = reader.texts(object, "values", in: place, isObliged: true)
            let reason = object["reason"] == nil ? nil : reader.localized(object, "reason", in: place)
            return reader.text(object, "column", in: place).map { Mapping.RowRule(column: $0, values: values, reason: reason) }
        }
    }

    mutating func period(_ value: JSONValue?) -> Mapping.PeriodSource? {
        switch value {
        case nil: return nil
        case .text(let text)?:
            guard let period = Period(text) else {
                fault("period", Localized(nl: "Dit is geen periode.", en: "This is not a period."), value: text)
                return nil
            }
            return .fixed(period)
        default:
            let object = object(value, "period", allowed: ["column"])
            return text(object, "column", in: "period").map { .column($0) }
        }
    }

    mutating func roles(_ value: JSONValue?) -> Mapping.Roles? {
        guard let value else { return nil }
        let object = object(value, "roles", allowed: ["column", "values"])
        var roles: [String: MeasureRole] = [:]
        let values = self.object(object["values"], "roles.values")
        for key in values.keys.sorted() { roles[key] = word(values, key, MeasureRole.init, in: "roles.values") }
        return text(object, "column", in: "roles").map { Mapping.Roles(column: $0, values: roles) }
    }

    mutating func meanings(_ value: JSONValue?, _ place: String) -> [String: Mapping.Meaning] {
        guard let value else { return [:] }
        let object = object(value, place)
        var meanings: [String: Mapping.Meaning] = [:]
        for key in object.keys.sorted() {
            meanings[key] = word(object, key, { $0 == "zero" ? .zero : MissingReason(word: $0).map { .missing($0) } }, in: place)
        }
        return meanings
    }

    mutating func columns(_ value: JSONValue?) -> [Mapping.Column] {
        let keys: Set<String> = ["column", "indicator", "period", "role", "status", "missing", "factor", "optional"]
        return list(value, "columns") { reader, value, place in
            let object = reader.object(value, place, allowed: keys)
            let selector = reader.selector(object["column"], "\(place).column")
            let factor = object["factor"].map { $0.number ?? .nan } ?? 1
            if !factor.isFinite || factor == 0 { reader.fault("\(place).factor", Localized(nl: "Hier hoort een getal.", en: "A number is needed here.")) }
            var isOptional = false
            if let flag = object["optional"] {
                if case .bool(let known) = flag { isOptional = known } else { reader.fault("\(place).optional", Localized("true / false")) }
            }
            return Mapping.Column(
                selector: selector, indicator: reader.text(object, "indicator", in: place) ?? "",
                period: reader.word(object, "period", { Period($0) }, in: place),
                role: reader.word(object, "role", MeasureRole.init, in: place), status: reader.word(object, "status", FigureStatus.init, in: place),
                missing: reader.meanings(object["missing"], "\(place).missing"), factor: factor, isOptional: isOptional)
        }
    }

    private mutating func selector(_ value: JSONValue?, _ place: String) -> Mapping.Selector {
        if let name = value?.text, !name.isEmpty { return Mapping.Selector(name: name) }
        let object = object(value, place, allowed: ["name", "title", "unit", "under"])
        let selector = Mapping.Selector(
            name: optionalText(object, "name", in: place), title: optionalText(object, "title", in: place), unit: optionalText(object, "unit", in: place),
            under: texts(object, "under", in: place))
        if selector.name == nil && selector.title == nil {
            fault(place, Localized(nl: "Geef een naam of een titel.", en: "Give a name or a title."))
        }
        return selector
    }

    mutating func tidy(_ value: JSONValue?) -> Mapping.Tidy? {
        guard let value else { return nil }
        let object = object(value, "tidy", allowed: ["measure", "value", "lower", "upper", "attribute"])
        guard let measure = text(object, "measure", in: "tidy"), let figure = text(object, "value", in: "tidy") else { return nil }
        return Mapping.Tidy(
            measure: measure, value: figure, lower: optionalText(object, "lower", in: "tidy"), upper: optionalText(object, "upper", in: "tidy"),
            attribute: optionalText(object, "attribute", in: "tidy"))
    }

    mutating func skip(_ value: JSONValue?) -> [Mapping.Skip] {
        list(value, "skip") { reader, value, place in
            let object = reader.object(value, place, allowed: ["columns", "reason"])
            let columns = reader.texts(object, "columns", in: place, isObliged: true)
            return reader.localized(object, "reason", in: place).map { Mapping.Skip(columns: columns, reason: $0) }
        }
    }

    private mutating func list<Element>(
        _ value: JSONValue?, _ place: String, _ read: (inout MappingReader, JSONValue, String) -> Element?
    ) -> [Element] {
        guard let value else { return [] }
        guard let list = value.list else {
            fault(place, Localized(nl: "Hier hoort een lijst [ ].", en: "A list [ ] is needed here."))
            return []
        }
        var elements: [Element] = []
        for (index, element) in list.enumerated() {
            if let element = read(&self, element, "\(place)[\(index)]") { elements.append(element) }
        }
        return elements
    }
}
