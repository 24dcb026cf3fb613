import Core
import HTML
import Web

/// The files of a thing: pictures to see, documents to open. Its page needs ``styles``.
package struct AttachmentList<After: HTML>: Component {
    let files: [Attachment]
    let language: Language
    let after: (Attachment) -> After

    package static var styles: [String] { ["files.css"] }

    /// - Parameter after: what stands behind each file, such as a button to take it away
    package init(_ files: [Attachment], language: Language, @HTMLBuilder after: @escaping (Attachment) -> After) {
        self.files = files
        self.language = language
        self.after = after
    }

    private var words: AttachmentWords { AttachmentWords(language) }

    package var body: some HTML {
        ul(.class("bestanden")) {
            Each(files) { file in
                li {
                    if file.dimensions != nil { PictureImage(file, sizes: "(min-width: 40rem) 14rem, 40vw") } else { sign }
                    div {
                        p {
                            a(.href(AttachmentRoute.file(file.id).address.url(in: language))) {
                                file.dimensions == nil ? file.name : file.alt.isEmpty ? file.name : file.alt
                            }
                        }
                        p(.class("hint")) { words.about(file) }
                        after(file)
                    }
                }
            }
        }
    }

    private var sign: some HTML {
        svg(
            .class("blad").viewBox(0, 0, 48, 60).ariaHidden().focusable("false").fill("none").stroke("currentColor").strokeWidth(2.5)
                .strokeLinejoin("round")
        ) {
            path(.d("M6 3h24l12 12v42H6zM30 3v12h12M14 28h20M14 37h20M14 46h12"))
        }
    }
}

extension AttachmentList where After == Empty {
    package init(_ files: [Attachment], language: Language) {
        self.init(files, language: language) { _ in Empty() }
    }
}

/// A picture in the width that fits the screen, with its words; the room for it is there before it is.
package struct PictureImage: Component {
    let picture: Attachment
    let sizes: String
    let isNamed: Bool

    /// - Parameters:
    ///   - sizes: how wide it stands on the page, as `sizes` of HTML has it
    ///   - isNamed: false where the words stand beside it already
    package init(_ picture: Attachment, sizes: String, isNamed: Bool = false) {
        self.picture = picture
        self.sizes = sizes
        self.isNamed = isNamed
    }

    package var body: some HTML {
        img(
            Attributes.src(smallest).srcset(sources).sizes(sizes).alt(isNamed ? picture.alt : "").width(Double(picture.dimensions?.width ?? 0))
                .height(Double(picture.dimensions?.height ?? 0)).loading("lazy").decoding("async"))
    }

    // The same address in every language: a browser keeps one.
    private var full: String { AttachmentRoute.file(picture.id).address.url(in: .nl) }

    private var smallest: String { sources.first?.address ?? full }

    private var sources: [(address: String, width: Int)] {
        let small = picture.thumbnails.map { thumbnail in
            (AttachmentRoute.thumbnail(picture.id, width: thumbnail.dimensions.width).address.url(in: .nl), thumbnail.dimensions.width)
        }
        return small + [(full, picture.dimensions?.width ?? 0)]
    }
}
