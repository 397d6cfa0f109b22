// The counter's comforts; everything here works without it, a page later.

const field = document.querySelector("#q");

/** "/" goes to the search box, as long as nobody is writing elsewhere. */
document.addEventListener("keydown", (event) => {
  const writing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
  if (event.key === "/" && field && !writing) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

/** While a code is typed or scanned, says whether it can be right. */
function adviseWhileTyping() {
  const place = document.querySelector("#code-advice");
  let waiting = 0;
  let asked = "";
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const text = field.value.trim();
      if (text === asked) return;
      asked = text;
      if (text.length < 15) {
        place.replaceChildren();
        return;
      }
      const answer = await fetch("/code-advice?q=" + encodeURIComponent(text), { credentials: "same-origin" });
      if (!answer.ok || answer.redirected || text !== field.value.trim()) return;
      const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
      const advice = parsed.querySelector("#code-advice");
      if (advice) place.replaceChildren(...advice.childNodes);
    }, 150);
  });
}

if (field && document.querySelector("#code-advice")) adviseWhileTyping();

/** A link into what is folded opens it; older browsers do not by themselves. */
document.querySelectorAll('a[href^="#why-"]').forEach((link) => {
  link.addEventListener("click", () => {
    const folded = document.getElementById(link.hash.slice(1))?.closest("details");
    if (folded) folded.open = true;
  });
});

/** Copying a code gives the plain code, whatever groups it is shown in. */
document.querySelectorAll("[data-copy]").forEach((button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.done;
  });
});

/** What must stay current is fetched again; what was opened stays open, and whoever stands on it stays there. */
const parts = (root, selector) => [...root.querySelectorAll(selector)];
const rows = (root) => new Map(parts(root, "[data-key]").map((row) => [row.dataset.key, row]));
const standing = "a, button, summary, input, [tabindex]";

function renew(place, fresh) {
  const before = rows(place);
  rows(fresh).forEach((row, key) => {
    const opened = before.has(key) ? parts(before.get(key), "details") : [];
    parts(row, "details").forEach((one, i) => { if (opened[i]) one.open = opened[i].open; });
  });
  const on = place.contains(document.activeElement) ? document.activeElement : null;
  const row = on?.closest("[data-key]");
  const at = on ? parts(row ?? place, standing).indexOf(on) : -1;
  const aside = parts(place, ".scroll").map((one) => one.scrollLeft);
  place.replaceChildren(...fresh.childNodes);
  parts(place, ".scroll").forEach((one, i) => { one.scrollLeft = aside[i] ?? 0; });
  const root = row ? rows(place).get(row.dataset.key) : place;
  if (at >= 0 && root) parts(root, standing)[at]?.focus({ preventScroll: true });
}

const places = parts(document, "[data-refresh]");
if (places.length > 0) {
  setInterval(async () => {
    if (document.hidden) return;
    const answer = await fetch(location.href, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    places.forEach((place) => {
      const fresh = page.getElementById(place.id);
      if (fresh && fresh.innerHTML !== place.innerHTML) renew(place, fresh);
    });
  }, Math.min(...places.map((place) => Number(place.dataset.refresh))) * 1000);
}

/** Buttons that are as they were stay where a finger or the keyboard is. */
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (event.detail.fragment.firstElementChild?.innerHTML === event.detail.target.innerHTML) event.detail.shouldSwap = false;
});

/** Arrows walk from the search box through what was found and back. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const hits = [...document.querySelectorAll("a.hit")];
  const at = hits.indexOf(document.activeElement);
  if (hits.length === 0 || (at < 0 && document.activeElement !== field)) return;
  event.preventDefault();
  const next = at + (event.key === "ArrowDown" ? 1 : -1);
  (next < 0 ? field : hits[Math.min(next, hits.length - 1)]).focus();
});
