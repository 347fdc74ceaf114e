// Copy buttons: hidden in the page, shown here, since without JavaScript they could do nothing.

const SHOWN_FOR = 2000; // ms the word "Copied" stays

const select = (node) => ("value" in node ? node.select() : getSelection().selectAllChildren(node));

const copy = async (button, source) => {
  const label = button.querySelector("span");
  const before = label.textContent;
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent);
  } catch {
    return select(source); // not allowed: the text is selected, ready for the keyboard
  }
  if (before === button.dataset.copied) return;
  label.textContent = button.dataset.copied;
  setTimeout(() => {
    label.textContent = before;
  }, SHOWN_FOR);
};

for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  if (!source) continue;
  button.hidden = false;
  button.addEventListener("click", () => copy(button, source));
}
