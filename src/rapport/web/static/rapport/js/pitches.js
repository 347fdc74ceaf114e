// The board by hand and by key: a card dragged, or moved with Shift and an arrow, is moved by its own form.
// Without this, choosing a stage and pressing "Move" does the same. The address names the card that was moved,
// so that it has the focus again in its new place.

const lanes = [...document.querySelectorAll("[data-lane]")];
const cardsOf = (lane) => [...lane.querySelectorAll("[data-pitch]")];
const linkOf = (card) => card?.querySelector("a");

const moveTo = (card, stage) => {
  const form = card.querySelector("[data-move]");
  const choice = form.elements.namedItem("stage");
  if (choice.value === stage) return;
  choice.value = stage;
  form.requestSubmit();
};

let held = null;

document.addEventListener("dragstart", (event) => {
  held = event.target.closest?.("[data-pitch]") ?? null;
  if (!held) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", linkOf(held).textContent);
  held.classList.add("is-held");
});

document.addEventListener("dragend", () => {
  held?.classList.remove("is-held");
  held = null;
  for (const lane of lanes) lane.classList.remove("is-over");
});

for (const lane of lanes) {
  for (const card of cardsOf(lane)) card.draggable = true;
  lane.addEventListener("dragover", (event) => {
    if (!held) return;
    event.preventDefault();
    for (const each of lanes) each.classList.toggle("is-over", each === lane);
  });
  lane.addEventListener("drop", (event) => {
    if (!held) return;
    event.preventDefault();
    moveTo(held, lane.dataset.lane);
  });
}

const besides = (lane, by) => {
  for (let at = lanes.indexOf(lane) + by; at >= 0 && at < lanes.length; at += by) {
    if (cardsOf(lanes[at]).length) return lanes[at];
  }
  return null;
};

const step = (card, key) => {
  const lane = card.closest("[data-lane]");
  const here = cardsOf(lane);
  const at = here.indexOf(card);
  if (key === "ArrowDown") return here[at + 1];
  if (key === "ArrowUp") return here[at - 1];
  const there = besides(lane, key === "ArrowRight" ? 1 : -1);
  return there && (cardsOf(there)[at] ?? cardsOf(there).at(-1));
};

document.addEventListener("keydown", (event) => {
  const card = event.target.matches?.("[data-pitch] > a") && event.target.closest("[data-pitch]");
  const plain = !(event.ctrlKey || event.metaKey || event.altKey);
  if (!card || !plain || !event.key.startsWith("Arrow")) return;
  event.preventDefault();
  if (!event.shiftKey) return linkOf(step(card, event.key))?.focus();
  if (event.key === "ArrowUp" || event.key === "ArrowDown") return undefined;
  const at = lanes.findIndex((lane) => lane.dataset.lane === card.dataset.stage);
  const next = lanes[at + (event.key === "ArrowRight" ? 1 : -1)];
  if (next) moveTo(card, next.dataset.lane);
  return undefined;
});

const hint = document.querySelector("[data-board-keys]");
if (hint) hint.hidden = false;
