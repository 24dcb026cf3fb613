// Only the re-entrant *_r API (a handle per thread) is visible.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
#include <stdarg.h>
