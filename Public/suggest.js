// Suggestions below a search box while someone types. The page is complete without it: the button gives the same answers.
"use strict";

for (const box of document.querySelectorAll("input[data-suggesties]")) {
    const panel = document.createElement("div");
    const status = document.createElement("p");
    panel.className = "voorstellen";
    panel.hidden = true;
    status.className = "vh";
    // Read out when it changes, without taking the focus.
    status.setAttribute("role", "status");
    box.closest(".zoekrij").after(panel, status);

    let waiting = 0;
    let asked = "";
    let request = null;

    function close() {
        panel.hidden = true;
        panel.replaceChildren();
        status.textContent = "";
    }

    async function ask(question) {
        request?.abort();
        request = new AbortController();
        try {
            const reply = await fetch(box.dataset.suggesties + "?q=" + encodeURIComponent(question), { signal: request.signal });
            if (!reply.ok) return close();
            const page = new DOMParser().parseFromString(await reply.text(), "text/html");
            const list = page.querySelector("ol");
            const count = list ? list.children.length : 0;
            if (count === 0) return close();
            panel.replaceChildren(list);
            panel.hidden = false;
            status.textContent = count + " " + (count === 1 ? box.dataset.voorstel : box.dataset.voorstellen);
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
            request?.abort();
            return close();
        }
        if (question === asked) return;
        waiting = setTimeout(() => {
            asked = question;
            ask(question);
        }, 150);
    });

    const form = box.form;
    form.addEventListener("keydown", (event) => {
        const links = [...panel.querySelectorAll("a")];
        if (event.key === "Escape" && !panel.hidden) {
            event.preventDefault();
            close();
            box.focus();
        } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && links.length > 0) {
            event.preventDefault();
            const here = links.indexOf(document.activeElement);
            const next = here + (event.key === "ArrowDown" ? 1 : -1);
            (next < 0 ? box : links[Math.min(next, links.length - 1)]).focus();
        }
    });
    form.addEventListener("focusout", (event) => {
        if (!form.contains(event.relatedTarget)) setTimeout(() => form.contains(document.activeElement) || close(), 200);
    });
}
