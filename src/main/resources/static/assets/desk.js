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
