// The pages work without this. It takes three steps off: a bare address of words inside an article
// (#text.120.180) is opened with the words marked; the marked words are brought into sight and focus;
// choosing in a list shows the choice at once; a page that is still being worked out is asked for again.
"use strict";
const place = /^#((?:text|headline|url|metadata|caption:\d+|removed:\d+)\.\d+\.\d+)$/.exec(decodeURIComponent(location.hash));
if (place && location.pathname.startsWith("/article/")) {
  location.replace(location.pathname + "?at=" + encodeURIComponent(place[1]) + "#span");
} else if (location.hash === "#span") {
  const span = document.getElementById("span");
  if (span) {
    span.scrollIntoView({ block: "center" });
    span.focus({ preventScroll: true });
  }
}
for (const select of document.querySelectorAll("form.choose select")) {
  // By keyboard each arrow key is a change: only a pointer's choice is sent at once.
  let pointed = false;
  select.addEventListener("pointerdown", () => { pointed = true; });
  select.addEventListener("change", () => { if (pointed) { select.form.requestSubmit(); } });
}
const working = document.getElementById("working");
if (working) { setTimeout(() => { location.reload(); }, 1000 * Number(working.dataset.again)); }
