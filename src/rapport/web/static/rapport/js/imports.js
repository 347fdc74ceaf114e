// Files dropped anywhere on the form; progress without loading the page again and again.

for (const form of document.querySelectorAll("form[data-drop]")) {
  const input = form.querySelector("input[type=file]");
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("is-over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("is-over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("is-over");
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

const watched = document.querySelector("[data-import]");

const look = async () => {
  let told;
  try {
    const answer = await fetch(watched.dataset.import, { headers: { Accept: "application/json" } });
    told = await answer.json();
  } catch {
    setTimeout(look, 2000);
    return;
  }
  if (told.state !== watched.dataset.state || !told.at_work) {
    location.reload();
    return;
  }
  const share = Math.round((100 * told.done) / Math.max(told.total, 1));
  watched.querySelector("progress").value = share;
  watched.querySelector("[data-share]").textContent = `${share} %`;
  setTimeout(look, 700);
};

if (watched) {
  for (const link of watched.querySelectorAll("[data-noscript]")) link.hidden = true;
  setTimeout(look, 400);
}
