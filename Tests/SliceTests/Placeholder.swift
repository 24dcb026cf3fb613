// SliceTests
