import Core

/// Who reads what was written. Pure.
package enum WorksheetPolicy {
    /// Reading a sheet of someone else. What nobody was given, nobody reads.
    package static func read(_ sharing: Worksheet.Sharing, by reader: WorksheetReader) -> Decision {
        switch sharing {
        case .everyone: .allowed
        case .circle: reader.isOfCircle || reader.isFacilitator ? .allowed : .hidden
        case .facilitator: reader.isFacilitator ? .allowed : .hidden
        case .nobody: .hidden
        }
    }

    /// Who facilitates the meeting: the organisers of its programme, its part or a part above it. Not functional administrators: they keep the site running.
    package static func facilitate(programme: Identifier, line: [Identifier], by actor: Actor) -> Decision {
        let places: [Identifier?] = [nil] + line.map { $0 }
        return MeetingPolicy.best(places.map { LearningPolicy.lead(programme: programme, part: $0, by: actor) })
    }
}

/// Who someone is to a worksheet, besides the owner of a sheet.
package struct WorksheetReader: Sendable, Hashable {
    package let isFacilitator: Bool
    package let isOfCircle: Bool

    package init(isFacilitator: Bool, isOfCircle: Bool) {
        self.isFacilitator = isFacilitator
        self.isOfCircle = isOfCircle
    }

    /// How sheets must be shared for this reader to see them.
    package var readable: Set<Worksheet.Sharing> { Set(Worksheet.Sharing.allCases.filter { WorksheetPolicy.read($0, by: self).isAllowed }) }
}
