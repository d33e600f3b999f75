// The portal's frame, which is as high as the page in it.

/** Keeps the frame at the height of the page: the height changes with what is shown, and with the width. */
export function followHeight(library) {
  const fit = () => {
    const height = Math.round(document.body.getBoundingClientRect().height);
    // The library's own measure is never less than the frame: the frame grows by it, and does not shrink.
    if (height > innerHeight) library.fitWindow();
    else if (height < innerHeight) library.resizeWindow('100%', height);
  };
  new ResizeObserver(fit).observe(document.body);
}
