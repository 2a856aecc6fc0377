// One choice out of options, people or channels: the browser's own list, usable with keys and thumbs.
import { Form, html, useContext, useEffect, useState, Workspace } from "../lib.js";
import { plain } from "../mrkdwn.js";

const KINDS = {
  users_select: { key: "selected_user", offer: ({ people }) => peopleOptions(people) },
  channels_select: { key: "selected_channel", offer: ({ channels }) => channelOptions(channels) },
  conversations_select: {
    key: "selected_conversation",
    offer: ({ channels, people }) => [...channelOptions(channels), ...peopleOptions(people)],
  },
};

export const peopleOptions = (people) =>
  [...people.values()].filter((one) => !one.isBot).map((one) => ({ value: one.id, label: `@${one.name}` }));
export const channelOptions = (channels) =>
  [...channels.values()].map((one) => ({ value: one.id, label: `#${one.name}` }));

export function Select({ element, block, field, state, change }) {
  const workspace = useContext(Workspace);
  const found = useFound(element, block);
  const entity = KINDS[element.type];
  const label = field
    ? undefined
    : plain(element.placeholder) || plain(block.text) || workspace.t("field.choose");
  const groups = entity
    ? [{ options: entity.offer(workspace) }]
    : optionGroups(element, found, state.selected_option);
  const options = groups.flatMap((group) => group.options);
  const current = entity ? state[entity.key] : state.selected_option?.value;
  const pick = (value) =>
    change(
      entity
        ? { [entity.key]: value || null }
        : { selected_option: options.find((one) => one.value === value)?.option ?? null },
    );
  return html`<select class="control" id=${field?.id} aria-label=${label} aria-describedby=${field?.describedBy} aria-invalid=${field?.invalid}
    data-action=${element.action_id} autofocus=${element.focus_on_load} value=${current ?? ""} onChange=${(event) => pick(event.currentTarget.value)}>
    <option value="" selected=${!current} disabled=${!field}>${plain(element.placeholder) || workspace.t("field.choose")}</option>
    ${groups.map((group) => inGroup(group, group.options.map((one) => option(one, current))))}
  </select>`;
}

const inGroup = ({ label }, options) => (label ? html`<optgroup label=${label}>${options}</optgroup>` : options);
const option = (one, current) =>
  html`<option key=${one.value} value=${one.value} selected=${one.value === current}>${one.label}</option>`;
const asChoice = (one) => ({ value: one.value, label: plain(one.text), option: one });

export function optionGroups(element, found, chosen) {
  if (element.option_groups) {
    return element.option_groups.map((group) => ({
      label: plain(group.label),
      options: group.options.map(asChoice),
    }));
  }
  const options = (element.options ?? found).map(asChoice);
  if (chosen && !options.some((one) => one.value === chosen.value)) options.unshift(asChoice(chosen));
  return [{ options }];
}

// The options of an external select come from the app, asked once when the field appears.
export function useFound(element, block) {
  const form = useContext(Form);
  const [found, setFound] = useState([]);
  useEffect(() => {
    if (/external_select$/.test(element.type)) form.suggest?.({ block, element, value: "" }).then(setFound);
  }, [element.action_id, block.block_id]);
  return found;
}
