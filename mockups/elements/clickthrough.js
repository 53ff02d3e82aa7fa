"use strict";
// What is typed is kept in this browser, by citizen, screen and form; nothing is sent anywhere.
const citizen = document.body.dataset.citizen;
const typedHere = {};
const kept = (form) => {
  try { return typedHere[form] || JSON.parse(localStorage.getItem(`${citizen}/${form}`)) || {}; } catch { return {}; }
};
const keep = (form, fields) => {
  typedHere[form] = fields;
  try { localStorage.setItem(`${citizen}/${form}`, JSON.stringify(fields)); } catch { /* private */ }
};
const words = (text) => text.trim().split(/\s+/).filter(Boolean).length;
const same = (a, b) => a.length === b.length && a.every((one) => b.includes(one));

// What shows what was typed, each with what it stands in: forms, typed words, and elements that wait for an answer.
const shows = [];
const react = (but) => { for (const [place, show] of shows) if (place !== but) show(); };

for (const form of document.querySelectorAll("form[data-form]:not(.task)")) {
  const name = `${form.closest("[data-screen]").dataset.screen}/${form.dataset.form}`;
  const fields = () => [...form.querySelectorAll("input, textarea, select")];
  const key = (field) => field.name.slice(form.dataset.form.length + 1);
  const show = () => {
    const found = kept(name);
    for (const field of fields()) {
      const value = found[key(field)] ?? "";
      if (field.type === "checkbox" || field.type === "radio") field.checked = [].concat(value).includes(field.value);
      else if (field.value !== value) field.value = value;
    }
  };
  shows.push([form, show]);
  form.addEventListener("input", () => {
    const now = {};
    for (const field of fields()) {
      if (field.type === "radio") { if (field.checked) now[key(field)] = field.value; }
      else if (field.type === "checkbox") { if (field.checked) now[key(field)] = [].concat(now[key(field)] || [], field.value); }
      else if (field.value.trim()) now[key(field)] = field.value;
    }
    keep(name, now);
    react(form);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}

function showTyped(place, nothing) {
  const labels = JSON.parse(place.dataset.labels);
  const found = Object.entries(kept(place.dataset.typed));
  if (!found.length) { place.replaceChildren(...nothing); return; }
  const list = document.createElement("dl");
  for (const [field, value] of found) {
    const label = labels[field] || [field, {}];
    const said = [].concat(value).map((one) => label[1][one] || one).join(", ");
    list.append(Object.assign(document.createElement("dt"), { textContent: label[0] }));
    list.append(Object.assign(document.createElement("dd"), { textContent: said }));
  }
  place.replaceChildren(list);
}
for (const place of document.querySelectorAll("[data-typed]")) {
  const nothing = [...place.children];
  shows.push([place, () => showTyped(place, nothing)]);
}
for (const branch of document.querySelectorAll(".branch")) {
  const { form, field, option } = branch.dataset;
  const screen = branch.closest("[data-screen]").dataset.screen;
  branch.querySelector(".condition").hidden = true;
  shows.push([branch, () => { branch.hidden = ![].concat(kept(`${screen}/${form}`)[field] || []).includes(option); }]);
}
for (const note of document.querySelectorAll("[data-agree]")) {
  const of = JSON.parse(note.dataset.agree);
  const section = note.closest(".column, article").querySelector(`[data-element="${of.element}"]`);
  const show = () => {
    const given = of.forms.map(kept);
    const verdicts = of.fields.map(([name, options], place) => {
      const said = given.map((one) => [].concat(one[name] || []));
      const there = said.filter((one) => one.length);
      const verdict = there.length < 2 ? "wait" : there.every((one) => same(one, there[0])) ? "same" : "differ";
      const cells = section.querySelectorAll("tbody tr")[place].cells;
      // Nobody reads what another chose before having answered.
      const shown = said.map((one) => verdict === "wait" ? "" : one.map((key) => options[key] || key).join(", "));
      const words = [...shown, of.words[verdict]];
      words.forEach((text, n) => { cells[n + 1].textContent = text; });
      return verdict;
    });
    const count = (word) => verdicts.filter((one) => one === word).length;
    section.querySelector(".note").textContent =
      of.count.replace("{same}", count("same")).replace("{both}", count("same") + count("differ"));
  };
  shows.push([note, show]);
}
react();

const judges = {
  answer: (form) => {
    const chosen = [...form.querySelectorAll("input:checked")].map((one) => one.value);
    return chosen.length ? same(chosen, form.dataset.right.split(" ")) : undefined;
  },
  written: (form) => {
    const begun = form.dataset.form.split(" ").map(kept).filter((found) => Object.keys(found).length);
    const required = form.dataset.required.split(" ").filter(Boolean), long = form.dataset.long.split(" ");
    return begun.length > 0 && begun.every((found) => required.every((name) => found[name] && found[name].length)
      && long.filter((name) => found[name]).every((name) => words(found[name]) >= Number(form.dataset.words))
      && Object.entries(JSON.parse(form.dataset.choices)).every(([name, wanted]) => same([].concat(found[name] || []), wanted)));
  },
  understood: (form) => {
    const found = kept(form.dataset.form);
    const asked = [...new Set([...form.querySelectorAll("input")].map((one) => one.dataset.field))];
    return Object.keys(found).length > 0 && asked.every((name) => {
      const chosen = form.querySelector(`input[data-field="${name}"]:checked`);
      return chosen && chosen.value === found[name];
    });
  },
};
for (const form of document.querySelectorAll("form.task")) {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("button").addEventListener("click", () => {
    const said = form.querySelector(".verdict");
    const right = judges[form.dataset.rule](form);
    const kind = right === undefined ? "unanswered" : right ? "success" : "failure";
    said.className = `verdict ${kind}`;
    said.textContent = said.dataset[kind];
  });
}
