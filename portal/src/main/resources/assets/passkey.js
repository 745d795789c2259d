// Passkeys need a script. A form for one is hidden until this file finds that the browser knows them; then its
// button asks for the options, has the device sign, and sends what it signed as any other form.
(() => {
  if (!window.PublicKeyCredential || !navigator.credentials) {
    return;
  }
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = (keys) => keys.map((key) => ({ ...key, id: bytes(key.id) }));
  const ask = {
    get: (options) => navigator.credentials.get({
      publicKey: {
        ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials),
      },
    }),
    create: (options) => navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: known(options.excludeCredentials),
      },
    }),
  };
  const written = (credential) => {
    const response = {};
    ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'].forEach((part) => {
      if (credential.response[part]) {
        response[part] = text(credential.response[part]);
      }
    });
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response,
      clientExtensionResults: {},
    });
  };
  document.querySelectorAll('form[data-passkey]').forEach((form) => {
    const signed = form.querySelector('[name="credential"]');
    const failed = form.querySelector('[data-passkey-failed]');
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      failed.textContent = '';
      try {
        const response = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
        if (response.redirected) {
          window.location = response.url;
          return;
        }
        signed.value = written(await ask[form.dataset.passkey](await response.json()));
        form.submit();
      } catch {
        failed.textContent = failed.dataset.text;
      }
    });
  });
})();
