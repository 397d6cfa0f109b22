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

/** Copying a code gives the plain code, whatever groups it is shown in. */
document.querySelectorAll("[data-copy]").forEach((button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.done;
  });
});

/** What must stay current is fetched again, unless somebody stands on it with the keyboard; what was opened stays open. */
document.querySelectorAll("[data-refresh]").forEach((place) => {
  setInterval(async () => {
    if (document.hidden || place.contains(document.activeElement)) return;
    const answer = await fetch(location.href, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(place.id);
    if (!fresh || place.contains(document.activeElement)) return;
    const opened = [...place.querySelectorAll("details")];
    const now = [...fresh.querySelectorAll("details")];
    if (opened.length === now.length) now.forEach((one, i) => { one.open = opened[i].open; });
    place.replaceChildren(...fresh.childNodes);
  }, Number(place.dataset.refresh) * 1000);
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
