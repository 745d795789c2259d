// Every page works without this file. It moves the focus to what is wrong, stops a second press of a button,
// closes an open menu when something else is pressed, announces the end of the session, adds up what is selected,
// offers to print, shows where to enter the phone number to those who want calls, and loads a page about a payment
// again that the browser kept: it may have been made since.
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
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && document.querySelector('[data-fresh]')) {
      window.location.reload();
    }
  });
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

  // A page in another tab keeps the session as well: all of them share the time of its end.
  const session = document.querySelector('[data-session]');
  if (session) {
    const shared = 'plaza-session-end';
    const text = session.querySelector('[role="alert"]');
    const stay = session.querySelector('[data-stay]');
    const again = session.querySelector('[data-again]');
    const keep = (seconds) => {
      try {
        localStorage.setItem(shared, String(Date.now() + seconds * 1000));
      } catch {
        own = Date.now() + seconds * 1000;
      }
    };
    let own = 0;
    const end = () => {
      try {
        return Number(localStorage.getItem(shared)) || own;
      } catch {
        return own;
      }
    };
    const show = (state) => {
      if (session.dataset.state !== state) {
        session.dataset.state = state;
        session.hidden = state === 'live';
        stay.hidden = state !== 'ending';
        again.hidden = state !== 'ended';
        text.textContent = state === 'live' ? '' : text.dataset[state];
      }
    };
    const check = () => {
      const left = end() - Date.now();
      show(left <= 0 ? 'ended' : left <= 120000 ? 'ending' : 'live');
    };
    keep(Number(session.dataset.seconds));
    // The time in the footer is that of this page alone.
    document.querySelector('[data-session-end]')?.remove();
    check();
    window.setInterval(check, 5000);
    window.addEventListener('storage', check);
    stay.addEventListener('click', () => fetch('/session', { headers: { Accept: 'application/json' } })
      .then((response) => response.json())
      .then((use) => {
        keep(use.seconds);
        check();
      }, () => {}));
  }
  // Who chooses calls or text messages is shown where to enter the number.
  const phone = document.querySelector('details[data-phone]');
  if (phone) {
    document.querySelectorAll('[data-asks-phone]').forEach((choice) => choice.addEventListener('change', () => {
      phone.open = phone.open || choice.checked;
    }));
  }
  document.querySelectorAll('[data-print]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });
  document.querySelectorAll('form[data-sum]').forEach((form) => {
    const text = form.querySelector('[data-sum-text]');
    if (!text) {
      return;
    }
    const add = () => {
      const selected = [...form.querySelectorAll('[data-amount]:checked')];
      const currency = selected.length ? selected[0].dataset.currency : '';
      const format = currency && new Intl.NumberFormat('en-US', { style: 'currency', currency });
      const unit = format && 10 ** format.resolvedOptions().maximumFractionDigits;
      const sum = selected.reduce((total, box) => total + Number(box.dataset.amount), 0);
      text.textContent = selected.length === 0 ? '' : text.dataset.text.replace('{count}', selected.length)
        .replace('{amount}', format.format(sum / unit));
    };
    form.addEventListener('change', add);
    // Going back to the page keeps what was selected.
    window.addEventListener('pageshow', add);
  });
})();
