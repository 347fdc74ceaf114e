// A form goes out once: the same button pressed again while it is on its way does nothing.

const WAIT = 5000; // ms; a form that brings a file leaves its page where it is, and may be sent again
let sent = new WeakMap();

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  const before = sent.get(event.target);
  if (before && before.by === event.submitter && event.timeStamp - before.at < WAIT) event.preventDefault();
  else sent.set(event.target, { by: event.submitter, at: event.timeStamp });
});

addEventListener("pageshow", () => {
  sent = new WeakMap(); // back on this page: it may go out again
});
