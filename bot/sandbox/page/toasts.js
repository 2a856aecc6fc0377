import { html, useContext, useLayoutEffect, useRef, Workspace } from "./lib.js";
import { dismiss } from "./acting.js";

export function Toasts({ toasts }) {
  const { t } = useContext(Workspace);
  const box = useRef();
  // Shown anew for each toast, so that it stands above a dialog opened meanwhile.
  useLayoutEffect(() => {
    if (box.current.matches(":popover-open")) box.current.hidePopover();
    if (toasts.length > 0) box.current.showPopover();
  }, [toasts]);
  return html`<div class="toasts" popover="manual" ref=${box} role="status" aria-live="assertive">
    ${toasts.map(
      (one) => html`<div class="toast" key=${one.id}><span>${one.text}</span>
      <button type="button" class="btn icon" aria-label=${t("toast.dismiss")} onClick=${() => dismiss(one.id)}>×</button></div>`,
    )}
  </div>`;
}
