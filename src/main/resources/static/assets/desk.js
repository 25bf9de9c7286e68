// Everything on the desk works without this; it takes files that are dropped, and shows on the page where a field was seen.
document.querySelectorAll('[data-drop]').forEach((place) => {
  const input = place.querySelector('input[type=file]');
  const isOver = (over) => (event) => {
    event.preventDefault();
    place.classList.toggle('over', over);
  };
  place.addEventListener('dragover', isOver(true));
  place.addEventListener('dragleave', isOver(false));
  place.addEventListener('drop', (event) => {
    isOver(false)(event);
    const files = new DataTransfer();
    const dropped = [...event.dataTransfer.files];
    (input.multiple ? dropped : dropped.slice(0, 1)).forEach((file) => files.items.add(file));
    input.files = files.files;
  });
});

document.querySelectorAll('.desk-field').forEach((field) => {
  const name = field.id.replace('field-', '');
  const marks = [...document.querySelectorAll('.desk-pages rect')].filter((mark) => mark.dataset.field === name);
  const show = (shown) => () => marks.forEach((mark) => mark.classList.toggle('shown', shown));
  field.addEventListener('pointerenter', show(true));
  field.addEventListener('pointerleave', show(false));
  field.addEventListener('focusin', () => {
    show(true)();
    marks[0]?.scrollIntoView({ block: 'center' });
  });
  field.addEventListener('focusout', show(false));
});

// While the form of a field is open, a box drawn on a page says where the field stands; its numbers can be typed as well.
const openPlace = () => [...document.querySelectorAll('.desk-place')].reverse().find((place) => place.parentElement.closest('details').open);
const fill = (place, values) => {
  place.open = true;
  Object.entries(values).forEach(([name, value]) => {
    place.querySelector(`[name=${name}]`).value = value;
  });
};

document.querySelectorAll('.desk-pages figure').forEach((figure) => {
  const svg = figure.querySelector('svg');
  const page = figure.id.replace('page-', '');
  let drawn = null;
  let from = null;
  const at = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  const box = (to) => {
    const size = svg.viewBox.baseVal;
    const [left, right] = [from.x, to.x].sort((a, b) => a - b).map((x) => Math.min(Math.max(x, 0), size.width));
    const [top, bottom] = [from.y, to.y].sort((a, b) => a - b).map((y) => Math.min(Math.max(y, 0), size.height));
    const tenth = (value) => Math.round(value * 10) / 10;
    return { x: tenth(left), y: tenth(top), width: tenth(right - left), height: tenth(bottom - top) };
  };
  svg.addEventListener('pointerdown', (event) => {
    if (!openPlace()) {
      return;
    }
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    document.querySelectorAll('rect.drawn').forEach((before) => before.remove());
    from = at(event);
    drawn = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    drawn.classList.add('drawn');
    svg.append(drawn);
  });
  svg.addEventListener('pointermove', (event) => {
    if (from) {
      Object.entries(box(at(event))).forEach(([name, value]) => drawn.setAttribute(name, value));
    }
  });
  svg.addEventListener('pointerup', (event) => {
    if (!from) {
      return;
    }
    const values = box(at(event));
    from = null;
    if (values.width > 1 && values.height > 1) {
      fill(openPlace(), { page, ...values });
    } else {
      drawn.remove();
    }
  });
});
