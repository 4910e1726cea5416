// The graph on screen. Python sends nodes with their places; JavaScript owns selection, zoom and dragging, and sends
// back only what was chosen. A new payload is compared with what is drawn: nothing old moves.
import { DataSet, Network } from "./vis-network-10.1.5.min.mjs";
import { onKey } from "./keyboard.js";
import { drawNode, edgeColour, labelAll, look, readTheme } from "./paint.js";
import { Panel } from "./panel.js";

const views = new WeakMap(); // parent element → View
const kept = new Map(); // component key → what survives a page switch
const WIDTH = [0, 1, 2, 3.5];

const OPTIONS = {
  physics: false,
  autoResize: true,
  layout: { improvedLayout: false },
  nodes: { shape: "custom", labelHighlightBold: false },
  edges: { smooth: false, selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false },
  interaction: { hover: true, keyboard: false, multiselect: false, tooltipDelay: 1e9, selectConnectedEdges: false, hideEdgesOnDrag: false },
};

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
    this.theme = readTheme(this.panel.wrap);
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
    network.on("afterDrawing", (ctx) => labelAll(this, ctx));
    panel.canvas.addEventListener("keydown", (event) => onKey(this, event));
    panel.canvas.addEventListener("mouseleave", () => this.hovered && this.hover(null));
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
      return { id: node.id, x: place.x, y: place.y, hidden: this.off.has(node.kind), ctxRenderer: (args) => drawNode(this, args) };
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
        dashes: edge.style === "dashed" ? [6, 5] : false, color: edgeColour(this, edge),
        arrows: edge.arrow ? { to: { enabled: true, scaleFactor: 0.45 } } : "",
        hidden: ends.some((end) => !end || this.off.has(end.kind)),
      };
    }));
  }

  paintLegend() {
    const counts = new Map();
    for (const node of this.data.nodes) counts.set(node.kind, (counts.get(node.kind) || 0) + (node.ghost ? 0 : 1));
    const kinds = Object.keys(this.data.kinds).filter((kind) => counts.has(kind));
    this.panel.showLegend(kinds.map((kind) => ({
      key: kind, word: this.data.kinds[kind].word, count: counts.get(kind), look: this.look({ kind }), off: this.off.has(kind),
    })));
  }

  // ---- looks ------------------------------------------------------------------------------------------------------

  look(node) {
    return look(node, this.data.kinds, this.theme);
  }

  redraw() {
    if (!this.gone) this.network?.redraw();
  }

  refresh() {
    this.edges.update(this.data.edges.map((edge) => ({ id: edge.id, color: edgeColour(this, edge) })));
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
    view.theme = readTheme(view.panel.wrap);
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
