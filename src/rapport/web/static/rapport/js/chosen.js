// Choosing several people: whoever was chosen stays so while the list is searched further.

const form = document.getElementById("chosen");
const said = form.querySelector("[data-chosen]");
const numbers = new Intl.NumberFormat(document.documentElement.lang);

const boxes = () => [...document.querySelectorAll('#found input[name="person"]')];
const all = () => document.querySelector('#found input[name="all"]');
const chosen = new Set();

const hidden = (id) => {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "person", value: id });
  field.dataset.elsewhere = "";
  return field;
};

const tell = () => {
  for (const field of form.querySelectorAll("[data-elsewhere]")) field.remove();
  const here = new Set(boxes().map((box) => box.value));
  form.append(...[...chosen].filter((id) => !here.has(id)).map(hidden));
  const page = document.querySelector("#found [data-choose-page] input");
  if (page) page.checked = here.size > 0 && boxes().every((box) => box.checked);
  const count = chosen.size;
  const words = count === 1 ? said.dataset.one : said.dataset.many.replace("7", numbers.format(count));
  said.textContent = all()?.checked ? all().parentElement.textContent.trim() : words;
};

const ready = (found) => {
  const page = found.querySelector("[data-choose-page]");
  if (page) page.hidden = false;
  for (const box of found.querySelectorAll('input[name="person"]')) {
    if (box.checked) chosen.add(box.value);
    box.checked = chosen.has(box.value);
  }
};

document.addEventListener("change", (event) => {
  if (!event.target.closest("#found")) return;
  if (event.target.closest("[data-choose-page]")) {
    for (const box of boxes()) box.checked = event.target.checked;
  }
  for (const box of boxes()) {
    if (box.checked) chosen.add(box.value);
    else chosen.delete(box.value);
  }
  tell();
});
document.addEventListener("rapport:found", (event) => {
  ready(event.detail);
  setTimeout(tell); // once the new rows stand in the page
});

ready(document);
tell();
