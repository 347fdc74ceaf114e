// The debrief with fewer keys: Enter goes on to the next person, names complete themselves, rows come as they are
// needed, and what is half written stays in this window until the evening is saved. Without this the page works too.

import { fold, fitting } from "./names.js";

const PATIENCE = 300; // ms after the last key before the page is kept
const SHOWN = 5; // names offered

const storage = (() => {
  try {
    return window.sessionStorage;
  } catch {
    return null; // closed by the browser: nothing is kept then
  }
})();

const store = document.querySelector('form input[name="store"]')?.value ?? "own";
const keyOf = (id) => `rapport-${store}-debrief-${id}`;
const form = document.querySelector("form[data-debrief]");

for (const page of document.querySelectorAll("[data-debriefed]")) storage?.removeItem(keyOf(page.dataset.debriefed));

if (form) {
  const rows = form.querySelector("[data-rows]");
  const template = form.querySelector("[data-row-template]");
  const list = document.getElementById("known-people");
  const names = [...list.options].map((option) => ({ name: option.value, folded: fold(option.value) }));
  const said = form.querySelector("[data-said]");
  let next = Number(rows.dataset.next);

  const nameOf = (row) => row.querySelector('input[name^="name-"]');

  const addRow = (number = next) => {
    const part = template.content.cloneNode(true);
    for (const field of part.querySelectorAll("[name]")) field.name = field.name.replace("0000", number);
    for (const field of part.querySelectorAll("[id]")) field.id = field.id.replace("0000", number);
    for (const label of part.querySelectorAll("[for]")) label.htmlFor = label.htmlFor.replace("0000", number);
    const row = part.querySelector("[data-row]");
    row.dataset.row = number;
    next = Math.max(next, number + 1);
    rows.append(part);
    ready(row);
    return row;
  };

  // The native list would open over our own, and takes more keys.
  const ready = (row) => nameOf(row).removeAttribute("list");

  const first = (row) => nameOf(row).type === "hidden" ? row.querySelector(".segment input:checked") : nameOf(row);

  const isEmpty = (row) => nameOf(row).type !== "hidden" && !nameOf(row).value.trim();

  // To the next person; from an empty line behind the last one, to the end of the evening.
  const goOn = (row) => {
    const every = [...form.querySelectorAll(".debrief-row")];
    const after = every.slice(every.indexOf(row) + 1);
    const more = row.querySelector(".debrief-more");
    more.open = [...more.querySelectorAll("input")].some((field) => field.value);
    if (isEmpty(row) && after.every(isEmpty)) form.elements.others.focus();
    else first(after[0] ?? addRow()).focus();
  };

  // --- names that fit -------------------------------------------------------------------------------------------

  let box = null; // the list under the field that is typed in
  let chosen = -1;
  let isTouched = false;

  const close = () => {
    if (!box) return;
    const field = box.field;
    box.remove();
    box = null;
    chosen = -1;
    isTouched = false;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const mark = (at) => {
    const options = [...box.children];
    chosen = (at + options.length) % options.length;
    options.forEach((option, n) => option.setAttribute("aria-selected", n === chosen ? "true" : "false"));
    box.field.setAttribute("aria-activedescendant", options[chosen].id);
  };

  const take = (name) => {
    const field = box.field;
    field.value = name;
    close();
    keepSoon();
    return field;
  };

  const offer = (field) => {
    close();
    const found = fitting(field.value, names, SHOWN);
    if (!found.length) return;
    box = document.createElement("ul");
    box.className = "fitting";
    box.id = "fitting";
    box.setAttribute("role", "listbox");
    box.field = field;
    found.forEach((name, n) => {
      const option = document.createElement("li");
      option.id = `fitting-${n}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dir = "auto";
      option.textContent = name;
      option.addEventListener("click", () => goOn(take(name).closest(".debrief-row")));
      box.append(option);
    });
    // A finger is on it: it stays until the click has come, which would otherwise fall through to what lies below.
    box.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      isTouched = true;
    });
    box.addEventListener("pointercancel", () => {
      isTouched = false;
    });
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", "fitting");
    field.setAttribute("aria-expanded", "true");
    field.parentElement.append(box);
    said.textContent = (found.length === 1 ? said.dataset.one : said.dataset.many).replace("{n}", found.length);
  };

  // --- keys -----------------------------------------------------------------------------------------------------

  const isName = (field) => field.name?.startsWith("name-") && field.closest("[data-row]");

  form.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const field = event.target;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    if (box && isName(field)) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        mark(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
        return;
      }
      if (event.key === "Escape") {
        event.preventDefault();
        close();
        return;
      }
      if (event.key === "Enter" && chosen >= 0) take(box.children[chosen].textContent);
    }
    const row = field.closest(".debrief-row");
    if (event.key !== "Enter" || !row || field.tagName === "SUMMARY" || field.tagName === "BUTTON") return;
    event.preventDefault();
    close();
    goOn(row);
  });

  form.addEventListener("input", (event) => {
    if (isName(event.target)) offer(event.target);
    keepSoon();
  });
  form.addEventListener("focusout", (event) => {
    if (box && !isTouched && event.target === box.field) close();
  });
  // Whoever is to be remembered is worth a word more.
  form.addEventListener("change", (event) => {
    const field = event.target;
    if (!field.name?.startsWith("mem-")) return;
    const more = field.closest(".debrief-row").querySelector(".debrief-more");
    if (field.value === "yes") more.open = true;
    else if (![...more.querySelectorAll("input")].some((input) => input.value)) more.open = false;
  });
  form.querySelector("[data-add]").addEventListener("click", (event) => {
    event.preventDefault();
    nameOf(addRow()).focus();
  });

  // --- what is half written ---------------------------------------------------------------------------------------

  const LEFT = /^(csrfmiddlewaretoken|store|once|expected-\d+|go)$/;
  let waiting;

  const keepNow = () => {
    clearTimeout(waiting);
    waiting = undefined;
    const fields = [...new FormData(form)].filter(([name]) => !LEFT.test(name));
    const ids = [...form.querySelectorAll('input[name^="expected-"]')].map((field) => [field.name, field.value]);
    try {
      storage?.setItem(keyOf(form.dataset.debrief), JSON.stringify({ fields, ids }));
    } catch {
      // full: the page alone keeps it
    }
  };

  const keepSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(keepNow, PATIENCE);
  };

  const bringBack = () => {
    const kept = JSON.parse(storage?.getItem(keyOf(form.dataset.debrief)) ?? "null");
    if (!kept) return;
    const there = new Map([...form.querySelectorAll('input[name^="expected-"]')].map((f) => [f.value, f.name.slice(9)]));
    const numbers = new Map(); // those who were offered then may stand at another place now
    for (const [name, id] of kept.ids) if (there.has(id)) numbers.set(name.slice(9), there.get(id));
    const gone = new Set(kept.ids.map(([name]) => name.slice(9)).filter((number) => !numbers.has(number)));
    const moved = new Map();
    const renamed = (name) => {
      const [, kind, number] = name.match(/^(\w+)-(\d+)$/) ?? [];
      if (!number) return name;
      if (gone.has(number)) return "";
      if (numbers.has(number)) return `${kind}-${numbers.get(number)}`;
      if (!moved.has(number)) {
        const free = [...rows.children].find((row) => ![...moved.values()].includes(Number(row.dataset.row)));
        moved.set(number, Number((free ?? addRow()).dataset.row));
      }
      return `${kind}-${moved.get(number)}`;
    };
    form.elements.remind.checked = false;
    for (const [name, value] of kept.fields) {
      const fields = [...form.querySelectorAll(`[name="${CSS.escape(renamed(name) || "-")}"]`)];
      for (const field of fields) {
        if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value;
        else if (field.type !== "hidden") field.value = value;
      }
    }
    for (const more of form.querySelectorAll(".debrief-more")) {
      more.open = [...more.querySelectorAll("input")].some((field) => field.value);
    }
  };

  for (const row of rows.children) ready(row);
  if ("fresh" in form.dataset) bringBack();
  addEventListener("pagehide", () => waiting && keepNow());
  form.querySelector("[data-forget]").addEventListener("click", () => {
    clearTimeout(waiting);
    waiting = undefined;
    storage?.removeItem(keyOf(form.dataset.debrief));
  });
  const hasKeys = matchMedia("(hover: hover)").matches; // a phone would open its keyboard over the page
  const wanted = form.querySelector('[aria-invalid="true"]') ?? form.querySelector(".debrief-who input");
  if (wanted) wanted.focus();
  else if (hasKeys) first(form.querySelector(".debrief-row")).focus();
}
