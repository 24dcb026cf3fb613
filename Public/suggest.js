// Suggestions below a search box while someone types: a list to choose from with the arrows, as the ARIA pattern of a combobox with a list box has it.
// The page is complete without it: the button gives the same answers.
"use strict";

let boxes = 0;

for (const box of document.querySelectorAll("input[data-suggesties]")) {
    const panel = document.createElement("div");
    const status = document.createElement("p");
    const name = "voorstellen-" + ++boxes;
    panel.className = "voorstellen";
    panel.hidden = true;
    status.className = "vh";
    // Read out when it changes, without taking the focus.
    status.setAttribute("role", "status");
    box.closest(".zoekrij").after(panel, status);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-expanded", "false");

    let waiting = 0;
    let asked = "";
    let request = null;
    let chosen = -1;

    const options = () => [...panel.querySelectorAll("[role=option]")];

    function choose(place) {
        const all = options();
        chosen = place;
        all.forEach((option, index) => option.setAttribute("aria-selected", String(index === place)));
        if (place < 0) return box.removeAttribute("aria-activedescendant");
        box.setAttribute("aria-activedescendant", all[place].id);
        all[place].scrollIntoView({ block: "nearest" });
    }

    function close() {
        request?.abort();
        clearTimeout(waiting);
        choose(-1);
        panel.hidden = true;
        panel.replaceChildren();
        box.setAttribute("aria-expanded", "false");
        box.removeAttribute("aria-controls");
        status.textContent = "";
    }

    function show(list) {
        list.id = name;
        list.setAttribute("role", "listbox");
        list.setAttribute("aria-label", box.dataset.lijst || box.labels[0].textContent);
        for (const [index, item] of [...list.children].entries()) {
            const link = item.querySelector("a");
            item.setAttribute("role", "presentation");
            link.id = name + "-" + index;
            link.setAttribute("role", "option");
            link.setAttribute("aria-selected", "false");
            link.tabIndex = -1;
            // What stands behind the title belongs to the option.
            link.append(...[...item.childNodes].filter((node) => node !== link));
        }
        panel.replaceChildren(list);
        panel.hidden = false;
        chosen = -1;
        box.removeAttribute("aria-activedescendant");
        box.setAttribute("aria-expanded", "true");
        box.setAttribute("aria-controls", name);
        const count = list.children.length;
        status.textContent = count + " " + (count === 1 ? box.dataset.voorstel : box.dataset.voorstellen);
    }

    async function ask(question) {
        request?.abort();
        request = new AbortController();
        try {
            const reply = await fetch(box.dataset.suggesties + "?q=" + encodeURIComponent(question), { signal: request.signal });
            if (!reply.ok) return close();
            const page = new DOMParser().parseFromString(await reply.text(), "text/html");
            const list = page.querySelector("ol");
            if (!list || list.children.length === 0) return close();
            show(list);
        } catch (error) {
            // A request that was overtaken or lost: the button still works.
            if (error.name !== "AbortError") close();
        }
    }

    box.addEventListener("input", () => {
        clearTimeout(waiting);
        const question = box.value.trim();
        if (question.length < 2) {
            asked = "";
            return close();
        }
        if (question === asked && !panel.hidden) return;
        waiting = setTimeout(() => {
            asked = question;
            ask(question);
        }, 150);
    });

    box.addEventListener("keydown", (event) => {
        const all = options();
        if (event.key === "Escape" && !panel.hidden) {
            event.preventDefault();
            close();
        } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && all.length > 0) {
            event.preventDefault();
            // Before the first and behind the last is the box itself.
            const next = chosen + (event.key === "ArrowDown" ? 1 : -1);
            choose(next >= all.length ? -1 : next < -1 ? all.length - 1 : next);
        } else if (event.key === "Enter" && chosen >= 0 && all[chosen]) {
            event.preventDefault();
            all[chosen].click();
        } else if (event.key === "Tab") {
            close();
        }
    });

    // A press on an option keeps the focus in the box, so that the list is still there when the button comes up.
    panel.addEventListener("pointerdown", (event) => event.preventDefault());
    box.addEventListener("blur", () => setTimeout(() => document.activeElement === box || close(), 200));
}
