// Search as one types: the server draws the rows, the address keeps the state. Without this the form works the same.

const QUIET = 80; // ms after the last key before the server is asked

const form = document.querySelector(".people-search form");
const box = form.querySelector("input[type=search]");
const said = document.querySelector("[data-found]");

// Pages of our own server are the only markup that is ever taken apart here.
const policy = window.trustedTypes?.createPolicy("rapport", { createHTML: (markup) => markup });

const drawn = (markup) => {
  const page = new DOMParser().parseFromString(policy ? policy.createHTML(markup) : markup, "text/html");
  return document.adoptNode(page.getElementById("found"));
};

const asked = () => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value.trim()) query.append(name, value);
  }
  return query;
};

const addressOf = (query) => (query.size ? `${form.action}?${query}` : form.action);

// The forms beside the list are about the people that it shows now.
const carry = (query) => {
  const narrowing = new URLSearchParams(query);
  narrowing.delete("choose");
  for (const field of document.querySelectorAll("[data-asked]")) field.value = narrowing.toString();
  for (const field of document.querySelectorAll('input[name="next"]')) field.value = location.pathname + location.search;
  narrowing.delete("sort");
  for (const keep of document.querySelectorAll("[data-keep]")) keep.hidden = !narrowing.size;
};

// Whoever went on into the list while it was fetched stays with the same person, or comes back to the words.
const replace = (found) => {
  const before = document.getElementById("found");
  const was = before.contains(document.activeElement) ? document.activeElement : null;
  before.replaceWith(found);
  if (was) ([...found.querySelectorAll("a")].find((link) => link.href === was.href) ?? box).focus();
};

let shown = asked().toString();
let waiting;
let asking;

const look = async () => {
  const query = asked();
  asking?.abort();
  if (query.toString() === shown) return undefined;
  asking = new AbortController();
  const { signal } = asking;
  const part = new URLSearchParams(query);
  part.append("part", "rows");
  try {
    const answer = await fetch(`${form.action}?${part}`, { signal });
    if (!answer.ok || answer.redirected) return form.submit();
    const found = drawn(await answer.text());
    if (signal.aborted) return undefined;
    shown = query.toString();
    document.dispatchEvent(new CustomEvent("rapport:found", { detail: found }));
    replace(found);
    said.textContent = found.dataset.count;
    history.replaceState(history.state, "", addressOf(query));
    carry(query);
  } catch (error) {
    if (error.name !== "AbortError") said.textContent = said.dataset.trouble;
  }
  return undefined;
};

const soon = (delay) => {
  clearTimeout(waiting);
  waiting = setTimeout(look, delay);
};

const names = () => [...document.querySelectorAll("#found .row-name")];

const step = (event, by) => {
  const all = names();
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? all[0] : undefined) : at + by < 0 ? box : all[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

form.addEventListener("input", () => soon(QUIET));
form.addEventListener("change", () => soon(0));
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  await look();
  const all = names();
  if (document.activeElement !== box || !box.value.trim()) return;
  if (all.length === 1) location.assign(all[0].href);
  else all[0]?.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const isHere = event.target === box || event.target.matches?.("#found .row-name");
  if (!isHere) return;
  if (event.key === "ArrowDown") step(event, 1);
  else if (event.key === "ArrowUp") step(event, -1);
  else if (event.key === "Escape") {
    event.preventDefault();
    if (event.target === box) box.value = "";
    box.focus();
    soon(0);
  }
});
