// A chip shows what its field says now. Without this the page works the same; only the chip's face waits for saving.

const said = (field) => {
  if (field.type === "radio") return field.checked ? field.nextElementSibling.textContent : null;
  if (field.tagName === "SELECT") return field.selectedOptions[0].textContent;
  if (field.type === "date" && field.value) {
    const day = new Date(`${field.value}T12:00`);
    return day.toLocaleDateString(document.documentElement.lang, { dateStyle: "full" });
  }
  return field.value;
};

for (const chip of document.querySelectorAll(".chip")) {
  const face = chip.querySelector(".chip-value bdi");
  if (!face) continue;
  chip.addEventListener("change", () => {
    const words = [...chip.querySelectorAll(".chip-edit [name]")].map(said).filter(Boolean);
    if (words.length) face.textContent = words.join(", ");
  });
}
