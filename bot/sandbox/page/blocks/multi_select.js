// Several choices: what is chosen as chips, the rest behind a filter.
import { html, useContext, useId, useState, Workspace } from "../lib.js";
import { plain } from "../mrkdwn.js";
import { channelOptions, optionGroups, peopleOptions, useFound } from "./select.js";

const KINDS = {
  multi_users_select: { key: "selected_users", offer: ({ people }) => peopleOptions(people) },
  multi_channels_select: { key: "selected_channels", offer: ({ channels }) => channelOptions(channels) },
  multi_conversations_select: { key: "selected_conversations", offer: ({ channels, people }) => [...channelOptions(channels), ...peopleOptions(people)] },
};

export function MultiSelect({ element, block, field, state, change }) {
  const workspace = useContext(Workspace);
  const found = useFound(element, block);
  const [filter, setFilter] = useState("");
  const listId = useId();
  const entity = KINDS[element.type];
  const options = entity ? entity.offer(workspace) : optionGroups(element, found).flatMap((group) => group.options);
  const chosen = entity ? state[entity.key] : state.selected_options.map((one) => one.value);
  const put = (values) => {
    const kept = options.filter((one) => values.includes(one.value));
    change(entity ? { [entity.key]: kept.map((one) => one.value) } : { selected_options: kept.map((one) => one.option) });
  };
  const full = element.max_selected_items && chosen.length >= element.max_selected_items;
  const shown = options.filter((one) => one.label.toLocaleLowerCase().includes(filter.toLocaleLowerCase()));
  return html`<div class="multi" data-action=${element.action_id}>
    <div class="chips">
      ${options.filter((one) => chosen.includes(one.value)).map((one) => html`<button type="button" class="chip" key=${one.value}
        aria-label=${workspace.t("field.remove", { name: one.label })} onClick=${() => put(chosen.filter((value) => value !== one.value))}>${one.label} <span aria-hidden="true">×</span></button>`)}
    </div>
    <input class="control" type="search" id=${field?.id} value=${filter} placeholder=${plain(element.placeholder) || workspace.t("field.filter")}
      aria-label=${workspace.t("field.filter")} aria-controls=${listId} aria-describedby=${field?.describedBy} onInput=${(event) => setFilter(event.currentTarget.value)} />
    <div class="multi-list" id=${listId}>
      ${shown.map((one) => html`<label key=${one.value} class="choice"><input type="checkbox" checked=${chosen.includes(one.value)} disabled=${full && !chosen.includes(one.value)}
        onChange=${(event) => put(event.currentTarget.checked ? [...chosen, one.value] : chosen.filter((value) => value !== one.value))} /><span>${one.label}</span></label>`)}
      ${shown.length === 0 && html`<p class="hint">${workspace.t("field.nothing")}</p>`}
    </div>
  </div>`;
}
