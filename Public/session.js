// A session that keeps in step with the group: the clock runs on from what the server said, and the page asks now and then whether something changed.
// What is being typed is never lost: it waits in this tab while the page comes anew. Nobody needs this script: the page has a link to refresh by itself.
"use strict";

(() => {
    const session = document.getElementById("sessie");
    if (!session) return;
    const { stand, versie, woorden, stap, sleutel } = session.dataset;
    const place = `sessie-${sleutel}-${stap}`;
    const boxes = () => [...session.querySelectorAll("textarea")];

    // Words that were typed before the page came anew.
    const kept = JSON.parse(sessionStorage.getItem(place) ?? "{}");
    for (const box of boxes()) {
        if (typeof kept[box.id] === "string" && kept[box.id] !== box.value) {
            box.value = kept[box.id];
            box.closest("details")?.setAttribute("open", "");
        }
    }
    sessionStorage.removeItem(place);
    if (kept.focus) document.getElementById(kept.focus)?.focus();

    const isTyped = () => boxes().some((box) => box.value !== box.defaultValue);

    let sent = false;
    session.addEventListener("submit", () => { sent = true; });

    const renew = () => {
        if (sent) return;
        const words = Object.fromEntries(boxes().filter((box) => box.value !== box.defaultValue).map((box) => [box.id, box.value]));
        const focus = document.activeElement?.id;
        if (focus && session.contains(document.activeElement)) words.focus = focus;
        sessionStorage.setItem(place, JSON.stringify(words));
        location.replace(location.pathname);
    };

    // The clock: half, one minute and zero are said once each, to a screen reader too.
    const clock = document.getElementById("klok");
    const said = document.getElementById("zegt");
    if (clock && clock.dataset.loopt === "ja") {
        const total = Number(clock.dataset.totaal);
        const end = performance.now() + Number(clock.dataset.rest);
        const moments = [[total / 2, "helft"], [60000, "minuut"], [0, "nul"]].filter(([at]) => at < Number(clock.dataset.rest)).sort((left, right) => right[0] - left[0]);
        const tick = () => {
            const left = Math.max(0, end - performance.now());
            const seconds = Math.ceil(left / 1000);
            clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
            while (moments.length && left <= moments[0][0]) said.textContent = said.dataset[moments.shift()[1]];
            if (left > 0) setTimeout(tick, 250);
        };
        tick();
    }

    // Where the group is. What did not change is answered with 304 and nothing else.
    let mark = null;
    // The server says when something changed; where it cannot, the page goes on asking.
    let waiting = null;
    let isStreaming = false;
    let stream = null;
    const askNow = () => { clearTimeout(waiting); ask(); };
    const ask = async () => {
        try {
            const reply = await fetch(stand, { headers: mark ? { "If-None-Match": mark } : {}, cache: "no-store" });
            if (reply.ok) {
                mark = reply.headers.get("ETag");
                const now = await reply.json();
                const ready = document.getElementById("klaar-aantal");
                const counted = ready?.textContent.replace(/\d+/, now.klaar);
                // Only what changed: a screen reader says it anew.
                if (ready && ready.textContent !== counted) ready.textContent = counted;
                if (String(now.versie) !== versie) return renew();
                if (String(now.woorden) !== woorden) {
                    if (!isTyped()) return renew();
                    document.getElementById("nieuw").hidden = false;
                }
            } else if (reply.status === 404 || reply.status === 401) { stream?.close(); return; }
        } catch {
            // The server starts anew, or there is no network for a moment: the next question will tell.
        }
        waiting = setTimeout(ask, isStreaming ? 30000 : document.hidden ? 8000 : 2000);
    };
    document.getElementById("nieuw")?.querySelector("a")?.addEventListener("click", (event) => {
        event.preventDefault();
        renew();
    });
    waiting = setTimeout(ask, 2000);
    if ("EventSource" in window) {
        stream = new EventSource(stand.replace(/\/stand$/, "/stroom"));
        stream.addEventListener("open", () => { isStreaming = true; });
        stream.addEventListener("error", () => { if (isStreaming) { isStreaming = false; askNow(); } });
        stream.addEventListener("stand", askNow);
        window.addEventListener("pagehide", () => stream.close());
    }
})();
