#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call: one typed form for each kind of argument.
static inline CURLcode leefkring_curl_setopt_long(CURL *curl, CURLoption option, long value) { return curl_easy_setopt(curl, option, value); }
static inline CURLcode leefkring_curl_setopt_string(CURL *curl, CURLoption option, const char *value) { return curl_easy_setopt(curl, option, value); }
static inline CURLcode leefkring_curl_setopt_pointer(CURL *curl, CURLoption option, void *value) { return curl_easy_setopt(curl, option, value); }
static inline CURLcode leefkring_curl_setopt_list(CURL *curl, CURLoption option, struct curl_slist *value) { return curl_easy_setopt(curl, option, value); }
typedef size_t (*leefkring_curl_write)(char *data, size_t size, size_t count, void *context);
static inline CURLcode leefkring_curl_setopt_write(CURL *curl, CURLoption option, leefkring_curl_write value) { return curl_easy_setopt(curl, option, value); }
static inline CURLcode leefkring_curl_getinfo_long(CURL *curl, CURLINFO info, long *value) { return curl_easy_getinfo(curl, info, value); }
typedef int (*leefkring_curl_progress)(void *context, curl_off_t total, curl_off_t now, curl_off_t up_total, curl_off_t up_now);
static inline CURLcode leefkring_curl_setopt_progress(CURL *curl, CURLoption option, leefkring_curl_progress value) { return curl_easy_setopt(curl, option, value); }
