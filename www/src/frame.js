// The portal's frame, which is as high as the page in it, and the window around it.

/** How long a browser may take to scroll the window, in milliseconds. */
const SCROLLED_AFTER = 300;

let library;
let pending;

// Who goes on is not called back.
for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown']) addEventListener(type, () => clearTimeout(pending), { passive: true });

/** Keeps the frame at the height of the page: the height changes with what is shown, and with the width. */
export function followHeight(portal) {
  library = portal;
  const fit = () => {
    const height = Math.round(document.body.getBoundingClientRect().height);
    // The library's own measure is never less than the frame: the frame grows by it, and does not shrink.
    if (height > innerHeight) library.fitWindow();
    else if (height < innerHeight) library.resizeWindow('100%', height);
  };
  new ResizeObserver(fit).observe(document.body);
}

/** Gives an element the focus, in sight, and with it all of what it belongs to, as far as there is room. */
export function reveal(element) {
  element.focus({ preventScroll: true });
  const parts = [element.closest('section'), element].filter(Boolean);
  for (const part of parts) part.scrollIntoView({ block: 'nearest' });
  // WebKit lets no frame scroll the page of another origin around it. The portal does it.
  clearTimeout(pending);
  pending = setTimeout(() => scrollPortal(element, parts[0]), SCROLLED_AFTER);
}

/** Has the portal scroll to what an element belongs to where the element, which has the focus still, is not all in sight. */
function scrollPortal(element, whole) {
  new IntersectionObserver(([{ intersectionRatio }], observer) => {
    observer.disconnect();
    if (intersectionRatio > 0.98 || document.activeElement !== element) return;
    // The portal counts from the top of its own page: as far as the frame is below that, the whole is below the top of the window.
    library?.scrollParentWindow(Math.round(whole.getBoundingClientRect().top));
  }).observe(element);
}
