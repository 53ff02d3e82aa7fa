// The snowball: both panels on the same day. It gets all days once; moving the day asks the server for nothing.
const SVG = "http://www.w3.org/2000/svg";
const SPEEDS = [1, 3, 7, 14];
const MOST_LINES = 60;

const svg = (name, attributes = {}, ...children) => put(document.createElementNS(SVG, name), attributes, children);
const tag = (name, attributes = {}, ...children) => put(document.createElement(name), attributes, children);
function put(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
const pairOf = (a, b) => [a, b].sort().join("|");
const at = (versions, day) => {
  let found = null;
  for (const one of versions || []) if (one[0] <= day) found = one;
  return found;
};

function wrapped(text, width) {
  const lines = [""];
  for (const word of text.replaceAll("§ ", "§\u00a0").replace(/\S{22}(?=\S{2})/g, "$&- ").split(" ")) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]} …`] : lines;
}

const radius = (node) => (node.middle ? 33 : 25);
const SHARES = [0.62, 0.56, 0.68, 0.5, 0.74, 0.44, 0.38, 0.32];

// Where the number of a line stands: nearer to the actor outside, and where no circle is; between both in the middle below the upper one's name.
function spot(a, b, r, taken) {
  const isFromB = a.middle && (!b.middle || b.y < a.y);
  const [from, to] = isFromB ? [b, a] : [a, b];
  const places = (from.middle ? [0.4] : SHARES).map((share) => [from.x * share + to.x * (1 - share), from.y * share + to.y * (1 - share)]);
  return places.find(([x, y]) => taken.every(([cx, cy, cr]) => Math.hypot(x - cx, y - cy) >= r + cr)) || places[0];
}

class Ball {
  constructor(root, data) {
    Object.assign(this, { root, data, words: data.words, chosen: null, timer: 0, speed: 3, exact: data.day });
    this.day = Math.min(data.day, data.days);
    this.byId = Object.fromEntries(data.nodes.map((node) => [node.id, node]));
    this.still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.build();
    this.draw();
  }

  say(key, values = {}) {
    return fill(this.words[key], values);
  }

  build() {
    this.button = tag("button", { type: "button", class: "play" });
    this.button.addEventListener("click", () => (this.timer ? this.pause() : this.play()));
    this.slider = tag("input", { type: "range", min: 0, max: this.data.days, step: 1, "aria-label": this.say("day") });
    this.slider.addEventListener("input", () => {
      const day = Number(this.slider.value); // stopping draws, and drawing sets the slider to the day that is shown
      this.pause();
      this.go(day);
    });
    this.output = tag("output", { class: "day" });
    const speed = tag("select", { "aria-label": this.say("speed") });
    for (const n of SPEEDS) speed.append(tag("option", { value: n }, this.say("per_second", { n })));
    speed.value = this.speed;
    speed.addEventListener("change", () => { this.speed = Number(speed.value); });
    const controls = tag("div", { class: "controls" }, this.button, speed, this.slider, this.output);
    this.panels = this.data.panels.map((panel) => this.panel(panel));
    const row = (part, kind) => tag("div", { class: kind }, ...this.panels.map((one) => one[part]));
    this.behind = tag("section", { class: "behind", "aria-live": "polite", "aria-label": this.say("behind") });
    this.root.replaceChildren(controls, row("box", "panels"), this.legend(), this.behind, row("table", "tables"));
  }

  panel(panel) {
    const [width, height] = this.data.size;
    const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": this.say("figure", { title: panel.title }) });
    const counts = tag("p", { class: "counts" });
    const box = tag("figure", {}, tag("h2", {}, panel.title), counts, picture);
    return { panel, picture, counts, box, table: tag("div", { class: "table" }) };
  }

  legend() {
    const there = new Set(this.data.panels.flatMap((panel) => Object.values(panel.versions).flat().map((one) => one[1])));
    const signs = Object.entries(this.data.states).filter(([state, [glyph]]) => glyph && there.has(state));
    const items = signs.map(([state, [glyph, word]]) => tag("li", {}, tag("span", { class: `sign ${state}`, "aria-hidden": "true" }, glyph), word));
    const domains = new Map(this.data.nodes.map((node) => [node.domain, node]));
    for (const [domain, node] of domains) items.push(tag("li", {}, tag("span", { class: "patch", style: `background:${node.colour}`, "aria-hidden": "true" }), domain));
    const lines = [this.say("line"), ...(this.data.panels.some((one) => one.pointers.length) ? [this.say("arrow")] : [])];
    items.push(...lines.map((line) => tag("li", { class: "plain" }, line)));
    return tag("details", { class: "legend", open: "" }, tag("summary", {}, this.say("legend")), tag("ul", {}, ...items));
  }

  play() {
    if (this.day >= this.data.days) this.go(0);
    this.exact = this.day;
    const rhythm = this.still ? 1000 : 1000 / Math.min(this.speed, 10);
    const step = () => {
      this.exact += (this.speed * rhythm) / 1000;
      this.go(Math.min(this.data.days, Math.floor(this.exact + 1e-6)));
      if (this.day >= this.data.days) this.pause();
      else this.timer = setTimeout(step, rhythm);
    };
    this.timer = setTimeout(step, rhythm);
    this.draw();
  }

  pause() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.draw();
  }

  go(day) {
    this.day = day;
    this.draw();
    clearTimeout(this.told);
    this.told = setTimeout(() => this.keep(), 300);
  }

  keep() {
    const address = new URL(window.location.href);
    address.searchParams.set("day", this.day);
    window.history.replaceState(window.history.state, "", address);
  }

  choose(chosen) {
    this.chosen = chosen;
    this.draw();
  }

  draw() {
    const { days } = this.data;
    this.button.textContent = this.say(this.timer ? "pause" : "play");
    this.button.setAttribute("aria-pressed", String(Boolean(this.timer)));
    this.slider.value = this.day;
    const said = this.say("day_of", { day: this.day, days });
    this.slider.setAttribute("aria-valuetext", said);
    this.output.textContent = said;
    for (const one of this.panels) { this.drawPanel(one); this.drawTable(one); }
    this.drawBehind();
  }

  shown(panel) {
    const found = new Map();
    for (const node of this.data.nodes) {
      const version = at(panel.versions[node.id], this.day);
      if (version || node.middle) found.set(node.id, version || [0, "centre", []]);
    }
    for (const line of panel.lines) {
      if (line[0] > this.day) break;
      for (const id of [line[1], line[2]]) if (!found.has(id) && this.byId[id]) found.set(id, [0, "centre", []]);
    }
    return found;
  }

  drawPanel(one) {
    const { panel, picture } = one;
    const focus = picture.getRootNode().activeElement;
    const focused = focus && picture.contains(focus) ? focus.dataset.key : null;
    const shown = this.shown(panel);
    const lines = panel.lines.filter((line) => line[0] <= this.day);
    const edges = this.edges(lines, shown);
    const layers = [this.pointers(panel, shown), edges.map(([line]) => line), edges.map(([, number]) => number), this.circles(shown)];
    picture.replaceChildren(...layers.flat());
    if (focused) [...picture.querySelectorAll("[data-key]")].find((found) => found.dataset.key === focused)?.focus();
    const known = [...shown].filter(([id, version]) => !this.byId[id].middle && this.data.known.includes(version[1]));
    const again = lines.filter((line) => line[6]).length;
    const counts = [
      this.say("count_known", { n: known.length }), this.say("count_messages", { n: lines.length }), this.say("count_again", { n: again }),
    ];
    if (this.day >= panel.days) counts.push(this.say("closed", { day: panel.days }));
    one.counts.textContent = counts.join(" · ");
  }

  pointers(panel, shown) {
    const seen = new Set();
    const found = [];
    for (const [day, from, to] of panel.pointers) {
      if (day > this.day || seen.has(`${from}>${to}`) || !shown.has(from) || !shown.has(to)) continue;
      seen.add(`${from}>${to}`);
      const [a, b] = [this.byId[from], this.byId[to]];
      const [mx, my] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
      const [cx, cy] = [mx + (this.data.size[0] / 2 - mx) * 0.35, my + (this.data.size[1] / 2 - my) * 0.35];
      const [dx, dy] = [b.x - cx, b.y - cy];
      const length = Math.hypot(dx, dy) || 1;
      const [tx, ty] = [b.x - (dx / length) * 32, b.y - (dy / length) * 32];
      const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
      const curve = `M${a.x},${a.y} Q${cx},${cy} ${tx},${ty}`;
      const head = svg("path", { d: "M0,0 L-13,-6 L-13,6 Z", transform: `translate(${tx},${ty}) rotate(${angle})`, class: "head" });
      found.push(this.chooser(pairOf(from, to), `>${from}>${to}`, this.say("pointer", { a: a.title, b: b.title }), "pointer",
        svg("path", { d: curve, class: "hit" }), svg("path", { d: curve, class: "dash" }), head));
    }
    return found;
  }

  edges(lines, shown) {
    const counts = new Map();
    for (const line of lines) {
      const key = pairOf(line[1], line[2]);
      counts.set(key, (counts.get(key) || 0) + 1);
    }
    const taken = this.data.nodes.map((node) => [node.x, node.y, radius(node) + 2]);
    return [...counts].map(([key, n]) => {
      const [a, b] = key.split("|").map((id) => this.byId[id]);
      if (!a || !b || !shown.has(a.id) || !shown.has(b.id)) return null;
      const r = n > 99 ? 16 : 13;
      const [x, y] = spot(a, b, r, taken);
      taken.push([x, y, r]);
      const place = { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
      const line = this.chooser(key, key, this.say("edge", { a: a.title, b: b.title, n }), "edge",
        svg("line", { ...place, class: "hit" }), svg("line", { ...place, class: "line", "stroke-width": Math.min(14, 1.5 + 1.6 * Math.sqrt(n)) }),
        svg("circle", { cx: x, cy: y, r, class: "hit" })); // a line straight down alone would have no width
      // The number stands beside the button, above all lines.
      const number = svg("g", { "aria-hidden": "true" }, svg("circle", { cx: x, cy: y, r, class: "bead" }), svg("text", { x, y: y + 5.5, class: "count" }, String(n)));
      number.addEventListener("click", () => this.choose(key));
      return [line, number];
    }).filter(Boolean);
  }

  circles(shown) {
    return [...shown].flatMap(([id, version]) => {
      const node = this.byId[id];
      const [glyph, word] = this.data.states[version[1]];
      const r = radius(node);
      const parts = [svg("circle", { cx: node.x, cy: node.y, r, class: `disc ${version[1]}`, style: `--domain:${node.colour};--ink:${node.ink}` })];
      parts.push(svg("text", { x: node.x, y: node.y + 7, class: `number ${version[1]}`, style: `--domain:${node.colour};--ink:${node.ink}` }, `${node.nr} `));
      const label = this.label(node, r);
      const button = this.chooser(id, id, this.say("node", { nr: node.nr, title: node.title, state: word }), "node", ...parts, label);
      if (!glyph) return [button];
      // The sign stands beside the button: what can be read in a button must be in its name, in the same order.
      const [x, y] = [node.x + r * 0.8, node.y - r * 0.8];
      const sign = svg("g", { class: "badges", "aria-hidden": "true" }, svg("circle", { cx: x, cy: y, r: 12, class: `badge ${version[1]}` }),
        svg("text", { x, y: y + 6, class: `glyph ${version[1]}` }, glyph));
      return [button, sign];
    });
  }

  // Names stand outside the ring, where no line passes: beside the actor, or above or below the ones at the top and bottom.
  label(node, r) {
    const lines = wrapped(node.title, 18);
    const [across, down] = [node.x - this.data.size[0] / 2, node.y - this.data.size[1] / 2];
    const isBeside = Math.abs(across) > 20;
    const isAbove = !isBeside && !node.middle && down < 0;
    const x = node.x + (isBeside ? Math.sign(across) * (r + 12) : 0);
    const first = isBeside ? 5 - (lines.length - 1) * 8.5 : isAbove ? -r - 14 - (lines.length - 1) * 17 : r + 18;
    const anchor = isBeside ? (across > 0 ? "start" : "end") : "middle";
    const found = svg("text", { x, y: node.y + first, class: "label", style: `text-anchor:${anchor}` });
    lines.forEach((line, row) => found.append(svg("tspan", { x, dy: row ? 17 : 0 }, `${line} `)));
    return found;
  }

  chooser(chosen, key, label, kind, ...parts) {
    const isChosen = this.chosen === chosen;
    const found = svg("g", { role: "button", tabindex: 0, class: `${kind}${isChosen ? " chosen" : ""}`, "aria-label": label, "aria-pressed": isChosen, "data-key": key }, ...parts);
    found.addEventListener("click", () => this.choose(chosen));
    found.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      this.choose(chosen);
    });
    return found;
  }

  drawTable({ panel, table }) {
    const shown = this.shown(panel);
    const rows = this.data.nodes.filter((node) => shown.has(node.id) && panel.versions[node.id] && !(node.middle && this.data.columns.length > 8));
    const head = tag("tr", {}, ...this.data.columns.map((column) => tag("th", { scope: "col" }, column)));
    const body = rows.map((node) => {
      const [, state, cells] = shown.get(node.id);
      const [glyph, word] = this.data.states[state];
      const state_cell = tag("td", {}, tag("span", { class: `sign ${state}`, "aria-hidden": "true" }, glyph), word);
      return tag("tr", {}, tag("td", {}, String(node.nr)), tag("th", { scope: "row" }, node.title), state_cell, ...cells.map((cell) => tag("td", {}, cell)));
    });
    const title = this.say("table", { title: panel.title, day: this.day });
    const scrolls = tag("div", { class: "scrolls", tabindex: 0, role: "region", "aria-label": title },
      tag("table", {}, tag("caption", {}, title), tag("thead", {}, head), tag("tbody", {}, ...body)));
    const missing = [...new Set(panel.missing.filter(([day]) => day <= this.day).map(([, name]) => name))];
    const notes = [];
    if (!body.length) notes.push(tag("p", {}, this.say("empty")));
    if (missing.length) notes.push(tag("p", {}, this.say("missing", { names: missing.join("; ") })));
    table.replaceChildren(scrolls, ...notes);
  }

  drawBehind() {
    const state = JSON.stringify([this.chosen, this.chosen ? this.day : 0]);
    if (this.behindState === state) return;
    this.behindState = state;
    if (!this.chosen) {
      this.behind.replaceChildren(tag("p", {}, this.say("choose")));
      return;
    }
    const names = this.chosen.split("|").map((id) => `${this.byId[id].nr}. ${this.byId[id].title}`).join(" – ");
    const columns = this.data.panels.map((panel) => tag("div", {}, tag("h3", {}, panel.title), ...this.listed(panel)));
    this.behind.replaceChildren(tag("h2", {}, `${this.say("behind")}: ${names}`), tag("div", { class: "panels" }, ...columns));
  }

  listed(panel) {
    const own = this.chosen.split("|");
    const isHere = (a, b) => (own.length === 2 ? pairOf(a, b) === this.chosen : a === own[0] || b === own[0]);
    const lines = panel.pointers.filter(([day, from, to]) => day <= this.day && isHere(from, to))
      .map(([day, from, to]) => [day, this.say("pointer", { a: this.byId[from].title, b: this.byId[to].title })]);
    for (const [day, from, to, text, channel, minutes, again] of panel.lines) {
      if (day > this.day || !isHere(from, to)) continue;
      const more = [channel, minutes ? this.say("minutes", { n: minutes }) : "", again ? this.say("again") : ""].filter(Boolean);
      lines.push([day, more.length ? `${text} (${more.join(", ")})` : text]);
    }
    lines.sort((a, b) => a[0] - b[0]);
    const found = [];
    const facts = own.length === 1 ? (panel.facts[own[0]] || []).filter(([from, to]) => from <= this.day && (to < 0 || to > this.day)) : [];
    if (facts.length) found.push(tag("h4", {}, this.say("knows")), tag("ul", {}, ...facts.map((fact) => tag("li", {}, fact[2]))), tag("h4", {}, this.say("behind")));
    if (!lines.length) return [...found, tag("p", {}, this.say("nothing"))];
    const last = lines.slice(-MOST_LINES);
    if (last.length < lines.length) found.push(tag("p", {}, this.say("more", { n: last.length, all: lines.length })));
    return [...found, tag("ol", {}, ...last.map(([day, text]) => tag("li", {}, tag("b", {}, `${this.say("day")} ${day}: `), text)))];
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".ball");
  if (root.key !== data.key) {
    root.ball?.pause();
    root.key = data.key;
    root.ball = new Ball(root, data);
  }
  return () => { clearTimeout(root.ball.timer); clearTimeout(root.ball.told); root.ball.timer = 0; };
}
