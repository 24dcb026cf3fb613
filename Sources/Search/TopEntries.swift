/// The best so far: the highest score first, then the first id.
struct TopEntries {
    struct Hit {
        let score: UInt32
        let part: Int
        let document: Int
    }

    let most: Int
    private let id: (Hit) -> String
    /// A heap with the worst on top.
    private var heap: [Hit] = []

    init(most: Int, id: @escaping (Hit) -> String) {
        self.most = max(0, most)
        self.id = id
    }

    /// A lower score than this cannot come in any more; an equal one can.
    var threshold: UInt32 { heap.count < most ? 0 : heap.first?.score ?? .max }

    mutating func offer(_ hit: Hit) {
        if heap.count < most {
            heap.append(hit)
            var child = heap.count - 1
            while child > 0, isWorse(heap[child], than: heap[(child - 1) / 2]) {
                heap.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        } else if let worst = heap.first, isWorse(worst, than: hit) {
            heap[0] = hit
            sink()
        }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var worst = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isWorse(heap[child], than: heap[worst]) { worst = child }
            if worst == parent { return }
            heap.swapAt(parent, worst)
            parent = worst
        }
    }

    private func isWorse(_ one: Hit, than other: Hit) -> Bool {
        one.score != other.score ? one.score < other.score : id(one) > id(other)
    }

    /// Best first.
    var sorted: [Hit] { heap.sorted { isWorse($1, than: $0) } }
}
