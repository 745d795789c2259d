// Every page works without this file. It moves the focus to what is wrong, stops a second press of a button,
// and closes an open menu when something else is pressed.
(() => {
  const summary = document.querySelector('[data-error-summary]');
  if (summary) {
    summary.focus();
    summary.addEventListener('click', (event) => {
      const link = event.target.closest('a[href^="#"]');
      const field = link && document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1)));
      if (field) {
        event.preventDefault();
        const label = document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
        (field.closest('fieldset') || label || field).scrollIntoView();
        field.focus({ preventScroll: true });
      }
    });
  }
  document.addEventListener('submit', (event) => {
    const button = event.target.querySelector('[data-once]');
    if (!button) {
      return;
    }
    if (button.dataset.pressed) {
      event.preventDefault();
      return;
    }
    button.dataset.pressed = 'true';
    window.setTimeout(() => delete button.dataset.pressed, 5000);
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('[data-pressed]')
    .forEach((button) => delete button.dataset.pressed));
  const menus = document.querySelectorAll('details.plaza-menu');
  document.addEventListener('click', (event) => menus.forEach((menu) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  }));
  document.addEventListener('keydown', (event) => menus.forEach((menu) => {
    if (event.key === 'Escape' && menu.open) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  }));
})();
