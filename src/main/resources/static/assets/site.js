// Everything works without this; it adds a button that copies the citation.
document.querySelectorAll('[data-copy]').forEach((place) => {
  const source = document.getElementById(place.dataset.copy);
  if (!source || !navigator.clipboard) {
    return;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = place.dataset.copyLabel;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(source.textContent.trim());
    button.textContent = place.dataset.copiedLabel;
  });
  place.append(button);
});
