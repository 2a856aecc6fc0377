// What a live event changes in the state. Pure: (state, event) -> patch.

const TRAFFIC_KEPT = 400;

export function applied(state, event) {
  return APPLY[event.type]?.(state, event) ?? {};
}

const APPLY = {
  message: (state, event) => ({ ...withMessage(state, event), unread: counted(state, event) }),
  message_changed: withMessage,
  message_deleted: (state, { channel, ts }) => ({
    messages: changed(state.messages, channel, (list) => list.filter((one) => one.ts !== ts)),
  }),
  view: (state, { user, stack }) => (user === state.me.id ? { stack } : {}),
  home: (state, { user, home }) => (user === state.me.id ? { home } : {}),
  clock: (_, event) => ({ clock: clockReading(event) }),
  people: (state, { person }) => ({
    people: state.people
      .map((one) => (one.id === person.id ? { ...one, ...person } : one))
      .concat(state.people.some((one) => one.id === person.id) ? [] : [person]),
  }),
  channels: (state, { channel }) => ({ channels: withChannel(state.channels, channel, state.me.id) }),
  connection: (_, { bot_connected }) => ({ botConnected: bot_connected }),
  traffic: (state, { entry }) =>
    state.panel?.kind === "inspector" ? { traffic: [...state.traffic, entry].slice(-TRAFFIC_KEPT) } : {},
};

export const clockReading = ({ now, epoch, due_next, can_wind }) => ({
  ms: epoch ? epoch * 1000 : Date.parse(now),
  readAt: performance.now(),
  due: due_next ? Date.parse(due_next) : null,
  canWind: can_wind !== false,
});

function withMessage(state, { channel, message }) {
  return { messages: changed(state.messages, channel, (list) => placed(list, message)) };
}

// Only conversations already opened are kept; the others are read when they are.
function changed(messages, channel, change) {
  return messages[channel] ? { ...messages, [channel]: change(messages[channel]) } : messages;
}

export function placed(list, message) {
  const known = list.findLastIndex((one) => one.ts === message.ts);
  if (known >= 0) return list.with(known, message);
  const before = list.findLastIndex((one) => one.ts <= message.ts);
  return list.toSpliced(before + 1, 0, message);
}

function counted(state, { channel, message }) {
  if (channel === state.openId || message.user === state.me.id) return state.unread;
  return { ...state.unread, [channel]: (state.unread[channel] ?? 0) + 1 };
}

function withChannel(channels, channel, me) {
  const others = channels.filter((one) => one.id !== channel.id);
  const hidden = channel.deleted || channel.is_im || (channel.is_private && !channel.members?.includes(me));
  return hidden ? others : [...others, channel].sort((a, b) => a.name.localeCompare(b.name));
}
