// A letter's link to the mail program follows what is typed; too long for a link, it says so instead.

const LONGEST = 1900; // characters: formats/letters.py LONGEST_LINK

const link = (form) => {
  const said = (name) => form.elements.namedItem(name)?.value ?? "";
  const to = said("to")
    .split(",")
    .map((address) => encodeURIComponent(address.trim()).replace("%40", "@"))
    .join(",");
  const subject = said("subject").replace(/\s+/g, " ").trim();
  const body = said("body").replace(/\r?\n/g, "\r\n");
  const parts = [
    ["subject", subject],
    ["body", body],
  ].filter(([, text]) => text);
  return `mailto:${to}?${parts.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join("&")}`;
};

const follow = (form) => {
  const anchor = form.querySelector("[data-letter-link]");
  const address = link(form);
  const tooLong = address.length > LONGEST;
  if (!tooLong) anchor.href = address;
  anchor.hidden = tooLong;
  form.querySelector("[data-letter-long]").hidden = !tooLong;
};

for (const form of document.querySelectorAll("[data-letter]")) {
  form.addEventListener("input", () => follow(form));
  follow(form); // going back in the browser brings back what was typed
}
