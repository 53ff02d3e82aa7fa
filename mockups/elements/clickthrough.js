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
react();

const judges = {
  answer: (form) => same([...form.querySelectorAll("input:checked")].map((one) => one.value), form.dataset.right.split(" ").filter(Boolean)),
  written: (form) => {
    const found = kept(form.dataset.form);
    const there = form.dataset.required.split(" ").filter(Boolean).every((name) => found[name] && found[name].length);
    const long = form.dataset.long.split(" ").filter((name) => found[name]).every((name) => words(found[name]) >= Number(form.dataset.words));
    const chosen = Object.entries(JSON.parse(form.dataset.choices)).every(([name, wanted]) => same([].concat(found[name] || []), wanted));
    return Object.keys(found).length > 0 && there && long && chosen;
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
    said.classList.toggle("success", right);
    said.textContent = right ? said.dataset.rightWords : said.dataset.wrongWords;
  });
}
