// Questions and polls during a meeting: the page hears that something changed, asks for itself anew and shows the parts that changed.
// A part that someone is typing or choosing in waits. Nobody needs this script: the page has a link to refresh by itself.
"use strict";

(() => {
    const live = document.getElementById("live");
    if (!live?.dataset.stroom) return;

    const isTouched = (part) =>
        [...part.querySelectorAll("input, textarea")].some((box) =>
            box.type === "radio" || box.type === "checkbox" ? box.checked !== box.defaultChecked : box.type !== "hidden" && box.value !== box.defaultValue);
    // The token of a form differs in every answer; what stands there does not.
    const words = (part) => part.innerHTML.replace(/(name="formulierteken" value=")[^"]*/g, "$1");

    let isAsking = false;
    let isStale = false;
    const renew = async () => {
        if (isAsking) {
            isStale = true;
            return;
        }
        isAsking = true;
        try {
            const reply = await fetch(location.pathname, { cache: "no-store" });
            if (reply.status === 410 || reply.status === 404) return location.reload();
            if (!reply.ok) return;
            const page = new DOMParser().parseFromString(await reply.text(), "text/html");
            if (!page.getElementById("live")?.dataset.stroom) {
                // It is closed: what was typed stays in sight.
                if (!isTouched(live)) location.reload();
                return;
            }
            for (const part of live.querySelectorAll(".live-deel")) {
                const fresh = page.getElementById(part.id);
                if (!fresh || words(fresh) === words(part) || isTouched(part) || part.contains(document.activeElement)) continue;
                part.replaceChildren(...fresh.childNodes);
            }
            const said = document.getElementById("stand"), fresh = page.getElementById("stand");
            if (said && fresh && said.textContent !== fresh.textContent) said.textContent = fresh.textContent;
        } catch {
            // No network for a moment: the next event or question will tell.
        } finally {
            isAsking = false;
            if (isStale) {
                isStale = false;
                setTimeout(renew, 1000);
            }
        }
    };

    // Without a stream the page asks every ten seconds.
    let timer = null;
    const poll = () => { timer ??= setInterval(renew, 10000); };
    if (!("EventSource" in window)) return poll();
    const stream = new EventSource(live.dataset.stroom);
    stream.addEventListener("stand", renew);
    stream.addEventListener("open", () => {
        clearInterval(timer);
        timer = null;
    });
    stream.addEventListener("error", poll);
    window.addEventListener("pagehide", () => stream.close());
})();
