// Several choices: what is chosen as chips, the rest behind a filter.
import { html, useContext, useState, Workspace } from "../lib.js";
import { plain } from "../mrkdwn.js";
import { channelOptions, optionGroups, peopleOptions, useFound } from "./select.js";

const KINDS = {
  multi_users_select: { key: "selected_users", offer: ({ people }) => peopleOptions(people) },
  multi_channels_select: { key: "selected_channels", offer: ({ channels }) => channelOptions(channels) },
  multi_conversations_select: {
    key: "selected_conversations",
    offer: ({ channels, people }) => [...channelOptions(channels), ...peopleOptions(people)],
  },
};

export function MultiSelect({ element, block, field, state, change }) {
  const workspace = useContext(Workspace);
  const { t } = workspace;
  const found = useFound(element, block);
  const [filter, setFilter] = useState("");
  const entity = KINDS[element.type];
  const options = entity ? entity.offer(workspace) : optionGroups(element, found).flatMap((group) => group.options);
  const chosen = entity ? state[entity.key] : state.selected_options.map((one) => one.value);
  const put = (values) => {
    const kept = options.filter((one) => values.includes(one.value));
    change(entity ? { [entity.key]: kept.map((one) => one.value) } : { selected_options: kept.map((one) => one.option) });
  };
  const toggle = (value, on) => put(on ? [...chosen, value] : chosen.filter((one) => one !== value));
  const full = element.max_selected_items && chosen.length >= element.max_selected_items;
  const matches = options.filter((one) => one.label.toLocaleLowerCase().includes(filter.toLocaleLowerCase()));
  return html`<div class="multi" data-action=${element.action_id}>
    <div class="chips">
      ${options.filter((one) => chosen.includes(one.value)).map((one) => html`<${Chip} key=${one.value} one=${one} toggle=${toggle} />`)}
    </div>
    <input class="control" type="search" id=${field?.id} value=${filter} aria-label=${t("field.filter")}
      placeholder=${plain(element.placeholder) || t("field.filter")} aria-describedby=${field?.describedBy}
      onInput=${(event) => setFilter(event.currentTarget.value)} />
    <div class="multi-list">
      ${matches.map((one) => html`<${Choice} key=${one.value} one=${one} on=${chosen.includes(one.value)} full=${full} toggle=${toggle} />`)}
      ${matches.length === 0 && html`<p class="hint">${t("field.nothing")}</p>`}
    </div>
  </div>`;
}

function Chip({ one, toggle }) {
  const { t } = useContext(Workspace);
  return html`<button type="button" class="chip" aria-label=${t("field.remove", { name: one.label })} onClick=${() => toggle(one.value, false)}>
    ${one.label} <span aria-hidden="true">×</span>
  </button>`;
}

function Choice({ one, on, full, toggle }) {
  return html`<label class="choice">
    <input type="checkbox" checked=${on} disabled=${full && !on} onChange=${(event) => toggle(one.value, event.currentTarget.checked)} />
    <span>${one.label}</span>
  </label>`;
}
