// Draws one node: its shape says the kind, its colour says it again, rings and dashes say its state.

const TAU = Math.PI * 2;

function polygon(ctx, x, y, r, corners, turn) {
  for (let i = 0; i < corners; i += 1) {
    const angle = turn + (i * TAU) / corners;
    const px = x + r * Math.cos(angle);
    const py = y + r * Math.sin(angle);
    if (i) ctx.lineTo(px, py);
    else ctx.moveTo(px, py);
  }
  ctx.closePath();
}

function star(ctx, x, y, r) {
  for (let i = 0; i < 10; i += 1) {
    const radius = i % 2 ? r * 0.5 : r;
    const angle = -Math.PI / 2 + (i * TAU) / 10;
    const px = x + radius * Math.cos(angle);
    const py = y + radius * Math.sin(angle);
    if (i) ctx.lineTo(px, py);
    else ctx.moveTo(px, py);
  }
  ctx.closePath();
}

const SHAPES = {
  circle: (ctx, x, y, r) => ctx.arc(x, y, r, 0, TAU),
  small: (ctx, x, y, r) => ctx.arc(x, y, r * 0.72, 0, TAU),
  rounded: (ctx, x, y, r) => ctx.roundRect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8, r * 0.55),
  square: (ctx, x, y, r) => ctx.rect(x - r * 0.86, y - r * 0.86, r * 1.72, r * 1.72),
  hexagon: (ctx, x, y, r) => polygon(ctx, x, y, r * 1.1, 6, 0),
  diamond: (ctx, x, y, r) => polygon(ctx, x, y, r * 1.15, 4, 0),
  pentagon: (ctx, x, y, r) => polygon(ctx, x, y, r, 5, -Math.PI / 2),
  star: (ctx, x, y, r) => star(ctx, x, y, r * 1.3),
  triangle: (ctx, x, y, r) => polygon(ctx, x, y + r * 0.15, r * 1.2, 3, -Math.PI / 2),
  down: (ctx, x, y, r) => polygon(ctx, x, y - r * 0.15, r * 1.2, 3, Math.PI / 2),
};

function outline(ctx, width, colour, dash) {
  ctx.lineWidth = width;
  ctx.strokeStyle = colour;
  ctx.setLineDash(dash);
  ctx.stroke();
  ctx.setLineDash([]);
}

function ring(ctx, x, y, r, width, colour, dash = []) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, TAU);
  outline(ctx, width, colour, dash);
}

// look: {shape, colour, ground, ring: ""|"whole"|"broken", hollow, ghost}; mark: {selected, focused, fresh, accent}
export function drawShape(ctx, look, x, y, r, mark = {}) {
  const trace = SHAPES[look.shape] || SHAPES.circle;
  ctx.beginPath();
  trace(ctx, x, y, r);
  ctx.fillStyle = look.hollow || look.ghost ? look.ground : look.colour;
  ctx.fill();
  if (look.hollow || look.ghost) outline(ctx, 2, look.colour, look.ghost ? [3, 3] : []);
  if (look.ring) ring(ctx, x, y, r + 3, 1.6, look.colour, look.ring === "broken" ? [4, 3] : []);
  if (mark.fresh) ring(ctx, x, y, r + 6, 1.5, mark.accent, [1.5, 3]);
  if (mark.selected) ring(ctx, x, y, r + 7, 2.5, mark.accent);
  if (mark.focused) ring(ctx, x, y, r + 10, 1.5, mark.accent, [4, 3]);
}

// A small picture of the shape for the legend.
export function icon(look) {
  const ratio = window.devicePixelRatio || 1;
  const canvas = document.createElement("canvas");
  canvas.width = 20 * ratio;
  canvas.height = 20 * ratio;
  canvas.className = "icon";
  canvas.setAttribute("aria-hidden", "true");
  const ctx = canvas.getContext("2d");
  ctx.scale(ratio, ratio);
  drawShape(ctx, look, 10, 10, 6);
  return canvas;
}
