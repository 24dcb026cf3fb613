import Core
import HTML
import Web

/// The band at the top of a page of a conversation: the way there, and what the page is.
package struct ConversationBand: Component {
    let conversation: Conversation
    let areaName: String
    let here: String
    let lead: String?
    let language: Language

    /// - Parameters:
    ///   - here: the heading of the page; the title of the conversation on its own page
    ///   - lead: one sentence below it
    package init(_ conversation: Conversation, areaName: String, here: String, lead: String? = nil, language: Language) {
        self.conversation = conversation
        self.areaName = areaName
        self.here = here
        self.lead = lead
        self.language = language
    }

    package var body: some HTML {
        TitleBand(here, lead: lead) {
            PlaceTrail(steps, label: ConversationWords.both(\.trail), language: language)
        }
    }

    private var steps: [PlaceTrail.Step] {
        let title = conversation.facts.title, words = ConversationWords(language)
        let above = [
            PlaceTrail.Step(words.title, address: ConversationRoute.list().address),
            PlaceTrail.Step(areaName, address: ConversationRoute.list(ConversationFilter(area: conversation.area)).address),
        ]
        guard here != title else { return above + [PlaceTrail.Step(title)] }
        return above + [PlaceTrail.Step(title, address: ConversationRoute.conversation(conversation.id).address), PlaceTrail.Step(here)]
    }
}

/// A page of a conversation: its band, and below it a column that reads well.
struct ConversationColumn<Content: HTML>: Component {
    let band: ConversationBand
    let faults: ErrorSummary?
    let content: Content

    init(_ band: ConversationBand, faults: ErrorSummary? = nil, @HTMLBuilder content: () -> Content) {
        self.band = band
        self.faults = faults
        self.content = content()
    }

    var body: some HTML {
        band
        div(.class("wrap inhoud smal")) {
            if let faults { faults }
            content
        }
    }
}
