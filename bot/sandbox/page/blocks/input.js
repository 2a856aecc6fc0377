// A labelled field with its hint and the error that belongs beside it.
import { Form, html, useContext, useId, Workspace } from "../lib.js";
import { plain } from "../mrkdwn.js";
import { Element } from "./element.js";

const GROUPS = new Set([
  "radio_buttons",
  "checkboxes",
  "multi_static_select",
  "multi_users_select",
  "multi_channels_select",
  "multi_conversations_select",
  "multi_external_select",
]);

// The workspace says this in Slack's words; the reader's language has its own.
const MISSING = "Please complete this required field.";

export function Input({ block }) {
  const { t } = useContext(Workspace);
  const { errors } = useContext(Form);
  const id = useId();
  const given = errors?.[block.block_id];
  const error = given === MISSING ? t("field.required") : given;
  const describedBy =
    [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const grouped = GROUPS.has(block.element.type);
  const words = html`${plain(block.label)}${block.optional && html` <span class="optional">${t("field.optional")}</span>`}`;
  return html`<div class="input-block ${error ? "wrong" : ""}" data-block=${block.block_id} 
    role=${grouped ? "group" : undefined} aria-labelledby=${grouped ? `${id}-label` : undefined}>
    ${grouped ? html`<span class="label" id="${id}-label">${words}</span>` : html`<label class="label" for=${id}>${words}</label>`}
    <${Element} element=${block.element} block=${block} field=${{ id, describedBy, invalid: Boolean(error), required: !block.optional }} />
    ${error && html`<p class="error" id="${id}-error">${error}</p>`}
    ${block.hint && html`<p class="hint" id="${id}-hint">${plain(block.hint)}</p>`}
  </div>`;
}
