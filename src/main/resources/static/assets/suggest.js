// A search box works without this; it adds what somebody may mean, as a list to choose from (ARIA combobox).
const wait = 120;

const suggest = (input, number) => {
  const list = document.createElement('ul');
  list.id = `suggestions-${number}`;
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.dataset.suggest);
  list.hidden = true;
  input.after(list);
  Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, autocomplete: 'off' })
    .forEach(([name, value]) => input.setAttribute(name, value));
  let timer = 0;
  let asked = '';

  const options = () => [...list.children];
  const chosen = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true');
  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (at) => {
    options().forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    if (at >= 0) {
      input.setAttribute('aria-activedescendant', options()[at].id);
      options()[at].scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };
  const show = (items) => {
    list.replaceChildren(...items.map((item, i) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${i}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.address = item.address;
      option.append(Object.assign(document.createElement('bdi'), { textContent: item.text, lang: 'zh' }));
      if (item.kind === 'issuer') {
        option.append(Object.assign(document.createElement('span'), { className: 'count', textContent: item.documents }));
      }
      option.addEventListener('mousedown', (event) => {
        event.preventDefault();
        window.location.assign(item.address);
      });
      return option;
    }));
    list.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(items.length > 0));
    input.removeAttribute('aria-activedescendant');
  };
  const ask = async () => {
    asked = input.value.trim();
    const now = asked;
    if (!now) {
      close();
      return;
    }
    try {
      const answer = await fetch(`/suggest.json?q=${encodeURIComponent(now)}`);
      if (answer.ok && now === asked && document.activeElement === input) {
        show((await answer.json()).items);
      }
    } catch {
      close();
    }
  };

  input.addEventListener('input', (event) => {
    window.clearTimeout(timer);
    if (!event.isComposing) {
      timer = window.setTimeout(ask, wait);
    }
  });
  input.addEventListener('compositionend', ask);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const count = options().length;
    if (event.isComposing || list.hidden) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose(((chosen() + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && chosen() >= 0) {
      event.preventDefault();
      window.location.assign(options()[chosen()].dataset.address);
    }
  });
};

document.querySelectorAll('input[data-suggest]').forEach(suggest);
