"""Search engines behind one face: `put` entries, `ask` a question for the ids of the best; processor time is taken outside."""

import json
import os
import pathlib
import re
import sqlite3
import subprocess
import tempfile

from measuring import ROOT

GIVEN = os.environ.get("LEEFKRING_SEARCH_BENCH")
BENCH = pathlib.Path(GIVEN) if GIVEN else ROOT / ".build/release/search-bench"


class Ours:
    """The search ground of this repository, in its own process. It says itself how much processor time a question took."""

    name = "ours"

    def __init__(self, words=None, weights=None, bench=BENCH):
        self.process = subprocess.Popen([str(bench)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.do(do="open", words=words and str(words), weights=weights)

    def do(self, **request) -> dict:
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit("search-bench stopped")
        return json.loads(answer)

    def put(self, entries: list[dict]) -> dict:
        return self.do(do="put", entries=entries)

    def ask(self, questions: list[str], limit: int, **options) -> dict:
        return self.do(do="ask", questions=questions, limit=limit, **options)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


class FTS5:
    """SQLite's full-text search, title 5 times the text. Its default asks for all words; `any_word` joins them with OR."""

    def __init__(self, any_word: bool):
        self.name = f"FTS5 {sqlite3.sqlite_version}, {'any word' if any_word else 'all words (default)'}"
        self.joint = " OR " if any_word else " "
        self.connection = sqlite3.connect(":memory:")
        self.connection.execute("CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, title, body)")

    def put(self, entries: list[dict]):
        self.connection.executemany("INSERT INTO entry VALUES (:id, :title, :text)", entries)
        self.connection.commit()

    def ask(self, question: str, limit: int) -> list[str]:
        asked = self.joint.join(f'"{word}"' for word in words_of(question))
        if not asked:
            return []
        statement = "SELECT id FROM entry WHERE entry MATCH ? ORDER BY bm25(entry, 0, 5, 1) LIMIT ?"
        return [row[0] for row in self.connection.execute(statement, (asked, limit))]


class FTS5WithOurWords:
    """FTS5 over the stems and parts of our analysis, with our weights: what an index in the database could be."""

    name = "FTS5, any word, our stems and parts"

    def __init__(self, words):
        self.analysis = Ours(words)
        self.connection = sqlite3.connect(":memory:")
        self.connection.execute("CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, title, body, parts)")

    def put(self, entries: list[dict]):
        for start in range(0, len(entries), 5_000):
            some = entries[start:start + 5_000]
            answer = self.analysis.do(do="analyse", list=[text for entry in some for text in (entry["title"], entry["text"])])
            stems, parts = answer["stemsOf"], answer["partsOf"]
            rows = [(entry["id"], stems[2 * at], stems[2 * at + 1], parts[2 * at] + " " + parts[2 * at + 1]) for at, entry in enumerate(some)]
            self.connection.executemany("INSERT INTO entry VALUES (?, ?, ?, ?)", rows)
        self.connection.commit()

    def ask(self, question: str, limit: int) -> list[str]:
        answer = self.analysis.do(do="analyse", list=[question])
        asked = " OR ".join(f'"{word}"' for word in dict.fromkeys((answer["stemsOf"][0] + " " + answer["partsOf"][0]).split()))
        if not asked:
            return []
        statement = "SELECT id FROM entry WHERE entry MATCH ? ORDER BY bm25(entry, 0, 8, 1, 0.375) LIMIT ?"
        return [row[0] for row in self.connection.execute(statement, (asked, limit))]


class Tantivy:
    """tantivy with its Dutch stemmer, title 5 times the text, in a folder of its own."""

    def __init__(self):
        import tantivy

        self.name = f"tantivy {version_of('tantivy')}, dutch"
        self.tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        for field in ("title", "body"):
            builder.add_text_field(field, tokenizer_name="nl")
        self.folder = tempfile.TemporaryDirectory()
        self.index = tantivy.Index(builder.build(), path=self.folder.name)
        analyser = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("dutch")).build()
        self.index.register_tokenizer("nl", analyser)

    def put(self, entries: list[dict]):
        writer = self.index.writer(200_000_000, 1)
        for entry in entries:
            writer.add_document(self.tantivy.Document(id=entry["id"], title=entry["title"], body=entry["text"]))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def ask(self, question: str, limit: int) -> list[str]:
        asked = " ".join(words_of(question))
        if not asked:
            return []
        query = self.index.parse_query(asked, ["title", "body"], field_boosts={"title": 5.0})
        return [self.searcher.doc(address)["id"][0] for _, address in self.searcher.search(query, limit, count=False).hits]


class BM25S:
    """bm25s over Snowball's Dutch stems, the title written three times."""

    def __init__(self):
        import bm25s
        import snowballstemmer

        self.name = f"bm25s {version_of('bm25s')}, Snowball dutch"
        self.bm25s = bm25s
        self.stem_word = snowballstemmer.stemmer("dutch").stemWord
        self.stems: dict[str, str] = {}

    def tokens(self, text: str) -> list[str]:
        for word in (words := words_of(text)):
            if word not in self.stems:
                self.stems[word] = self.stem_word(word)
        return [self.stems[word] for word in words]

    def put(self, entries: list[dict]):
        self.ids = [entry["id"] for entry in entries]
        self.retriever = self.bm25s.BM25()
        self.retriever.index([self.tokens(entry["title"]) * 3 + self.tokens(entry["text"]) for entry in entries], show_progress=False)

    def ask(self, question: str, limit: int) -> list[str]:
        asked = [token for token in self.tokens(question) if token in self.retriever.vocab_dict]
        if not asked:
            return []
        found, scores = self.retriever.retrieve([asked], k=min(limit, len(self.ids)), show_progress=False)
        return [self.ids[number] for number, score in zip(found[0], scores[0]) if score > 0]


def version_of(package: str) -> str:
    from importlib.metadata import version

    return version(package)


def all_peers(words) -> list:
    return [lambda: FTS5(any_word=False), lambda: FTS5(any_word=True), lambda: FTS5WithOurWords(words), Tantivy, BM25S]
