// The state of a surface, exactly as Slack keeps it: values[block_id][action_id] = {type, …}.

const INITIAL = {
  plain_text_input: (e) => ({ value: e.initial_value ?? null }),
  number_input: (e) => ({ value: e.initial_value ?? null }),
  email_text_input: (e) => ({ value: e.initial_value ?? null }),
  url_text_input: (e) => ({ value: e.initial_value ?? null }),
  static_select: (e) => ({ selected_option: e.initial_option ?? null }),
  external_select: (e) => ({ selected_option: e.initial_option ?? null }),
  radio_buttons: (e) => ({ selected_option: e.initial_option ?? null }),
  multi_static_select: (e) => ({ selected_options: e.initial_options ?? [] }),
  multi_external_select: (e) => ({ selected_options: e.initial_options ?? [] }),
  checkboxes: (e) => ({ selected_options: e.initial_options ?? [] }),
  users_select: (e) => ({ selected_user: e.initial_user ?? null }),
  channels_select: (e) => ({ selected_channel: e.initial_channel ?? null }),
  conversations_select: (e) => ({ selected_conversation: e.initial_conversation ?? null }),
  multi_users_select: (e) => ({ selected_users: e.initial_users ?? [] }),
  multi_channels_select: (e) => ({ selected_channels: e.initial_channels ?? [] }),
  multi_conversations_select: (e) => ({ selected_conversations: e.initial_conversations ?? [] }),
  datepicker: (e) => ({ selected_date: e.initial_date ?? null }),
  timepicker: (e) => ({ selected_time: e.initial_time ?? null }),
  datetimepicker: (e) => ({ selected_date_time: e.initial_date_time ?? null }),
};

// The values a surface starts with; what a person already typed survives an update of the surface.
export function valuesFor(blocks, typed = {}) {
  const values = {};
  for (const [blockId, element] of statefulElements(blocks)) {
    const kept = typed[blockId]?.[element.action_id];
    const state = kept?.type === element.type ? kept : initialState(element);
    (values[blockId] ??= {})[element.action_id] = state;
  }
  return values;
}

export const initialState = (element) => ({ type: element.type, ...INITIAL[element.type](element) });

function* statefulElements(blocks) {
  for (const block of blocks ?? []) {
    const elements = [
      block?.element,
      block?.accessory,
      ...(block?.type === "actions" ? (block.elements ?? []) : []),
    ];
    for (const element of elements) {
      if (element && INITIAL[element.type]) yield [block.block_id, element];
    }
  }
}

// What a person chose, without the type: {value}, {selected_option}, …
export function chosen(state) {
  const { type: _, ...rest } = state;
  return rest;
}

export const choices = (element) =>
  element.option_groups ? element.option_groups.flatMap((group) => group.options) : (element.options ?? []);
