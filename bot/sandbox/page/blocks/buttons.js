import { classes, Form, html, useContext, Workspace } from "../lib.js";
import { plain } from "../mrkdwn.js";
import { Menu } from "../menu.js";

const WEB = /^https?:\/\//i;

export function Button({ element, block }) {
  const form = useContext(Form);
  const busy = form.busy === `${block.block_id}/${element.action_id}`;
  const press = () => {
    if (WEB.test(element.url ?? "")) window.open(element.url, "_blank", "noopener,noreferrer");
    form.act({ block, element, value: element.value });
  };
  return html`<button type="button" class=${classes("btn", element.style, busy && "busy")} disabled=${busy}
    aria-label=${element.accessibility_label} data-action=${element.action_id} onClick=${press}>
    ${plain(element.text)}${element.url && html`<span class="away" aria-hidden="true"> ↗</span>`}
  </button>`;
}

export function Overflow({ element, block }) {
  const { t } = useContext(Workspace);
  const form = useContext(Form);
  const items = element.options.map((option) => ({
    label: plain(option.text),
    run: () => {
      if (WEB.test(option.url ?? "")) window.open(option.url, "_blank", "noopener,noreferrer");
      form.act({ block, element, selected: { selected_option: option } });
    },
  }));
  return html`<${Menu} label=${t("menu.more")} items=${items} action=${element.action_id}>⋯<//>`;
}
