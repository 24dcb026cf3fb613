#include <lcms2.h>

// Made up of macros, which Swift does not see: eight bits each of red, green, blue and one that is left alone.
static const cmsUInt32Number leefkring_lcms_rgba = COLORSPACE_SH(PT_RGB) | EXTRA_SH(1) | CHANNELS_SH(3) | BYTES_SH(1);
