// The map: come closer, move about, tap somebody. Without this it is a plain picture with links, and lists below.

const map = document.querySelector("[data-map]");
const sheet = map?.querySelector("[data-sheet]");
const svg = sheet?.querySelector("svg");
const SVG = "http://www.w3.org/2000/svg";
const FINGER = 24; // px: how far from a dot a tap still means it
const STILL = 6; // px: a pointer that moves less has tapped
const PANELLED = 640; // px: a map this wide has its panel upon it
const NEAREST = 24; // px for a unit, at most
const LIMITS = [0.66, 1.4, 2.8, 5.6, 11.2]; // px for a unit at which the next names come in
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const make = (name, attributes, parent) => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent?.append(element);
  return element;
};

const start = async () => {
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const view = { x: 0, y: 0, w: width };
  let size = { w: 1, h: 1 };
  let moving = 0;

  // what is seen

  const whole = () => {
    const w = Math.max(width, (height * size.w) / size.h);
    return { x: (width - w) / 2, y: (height - (w * size.h) / size.w) / 2, w };
  };
  const scale = () => size.w / view.w;
  const show = () => {
    const h = (view.w * size.h) / size.w;
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${h}`);
    svg.dataset.zoom = LIMITS.filter((limit) => scale() >= limit).length;
    svg.style.fontSize = `${13 / scale()}px`;
    sheet.classList.toggle("is-near", view.w < whole().w * 0.98);
  };
  const hold = (wanted) => {
    const all = whole();
    const w = Math.min(all.w, Math.max(size.w / NEAREST, wanted.w));
    const ratio = size.h / size.w;
    const within = (at, span, from, room) =>
      Math.min(from + room - span / 2, Math.max(from - span / 2, at)); // half a window beyond the edge
    if (w >= all.w) return all;
    return { x: within(wanted.x, w, 0, width), y: within(wanted.y, w * ratio, 0, height), w };
  };
  const put = (wanted) => {
    cancelAnimationFrame(moving);
    Object.assign(view, hold(wanted));
    show();
  };
  const glide = (wanted) => {
    if (calm.matches) return put(wanted);
    cancelAnimationFrame(moving);
    const from = { ...view };
    const to = hold(wanted);
    const began = performance.now();
    const step = (now) => {
      const part = Math.min(1, Math.max(0, (now - began) / 220));
      const eased = part * (2 - part);
      for (const key of ["x", "y", "w"]) view[key] = from[key] + (to[key] - from[key]) * eased;
      show();
      if (part < 1) moving = requestAnimationFrame(step);
    };
    moving = requestAnimationFrame(step);
  };
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return { px: event.clientX - box.left, py: event.clientY - box.top };
  };
  const unit = ({ px, py }) => ({ x: view.x + px / scale(), y: view.y + py / scale() });
  const closer = (times, point = { px: size.w / 2, py: size.h / 2 }, move = put) => {
    const here = unit(point);
    const w = hold({ ...view, w: view.w / times }).w;
    move({ x: here.x - (point.px * w) / size.w, y: here.y - (point.py * w) / size.w, w });
  };
  const shift = (dx, dy, move = put) => move({ ...view, x: view.x + dx / scale(), y: view.y + dy / scale() });
  const measure = () => {
    const was = view.w >= whole().w * 0.98;
    const box = svg.getBoundingClientRect();
    size = { w: box.width || 1, h: box.height || 1 };
    put(was ? whole() : view);
  };

  sheet.classList.add("is-live");
  sheet.querySelector("[data-keys]").hidden = false;
  map.querySelector("[data-help]").hidden = false;
  Object.assign(size, { w: svg.clientWidth || 1, h: svg.clientHeight || 1 });
  view.w = whole().w;
  new ResizeObserver(measure).observe(svg);
  measure();

  // who is there

  const answer = await fetch(map.dataset.people);
  if (!answer.ok) return;
  const { revision, me, bent, groups, nodes } = await answer.json();
  if (String(revision) !== map.dataset.revision) return location.reload(); // a newer map than the one drawn here
  const people = nodes.map(([id, name, isPerson, group, via, x, y]) => ({ id, name, isPerson, group, via, x, y }));
  const children = people.map(() => []);
  people.forEach((one, n) => one.via >= 0 && children[one.via].push(n));
  const folded = people.map((one) => fold(one.name));
  const uuid = (id) => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const address = (n) => (people[n].isPerson ? `${map.dataset.person}${uuid(people[n].id)}` : null);

  const way = (n) => {
    const steps = [];
    for (let one = n; one >= 0; one = people[one].via) steps.unshift(one);
    return steps;
  };
  const grown = (n) => {
    const found = [];
    for (const todo = [...children[n]]; todo.length; ) {
      const one = todo.shift();
      found.push(one);
      todo.push(...children[one]);
    }
    return found;
  };

  // who stands out

  const panel = map.querySelector("[data-panel]");
  const part = (name) => panel.querySelector(`[data-${name}]`);
  const layer = make("g", { class: "chosen" });
  svg.querySelectorAll(":scope > :is(.told, .grown, .here)").forEach((old) => old.remove());
  svg.insertBefore(layer, svg.querySelector(":scope > g, :scope > a"));
  const cursor = make("path", { class: "cursor" });
  svg.insertBefore(cursor, layer);
  let chosen = -1;
  let current = -1;

  const dot = ({ x, y }) => `M${x} ${y}h0`;
  const line = (a, b, isWay = true) => {
    if (!bent || !isWay) return `M${a.x} ${a.y}L${b.x} ${b.y}`;
    const turn = [(a.x + b.x) / 2 + (a.y - b.y) * 0.09, (a.y + b.y) / 2 + (b.x - a.x) * 0.09]; // as drawn
    return `M${a.x} ${a.y}Q${turn[0]} ${turn[1]} ${b.x} ${b.y}`;
  };
  const draw = (n) => {
    layer.replaceChildren();
    svg.classList.toggle("has-chosen", n >= 0);
    if (n < 0) return;
    const steps = way(n);
    const below = grown(n);
    const path = (css, d) => d && make("path", { class: css, d }, layer);
    path("grown", below.map((one) => line(people[people[one].via], people[one])).join(""));
    const points = [{ x: me[0], y: me[1] }, ...steps.map((one) => people[one])];
    path("told", points.slice(1).map((point, i) => line(points[i], point, i > 0)).join(""));
    path("grown-dots", below.map((one) => dot(people[one])).join(""));
    path("told-dots", steps.map((one) => dot(people[one])).join(""));
    path("here", dot(people[n]));
    if (!svg.querySelector(`[data-n="${n}"]`)?.getClientRects().length) {
      const said = make("g", { class: "said" }, layer);
      const text = make("text", { x: people[n].x, y: people[n].y, dy: "-1em", "text-anchor": "middle" }, said);
      text.textContent = people[n].name;
    }
  };
  const entry = (n, parent) => {
    const item = document.createElement("li");
    const name = document.createElement("bdi");
    name.textContent = people[n].name;
    const link = document.createElement("a");
    link.href = `?person=${uuid(people[n].id)}`;
    link.dataset.to = n;
    link.append(name);
    item.append(link);
    parent.append(item);
  };
  const tell = (n) => {
    panel.hidden = n < 0;
    if (n < 0) return;
    part("close").hidden = false;
    part("group").textContent = groups[people[n].group][0];
    const name = part("name");
    name.textContent = people[n].name;
    if (address(n)) name.href = address(n);
    else name.removeAttribute("href");
    const list = document.createElement("ol");
    list.className = "chain";
    const you = document.createElement("li");
    you.textContent = part("you").content.textContent;
    list.append(you);
    for (const one of way(n).slice(0, -1)) entry(one, list);
    const last = document.createElement("li");
    last.append(Object.assign(document.createElement("bdi"), { textContent: people[n].name }));
    list.append(last);
    part("way").replaceChildren(list);
    const below = grown(n);
    const many = below.filter((one) => people[one].isPerson).length;
    part("grown-box").hidden = !below.length;
    const count = part("count");
    count.textContent = many === 1 ? count.dataset.one : count.dataset.many.replace("{n}", many);
    part("grown").replaceChildren();
    for (const one of children[n].slice(0, 200)) entry(one, part("grown"));
  };
  const choose = (n) => {
    chosen = current = n;
    draw(n);
    tell(n);
    cursor.removeAttribute("d");
    const here = new URL(location.href);
    here.search = n >= 0 ? `?person=${uuid(people[n].id)}` : "";
    history.replaceState(null, "", here);
  };
  const visit = (n, times = 2.4) => {
    const w = Math.min(view.w, size.w / times);
    const aside = size.w > PANELLED ? 0.6 : 0.5; // the panel lies over the left of a wide map
    glide({ x: people[n].x - w * aside, y: people[n].y - (w * size.h) / size.w / 2, w });
    choose(n);
  };
  const nearest = ({ x, y }, within) => {
    let best = -1;
    let least = within * within;
    people.forEach((one, n) => {
      const away = (one.x - x) ** 2 + (one.y - y) ** 2;
      if (away < least) [best, least] = [n, away];
    });
    return best;
  };

  // fingers and mice

  const pointers = new Map();
  let travelled = 0;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    pointers.set(event.pointerId, at(event));
    if (pointers.size === 1) travelled = 0;
  });
  svg.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = at(event);
    travelled += Math.hypot(now.px - before.px, now.py - before.py);
    if (pointers.size === 1) {
      if (travelled > STILL) {
        svg.setPointerCapture(event.pointerId);
        sheet.classList.add("is-dragged");
        shift(before.px - now.px, before.py - now.py);
      }
    } else {
      const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
      const apart = (point) => Math.hypot(point.px - other.px, point.py - other.py) || 1;
      closer(apart(now) / apart(before), { px: (now.px + other.px) / 2, py: (now.py + other.py) / 2 });
    }
    pointers.set(event.pointerId, now);
  });
  const lift = (event) => {
    pointers.delete(event.pointerId);
    if (!pointers.size) sheet.classList.remove("is-dragged");
  };
  svg.addEventListener("pointerup", lift);
  svg.addEventListener("pointercancel", lift);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab is meant
    event.preventDefault();
    if (travelled > STILL) return;
    const named = event.target.closest("[data-n]");
    const here = unit(at(event));
    const close = nearest(here, FINGER / scale());
    choose(close >= 0 ? close : named ? Number(named.dataset.n) : -1);
  });
  svg.addEventListener(
    "wheel",
    (event) => {
      const times = Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 240);
      if (times < 1 && view.w >= whole().w * 0.99) return; // all is seen: the page may scroll
      event.preventDefault();
      closer(times, at(event));
    },
    { passive: false },
  );
  sheet.querySelector("[data-keys]").addEventListener("click", (event) => {
    const wish = event.target.closest("[data-zoom]")?.dataset.zoom;
    if (wish === "all") glide(whole());
    else if (wish) closer(wish === "in" ? 1.6 : 1 / 1.6, undefined, glide);
  });
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("[data-to]");
    if (link) {
      event.preventDefault();
      visit(Number(link.dataset.to));
      part("name").focus();
    } else if (event.target.closest("[data-close]")) {
      choose(-1);
      svg.focus();
    }
  });

  // the keyboard: one stop for the whole picture, arrows inside

  for (const link of svg.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
  svg.setAttribute("tabindex", "0");
  svg.setAttribute("role", "application");
  svg.setAttribute("aria-describedby", "map-help");
  const status = Object.assign(document.createElement("p"), { className: "visually-hidden" });
  status.setAttribute("role", "status");
  map.append(status);

  const towards = (dx, dy) => {
    if (current < 0) return nearest({ x: view.x + view.w / 2, y: view.y + (view.w * size.h) / size.w / 2 }, Infinity);
    const from = people[current];
    let best = current;
    let least = Infinity;
    people.forEach((one, n) => {
      const along = (one.x - from.x) * dx + (one.y - from.y) * dy;
      const aside = Math.abs((one.x - from.x) * dy - (one.y - from.y) * dx);
      if (n !== current && along > 0.01 && along + 2 * aside < least && aside <= 1.8 * along) {
        best = n;
        least = along + 2 * aside;
      }
    });
    return best;
  };
  const point = (n) => {
    current = n;
    cursor.setAttribute("d", dot(people[n]));
    status.textContent = `${people[n].name}, ${groups[people[n].group][0]}`;
    const px = (people[n].x - view.x) * scale();
    const py = (people[n].y - view.y) * scale();
    if (px < 30 || py < 30 || px > size.w - 30 || py > size.h - 30) {
      put({ ...view, x: people[n].x - view.w / 2, y: people[n].y - (view.w * size.h) / size.w / 2 });
    }
    layer.querySelector(".pointed")?.remove();
    const said = make("g", { class: "said pointed" }, layer);
    make("text", { x: people[n].x, y: people[n].y, dy: "-1.1em", "text-anchor": "middle" }, said).textContent =
      people[n].name;
  };
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow && event.shiftKey) shift(arrow[0] * 80, arrow[1] * 80, glide);
    else if (arrow) point(towards(...arrow));
    else if (event.key === "+" || event.key === "=") closer(1.4);
    else if (event.key === "-") closer(1 / 1.4);
    else if (event.key === "0") glide(whole());
    else if (event.key === "Enter" && current >= 0) {
      choose(current);
      part("name").focus();
    } else if (event.key === "Escape") choose(-1);
    else return;
    event.preventDefault();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    choose(-1);
    svg.focus();
  });

  // finding somebody by name

  const form = map.querySelector(".map-find");
  const names = form.querySelector("datalist");
  const matching = (text) => {
    const words = fold(text).split(/\s+/).filter(Boolean);
    return words.length ? [...people.keys()].filter((n) => words.every((word) => folded[n].includes(word))) : [];
  };
  const first = (text, most) => {
    const found = [];
    for (const n of matching(text)) if (found.push(n) >= most) break;
    return found;
  };
  form.q.addEventListener("input", () => {
    names.replaceChildren(
      ...first(form.q.value, 12).map((n) => Object.assign(document.createElement("option"), { value: people[n].name })),
    );
  });
  form.addEventListener("submit", (event) => {
    const found = first(form.q.value, 2);
    const exact = people.findIndex((one, n) => folded[n] === fold(form.q.value.trim()));
    const meant = exact >= 0 ? exact : found.length === 1 ? found[0] : -1;
    if (meant < 0) return; // nobody or several: the server lists them
    event.preventDefault();
    visit(meant);
  });

  const asked = (new URLSearchParams(location.search).get("person") ?? "").replaceAll("-", "");
  const there = people.findIndex((one) => one.id === asked);
  if (there >= 0) visit(there);
  map.dataset.ready = "";
};

if (svg) start();
