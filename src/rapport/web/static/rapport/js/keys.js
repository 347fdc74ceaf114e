// Keys: `/` to the quick log, `f` to find somebody, `?` for help, `g` and a letter to go, Escape to leave.
// Can be switched off (WCAG 2.1.4).

const root = document.documentElement;
const help = document.getElementById("keys");
const line = document.querySelector("[data-quicklog]");
const finder = document.getElementById("find");
const toggle = document.querySelector("[data-keys-switch]");
const PATIENCE = 1500; // ms between `g` and its letter

let goPressedAt = -PATIENCE;

const remembered = () => {
  try {
    return localStorage.getItem("rapport-keys") !== "off";
  } catch {
    return true; // storage may be closed; the keys then stay on
  }
};

const remember = (on) => {
  try {
    localStorage.setItem("rapport-keys", on ? "on" : "off");
  } catch {
    // nothing to remember it in: it holds for this page
  }
};

const show = (on) => {
  root.dataset.keys = on ? "on" : "off";
  if (toggle) toggle.firstElementChild.textContent = on ? toggle.dataset.off : toggle.dataset.on;
};

const isTyping = (target) => target.isContentEditable || target.matches?.("input, textarea, select");

const closeMore = () => {
  const more = document.querySelector(".bar-more[open]");
  if (!more) return false;
  more.open = false;
  more.querySelector("summary").focus();
  return true;
};

const leave = (event) => {
  if (closeMore()) return;
  if (event.target === line) line.blur();
};

const go = (letter) => {
  const link = /^[a-z]$/.test(letter) && document.querySelector(`[data-go="${letter}"]`);
  if (link) location.assign(link.href);
};

const find = (event) => {
  const people = document.querySelector('[data-go="p"]');
  if (!finder) return people && location.assign(`${people.href}#find`);
  event.preventDefault();
  finder.focus();
  finder.select();
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") return leave(event);
  const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
  if (root.dataset.keys !== "on" || !plain || isTyping(event.target) || help?.open) return;
  const going = event.timeStamp - goPressedAt < PATIENCE;
  goPressedAt = -PATIENCE;
  if (going) return go(event.key);
  if (event.key === "g") goPressedAt = event.timeStamp;
  else if (event.key === "/" && line) {
    event.preventDefault();
    line.focus();
  } else if (event.key === "f") find(event);
  else if (event.key === "?") help?.showModal();
});

document.addEventListener("click", (event) => {
  const more = document.querySelector(".bar-more[open]");
  if (more && !more.contains(event.target)) more.open = false;
});

const opener = document.querySelector("[data-keys-open]");
if (help && opener) {
  opener.hidden = false; // it stays when the keys are off: the way to turn them on again
  opener.addEventListener("click", () => help.showModal());
}
help?.querySelector("[data-keys-close]")?.addEventListener("click", () => help.close());
toggle?.addEventListener("click", () => {
  const on = root.dataset.keys !== "on";
  remember(on);
  show(on);
});
show(remembered());
if (finder && location.hash === "#find") finder.focus();
