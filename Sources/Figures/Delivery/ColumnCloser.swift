import Core

/// Finishes columns: what never came, columns without figures, margins that do not fit.
struct ColumnCloser {
    let codes: [AreaCode]
    let source: String

    /// A column without any figure is "not delivered" only where figures were to be expected: municipalities are hardly ever secret, and a hundred areas never all.
    private var expectsFigures: Bool { codes.count >= 100 || codes.contains { $0.level <= .municipality } }

    func close(_ open: ColumnBuffer, findings: inout Findings) -> DeliveredColumn {
        var buffer = open
        buffer.grow(to: codes.count)
        let isEmpty = buffer.figures == 0 && expectsFigures
        for row in buffer.missing.indices {
            if buffer.missing[row] == ColumnBuffer.unseen {
                buffer.missing[row] = MissingReason.notDelivered.rawValue
            } else if isEmpty, MissingReason(rawValue: buffer.missing[row])?.isVague == true {
                buffer.missing[row] = MissingReason.notDelivered.rawValue
            }
        }
        if isEmpty {
            let period = buffer.period, role = buffer.role.name
            findings.note(
                source, column: buffer.description.key,
                Localized(
                    nl: "De bron heeft deze kolom leeg gelaten (\(period), \(role.nl)).", en: "The source has left this column empty (\(period), \(role.en))."))
        }
        return DeliveredColumn(
            indicator: buffer.indicator, period: buffer.period, role: buffer.role, status: buffer.status, sourceColumn: buffer.description.key,
            sourceUnit: buffer.description.unit, values: buffer.values, missing: buffer.missing, decimals: buffer.decimals)
    }

    /// A figure outside its own margin, or margins the wrong way round, is a warning: some sources round the three apart.
    func checkMargins(_ columns: [DeliveredColumn], rowNumbers: [Int], findings: inout Findings) {
        struct Key: Hashable {
            let indicator: String
            let period: Period
        }
        var sets: [Key: [MeasureRole: DeliveredColumn]] = [:]
        for column in columns { sets[Key(indicator: column.indicator, period: column.period), default: [:]][column.role] = column }
        for column in columns where column.role != .value {
            let set = sets[Key(indicator: column.indicator, period: column.period)] ?? [:]
            guard let value = set[.value] else {
                findings.warning(
                    source, column: column.sourceColumn, Localized(nl: "Er is een marge zonder cijfer.", en: "There is a margin without a figure."))
                continue
            }
            for row in codes.indices {
                // Comparisons with NaN are false: missing ends are not compared.
                let isWrong = column.role == .lower ? column.values[row] > value.values[row] : column.values[row] < value.values[row]
                guard isWrong else { continue }
                findings.warning(
                    source, row: rowNumbers[row], column: column.sourceColumn, value: "\(column.values[row])",
                    Localized(
                        nl: "Het cijfer \(value.values[row]) ligt buiten zijn eigen marge.", en: "The figure \(value.values[row]) lies outside its own margin.")
                )
            }
        }
    }
}
