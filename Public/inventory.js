// Keeps what someone types in the form of a call on this device, for at most a day, so that a page that is closed by accident loses nothing. The form does
// the same without: the server keeps each page that was sent. Nothing is sent from here.
"use strict";

(() => {
    const day = 86_400_000;
    const prefix = "oproep ";
    let store;
    try {
        store = globalThis.localStorage;
        for (const key of Object.keys(store).filter((key) => key.startsWith(prefix))) {
            if (!(Date.now() - JSON.parse(store.getItem(key)).at < day)) store.removeItem(key);
        }
    } catch {
        return;
    }
    if (!store) return;
    const sent = document.getElementById("ingestuurd");
    if (sent) {
        for (const key of Object.keys(store).filter((key) => key.startsWith(prefix + sent.dataset.oproep))) store.removeItem(key);
        return;
    }
    const form = document.getElementById("antwoord");
    if (!form) return;
    const key = prefix + form.dataset.oproep;
    const fields = () => [...form.querySelectorAll("textarea, select, input[type=text], input[type=email], input[type=checkbox]")]
        .filter((field) => field.name && field.name !== "homepage");
    const note = document.querySelector(".script-nodig");
    if (note) note.hidden = false;
    try {
        const kept = JSON.parse(store.getItem(key) ?? "null");
        const isEmpty = fields().every((field) => (field.type === "checkbox" ? !field.checked : !field.value));
        // What the server kept stands above what this device has.
        if (kept && isEmpty) {
            for (const field of fields()) {
                const value = kept.fields[field.type === "checkbox" ? field.name + " " + field.value : field.name];
                if (field.type === "checkbox") field.checked = value === true; else if (value !== undefined) field.value = value;
            }
        }
    } catch {
        store.removeItem(key);
    }
    const keep = () => {
        const values = {};
        for (const field of fields()) {
            if (field.type === "checkbox") values[field.name + " " + field.value] = field.checked; else values[field.name] = field.value;
        }
        try { store.setItem(key, JSON.stringify({ at: Date.now(), fields: values })); } catch { /* Full, or not allowed: the server keeps it all the same. */ }
    };
    form.addEventListener("input", keep);
    form.addEventListener("change", keep);
    document.querySelector("form[action$='/wissen']")?.addEventListener("submit", () => {
        for (const other of Object.keys(store).filter((other) => other.startsWith(prefix))) store.removeItem(other);
    });
})();
