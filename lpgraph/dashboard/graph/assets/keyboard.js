// Arrows walk from node to node, Enter chooses, E expands, + and − zoom, 0 fits, Esc lets go, / goes to the search.

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function nearest(view, from, [dx, dy]) {
  const places = view.network.getPositions();
  const here = places[from];
  let best = null;
  let least = Infinity;
  for (const node of view.data.nodes) {
    const place = places[node.id];
    if (node.id === from || view.off.has(node.kind) || !place) continue;
    const along = (place.x - here.x) * dx + (place.y - here.y) * dy;
    const aside = Math.abs((place.x - here.x) * dy) + Math.abs((place.y - here.y) * dx);
    if (along <= 0 || aside > along * 2) continue;
    if (along + aside * 2 < least) [best, least] = [node.id, along + aside * 2];
  }
  return best;
}

function walk(view, way) {
  const from = view.focused || view.selected || view.data.root;
  if (!view.byId.has(from)) return;
  const to = view.focused ? nearest(view, from, way) : view.selected || nearest(view, from, way) || from;
  if (to) view.focus(to);
}

export function onKey(view, event) {
  const on = view.focused || view.selected;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (WAYS[event.key]) walk(view, WAYS[event.key]);
  else if (event.key === "Enter") view.select(view.focused || view.data.root);
  else if (event.key === "e" || event.key === "E") on && view.expand(on);
  else if (event.key === "+" || event.key === "=") view.zoom(1.3);
  else if (event.key === "-" || event.key === "−") view.zoom(1 / 1.3);
  else if (event.key === "0") view.fit();
  else if (event.key === "/") view.panel.find.focus();
  else if (event.key === "Escape") {
    view.focus(null);
    view.select(null);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
