import Core
import Geo
import HTML
import Web

/// The map of an area with circles that tell how many places a square holds. A table beside it says the same and leads to the same pages.
struct PlaceMap: Component {
    let conversation: Identifier
    let ground: PlaceGround
    let filter: PlaceFilter
    let spread: PlaceSpread
    let language: Language

    static let size = 640.0
    private var words: PlaceWords { PlaceWords(language) }

    var body: some HTML {
        let part = ground.frame.part(filter.squares)
        svg(
            .class("plekkaart").role(canZoom ? "group" : "img").ariaLabel(words.map).ariaDescribedBy("plekkaart-uitleg")
                .viewBox(0, 0, Self.size, Self.size)
        ) {
            desc(.id("plekkaart-uitleg")) { words.mapText }
            path(.class("gebied").d(ground.shape.svgPath(in: MapFrame(box: part.box, width: Self.size, height: Self.size))))
            Each(filled) { square in circle(square) }
        }
    }

    private var canZoom: Bool { filter.squares.count < PlaceFrame.deepest }
    private var filled: [MapSquare] { MapSquare.all.filter { spread.squares[$0] != nil } }

    @HTMLBuilder private func circle(_ square: MapSquare) -> some HTML {
        if canZoom {
            // Not a stop for the tab key: the table beside the map leads to the same pages, in order.
            svgLink(.href(PlaceRoute.list(conversation, filter.within(filter.squares + [square])).address.url(in: language)).tabindex(-1)) { sign(square) }
        } else {
            sign(square)
        }
    }

    private func sign(_ square: MapSquare) -> some HTML {
        let count = spread.squares[square] ?? 0, cell = Self.size / Double(MapSquare.count)
        let (x, y) = ((Double(square.column) + 0.5) * cell, (Double(square.row) + 0.5) * cell)
        return g {
            svgTitle { words.square(square.description, count) }
            HTML::circle(.class("stip").cx(x).cy(y).r(min(16 + 4 * Double(String(count).count), cell / 2 - 2)))
            svgText(.class("getal").x(x).y(y + 6).textAnchor("middle")) { String(count) }
        }
    }
}

/// The same as a table.
struct PlaceSpreadTable: Component {
    let conversation: Identifier
    let filter: PlaceFilter
    let spread: PlaceSpread
    let language: Language

    private var words: PlaceWords { PlaceWords(language) }

    var body: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.map)) {
            table {
                thead {
                    tr {
                        th(.scope("col")) { words.squareHead }
                        th(.scope("col")) { words.countHead }
                    }
                }
                tbody {
                    Each(MapSquare.all.filter { spread.squares[$0] != nil }) { square in
                        tr {
                            th(.scope("row")) { name(square) }
                            td { String(spread.squares[square] ?? 0) }
                        }
                    }
                    if spread.beside > 0 {
                        tr {
                            th(.scope("row")) { words.beside }
                            td { String(spread.beside) }
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func name(_ square: MapSquare) -> some HTML {
        let title = (filter.squares + [square]).map(\.description).joined(separator: " ")
        if filter.squares.count < PlaceFrame.deepest {
            a(.href(PlaceRoute.list(conversation, filter.within(filter.squares + [square])).address.url(in: language))) { title }
        } else {
            title
        }
    }
}

/// The picture on which one points, in squares with their names: a file of its own, so a button can show it.
struct PlacePicture: Component {
    let ground: PlaceGround

    var body: some HTML {
        let size = Double(PlaceForm.size), cell = size / Double(MapSquare.count)
        Part { out in out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"256\" height=\"256\" viewBox=\"0 0 256 256\">") }
        rect(.width(size).height(size).fill("#ffffff"))
        path(.d(ground.shape.svgPath(in: MapFrame(box: ground.frame.box, width: size, height: size))).fill("#dbe9e4").stroke("#1f4d3f").strokeWidth(2))
        Each(0..<MapSquare.count + 1) { number in
            line(.x1(Double(number) * cell).x2(Double(number) * cell).y1(0).y2(size).stroke("#767676"))
            line(.y1(Double(number) * cell).y2(Double(number) * cell).x1(0).x2(size).stroke("#767676"))
        }
        Each(MapSquare.all) { square in
            svgText(.x(Double(square.column) * cell + 4).y(Double(square.row) * cell + 20).fill("#1a1a1a")) { square.description }
        }
        Part { out in out.raw("</svg>") }
    }
}
