@main
struct Leefkring {
    static func main() {}
}
