// A file that is too large is told before it is sent; without this script the server tells it.
for (const input of document.querySelectorAll('input[type=file][data-largest]')) {
  input.addEventListener('change', () => {
    const tooLarge = [...input.files].some((file) => file.size > Number(input.dataset.largest));
    input.setCustomValidity(tooLarge ? input.dataset.tooLarge : '');
    input.reportValidity();
  });
}

// What takes a while says so, and is not sent twice by who presses twice.
for (const form of document.querySelectorAll('form[data-wait]')) {
  const status = document.getElementById('wait');
  const sent = (waiting) => {
    form.toggleAttribute('data-sent', waiting);
    form.querySelectorAll('button').forEach((button) => button.toggleAttribute('data-waits', waiting));
    if (status) status.textContent = waiting ? form.dataset.wait : '';
  };
  form.addEventListener('submit', (event) => {
    if (form.hasAttribute('data-sent')) event.preventDefault();
    else sent(true);
  });
  // The browser's way back shows the page as it was left.
  window.addEventListener('pageshow', () => sent(false));
}
