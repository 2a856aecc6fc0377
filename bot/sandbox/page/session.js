// What the page does: load the workspace for a person, open places, act, and follow live events.
import { act, listen, read, Refused } from "./api.js";
import { applied, clockReading } from "./events.js";
import { displayName, viewerOf } from "./people.js";
import { hashOf, placeFromHash } from "./route.js";
import { createStore } from "./store.js";
import { translator } from "./i18n.js";
import { markRead, openMarks, readUpTo } from "./unread.js";

export const store = createStore({
  phase: "loading", people: [], channels: [], messages: {}, unread: {}, stack: [], home: undefined,
  traffic: [], toasts: [], live: true, botConnected: true, waiting: 0, winding: false, panel: null, errors: {}, ask: null,
});

let stopListening = () => {};

export async function start() {
  try {
    const [app, { people }, clock] = await Promise.all([read("app"), read("people"), read("clock")]);
    const sorted = people.toSorted((a, b) => displayName(a).localeCompare(displayName(b)));
    store.set({ app, people: sorted, clock: clockReading(clock), botConnected: app.connected });
    openMarks(clockReading(clock).ms / 1000);
    const wanted = placeFromHash(location.hash);
    const person = sorted.find((one) => one.handle === wanted.handle) ?? sorted.find((one) => !one.is_bot);
    await become(person, wanted);
    window.addEventListener("hashchange", followHash);
  } catch (error) {
    store.set({ phase: "failed", reason: error.message });
  }
}

// Act as another person: everything they may see is read anew.
export async function become(person, wanted = {}) {
  stopListening();
  store.set({ me: person, messages: {}, unread: {}, stack: [], home: undefined, panel: null, errors: {}, openId: null });
  await refresh();
  const channel = store.get().channels.find((one) => one.name === wanted.place);
  const first = store.get().channels.find((one) => one.bot_is_member) ?? store.get().channels[0];
  if (wanted.place === "home") await open({ kind: "home" });
  else if (wanted.place === "dm" || !(channel ?? first)) await open({ kind: "dm", id: person.dm });
  else await open({ kind: "channel", id: (channel ?? first).id });
  store.set({ phase: "ready" });
  let greeted = false;
  stopListening = listen(person.handle, {
    onEvent: receive,
    onLive: (live) => store.set({ live }),
    onHello: () => {
      if (greeted) reread();
      greeted = true;
    },
  });
}

async function refresh() {
  const { me } = store.get();
  const [{ channels }, { stack }, clock] = await Promise.all([
    read("channels", { user: me.id }), read("view", { user: me.id }), read("clock"),
  ]);
  store.set({ channels: channels.toSorted((a, b) => a.name.localeCompare(b.name)), stack, clock: clockReading(clock) });
  await countUnread(channels);
}

async function countUnread(channels) {
  const { me } = store.get();
  const newer = channels.filter((one) => Number(one.last_ts ?? 0) > Number(readUpTo(me.id, one.id))).map((one) => one.id);
  const counts = await Promise.all([...newer, me.dm].filter(Boolean).map(async (id) => {
    const query = { user: me.id, after: readUpTo(me.id, id) };
    const { messages } = id === me.dm ? await read("dm", query) : await read("messages", { ...query, channel: id });
    return [id, messages.filter((one) => one.user !== me.id).length];
  }));
  store.set({ unread: Object.fromEntries(counts) });
}

async function reread() {
  store.set({ messages: {} });
  const [{ people }] = await Promise.all([read("people"), refresh()]);
  store.set({ people: people.toSorted((a, b) => displayName(a).localeCompare(displayName(b))) });
  await open(store.get().place);
}

export async function open(place) {
  const { me, messages } = store.get();
  const id = place.kind === "home" ? null : place.id;
  store.set({ place, openId: id, panel: store.get().panel?.kind === "inspector" ? store.get().panel : null, drawer: false });
  history.replaceState(null, "", hashOf(me, place, store.get().channels));
  if (place.kind === "home") return openHome();
  if (!messages[id]) {
    const answer = id === me.dm ? await read("dm", { user: me.id }) : await read("messages", { channel: id, user: me.id });
    store.set((state) => ({ messages: { ...state.messages, [id]: answer.messages } }));
  }
  return seen(id);
}

async function openHome() {
  await attempt(async () => {
    const { home, problem } = await act("open_home", { user: store.get().me.id });
    store.set({ home: home ?? null });
    say(problem);
  });
}

export function seen(id) {
  const { me, messages } = store.get();
  const last = messages[id]?.at(-1);
  if (last) markRead(me.id, id, last.ts);
  store.set((state) => ({ unread: { ...state.unread, [id]: 0 } }));
}

function receive(event) {
  store.set((state) => applied(state, event));
  const { openId } = store.get();
  if (event.type === "message" && event.channel === openId) seen(openId);
}

function followHash() {
  const { me, people } = store.get();
  const wanted = placeFromHash(location.hash);
  const person = people.find((one) => one.handle === wanted.handle) ?? me;
  become(person, wanted);
}

// --- acting --------------------------------------------------------------------------------------

// One act of the person; the outcome's failures are shown, its answer is returned (null when refused).
export async function perform(path, body) {
  store.set((state) => ({ waiting: state.waiting + 1 }));
  const outcome = await attempt(() => act(path, { user: store.get().me.id, ...body }));
  store.set((state) => ({ waiting: state.waiting - 1 }));
  if (outcome && !(path === "submit" && outcome.problem)) say(outcome.problem, outcome.replies);
  return outcome;
}

export async function submit(viewId, values) {
  store.set({ errors: {} });
  const outcome = await perform("submit", { view_id: viewId, values });
  const trouble = !outcome || outcome.problem ? { "": outcome?.problem ? words()(`problem.${outcome.problem}`) : words()("modal.trouble") } : {};
  store.set({ errors: { [viewId]: { ...outcome?.errors, ...trouble } } });
}

export async function wind(body) {
  store.set({ winding: true });
  const clock = await attempt(() => act("clock", body));
  store.set({ winding: false, ...(clock && { clock: clockReading(clock) }) });
}

export async function openInspector() {
  store.set({ panel: { kind: "inspector" }, traffic: [], drawer: false });
  const { last } = await read("traffic", { after: 0, limit: 1 });
  const { entries } = await read("traffic", { after: Math.max(0, last - 300), limit: 400 });
  store.set({ traffic: entries });
}

async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(error instanceof Refused ? error.message : words()("app.unreachable"));
    return null;
  }
}

// A failure the workspace already put into words, as a line in the conversation, needs no toast.
function say(problem, replies = []) {
  if (problem && !replies.some((one) => one.notice)) toast(words()(`problem.${problem}`));
}

let toastNumber = 0;
export function toast(text) {
  const id = ++toastNumber;
  store.set((state) => ({ toasts: [...state.toasts, { id, text }] }));
  setTimeout(() => dismiss(id), 9000);
}

export const dismiss = (id) => store.set((state) => ({ toasts: state.toasts.filter((one) => one.id !== id) }));
export const confirm = (words) => new Promise((answer) => store.set({ ask: { words, answer } }));
const words = () => translator(store.get().me ? viewerOf(store.get().me, 0).lang : "en");
