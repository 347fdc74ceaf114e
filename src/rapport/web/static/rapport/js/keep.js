// A text half written is not lost by leaving its page: this window keeps it until it is logged or not wanted.
// <textarea data-keep="line"> is kept; a form data-logs="line" sends it to be saved, and data-logged="line" says that
// it was; a click on data-unwanted="line" lets it go. Each store, one's own and the demo's, has its own texts.

const PATIENCE = 400; // ms after the last key; leaving the page saves at once

const storage = (() => {
  try {
    return window.sessionStorage;
  } catch {
    return null; // closed by the browser: nothing is kept then
  }
})();

const store = document.querySelector('form input[name="store"]')?.value ?? "own";
const keyOf = (name) => `rapport-${store}-${name}`;
const readKeyOf = (name) => `${keyOf(name)}-read`; // the text as it was sent to be read
const sentKeyOf = (name) => `${keyOf(name)}-sent`; // and then to be saved

const keep = (key, text) => {
  try {
    if (text.trim()) storage.setItem(key, text);
    else storage.removeItem(key);
  } catch {
    // full: a very long text is kept by its page alone
  }
};

const logged = (name) => {
  const sent = storage.getItem(sentKeyOf(name));
  storage.removeItem(sentKeyOf(name));
  if (sent !== null && sent === storage.getItem(keyOf(name))) storage.removeItem(keyOf(name));
};

const follow = (area) => {
  const key = keyOf(area.dataset.keep);
  const kept = storage.getItem(key);
  if (kept && !area.value) {
    area.value = kept;
    area.dispatchEvent(new Event("input"));
  }
  let waiting;
  const now = () => {
    clearTimeout(waiting);
    waiting = undefined;
    keep(key, area.value);
  };
  area.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(now, PATIENCE);
  });
  addEventListener("pagehide", () => waiting && now());
  area.form.addEventListener("submit", () => keep(readKeyOf(area.dataset.keep), area.value));
};

if (storage) {
  for (const page of document.querySelectorAll("[data-logged]")) logged(page.dataset.logged);
  for (const area of document.querySelectorAll("textarea[data-keep]")) follow(area);
  for (const form of document.querySelectorAll("form[data-logs]")) {
    const name = form.dataset.logs;
    form.addEventListener("submit", () => keep(sentKeyOf(name), storage.getItem(readKeyOf(name)) ?? ""));
  }
  for (const link of document.querySelectorAll("[data-unwanted]")) {
    link.addEventListener("click", () => storage.removeItem(keyOf(link.dataset.unwanted)));
  }
}
