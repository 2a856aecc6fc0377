import { Form, html, useContext, Workspace } from "../lib.js";
import { plain } from "../mrkdwn.js";

const TYPES = {
  email_text_input: "email",
  url_text_input: "url",
  plain_text_input: "text",
  number_input: "text",
};

export function TextField({ element, block, field, state, change }) {
  const { t } = useContext(Workspace);
  const form = useContext(Form);
  const on = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const send = () =>
    form.act({ block, element, value: form.values[block.block_id]?.[element.action_id]?.value ?? "" });
  const attributes = {
    class: "control",
    id: field?.id,
    value: state.value ?? "",
    placeholder: plain(element.placeholder),
    maxlength: element.max_length,
    autofocus: element.focus_on_load,
    "aria-describedby": field?.describedBy,
    "aria-invalid": field?.invalid,
    "data-action": element.action_id,
    onInput: (event) => change({ value: event.currentTarget.value || null }),
    onKeyDown: (event) => {
      if (event.key !== "Enter" || element.multiline) return;
      if (block.dispatch_action && on.includes("on_enter_pressed")) {
        event.preventDefault();
        send();
      }
    },
    onChange: () => block.dispatch_action && on.includes("on_character_entered") && send(),
  };
  if (element.multiline) return html`<textarea ...${attributes} rows="4" />`;
  const numeric = element.type === "number_input";
  return html`<input ...${attributes} type=${TYPES[element.type]} inputmode=${numeric ? "decimal" : undefined}
    title=${numeric ? t("field.number") : undefined} autocomplete="off" />`;
}
