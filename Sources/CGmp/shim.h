#include <gmp.h>

/* The names of GMP are macros, and its integers arrays of one: Swift sees neither. */
typedef __mpz_struct gmp_integer;

static inline void gmp_integer_init(gmp_integer *a, unsigned long value) { mpz_init_set_ui(a, value); }
static inline void gmp_integer_clear(gmp_integer *a) { mpz_clear(a); }
static inline void gmp_integer_set(gmp_integer *a, const gmp_integer *b) { mpz_set(a, b); }
static inline void gmp_integer_multiply(gmp_integer *a, unsigned long factor) { mpz_mul_ui(a, a, factor); }
static inline void gmp_integer_multiply_big(gmp_integer *a, const gmp_integer *b) { mpz_mul(a, a, b); }
static inline void gmp_integer_add(gmp_integer *a, const gmp_integer *b) { mpz_add(a, a, b); }
static inline void gmp_integer_subtract(gmp_integer *a, const gmp_integer *b) { mpz_sub(a, a, b); }
static inline void gmp_integer_subtract_times(gmp_integer *a, const gmp_integer *b, unsigned long factor) { mpz_submul_ui(a, b, factor); }
static inline unsigned long gmp_integer_common_divisor(const gmp_integer *a, unsigned long b) { return mpz_gcd_ui(0, a, b); }
static inline void gmp_integer_common_divisor_big(gmp_integer *a, const gmp_integer *b) { mpz_gcd(a, a, b); }
static inline void gmp_integer_divide(gmp_integer *a, unsigned long divisor) { mpz_divexact_ui(a, a, divisor); }
static inline void gmp_integer_divide_big(gmp_integer *a, const gmp_integer *b) { mpz_divexact(a, a, b); }
static inline int gmp_integer_compare(const gmp_integer *a, const gmp_integer *b) { return mpz_cmp(a, b); }
static inline int gmp_integer_sign(const gmp_integer *a) { return mpz_sgn(a); }
static inline double gmp_integer_mantissa(const gmp_integer *a, long *exponent) { return mpz_get_d_2exp(exponent, a); }
static inline unsigned long gmp_integer_length(const gmp_integer *a) { return mpz_sizeinbase(a, 10) + 2; }
static inline int gmp_integer_read(gmp_integer *a, const char *text) { return mpz_set_str(a, text, 10); }
static inline void gmp_integer_text(const gmp_integer *a, char *into) { mpz_get_str(into, 10, a); }
