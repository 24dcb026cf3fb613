// GroundTests
