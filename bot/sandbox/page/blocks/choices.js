import { Form, html, useContext, useId } from "../lib.js";
import { Text } from "../mrkdwn.js";

export function Radio({ element, block, field, state, change }) {
  const name = useId();
  const picked = state.selected_option?.value;
  return html`<${Options} element=${element} block=${block} field=${field} type="radio" name=${name}
    isOn=${(option) => option.value === picked} toggle=${(option) => change({ selected_option: option })} />`;
}

export function Checkboxes({ element, block, field, state, change }) {
  const picked = new Set((state.selected_options ?? []).map((option) => option.value));
  const toggle = (option, on) => {
    const keep = element.options.filter((each) =>
      each.value === option.value ? on : picked.has(each.value),
    );
    change({ selected_options: keep });
  };
  return html`<${Options} element=${element} block=${block} field=${field} type="checkbox" isOn=${(option) => picked.has(option.value)} toggle=${toggle} />`;
}

function Options({ element, block, field, type, name, isOn, toggle }) {
  const form = useContext(Form);
  const busy = form.busy === `${block.block_id}/${element.action_id}`;
  return html`<div class="choices" role=${type === "radio" ? "radiogroup" : "group"} data-action=${element.action_id}>
    ${element.options.map(
      (option) => html`<label key=${option.value} class="choice">
      <input type=${type} name=${name} checked=${isOn(option)} disabled=${busy} aria-describedby=${field?.describedBy}
        onChange=${(event) => toggle(option, event.currentTarget.checked)} />
      <span><${Text} of=${option.text} />${option.description && html`<span class="hint"><${Text} of=${option.description} /></span>`}</span>
    </label>`,
    )}
  </div>`;
}
