// Everything is there without this. It keeps the text and the pages in step: a sentence and its box, a field and its evidence, the
// place in the text and the page beside it. Places count code points of the text, boxes points from the top left of a page.
const grid = document.querySelector('[data-places]');
const aside = document.getElementById('pages');
const body = document.querySelector('.document-body');
const roll = aside.querySelector('.pages-roll');
const said = document.getElementById('pages-said');
const wide = window.matchMedia('(min-width: 80rem)');
const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
const blocks = [...document.querySelectorAll('.text > [data-s]')];
const SVG = 'http://www.w3.org/2000/svg';
let lines = [];
let current = null;

// Two tabs where text and pages do not fit side by side.
const tabs = document.createElement('div');
tabs.className = 'tabs';
tabs.setAttribute('role', 'tablist');
tabs.setAttribute('aria-label', aside.dataset.tabs);
body.id = 'reading-text';
const tab = (label, panel) => {
  const button = document.createElement('button');
  button.type = 'button';
  button.id = `tab-${panel.id}`;
  button.textContent = label;
  button.setAttribute('role', 'tab');
  button.setAttribute('aria-controls', panel.id);
  button.addEventListener('click', () => show(panel));
  button.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      show(panel === body ? aside : body);
      tabs.querySelector('[aria-selected=true]').focus();
    }
  });
  tabs.append(button);
};
tab(aside.dataset.tabText, body);
tab(aside.dataset.tabPages, aside);
grid.insertBefore(tabs, body);

let shown = body;
function show(panel) {
  shown = panel;
  for (const each of [body, aside]) {
    const chosen = each === panel;
    each.hidden = !wide.matches && !chosen;
    const button = document.getElementById(`tab-${each.id}`);
    button.setAttribute('aria-selected', chosen);
    button.tabIndex = chosen ? 0 : -1;
    if (wide.matches) {
      each.removeAttribute('role');
    } else {
      each.setAttribute('role', 'tabpanel');
    }
  }
}
const adapt = () => show(shown);
wide.addEventListener('change', adapt);

const figureOf = (page) => document.getElementById(`image_${page}`);

function clear() {
  aside.querySelectorAll('svg').forEach((overlay) => overlay.remove());
}

function mark(page, [x, y, width, height]) {
  const figure = figureOf(page);
  if (!figure) {
    return;
  }
  let overlay = figure.querySelector('svg');
  if (!overlay) {
    overlay = document.createElementNS(SVG, 'svg');
    overlay.setAttribute('viewBox', `0 0 ${figure.dataset.width} ${figure.dataset.height}`);
    overlay.setAttribute('aria-hidden', 'true');
    figure.append(overlay);
  }
  const box = document.createElementNS(SVG, 'rect');
  Object.entries({ x: x - 2, y: y - 2, width: width + 4, height: height + 4, rx: 2 })
    .forEach(([name, value]) => box.setAttribute(name, value));
  overlay.append(box);
}

// Brings a height of a page into the middle of the pages that are seen.
function turnTo(page, y, smooth) {
  const figure = figureOf(page);
  if (!figure) {
    return;
  }
  const scale = figure.clientWidth / figure.dataset.width;
  const behavior = smooth && !calm.matches ? 'smooth' : 'instant';
  if (wide.matches) {
    roll.scrollTo({ top: figure.offsetTop + y * scale - roll.clientHeight / 2, behavior });
  } else if (!aside.hidden) {
    const top = figure.getBoundingClientRect().top + window.scrollY + y * scale - window.innerHeight / 2;
    window.scrollTo({ top, behavior });
  }
}

// The words of a block without what was put between them, each with its node.
function wordsOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest('.page-mark, .repair-note') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const pieces = [];
  let text = '';
  while (walker.nextNode()) {
    pieces.push({ node: walker.currentNode, at: text.length });
    text += walker.currentNode.data;
  }
  return { text, pieces };
}

const points = (text) => [...text].length;

// The sentences of a block as [from, to] in its words.
function sentencesOf(text) {
  const sentences = [];
  const ends = /[^。！？；!?;]*(?:[。！？；!?;]+[”’」』）)]*|$)/gu;
  for (const found of text.matchAll(ends)) {
    if (found[0].trim()) {
      sentences.push([found.index, found.index + found[0].length]);
    }
  }
  return sentences.length ? sentences : [[0, text.length]];
}

// Where rows and tables end: where the next begins, as they stand before anyone sorts them.
const ends = new Map();
blocks.forEach((block, at) => {
  const end = Number(blocks[at + 1]?.dataset.s ?? Infinity);
  ends.set(block, end);
  const rows = [...block.querySelectorAll('tr[data-s]')];
  rows.forEach((row, number) => ends.set(row, Number(rows[number + 1]?.dataset.s ?? end)));
});

function boxesOf(start, end) {
  return lines.filter((line) => line.start < end && line.end > start).map((line) => {
    const each = line.box[2] / (line.end - line.start);
    const from = Math.max(start, line.start) - line.start;
    const to = Math.min(end, line.end) - line.start;
    return { page: line.page, box: [line.box[0] + from * each, line.box[1], (to - from) * each, line.box[3]] };
  });
}

function highlight(pieces, from, to) {
  if (!window.Highlight || !CSS.highlights) {
    return;
  }
  const ranges = pieces
    .filter(({ node, at }) => at < to && at + node.length > from)
    .map(({ node, at }) => {
      const range = new Range();
      range.setStart(node, Math.max(0, from - at));
      range.setEnd(node, Math.min(node.length, to - at));
      return range;
    });
  CSS.highlights.set('sentence', new Highlight(...ranges));
}

function choose(block, index, turn = true) {
  const { text, pieces } = wordsOf(block);
  const isRow = block.matches('tr');
  const sentences = isRow || block.querySelector('table') ? [[0, text.length]] : sentencesOf(text);
  const number = index < 0 ? sentences.length + index : Math.min(index, sentences.length - 1);
  const [from, to] = sentences[number];
  const base = Number(block.dataset.s);
  const start = base + points(text.slice(0, from));
  const end = isRow || block.querySelector('table') ? ends.get(block) : start + points(text.slice(from, to));
  const boxes = boxesOf(start, end);
  blocks.forEach((each) => { each.tabIndex = -1; });
  document.querySelectorAll('.text [aria-current]').forEach((each) => each.removeAttribute('aria-current'));
  block.setAttribute('aria-current', 'true');
  block.closest('.text > [data-s]').tabIndex = 0;
  current = { block, number, count: sentences.length };
  clear();
  highlight(pieces, from, to);
  boxes.forEach(({ page, box }) => mark(page, box));
  if (boxes.length && turn) {
    turnTo(boxes[0].page, boxes[0].box[1], true);
    said.textContent = figureOf(boxes[0].page)?.querySelector('figcaption').textContent.trim() ?? '';
  }
  pointReportAt(block, sentences.length > 1 ? text.slice(from, to).trim() : '');
  const anchor = block.closest('[id]');
  if (anchor) {
    history.replaceState(null, '', `#${anchor.id}`);
  }
}

// The report of a mistake in this block is of the sentence that was chosen.
function pointReportAt(block, sentence) {
  const report = block.querySelector(':scope > .report-here');
  if (report) {
    const address = new URL(report.href);
    address.searchParams.delete('quote');
    if (sentence) {
      address.searchParams.set('quote', [...sentence].slice(0, 300).join(''));
    }
    report.href = address.href;
  }
}

// The place of a point of the screen in the words of a block.
function placeAt(event, pieces) {
  const caret = document.caretPositionFromPoint
    ? document.caretPositionFromPoint(event.clientX, event.clientY)
    : document.caretRangeFromPoint(event.clientX, event.clientY);
  const node = caret && (caret.offsetNode ?? caret.startContainer);
  const piece = pieces.find((each) => each.node === node);
  return piece ? piece.at + (caret.offset ?? caret.startOffset) : 0;
}

function onText(event) {
  const block = event.target.closest('[data-s]');
  if (!block || event.target.closest('a, button, summary') || !window.getSelection().isCollapsed) {
    return;
  }
  const { text, pieces } = wordsOf(block);
  const place = placeAt(event, pieces);
  const sentence = sentencesOf(text).findIndex(([from, to]) => place >= from && place < to);
  choose(block, Math.max(0, sentence));
}

function onKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !current || event.target !== current.block.closest('.text > [data-s]') || event.ctrlKey || event.altKey) {
    return;
  }
  event.preventDefault();
  const number = current.number + step;
  if (number >= 0 && number < current.count) {
    choose(current.block, number);
    return;
  }
  const next = blocks[blocks.indexOf(current.block.closest('.text > [data-s]')) + step];
  if (next) {
    choose(next, step > 0 ? 0 : -1);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }
}

// Words on a page lead to their sentence.
function onPage(event) {
  const figure = event.target.closest('figure');
  if (!figure || !event.target.matches('img')) {
    return;
  }
  const edge = event.target.getBoundingClientRect();
  const scale = figure.dataset.width / edge.width;
  const [x, y] = [(event.clientX - edge.left) * scale, (event.clientY - edge.top) * scale];
  const line = lines.find(({ page, box }) => page === Number(figure.dataset.page)
    && x >= box[0] && x <= box[0] + box[2] && y >= box[1] && y <= box[1] + box[3]);
  if (!line) {
    return;
  }
  const place = line.start + Math.floor((line.end - line.start) * (x - line.box[0]) / line.box[2]);
  const block = [...document.querySelectorAll('.text [data-s]')].filter((each) => Number(each.dataset.s) <= place).pop();
  if (!block) {
    return;
  }
  const { text } = wordsOf(block);
  const inside = place - Number(block.dataset.s);
  const sentence = sentencesOf(text).findIndex(([, to]) => inside < points(text.slice(0, to)));
  show(wide.matches ? shown : body);
  choose(block, Math.max(0, sentence), false);
  block.scrollIntoView({ block: 'center', behavior: calm.matches ? 'instant' : 'smooth' });
}

// The evidence of a field: its box on the page.
document.querySelectorAll('a[data-page]').forEach((link) => link.addEventListener('click', (event) => {
  event.preventDefault();
  show(wide.matches ? shown : aside);
  clear();
  const box = (link.dataset.box ?? '').split(' ').map(Number);
  if (box.length === 4) {
    mark(link.dataset.page, box);
  }
  turnTo(link.dataset.page, box[1] ?? 0, false);
  said.textContent = link.textContent;
}));

// Links to pages and to places of the text open the tab that they lead into.
function follow() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && (aside.contains(target) || body.contains(target)) && !wide.matches) {
    show(aside.contains(target) ? aside : body);
    target.scrollIntoView();
  }
}
window.addEventListener('hashchange', follow);
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link && link.hash === location.hash) {
    follow();
  }
});

// What is read is at a third of the window; the page beside it follows, in proportion between the marks of two pages.
const marks = [...document.querySelectorAll('.page-mark')];
let waits = false;
function step() {
  waits = false;
  if (!wide.matches || marks.length === 0 || roll.matches(':hover, :focus-within')) {
    return;
  }
  const line = window.innerHeight / 3;
  const passed = marks.filter((each) => each.getBoundingClientRect().top <= line).length;
  const from = marks[Math.max(0, passed - 1)];
  const until = marks[passed]?.getBoundingClientRect().top ?? document.querySelector('.text').getBoundingClientRect().bottom;
  const top = from.getBoundingClientRect().top;
  const share = passed === 0 ? 0 : Math.min(1, Math.max(0, (line - top) / Math.max(1, until - top)));
  const page = from.id.replace('page_', '');
  turnTo(page, share * (figureOf(page)?.dataset.height ?? 0), false);
}
window.addEventListener('scroll', () => {
  if (!waits) {
    waits = true;
    requestAnimationFrame(step);
  }
}, { passive: true });

adapt();
follow();
fetch(grid.dataset.places).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status))).then((places) => {
  lines = places.pages.flatMap((page) => page.lines.map(([start, end, ...box]) => ({ page: page.number, start, end, box })));
  grid.classList.add('in-step');
  const text = document.querySelector('.text');
  text.addEventListener('click', onText);
  text.addEventListener('keydown', onKey);
  text.addEventListener('focusin', (event) => {
    if (event.target.matches('.text > [data-s]') && current?.block.closest('.text > [data-s]') !== event.target) {
      choose(event.target, 0);
    }
  });
  roll.addEventListener('click', onPage);
  if (blocks.length) {
    blocks[0].tabIndex = 0;
    blocks.forEach((block) => block.setAttribute('aria-describedby', 'pages-hint'));
  }
}, () => {});
