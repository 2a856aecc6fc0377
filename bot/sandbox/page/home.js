import { Form, html, useContext, Workspace } from "./lib.js";
import { Blocks } from "./blocks/block.js";
import { useForm } from "./form.js";
import { suggestions } from "./message.js";
import { confirm, perform } from "./acting.js";

export function Home({ state }) {
  const { t } = useContext(Workspace);
  const title = t("home.title", { name: state.app.name });
  return html`<section class="conversation" aria-label=${title}>
    <div class="title-bar"><h1>${title}</h1></div>
    <div class="list home" tabindex="0" aria-busy=${state.home === undefined}>
      ${state.home
        ? html`<${Published} view=${state.home} />`
        : html`<p class="empty">${state.home === undefined ? t("home.loading") : t("home.empty")}</p>`}
    </div>
  </section>`;
}

const NONE = [];

function Published({ view }) {
  const form = useForm(
    view.blocks ?? NONE,
    { home: true },
    { confirm, click: (given) => perform("click", given), suggest: suggestions },
  );
  return html`<${Form.Provider} value=${form}><${Blocks} blocks=${view.blocks ?? NONE} /><//>`;
}
