// A code that stands behind the # of a picture on paper: it fills the field, and goes from the address bar. No server gets to see it.
const field = document.getElementById("code");
const code = decodeURIComponent(location.hash.slice(1));
if (field && /^[2-9A-Za-z]{13}$/.test(code)) {
  field.value = code;
  history.replaceState(null, "", location.pathname);
}
