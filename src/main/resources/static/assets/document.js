// Everything is there without this: it sorts tables, and shows what a cited document is before one goes there.
const sortLabel = document.querySelector('.document-body')?.dataset.sortLabel;
const numberOf = (text) => {
  const bare = text.replace(/[,，\s%]/g, '');
  return bare !== '' && Number.isFinite(Number(bare)) ? Number(bare) : null;
};

document.querySelectorAll('table[data-sortable]').forEach((table) => {
  const rows = table.tBodies[0];
  const asWritten = [...rows.rows];
  table.querySelectorAll('thead th').forEach((head) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.title = sortLabel;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const next = { ascending: 'descending', descending: null }[head.getAttribute('aria-sort')];
      const order = next === undefined ? 'ascending' : next;
      table.querySelectorAll('th[aria-sort]').forEach((each) => each.removeAttribute('aria-sort'));
      if (order === null) {
        rows.append(...asWritten);
        return;
      }
      head.setAttribute('aria-sort', order);
      const cell = (row) => row.cells[head.cellIndex]?.textContent.trim() ?? '';
      const numbers = asWritten.every((row) => cell(row) === '' || numberOf(cell(row)) !== null);
      const compare = (a, b) => (numbers
        ? (numberOf(cell(a)) ?? -Infinity) - (numberOf(cell(b)) ?? -Infinity)
        : cell(a).localeCompare(cell(b), 'zh-CN', { numeric: true }));
      const sign = order === 'ascending' ? 1 : -1;
      rows.append(...[...asWritten].sort((a, b) => sign * compare(a, b)));
    });
  });
});

const known = new Map();
let preview = null;
let wanted = null;

function leave() {
  wanted?.removeAttribute('aria-describedby');
  wanted = null;
  preview?.remove();
  preview = null;
}

function line(words, language) {
  const paragraph = document.createElement('p');
  paragraph.textContent = words;
  if (language) {
    paragraph.lang = language;
  }
  return paragraph;
}

async function look(link) {
  leave();
  wanted = link;
  const address = `${link.pathname}/preview.json`;
  if (!known.has(address)) {
    known.set(address, fetch(address).then((answer) => (answer.ok ? answer.json() : null), () => null));
  }
  const seen = await known.get(address);
  if (!seen || wanted !== link) {
    return;
  }
  preview = document.createElement('div');
  preview.className = 'preview';
  preview.id = 'preview';
  preview.setAttribute('role', 'tooltip');
  const title = line('', seen.language);
  title.append(document.createElement('strong'));
  title.firstChild.textContent = seen.title;
  preview.append(title);
  const facts = [seen.number, seen.issuers, seen.date].filter(Boolean).join(' · ');
  [[facts, seen.language], [seen.validity], [seen.summary, seen.language]]
    .filter(([words]) => words)
    .forEach(([words, language]) => preview.append(line(words, language)));
  document.body.append(preview);
  const edge = link.getBoundingClientRect();
  const left = Math.max(8, Math.min(edge.left, document.documentElement.clientWidth - preview.offsetWidth - 8));
  preview.style.left = `${left + window.scrollX}px`;
  preview.style.top = `${edge.bottom + window.scrollY + 6}px`;
  link.setAttribute('aria-describedby', 'preview');
}

document.querySelectorAll('a.cited[href^="/doc/"]').forEach((link) => {
  link.addEventListener('mouseenter', () => look(link));
  link.addEventListener('focus', () => look(link));
  link.addEventListener('mouseleave', leave);
  link.addEventListener('blur', leave);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    leave();
  }
});
