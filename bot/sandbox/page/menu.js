// A button that opens a short list of things to do; arrow keys, Escape and a click outside work.
import { classes, html, useEffect, useLayoutEffect, useRef, useState } from "./lib.js";

export function Menu({ label, items, children, action, className, align }) {
  const [open, setOpen] = useState(false);
  const [side, setSide] = useState(align);
  const root = useRef();
  useCloser(root, open, () => setOpen(false));
  useLayoutEffect(() => {
    if (open) setSide(classes(align, ...overflowing(root.current.querySelector(".menu-list"))));
  }, [open]);
  useEffect(() => {
    if (open) root.current.querySelector("[role=menuitem]")?.focus();
  }, [open]);
  const keys = (event) => {
    const entries = [...root.current.querySelectorAll("[role=menuitem]")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !open) return;
    event.preventDefault();
    entries.at((entries.indexOf(document.activeElement) + step) % entries.length).focus();
  };
  const run = (item) => {
    setOpen(false);
    root.current.querySelector("button").focus();
    item.run();
  };
  return html`<div class=${classes("menu", side)} ref=${root} onKeyDown=${keys}>
    <button type="button" class=${className ?? "btn icon"} aria-haspopup="menu" aria-expanded=${open} aria-label=${label} title=${label}
      data-action=${action} onClick=${() => setOpen(!open)}>${children}</button>
    ${
      open &&
      html`<div class="menu-list" role="menu" aria-label=${label}>
      ${items.map((item) => html`<button type="button" role="menuitem" onClick=${() => run(item)}>${item.label}</button>`)}
    </div>`
    }
  </div>`;
}

// Where the list would leave the screen or the pane it stands in, it turns the other way.
function overflowing(list) {
  const { right, bottom } = list.getBoundingClientRect();
  const pane = list.closest(".list, .modal-body")?.getBoundingClientRect().bottom ?? innerHeight;
  return [right > innerWidth - 4 && "end", bottom > pane && "up"];
}

export function useCloser(root, open, close) {
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event) => root.current?.contains(event.target) || close();
    const escape = (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      close();
      root.current?.querySelector("button")?.focus();
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("keydown", escape, true);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("keydown", escape, true);
    };
  }, [open]);
}
