(() => {
  "use strict";
  const PAPER_WIDTH = 660;
  const NARROW = 560;
  const plots = [...document.querySelectorAll(".plot")];
  const set = (layout, name, value) => {
    const parts = name.split(".");
    const last = parts.pop();
    let place = layout;
    for (const part of parts) { place[part] = place[part] || {}; place = place[part]; }
    place[last] = value;
  };
  const draw = (plot, width, onPaper = false) => {
    const spec = JSON.parse(document.getElementById(plot.dataset.spec).textContent);
    if (width < NARROW) { for (const [name, value] of Object.entries(spec.narrow)) { set(spec.layout, name, value); } }
    if (onPaper) {
      spec.layout.font.size = 13;
      spec.layout.height = Math.round(spec.layout.height * 0.8);
    }
    spec.layout.width = width;
    plot.style.height = `${spec.layout.height}px`;
    plot.dataset.width = width;
    return Plotly.react(plot, spec.data, spec.layout, { displayModeBar: false, doubleClick: false, showTips: false });
  };
  const fit = (plot) => {
    const width = Math.floor(plot.clientWidth);
    if (width > 0 && String(width) !== plot.dataset.width) { draw(plot, width); }
  };
  let isPrinting = false;
  const observer = new ResizeObserver((entries) => { if (!isPrinting) { entries.forEach((entry) => fit(entry.target)); } });
  plots.forEach((plot) => { fit(plot); observer.observe(plot); });
  window.addEventListener("beforeprint", () => { isPrinting = true; plots.forEach((plot) => draw(plot, PAPER_WIDTH, true)); });
  window.addEventListener("afterprint", () => { isPrinting = false; plots.forEach(fit); });
  // A table that fits needs no stop of the keyboard.
  const boxes = [...document.querySelectorAll(".scroll")];
  const stops = () => boxes.forEach((box) => { box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1; });
  stops();
  window.addEventListener("resize", stops);
  document.querySelectorAll("details").forEach((fold) => fold.addEventListener("toggle", stops));
  const button = document.querySelector(".unfold");
  button.addEventListener("click", () => {
    const folds = [...document.querySelectorAll("details")];
    const open = folds.some((fold) => !fold.open);
    folds.forEach((fold) => { fold.open = open; });
    button.textContent = open ? button.dataset.close : button.dataset.open;
  });
})();
