/**
 * Keeps the send box above the on-screen keyboard. Browsers that follow interactive-widget=resizes-content need nothing;
 * Safari on iOS shrinks only the visual viewport, so the page takes its height from there.
 */
export function followKeyboard() {
  const viewport = window.visualViewport;
  if (!viewport) return;

  const follow = () => {
    if (viewport.scale !== 1) return;
    const covered = window.innerHeight - viewport.height > 1;
    if (covered) document.body.style.setProperty('--viewport-height', `${viewport.height}px`);
    else document.body.style.removeProperty('--viewport-height');
    document.documentElement.toggleAttribute('data-keyboard', covered);
    if (covered) window.scrollTo(0, 0);
  };
  viewport.addEventListener('resize', follow);
  viewport.addEventListener('scroll', follow);
}
