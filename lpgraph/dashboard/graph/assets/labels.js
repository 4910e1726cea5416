// Chooses which labels are drawn so that none overlaps another, and draws them at one size on screen at every zoom.

const LINE = 20; // characters in a line before it wraps
const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

export function lines(text) {
  const words = text.split(/\s+/).filter(Boolean);
  const out = [""];
  for (const word of words) {
    const last = out[out.length - 1];
    if (!last) out[out.length - 1] = word;
    else if (last.length + 1 + word.length <= LINE) out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  if (out.length <= 2) return out.map((line) => cut(line, LINE + 4));
  return [cut(out[0], LINE + 4), cut(out.slice(1).join(" "), LINE + 4)];
}

const apart = (a, b) => a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0;

function boxes(node, width, height, gap) {
  const { x, y, r } = node;
  return [
    { x0: x - width / 2, y0: y + r + gap, align: "center", at: x },
    { x0: x - width / 2, y0: y - r - gap - height, align: "center", at: x },
    { x0: x + r + gap, y0: y - height / 2, align: "left", at: x + r + gap },
    { x0: x - r - gap - width, y0: y - height / 2, align: "right", at: x - r - gap },
  ].map((box) => ({ ...box, x1: box.x0 + width, y1: box.y0 + height }));
}

// nodes: [{x, y, r, text, strong, must}] in order of importance; bodies: what labels may not cover.
// window: what is visible; a label that would be cut at its edge is put on another side, or left out.
export function drawLabels(ctx, nodes, bodies, window, scale, style) {
  const placed = [];
  const size = style.size / scale;
  for (const node of nodes) {
    ctx.font = `${node.strong ? "600 " : ""}${size}px ${style.font}`;
    const rows = lines(node.text);
    const width = Math.max(...rows.map((row) => ctx.measureText(row).width));
    const height = size * 1.2 * rows.length;
    const free = boxes(node, width, height, 5 / scale);
    const whole = (box) => box.x0 >= window.x0 && box.x1 <= window.x1 && box.y0 >= window.y0 && box.y1 <= window.y1;
    const clear = (box) => whole(box) && placed.every((other) => apart(box, other));
    const open = (box) => clear(box) && bodies.every((body) => body.id === node.id || apart(box, body));
    const box = free.find(open) || (node.must ? free.find(clear) || free.find(whole) || free[0] : null);
    if (!box) continue;
    placed.push(box);
    ctx.textAlign = box.align;
    ctx.textBaseline = "top";
    ctx.lineJoin = "round";
    ctx.lineWidth = 3.5 / scale;
    ctx.strokeStyle = style.ground;
    ctx.fillStyle = style.text;
    rows.forEach((row, i) => {
      ctx.strokeText(row, box.at, box.y0 + i * size * 1.2);
      ctx.fillText(row, box.at, box.y0 + i * size * 1.2);
    });
  }
  return placed.length;
}
