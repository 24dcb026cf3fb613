/// How much every point matters to a line: Visvalingam and Whyatt (1993), line generalisation by repeated elimination of the smallest area.
enum Visvalingam {
    /// The effective area (m²) of every point: that of its triangle at the moment it is the least of all, never less than that of one removed before it.
    /// The two ends have infinity: they stay.
    static func effectiveAreas(x: [Double], y: [Double]) -> [Double] {
        let count = x.count
        var areas = [Double](repeating: .infinity, count: count)
        guard count > 2 else { return areas }
        var before = (0..<count).map { $0 - 1 }
        var after = (0..<count).map { $0 + 1 }
        func triangle(_ point: Int) -> Double {
            let left = before[point], right = after[point]
            return abs((x[left] - x[point]) * (y[right] - y[point]) - (x[right] - x[point]) * (y[left] - y[point])) / 2
        }
        var heap = AreaHeap(areas: [.infinity] + (1..<count - 1).map(triangle) + [.infinity])
        var largest = 0.0
        while let point = heap.removeLeast() {
            largest = max(largest, heap.areas[point])
            areas[point] = largest
            let left = before[point], right = after[point]
            after[left] = right
            before[right] = left
            if left > 0 { heap.change(left, to: triangle(left)) }
            if right < count - 1 { heap.change(right, to: triangle(right)) }
        }
        return areas
    }
}

/// A binary heap of points by area that knows where each stands; equal areas go by number, so that the order is the same everywhere.
private struct AreaHeap {
    private(set) var areas: [Double]
    private var heap: [Int]
    private var places: [Int]

    /// - Parameter areas: per point; the first and the last are not in the heap
    init(areas: [Double]) {
        self.areas = areas
        heap = Array(1..<areas.count - 1)
        places = areas.indices.map { $0 - 1 }
        for place in stride(from: heap.count / 2, through: 0, by: -1) { sink(place) }
    }

    mutating func removeLeast() -> Int? {
        guard let least = heap.first else { return nil }
        swap(0, heap.count - 1)
        heap.removeLast()
        sink(0)
        return least
    }

    mutating func change(_ point: Int, to area: Double) {
        areas[point] = area
        rise(places[point])
        sink(places[point])
    }

    private func isLess(_ left: Int, _ right: Int) -> Bool { (areas[heap[left]], heap[left]) < (areas[heap[right]], heap[right]) }

    private mutating func swap(_ left: Int, _ right: Int) {
        heap.swapAt(left, right)
        places[heap[left]] = left
        places[heap[right]] = right
    }

    private mutating func rise(_ start: Int) {
        var place = start
        while place > 0, isLess(place, (place - 1) / 2) {
            swap(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink(_ start: Int) {
        var place = start
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count && isLess(child, least) { least = child }
            if least == place { return }
            swap(place, least)
            place = least
        }
    }
}
