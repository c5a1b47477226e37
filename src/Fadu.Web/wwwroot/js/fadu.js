// Keyboard: "/" searches; j, k and Enter walk through a list. Everything works without this file.
document.addEventListener('keydown', (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '/') {
    const search = document.querySelector('[data-search]');
    if (search) { event.preventDefault(); search.focus(); }
    return;
  }
  const rows = [...document.querySelectorAll('tr[data-href]')];
  if (!rows.length) return;
  const at = rows.indexOf(document.querySelector('tr[data-href].chosen'));
  if (event.key === 'j' || event.key === 'k') {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))];
    rows.forEach((row) => row.classList.toggle('chosen', row === next));
    next.scrollIntoView({ block: 'nearest' });
  } else if (event.key === 'Enter' && at >= 0) {
    location.href = rows[at].dataset.href;
  }
});
document.addEventListener('click', (event) => {
  const row = event.target.closest('tr[data-href]');
  if (row && !event.target.closest('a,button,input,label,select')) location.href = row.dataset.href;
});
document.documentElement.classList.add('scripted');
document.addEventListener('click', (event) => { if (event.target.closest('[data-print]')) window.print(); });
