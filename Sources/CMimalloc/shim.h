#include <mimalloc.h>

// Pages that nothing uses go back to the system at once. Version 2.1 gave the option another name.
static inline void leefkring_give_memory_back_at_once(void) {
#if MI_MALLOC_VERSION >= 210
    mi_option_set(mi_option_purge_delay, 0);
#else
    mi_option_set(mi_option_decommit_delay, 0);
#endif
}
