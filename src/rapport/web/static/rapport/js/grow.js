// Writing lines that grow with their text; in the quick log Enter sends, Shift+Enter breaks the line.

const grow = (area) => {
  area.rows = 1;
  const style = getComputedStyle(area);
  const inside = area.scrollHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  area.rows = Math.max(1, Math.round(inside / parseFloat(style.lineHeight)));
};

for (const area of document.querySelectorAll("textarea[data-grow]")) {
  area.addEventListener("input", () => grow(area));
  if (area.value) grow(area);
  if (area.autofocus) area.setSelectionRange(area.value.length, area.value.length);
}

for (const area of document.querySelectorAll("textarea[data-quicklog]")) {
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (area.value.trim()) area.form.requestSubmit();
  });
}
