import HTML
import Testing

@Suite struct HTMLBuilderTests {
    @Test("lines of a block are written in their order")
    func order() {
        #expect(
            markup(
                Group {
                    "a"; 1;
                    p {
                        "b"; br(); "c"
                    }; Raw("<!-- x -->"); Empty(); "d"
                }) == "a1<p>b<br>c</p><!-- x -->d")
        #expect(markup(div {}) == "<div></div>")
    }

    @Test("if, else if and else show the branch that holds", arguments: [(0, "nul"), (1, "een"), (2, "meer")])
    func branches(number: Int, expected: String) {
        let block = p { if number == 0 { "nul" } else if number == 1 { b { "een" } } else { i { "meer" } } }
        #expect(markup(block).contains(expected))
        #expect(markup(block).count == ["nul": 10, "een": 17, "meer": 18][expected])
    }

    @Test("switch and if let show what they hold")
    func patterns() {
        enum State { case counted(Int), missing, estimated(String) }
        func block(_ state: State) -> String {
            markup(
                p {
                    switch state {
                    case .counted(let number): number
                    case .missing: em { "geen cijfer" }
                    case .estimated(let text):
                        text
                        "*"
                    }
                })
        }
        #expect(block(.counted(3)) == "<p>3</p>")
        #expect(block(.missing) == "<p><em>geen cijfer</em></p>")
        #expect(block(.estimated("<4")) == "<p>&lt;4*</p>")
        for name in [nil, "x"] as [String?] {
            #expect(markup(p { if let name { name } }) == "<p>\(name ?? "")</p>")
            #expect(markup(p { name }) == "<p>\(name ?? "")</p>")
        }
    }

    @Test("for and Each write every element in order, and none for nothing")
    func loops() {
        let names = ["a", "<b>", "c"]
        let expected = "<ul><li>a</li><li>&lt;b&gt;</li><li>c</li></ul>"
        #expect(markup(ul { for name in names { li { name } } }) == expected)
        #expect(markup(ul { Each(names) { name in li { name } } }) == expected)
        #expect(markup(ul { Each([String]()) { name in li { name } } }) == "<ul></ul>")
        #expect(markup(ul { Each(names.enumerated()) { row in if row.offset > 0 { li { row.offset } } } }) == "<ul><li>1</li><li>2</li></ul>")
    }

    @Test("components nest, and parts of any type stand in one list")
    func components() {
        struct Greeting: Component {
            let name: String
            var body: some HTML {
                p(.class("groet")) {
                    "Dag "; strong { name }
                }
            }
        }
        let parts: [AnyHTML] = [AnyHTML(Greeting(name: "Sam")), AnyHTML("tekst"), AnyHTML(hr())]
        #expect(
            markup(
                div {
                    Greeting(name: "<x>"); parts
                }) == "<div><p class=\"groet\">Dag <strong>&lt;x&gt;</strong></p><p class=\"groet\">Dag <strong>Sam</strong></p>tekst<hr></div>")
        let kept = Fragment { Greeting(name: "&") }
        #expect(
            markup(
                div {
                    kept; kept
                }) == "<div>" + String(repeating: "<p class=\"groet\">Dag <strong>&amp;</strong></p>", count: 2) + "</div>")
    }

    @Test("void elements have no end tag, others always have one")
    func voidElements() {
        let voids = Group {
            br(); hr(); wbr(); img(.alt("")); input(); meta(); link(); col(); source(); track()
        }
        #expect(markup(voids) == "<br><hr><wbr><img alt=\"\"><input><meta><link><col><source><track>")
        #expect(markup(script(.src("/app.js").type("module").defer())) == "<script src=\"/app.js\" type=\"module\" defer></script>")
        #expect(
            markup(
                Group {
                    td {}; span {}; select {}; label {}; time {}; table {}; main {}
                })
                == "<td></td><span></span><select></select><label></label><time></time><table></table><main></main>")
    }

    @Test("a text area and preformatted text keep their first line end")
    func firstLineEnd() {
        #expect(markup(textarea(.name("t")) { "\n</textarea>" }) == "<textarea name=\"t\">\n\n&lt;/textarea&gt;</textarea>")
        #expect(markup(pre { "\nx" }) == "<pre>\n\nx</pre>")
    }

    @Test("a document begins with its type")
    func document() {
        let page = html(.lang("nl")) {
            head {
                meta(.charset("utf-8")); pageTitle { "A & B" }
            }
            pageBody { main { h1 { "A" } } }
        }
        #expect(
            String(decoding: renderDocument(page), as: UTF8.self)
                == "<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>A &amp; B</title></head><body><main><h1>A</h1></main></body></html>"
        )
    }
}
