// A figure in the app: drawn once where it is new, in place where its numbers change, and again where its width does.
const library = (source) => (window.plotlyThere ??= new Promise((there, failed) => {
  const script = document.createElement("script");
  script.src = source;
  script.onload = there;
  script.onerror = () => { window.plotlyThere = undefined; script.remove(); failed(new Error(source)); };
  document.head.append(script);
}));

// One after another, from the top of the page, with a breath between them for what the visitor does meanwhile.
const inTurn = (draw) => {
  const begun = window.figureTurn ?? Promise.resolve();
  window.figureTurn = begun.then(() => new Promise((next) => { setTimeout(next); })).then(draw).catch(console.error);
};

export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".plot");
  place.setAttribute("aria-label", data.alt);
  const fit = () => {
    const width = Math.floor(place.clientWidth);
    if (width === 0 || !place.isConnected || (place.drawn === place.wanted && String(width) === place.dataset.width)) return;
    place.drawn = place.wanted;
    drawFigure(place, place.wanted, width, (layout) => { layout.font.family = getComputedStyle(place).fontFamily; });
  };
  place.wanted = data.spec;
  place.style.height ||= `${data.height}px`;
  const soon = () => library(data.source).then(() => inTurn(fit), console.error);
  soon();
  place.watch ??= new ResizeObserver(soon);
  place.watch.observe(place);
  return () => place.watch.disconnect();
}
