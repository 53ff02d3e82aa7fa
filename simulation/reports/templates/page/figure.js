// Draws a figure in a place, with what differs where it is narrow; `change` has the last word on the layout.
const drawFigure = (place, spec, width, change = () => {}) => {
  const NARROW = 560;
  const { data, narrow, layout } = JSON.parse(spec);
  const set = (name, value) => {
    const parts = name.split(".");
    const last = parts.pop();
    let part = layout;
    for (const one of parts) { part[one] = part[one] || {}; part = part[one]; }
    part[last] = value;
  };
  if (width < NARROW) { for (const [name, value] of Object.entries(narrow)) { set(name, value); } }
  change(layout);
  layout.width = width;
  place.style.height = `${layout.height}px`;
  place.dataset.width = width;
  return Plotly.react(place, data, layout, { displayModeBar: false, doubleClick: false, showTips: false });
};
