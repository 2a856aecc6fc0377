// The workspace as one person sees it: loaded when the live line stands, kept true by its events.
import { act, listen, read } from "./api.js";
import { attempt, say } from "./acting.js";
import { applied, clockReading, placed } from "./events.js";
import { displayName } from "./people.js";
import { hashOf, placeFromHash } from "./route.js";
import { store } from "./state.js";
import { markRead, openMarks, readUpTo } from "./unread.js";

let stopListening = () => {};

export async function start() {
  try {
    const [app, { people }, clock] = await Promise.all([read("app"), read("people"), read("clock")]);
    const host = people.find((one) => !one.is_bot);
    store.set({ app, host, people: byName(people), clock: clockReading(clock), botConnected: app.connected });
    openMarks(clockReading(clock).ms / 1000);
    followHash();
    window.addEventListener("hashchange", followHash);
  } catch (error) {
    store.set({ phase: "failed", reason: error.message });
  }
}

const byName = (people) => people.toSorted((a, b) => displayName(a).localeCompare(displayName(b)));

function followHash() {
  const { people, me, host } = store.get();
  const wanted = placeFromHash(location.hash);
  const person = people.find((one) => one.handle === wanted.handle) ?? me ?? host;
  become(person, wanted.place);
}

// Act as a person. Each time the line stands anew, everything they may see is read anew.
export function become(person, placeName) {
  stopListening();
  let place = null;
  stopListening = listen(person.handle, {
    onEvent: receive,
    onLive: (live) => store.set({ live }),
    onHello: () =>
      attempt(async () => {
        await load(person);
        place = place ? store.get().place : placeNamed(placeName, person);
        await open(place);
        store.set({ phase: "ready" });
      }),
  });
}

async function load(person) {
  const [{ people }, { channels }, { stack }, clock] = await Promise.all([
    read("people"),
    read("channels", { user: person.id }),
    read("view", { user: person.id }),
    read("clock"),
  ]);
  const unread = await countUnread(person, channels);
  const fresh =
    person.id === store.get().me?.id
      ? {}
      : { panel: null, errors: {}, home: undefined, place: null, openId: null };
  store.set({
    ...fresh,
    me: people.find((one) => one.id === person.id) ?? person,
    people: byName(people),
    messages: {},
    landing: channels.find((one) => one.bot_is_member)?.name,
    channels: channels.toSorted((a, b) => a.name.localeCompare(b.name)),
    stack,
    unread,
    clock: clockReading(clock),
  });
}

async function countUnread(person, channels) {
  const newer = channels
    .filter((one) => Number(one.last_ts ?? 0) > Number(readUpTo(person.id, one.id)))
    .map((one) => one.id);
  const counts = await Promise.all(
    [...newer, person.dm].filter(Boolean).map(async (id) => {
      const { messages } = await messagesOf(person, id, readUpTo(person.id, id));
      return [id, messages.filter((one) => one.user !== person.id).length];
    }),
  );
  return Object.fromEntries(counts);
}

const messagesOf = (person, id, after) =>
  id === person.dm
    ? read("dm", { user: person.id, after })
    : read("messages", { channel: id, user: person.id, after });

function placeNamed(name, person) {
  const { channels, landing } = store.get();
  if (name === "home") return { kind: "home" };
  const channel =
    channels.find((one) => one.name === name) ?? channels.find((one) => one.name === landing) ?? channels[0];
  return name === "dm" || !channel ? { kind: "dm", id: person.dm } : { kind: "channel", id: channel.id };
}

export async function open(place) {
  const { me, channels, panel } = store.get();
  const id = place.kind === "home" ? null : place.id;
  store.set({ place, openId: id, panel: panel?.kind === "inspector" ? panel : null, drawer: false });
  history.replaceState(null, "", hashOf(me, place, channels));
  await attempt(() => (id ? openConversation(id) : openHome()));
}

// What arrives while the past is being read is newer than it, and stays.
async function openConversation(id) {
  const { me, messages } = store.get();
  if (!messages[id]) {
    store.set({ messages: { ...messages, [id]: [] }, reading: id });
    const answer = await messagesOf(me, id);
    store.set((state) => ({
      messages: { ...state.messages, [id]: state.messages[id].reduce(placed, answer.messages) },
      reading: null,
    }));
  }
  seen(id);
}

async function openHome() {
  const { home, problem } = await act("open_home", { user: store.get().me.id });
  store.set({ home: home ?? null });
  say(problem);
}

function seen(id) {
  const { me, messages } = store.get();
  const last = messages[id]?.at(-1);
  if (last) markRead(me.id, id, last.ts);
  store.set((state) => ({ unread: { ...state.unread, [id]: 0 } }));
}

function receive(event) {
  store.set((state) => (state.me ? applied(state, event) : {}));
  const { openId } = store.get();
  if (event.type === "message" && event.channel === openId) seen(openId);
}
