// What a page offers until a moment, where nobody built it anew by then: what has `data-ends` goes,
// what has `data-after`, hidden until then, is shown, and what has `data-locks` can be changed no
// more, for the reason that `data-why` names. All hold the moment in ISO 8601.

const isPast = (moment) => Date.parse(moment) <= Date.now();

for (const element of document.querySelectorAll("[data-ends]")) {
  if (isPast(element.dataset.ends)) element.remove();
}
for (const element of document.querySelectorAll("[data-after]")) {
  if (isPast(element.dataset.after)) element.hidden = false;
}
for (const box of document.querySelectorAll("[data-locks]")) {
  if (!isPast(box.dataset.locks)) continue;
  box.readOnly = true;
  box.setAttribute("aria-describedby", `${box.getAttribute("aria-describedby")} ${box.dataset.why}`);
}
