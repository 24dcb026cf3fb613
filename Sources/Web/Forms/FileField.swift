import Core
import HTML

/// A file that came in with a form that had a fault elsewhere: it waits, so that nobody has to look for it again.
package struct KeptFile: Sendable, Hashable {
    /// Leads back to the file; of no use to others.
    package let id: String
    package let name: String
    /// `photo, 2 MB`: what it is, in words.
    package let about: Localized
    /// A small picture of it; nil for what is no picture.
    package let preview: PageAddress?

    package init(id: String, name: String, about: Localized, preview: PageAddress? = nil) {
        self.id = id
        self.name = name
        self.about = about
        self.preview = preview
    }
}

/// One file. Its form must be a ``PostForm`` that takes files, and its route one with uploads.
package struct FileField: Component {
    let frame: FieldFrame
    let accept: String
    let kept: KeptFile?

    /// - Parameters:
    ///   - name: of the field; also its id
    ///   - accept: endings of names that are taken, as `.jpg`: a hint for the browser, the server looks at the content
    ///   - kept: what was sent before; goes along in a hidden field of the name ``keptName(_:)``
    package init(
        _ name: String, _ label: Localized, accept: [String], hint: Localized? = nil, isRequired: Bool = true, kept: KeptFile? = nil, form: Form,
        language: Language
    ) {
        self.frame = FieldFrame(name, label[language], hint: hint, isRequired: isRequired, form: form, language: language)
        self.accept = accept.joined(separator: ",")
        self.kept = kept
    }

    /// The hidden field that says which file waits.
    package static func keptName(_ name: String) -> String { name + "-bewaard" }

    package var body: some HTML {
        div(.class("veld", "is-fout", when: frame.isFaulty)) {
            label(.for(frame.name)) { frame.question }
            frame.below
            if let kept { waiting(kept) }
            input(.type("file").id(frame.name).name(frame.name).accept(accept).adding(frame.state))
        }
    }

    private func waiting(_ kept: KeptFile) -> some HTML {
        div(.class("bewaard")) {
            if let preview = kept.preview { img(.src(preview.url(in: .nl)).alt("").width(96)) }
            p {
                Icon(.check)
                " "
                strong { kept.name }
                " (\(kept.about[frame.language])). "
                frame.language == .nl
                    ? "Dit bestand hebben wij al. Kies alleen een ander als je dat wilt." : "We have this file already. Choose another one only if you want to."
            }
            input(.type("hidden").name(Self.keptName(frame.name)).value(kept.id))
        }
    }
}
