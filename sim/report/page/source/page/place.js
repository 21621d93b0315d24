// The part of the address behind "#": language and place, "en/lists/training".

const known = ['nl', 'en'];

/** {language, id} of the address; null where it says nothing. */
export function placeInAddress(hash) {
  let id = '';
  try {
    id = decodeURIComponent(hash.replace(/^#/, ''));
  } catch {
    return { language: null, id: null };  // not an address this page made
  }
  const language = id.split('/')[0];
  return known.includes(language) ? { language, id } : { language: null, id: null };
}

/** Brings a place of the page into view, unfolding what it is in. */
export function show(id) {
  const target = document.getElementById(id);
  if (!target) return;
  for (let node = target; node; node = node.parentElement) {
    if (node.tagName === 'DETAILS') node.open = true;
  }
  target.scrollIntoView();
  const focusable = target.tagName === 'DETAILS' ? target.querySelector('summary') : target;
  focusable.focus({ preventScroll: true });
}

/** The part of the page that is at the top of the screen, without its language: "lists/training". */
export function placeOnScreen() {
  const places = [...document.querySelectorAll('main > section, main .block, main figure')];
  const passed = places.filter((node) => node.getClientRects().length > 0 &&
    node.getBoundingClientRect().top < 80);
  const current = passed.at(-1);
  if (!current) return null;
  return {
    id: current.id.slice(current.id.indexOf('/') + 1),
    offset: current.getBoundingClientRect().top,
  };
}
