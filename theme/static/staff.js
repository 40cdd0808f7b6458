// The directory's script: whom to ask about what. The page works without it; the form is hidden
// until it runs. What is typed stays in the page.

const form = document.querySelector(".finding");
const field = form.querySelector("input");
const told = form.querySelector("[role=status]");

const teams = [...document.querySelectorAll(".rolls")].map((element) => ({
  element,
  people: [...element.querySelectorAll(".roll > li")].map((person) => ({
    person,
    words: plain(`${element.firstElementChild.textContent} ${person.textContent} ${person.dataset.also ?? ""}`),
  })),
}));
const total = teams.reduce((sum, team) => sum + team.people.length, 0);

// Marks and case make no difference to what is looked for.
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function show() {
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const team of teams) {
    let here = 0;
    for (const { person, words: own } of team.people) {
      person.hidden = !words.every((word) => own.includes(word));
      here += !person.hidden;
    }
    team.element.hidden = here === 0;
    shown += here;
  }
  tell(words.length > 0, shown);
}

function tell(isSearch, shown) {
  const number = (value) => value.toLocaleString(document.documentElement.lang);
  const text = shown ? told.dataset.told : told.dataset.nobody;
  told.textContent = isSearch ? text.replace("{shown}", number(shown)).replace("{total}", number(total)) : "";
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", show);
form.hidden = false;
form.dataset.ready = "";
show(); // a browser fills in what was typed before
