import { html, useContext, Workspace } from "./lib.js";
import { store } from "./state.js";

export function Panel({ title, children }) {
  const { t } = useContext(Workspace);
  const close = () => store.set({ panel: null });
  return html`<aside class="panel" aria-label=${title} onKeyDown=${(event) => event.key === "Escape" && !event.defaultPrevented && close()}>
    <div class="title-bar"><h2>${title}</h2><button type="button" class="btn icon" aria-label=${t("panel.close")} onClick=${close}>×</button></div>
    ${children}
  </aside>`;
}
