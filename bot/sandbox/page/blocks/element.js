// The right control for an element, and how a choice travels: kept in the form, sent when it acts.
import { Form, html, useContext, Workspace } from "../lib.js";
import { chosen, initialState } from "./values.js";
import { Button, Overflow } from "./buttons.js";
import { Checkboxes, Radio } from "./choices.js";
import { Thumb } from "./layout.js";
import { MultiSelect } from "./multi_select.js";
import { DateField, MomentField, TimeField } from "./pickers.js";
import { Select } from "./select.js";
import { TextField } from "./text_field.js";

const CONTROLS = {
  plain_text_input: TextField,
  number_input: TextField,
  email_text_input: TextField,
  url_text_input: TextField,
  static_select: Select,
  external_select: Select,
  users_select: Select,
  channels_select: Select,
  conversations_select: Select,
  multi_static_select: MultiSelect,
  multi_external_select: MultiSelect,
  multi_users_select: MultiSelect,
  multi_channels_select: MultiSelect,
  multi_conversations_select: MultiSelect,
  datepicker: DateField,
  timepicker: TimeField,
  datetimepicker: MomentField,
  radio_buttons: Radio,
  checkboxes: Checkboxes,
};

export function Element({ element, block, field }) {
  const { t } = useContext(Workspace);
  const form = useContext(Form);
  if (element.type === "image") return html`<${Thumb} image=${element} />`;
  if (element.type === "button" || element.type === "workflow_button") {
    return html`<${Button} element=${element} block=${block} />`;
  }
  if (element.type === "overflow") return html`<${Overflow} element=${element} block=${block} />`;
  const Control = CONTROLS[element.type];
  if (!Control) return html`<p class="note">${t("element.unknown", { type: String(element.type) })}</p>`;
  const state = form.values[block.block_id]?.[element.action_id] ?? initialState(element);
  return html`<${Control} element=${element} block=${block} field=${field} state=${state} change=${changer(form, element, block)} />`;
}

function changer(form, element, block) {
  const acts = block.type !== "input" || (block.dispatch_action && !isTyped(element));
  return (next) => {
    const state = { type: element.type, ...next };
    const values = form.set(block.block_id, element.action_id, state);
    if (acts) form.act({ block, element, selected: chosen(state), values });
  };
}

const isTyped = (element) => /_input$/.test(element.type);
