// The graph on screen. Python sends nodes with their places; JavaScript owns selection, zoom and dragging, and sends
// back only what was chosen. A new payload is compared with what is drawn: nothing old moves.
import { DataSet, Network } from "./vis-network-10.1.5.min.mjs";
import { onKey } from "./keyboard.js";
import { drawLabels } from "./labels.js";
import { Panel } from "./panel.js";
import { drawShape } from "./shapes.js";

const views = new WeakMap(); // parent element → View
const kept = new Map(); // component key → what survives a page switch
const RADIUS = [0, 7, 10, 14];
const WIDTH = [0, 1, 2, 3.5];

const OPTIONS = {
  physics: false,
  autoResize: true,
  layout: { improvedLayout: false },
  nodes: { shape: "custom", labelHighlightBold: false },
  edges: { smooth: false, selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false },
  interaction: { hover: true, keyboard: false, multiselect: false, tooltipDelay: 1e9, selectConnectedEdges: false, hideEdgesOnDrag: false },
};

function luminance(colour) {
  const ctx = document.createElement("canvas").getContext("2d");
  ctx.fillStyle = colour || "#fff";
  ctx.fillRect(0, 0, 1, 1);
  const [r, g, b] = ctx.getImageData(0, 0, 1, 1).data;
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

class View {
  constructor(parent, key, data) {
    this.key = key;
    this.data = data;
    this.nodes = new DataSet();
    this.edges = new DataSet();
    this.byId = new Map();
    this.ties = new Map();
    const old = kept.get(key);
    this.old = old?.view === data.view ? old : null;
    this.off = new Set(this.old?.off || []);
    this.selected = this.old?.selected || null;
    this.focused = null;
    this.hovered = null;
    this.found = null;
    this.touched = Boolean(this.old);
    this.panel = new Panel(parent, data.words, {
      zoom: (by) => this.zoom(by), fit: () => this.fit(), toggle: (kind) => this.toggle(kind), search: (text, go) => this.search(text, go),
    });
    this.panel.wrap.view = this;
    this.panel.canvas.style.setProperty("--graph-height", `${data.height}px`);
    this.readTheme();
    this.update(data);
    this.network = new Network(this.panel.canvas, { nodes: this.nodes, edges: this.edges }, OPTIONS);
    this.listen();
    if (this.old) this.network.moveTo({ position: this.old.position, scale: this.old.scale });
    else this.fit();
  }

  listen() {
    const { network, panel } = this;
    network.on("click", (event) => this.clicked(event));
    network.on("doubleClick", (event) => event.nodes[0] && this.expand(event.nodes[0]));
    network.on("hoverNode", (event) => this.hover(event.node, event.pointer.DOM));
    network.on("blurNode", () => this.hover(null));
    network.on("hoverEdge", (event) => this.tipEdge(event.edge, event.pointer.DOM));
    network.on("blurEdge", () => panel.hideTip());
    network.on("dragStart", () => { this.touched = true; panel.hideTip(); });
    network.on("zoom", () => { this.touched = true; panel.hideTip(); });
    network.on("resize", () => this.touched || setTimeout(() => this.fit(), 0));
    network.on("afterDrawing", (ctx) => this.drawLabels(ctx));
    panel.canvas.addEventListener("keydown", (event) => onKey(this, event));
    panel.canvas.addEventListener("blur", () => this.focus(null));
  }

  // ---- data -------------------------------------------------------------------------------------------------------

  update(data) {
    this.data = data;
    const before = this.byId;
    const shift = (node) => this.shiftOf(node, before);
    this.byId = new Map(data.nodes.map((node) => [node.id, node]));
    this.fresh = new Set(before.size ? data.nodes.filter((node) => !before.has(node.id)).map((node) => node.id) : []);
    this.ties = new Map(data.nodes.map((node) => [node.id, new Set()]));
    for (const edge of data.edges) {
      this.ties.get(edge.a)?.add(edge.b);
      this.ties.get(edge.b)?.add(edge.a);
    }
    this.nodes.remove(this.nodes.getIds().filter((id) => !this.byId.has(id)));
    this.nodes.add(data.nodes.filter((node) => !before.has(node.id)).map((node) => {
      const place = this.old?.positions[node.id] || shift(node);
      return { id: node.id, x: place.x, y: place.y, hidden: this.off.has(node.kind), ctxRenderer: (args) => this.drawNode(args) };
    }));
    const ids = new Set(data.edges.map((edge) => edge.id));
    this.edges.remove(this.edges.getIds().filter((id) => !ids.has(id)));
    this.paintEdges();
    this.paintLegend();
    this.redraw();
  }

  // A newcomer stands where Python put it beside its parent, moved along with the parent when that was dragged.
  shiftOf(node, before) {
    const parent = node.by && before.get(node.by);
    if (!parent || !this.network || !this.nodes.get(node.by)) return node;
    const now = this.network.getPosition(node.by);
    return { x: node.x + now.x - parent.x, y: node.y + now.y - parent.y };
  }

  paintEdges() {
    const seen = new Map();
    this.edgeText = new Map(this.data.edges.map((edge) => [edge.id, edge]));
    this.edges.update(this.data.edges.map((edge) => {
      const pair = [edge.a, edge.b].sort().join("\u0000");
      const nth = seen.get(pair) || 0;
      seen.set(pair, nth + 1);
      const ends = [this.byId.get(edge.a), this.byId.get(edge.b)];
      const bend = nth && { enabled: true, type: nth % 2 === (edge.a < edge.b ? 1 : 0) ? "curvedCW" : "curvedCCW", roundness: 0.12 * Math.ceil(nth / 2) };
      return {
        id: edge.id, from: edge.a, to: edge.b, width: WIDTH[edge.width] || 1, smooth: bend || false,
        dashes: edge.style === "dashed" ? [6, 5] : false, color: this.edgeColour(edge),
        arrows: edge.arrow ? { to: { enabled: true, scaleFactor: 0.45 } } : "",
        hidden: ends.some((end) => !end || this.off.has(end.kind)),
      };
    }));
  }

  edgeColour(edge) {
    const near = this.spot();
    const lit = near && (edge.a === near || edge.b === near);
    const crowd = this.data.edges.length > 120 ? 0.6 : 1;
    const base = (edge.style === "ended" ? 0.22 : edge.style === "thin" ? 0.32 : 0.6) * crowd;
    if (lit) return { color: this.theme.accent, opacity: edge.style === "ended" ? 0.5 : 0.95, inherit: false };
    return { color: edge.style === "ended" ? this.theme.grey : this.theme.text, opacity: near ? base * 0.4 : base, inherit: false };
  }

  paintLegend() {
    const counts = new Map();
    for (const node of this.data.nodes) counts.set(node.kind, (counts.get(node.kind) || 0) + 1);
    const kinds = Object.keys(this.data.kinds).filter((kind) => counts.has(kind));
    this.panel.showLegend(kinds.map((kind) => ({
      key: kind, word: this.data.kinds[kind].word, count: counts.get(kind), look: this.look({ kind }), off: this.off.has(kind),
    })));
  }

  // ---- looks ------------------------------------------------------------------------------------------------------

  readTheme() {
    const style = getComputedStyle(this.panel.wrap);
    const read = (name, other) => style.getPropertyValue(name).trim() || other;
    const ground = read("--st-background-color", "#ffffff");
    this.theme = {
      ground, text: read("--st-text-color", "#222222"), accent: read("--st-primary-color", "#0A3A78"), font: read("--st-font", "sans-serif"),
      dark: luminance(ground) < 0.4, grey: "#8a8a8a",
    };
  }

  look(node) {
    const kind = this.data.kinds[node.kind] || this.data.kinds.other;
    return {
      shape: kind.shape, colour: this.theme.dark ? kind.dark : kind.light, ground: this.theme.ground, hollow: kind.hollow,
      ring: node.ring || "", ghost: node.ghost,
    };
  }

  // Whose neighbourhood stands out: what the pointer or the keyboard is on, else the selection unless it is the root.
  spot() {
    const id = this.hovered || this.focused || this.selected;
    return id && id !== this.data.root && this.byId.has(id) ? id : null;
  }

  faded(id) {
    if (this.found) return !this.found.has(id);
    const near = this.spot();
    return Boolean(near) && id !== near && !this.ties.get(near)?.has(id);
  }

  // Zoomed out, dots shrink more slowly than the distances between them, so that their shapes stay legible.
  radius(node) {
    const scale = this.network?.getScale() || 1;
    return (RADIUS[node?.size] || RADIUS[1]) / Math.sqrt(Math.min(1, scale));
  }

  drawNode({ ctx, id, x, y }) {
    const node = this.byId.get(id);
    const r = this.radius(node);
    return {
      drawNode: () => {
        if (!node) return;
        ctx.save();
        ctx.globalAlpha = this.faded(id) ? 0.25 : 1;
        const mark = { selected: id === this.selected, focused: id === this.focused, fresh: this.fresh.has(id), accent: this.theme.accent };
        drawShape(ctx, this.look(node), x, y, r, mark);
        ctx.restore();
      },
      nodeDimensions: { width: r * 2, height: r * 2 },
    };
  }

  drawLabels(ctx) {
    if (this.gone) return;
    const scale = this.network.getScale();
    const places = this.network.getPositions();
    const near = this.spot();
    const shown = this.data.nodes.filter((node) => !this.off.has(node.kind) && places[node.id]);
    const weight = (node) => (node.id === this.hovered || node.id === this.focused ? -3 : node.id === this.selected ? -2 : this.found?.has(node.id) ? -1
      : near && this.ties.get(near).has(node.id) ? 0 : node.rank + 1);
    const wanted = shown.filter((node) => !this.faded(node.id)).sort((a, b) => weight(a) - weight(b));
    const most = scale > 1.25 ? wanted.length : 25;
    const item = (node) => ({
      ...places[node.id], id: node.id, r: this.radius(node) + 3, text: node.label, strong: node.id === this.data.root || node.id === this.selected,
      must: weight(node) < -1 || node.id === this.data.root,
    });
    const bodies = shown.map((node) => {
      const { x, y } = places[node.id];
      const r = this.radius(node) + 1;
      return { id: node.id, x0: x - r, x1: x + r, y0: y - r, y1: y + r };
    });
    ctx.save();
    const style = { size: 12, font: this.theme.font, text: this.theme.text, ground: this.theme.ground };
    this.panel.wrap.dataset.labels = drawLabels(ctx, wanted.slice(0, most).map(item), bodies, this.visible(scale), scale, style);
    this.panel.wrap.dataset.painted = shown.length;
    ctx.restore();
  }

  visible(scale) {
    const { x, y } = this.network.getViewPosition();
    const [halfWidth, halfHeight] = [this.panel.canvas.offsetWidth / scale / 2, this.panel.canvas.offsetHeight / scale / 2];
    return { x0: x - halfWidth, x1: x + halfWidth, y0: y - halfHeight, y1: y + halfHeight };
  }

  redraw() {
    if (!this.gone) this.network?.redraw();
  }

  refresh() {
    this.edges.update(this.data.edges.map((edge) => ({ id: edge.id, color: this.edgeColour(edge) })));
    this.redraw();
  }

  // ---- what a person does -----------------------------------------------------------------------------------------

  clicked(event) {
    if (event.nodes[0]) this.select(event.nodes[0]);
    else if (event.edges[0]) {
      this.tipEdge(event.edges[0], event.pointer.DOM);
      this.panel.say(this.edgeText.get(event.edges[0])?.text || "");
    } else this.select(null);
  }

  select(id) {
    this.panel.hideTip();
    this.fresh.clear();
    if (id === this.selected) return;
    this.selected = id;
    this.refresh();
    this.announce(id);
    this.send.setStateValue("selected", id);
  }

  expand(id) {
    this.panel.say(this.data.words.expanding);
    this.send.setTriggerValue("expand", id);
  }

  focus(id) {
    if (id === this.focused) return;
    this.focused = id;
    this.refresh();
    if (id) this.announce(id);
  }

  announce(id) {
    const node = this.byId.get(id);
    if (node) this.panel.say([node.name, node.sub, `${this.ties.get(id).size} ${this.data.words.ties}`].filter(Boolean).join(", "));
  }

  hover(id, at) {
    this.hovered = id;
    const node = id && this.byId.get(id);
    if (node) this.panel.showTip([node.name, node.sub, this.data.kinds[node.kind]?.one], at.x, at.y);
    else this.panel.hideTip();
    this.refresh();
  }

  tipEdge(id, at) {
    const edge = this.edgeText.get(id);
    if (edge && !this.hovered) this.panel.showTip([edge.text, `${this.byId.get(edge.a)?.name} – ${this.byId.get(edge.b)?.name}`], at.x, at.y);
  }

  toggle(kind) {
    if (this.off.has(kind)) this.off.delete(kind);
    else this.off.add(kind);
    this.nodes.update(this.data.nodes.map((node) => ({ id: node.id, hidden: this.off.has(node.kind) })));
    this.paintEdges();
    this.paintLegend();
    this.redraw();
    this.send.setStateValue("off", [...this.off]);
  }

  search(text, go) {
    const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const hits = text.trim() ? this.data.nodes.filter((node) => !this.off.has(node.kind) && plain(node.name).includes(plain(text.trim()))) : [];
    this.found = hits.length ? new Set(hits.map((node) => node.id)) : null;
    this.panel.say(text.trim() ? this.data.words.found.replace("{n}", hits.length) : "");
    if (go && hits[0]) {
      this.network.moveTo({ position: this.network.getPosition(hits[0].id), animation: false });
      this.select(hits[0].id);
    }
    this.redraw();
  }

  zoom(by) {
    this.touched = true;
    this.network.moveTo({ scale: Math.min(4, Math.max(0.08, this.network.getScale() * by)) });
  }

  fit() {
    if (this.gone) return;
    const places = Object.values(this.network.getPositions(this.nodes.getIds({ filter: (node) => !node.hidden })));
    if (!places.length) return;
    const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)];
    const [left, right, top, low] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { offsetWidth, offsetHeight } = this.panel.canvas;
    const scale = Math.min((offsetWidth - 110) / Math.max(right - left, 1), (offsetHeight - 80) / Math.max(low - top, 1), 1.4);
    this.network.moveTo({ position: { x: (left + right) / 2, y: (top + low) / 2 }, scale: Math.max(scale, 0.05), animation: false });
  }

  // ---- life -------------------------------------------------------------------------------------------------------

  keep() {
    if (this.gone) return;
    kept.set(this.key, {
      view: this.data.view, positions: this.network.getPositions(), scale: this.network.getScale(), position: this.network.getViewPosition(),
      off: [...this.off], selected: this.selected,
    });
  }

  destroy() {
    this.gone = true;
    this.network.destroy();
    this.panel.wrap.remove();
  }
}

export default function graph({ data, key, parentElement, setStateValue, setTriggerValue }) {
  if (!data) return undefined;
  let view = views.get(parentElement);
  if (view && view.key === key && view.data.view === data.view) {
    view.readTheme();
    if (view.data !== data) view.update(data);
  } else {
    view?.destroy();
    view = new View(parentElement, key, data);
    views.set(parentElement, view);
  }
  view.send = { setStateValue, setTriggerValue };
  return () => {
    view.keep();
    // Called before every update as well: only an element that has left the page is taken down.
    setTimeout(() => {
      if (view.panel.wrap.isConnected || views.get(parentElement) !== view) return;
      view.destroy();
      views.delete(parentElement);
    }, 0);
  };
}
