// The browser knows its time zone: offer it, where nobody has chosen one yet.

const select = document.querySelector("[data-guess-zone] select");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (select && [...select.options].some((option) => option.value === zone)) select.value = zone;
