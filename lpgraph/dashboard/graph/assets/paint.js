// How a view looks at this moment: theme, what stands out, the colours of lines, which labels are drawn.
import { drawLabels } from "./labels.js";
import { drawShape } from "./shapes.js";

const RADIUS = [0, 7, 10, 14];
const AT_REST = 25; // labels until somebody zooms in
const CROWD = 120; // lines from which all are drawn lighter

function luminance(colour) {
  const ctx = document.createElement("canvas").getContext("2d");
  ctx.fillStyle = colour || "#fff";
  ctx.fillRect(0, 0, 1, 1);
  const [r, g, b] = ctx.getImageData(0, 0, 1, 1).data;
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

export function readTheme(element) {
  const style = getComputedStyle(element);
  const read = (name, other) => style.getPropertyValue(name).trim() || other;
  const ground = read("--st-background-color", "#ffffff");
  return {
    ground, text: read("--st-text-color", "#222222"), accent: read("--st-primary-color", "#0A3A78"), font: read("--st-font", "sans-serif"),
    dark: luminance(ground) < 0.4, grey: "#8a8a8a",
  };
}

export function look(node, kinds, theme) {
  const kind = kinds[node.kind] || kinds.other;
  return {
    shape: kind.shape, colour: theme.dark ? kind.dark : kind.light, ground: theme.ground, hollow: kind.hollow, ring: node.ring || "", ghost: node.ghost,
  };
}

// Whose neighbourhood stands out: what the pointer or the keyboard is on, else the selection unless it is the root.
function spot(view) {
  const id = view.hovered || view.focused || view.selected;
  return id && id !== view.data.root && view.byId.has(id) ? id : null;
}

function faded(view, id) {
  if (view.found) return !view.found.has(id);
  const near = spot(view);
  return Boolean(near) && id !== near && !view.ties.get(near)?.has(id);
}

// One colour whatever the library thinks is hovered: what stands out is decided here.
function line(color, opacity) {
  return { color, hover: color, highlight: color, opacity, inherit: false };
}

export function edgeColour(view, edge) {
  const near = spot(view);
  const { accent, grey, text } = view.theme;
  const base = (edge.style === "ended" ? 0.22 : edge.style === "thin" ? 0.32 : 0.6) * (view.data.edges.length > CROWD ? 0.6 : 1);
  if (near && (edge.a === near || edge.b === near)) return line(accent, edge.style === "ended" ? 0.5 : edge.style === "thin" ? 0.6 : 0.95);
  return line(edge.style === "ended" ? grey : text, near ? base * 0.4 : base);
}

// Zoomed out, dots shrink more slowly than the distances between them, so that their shapes stay legible.
function radius(view, node) {
  const scale = view.network?.getScale() || 1;
  return (RADIUS[node?.size] || RADIUS[1]) / Math.sqrt(Math.min(1, scale));
}

export function drawNode(view, { ctx, id, x, y }) {
  const node = view.byId.get(id);
  const r = radius(view, node);
  return {
    drawNode: () => {
      if (!node) return;
      ctx.save();
      ctx.globalAlpha = faded(view, id) ? 0.25 : 1;
      const mark = { selected: id === view.selected, focused: id === view.focused, fresh: view.fresh.has(id), accent: view.theme.accent };
      drawShape(ctx, view.look(node), x, y, r, mark);
      ctx.restore();
    },
    nodeDimensions: { width: r * 2, height: r * 2 },
  };
}

// Lower is labelled first: what somebody points at, the selection, what was searched for, its neighbours, then by rank.
function urgency(view, node, near) {
  if (node.id === view.hovered || node.id === view.focused) return -3;
  if (node.id === view.selected) return -2;
  if (view.found?.has(node.id)) return -1;
  return near && view.ties.get(near).has(node.id) ? 0 : node.rank + 1;
}

function visible(view, scale) {
  const { x, y } = view.network.getViewPosition();
  const [halfWidth, halfHeight] = [view.panel.canvas.offsetWidth / scale / 2, view.panel.canvas.offsetHeight / scale / 2];
  return { x0: x - halfWidth, x1: x + halfWidth, y0: y - halfHeight, y1: y + halfHeight };
}

export function labelAll(view, ctx) {
  if (view.gone) return;
  const scale = view.network.getScale();
  const places = view.network.getPositions();
  const near = spot(view);
  const first = (node) => urgency(view, node, near);
  const shown = view.data.nodes.filter((node) => !view.off.has(node.kind) && places[node.id]);
  const wanted = shown.filter((node) => !faded(view, node.id)).sort((a, b) => first(a) - first(b));
  const item = (node) => {
    const root = node.id === view.data.root;
    return { ...places[node.id], id: node.id, r: radius(view, node) + 3, text: node.label, strong: root || node.id === view.selected, must: root || first(node) < -1 };
  };
  const bodies = shown.map((node) => {
    const { x, y } = places[node.id];
    const r = radius(view, node) + 1;
    return { id: node.id, x0: x - r, x1: x + r, y0: y - r, y1: y + r };
  });
  const style = { size: 12, font: view.theme.font, text: view.theme.text, ground: view.theme.ground };
  ctx.save();
  const drawn = drawLabels(ctx, wanted.slice(0, scale > 1.25 ? wanted.length : AT_REST).map(item), bodies, visible(view, scale), scale, style);
  ctx.restore();
  Object.assign(view.panel.wrap.dataset, { labels: drawn, painted: shown.length });
}
