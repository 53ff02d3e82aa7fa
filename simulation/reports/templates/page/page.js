(() => {
  "use strict";
  const PAPER_WIDTH = 660;
  const plots = [...document.querySelectorAll(".plot")];
  const draw = (plot, width, change) => drawFigure(plot, document.getElementById(plot.dataset.spec).textContent, width, change);
  const onPaper = (layout) => {
    layout.font.size = 13;
    layout.height = Math.round(layout.height * 0.8);
  };
  const fit = (plot) => {
    const width = Math.floor(plot.clientWidth);
    if (width > 0 && String(width) !== plot.dataset.width) { draw(plot, width); }
  };
  let isPrinting = false;
  const observer = new ResizeObserver((entries) => { if (!isPrinting) { entries.forEach((entry) => fit(entry.target)); } });
  plots.forEach((plot) => { fit(plot); observer.observe(plot); });
  window.addEventListener("beforeprint", () => { isPrinting = true; plots.forEach((plot) => draw(plot, PAPER_WIDTH, onPaper)); });
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
