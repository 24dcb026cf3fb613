// A button beside each password that makes its signs visible, so that typing errors can be seen (ASVS 6.2.6).
// The page is complete without it. What is sent is always a password again, so that the browser does not keep it as ordinary words.
"use strict";

for (const field of document.querySelectorAll("input[type=password][data-toon]")) {
    const button = document.createElement("button");
    const row = document.createElement("div");
    row.className = "wachtwoordrij";
    button.type = "button";
    button.className = "knop licht";
    button.setAttribute("aria-controls", field.id);

    function show(isShown) {
        field.type = isShown ? "text" : "password";
        button.textContent = isShown ? field.dataset.verberg : field.dataset.toon;
    }

    field.before(row);
    row.append(field, button);
    show(false);
    button.addEventListener("click", () => show(field.type === "password"));
    field.form.addEventListener("submit", () => show(false));
    // A page that comes back from the browser's memory shows nothing.
    addEventListener("pagehide", () => show(false));
}
