// Shows the pictures that the pressed button asks for. Without script, all of them are shown.
const buttons = [...document.querySelectorAll('[data-filter]')];
const pictures = [...document.querySelectorAll('.picture')];

function isWanted(picture, filter) {
  const colon = filter.indexOf(':');
  const name = filter.slice(0, colon);
  const value = filter.slice(colon + 1);
  if (filter === 'all') return true;
  if (filter === 'wrong') return picture.dataset.wrong === 'true';
  return picture.dataset[name] === value;
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    buttons.forEach(other => other.setAttribute('aria-pressed', String(other === button)));
    pictures.forEach(picture => { picture.hidden = !isWanted(picture, button.dataset.filter); });
  });
}
