// The plain elements around the canvas. Text goes in by textContent alone: names are never HTML.
import { icon } from "./shapes.js";

export function make(tag, attributes = {}, text = "") {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text) element.textContent = text;
  return element;
}

function button(text, label, act) {
  const element = make("button", { type: "button", title: label, "aria-label": label }, text);
  element.addEventListener("click", act);
  return element;
}

export class Panel {
  constructor(root, words, acts) {
    this.acts = acts;
    this.wrap = make("div", { class: "graph" });
    this.find = make("input", { type: "search", placeholder: words.find, "aria-label": words.find, autocomplete: "off" });
    this.canvas = make("div", {
      class: "canvas", tabindex: "0", role: "application", "aria-label": words.canvas, "aria-describedby": "keys",
    });
    this.tip = make("div", { class: "tip", "aria-hidden": "true" });
    this.live = make("div", { class: "unseen", "aria-live": "polite", role: "status" });
    this.legend = make("div", { class: "legend", role: "group", "aria-label": words.legend });
    const tools = make("div", { class: "tools" });
    tools.append(
      this.find,
      button("+", words.closer, () => acts.zoom(1.3)),
      button("−", words.further, () => acts.zoom(1 / 1.3)),
      button("⤢", words.fit, () => acts.fit()),
    );
    const stage = make("div", { class: "stage" });
    stage.append(this.canvas, this.tip);
    this.wrap.append(tools, stage, this.legend, make("div", { class: "unseen", id: "keys" }, words.keys), this.live);
    root.append(this.wrap);
    this.find.addEventListener("input", () => acts.search(this.find.value, false));
    this.find.addEventListener("keydown", (event) => {
      if (event.key === "Enter") acts.search(this.find.value, true);
      if (event.key === "Escape") {
        this.find.value = "";
        acts.search("", false);
      }
    });
  }

  say(text) {
    this.live.textContent = text;
  }

  showTip(parts, x, y) {
    this.tip.replaceChildren(...parts.filter(Boolean).map((part, i) => make("div", i ? {} : { class: "first" }, part)));
    this.tip.style.display = "block";
    const right = x + 14 + this.tip.offsetWidth > this.canvas.offsetWidth;
    const low = y + 14 + this.tip.offsetHeight > this.canvas.offsetHeight;
    this.tip.style.left = `${Math.max(4, right ? x - 10 - this.tip.offsetWidth : x + 14)}px`;
    this.tip.style.top = `${Math.max(4, low ? y - 10 - this.tip.offsetHeight : y + 14)}px`;
  }

  hideTip() {
    this.tip.style.display = "none";
  }

  // kinds: [{key, word, count, look, off}]
  showLegend(kinds) {
    const focused = this.legend.getRootNode().activeElement?.dataset?.kind;
    this.legend.replaceChildren(
      ...kinds.map(({ key, word, count, look, off }) => {
        const item = make("button", { type: "button", "aria-pressed": String(!off), "data-kind": key });
        item.append(icon(look), make("span", {}, word), make("span", { class: "count" }, String(count)));
        item.addEventListener("click", () => this.acts.toggle(key));
        return item;
      }),
    );
    if (focused) [...this.legend.children].find((item) => item.dataset.kind === focused)?.focus();
  }
}
